/** Words of the page of open data, of the feed, and of citations. */

export const dataWords = {
  title: '开放数据',
  description: '全部数字、各表和核对结果，可以整份取走，也可以逐项读取。',
  heading: '能全部拿走吗？',
  lede: (observations: string, disclosures: string): string =>
    `能。${disclosures} 份文件里的 ${observations} 个金额和数量，连同每张表、每项核对，`,
  ledeStrong: '都可以整份下载',
  ledeEnd: (licence: string): string => `，按 ${licence} 使用，不用登记，不用密钥。`,
  download: '下载',
  downloadFile: (name: string): string => `下载 ${name}`,
  size: '大小',
  files: '整份下载',
  fileHead: ['文件', '内容', '大小', '下载'] as const,
  uses: {
    'data/observations.csv': '全部金额和数量，一个一行。电子表格和各种程序都能读。',
    'data/observations.json': '同上，JSON。小数写成字符串，分毫不差。',
    'data/observations.parquet': '同上，Parquet。DuckDB、pandas、R 直接读，金额是精确小数。',
    'data/budgets.sqlite': '一个 SQLite 文件：单位、文件、表、格子、正文数字、核对、科目，互相连好，可用 Datasette 打开。',
    'data/datasette.json': '给 Datasette 的说明：每张表、每一栏是什么。',
    'datapackage.json': '整个档案的 Data Package v2：每个 CSV 的栏目、类型、主键和相互引用。',
    'catalog.jsonld': 'DCAT 目录，供数据门户收割。',
    'feed.xml': 'Atom 订阅：新收录的、代替旧版的、登记了原件问题的文件。',
  } as Readonly<Record<string, string>>,
  relationFile: (about: string): string => `${about.replace(/。$/, '')}。`,
  spreadsheet:
    '用 Excel 打开：在“数据”里选“从文本/CSV”，编码选 UTF-8，科目编码一栏选“文本”。为了打开时不被当成公式，这里的 CSV 里以 =、+、-、@ 等开头的文字前面加了一个撇号；数字和横线照原样。',
  pieces: '逐份、逐表读取',
  pieceList: [
    ['/units/<单位>/<年度-类型>/<表>.csv', '一张表，与录入的文件逐字节相同：小数位数、空白、横线都照原件'],
    ['/units/<单位>/<年度-类型>/statements.csv', '正文里印出的数字'],
    ['/units/<单位>/<年度-类型>/datapackage.json', '这份文件各表的栏目和类型（Data Package v2）'],
    ['/api/v1/index.json', '接口的入口：版本、许可、各清单的地址'],
    ['/api/v1/units.json', '全部单位'],
    ['/api/v1/units/<单位>.json', '一个单位和它的文件'],
    ['/api/v1/units/<单位>/observations.json', '一个单位的全部金额和数量'],
    ['/api/v1/units/<单位>/<年度-类型>.json', '一份文件：各表、正文数字、核对结果、引文'],
    ['/api/v1/units/<单位>/<年度-类型>/<表>.json', '一张表的每一格'],
    ['/api/v1/codes/<分类>/<版本>.json', '科目'],
    ['/data/observations/region=<区划>/year=<年度>/part.parquet', '按地区和年度分开的 Parquet，供大档案只取一部分'],
  ] as readonly (readonly [string, string])[],
  piecesNote:
    '地址一经公布不再改变；第 1 版接口只增加字段，不改不删。没有的字段不写，不写成 0。这些是网站上的地址，离线快照里只有整份下载的文件。',
  queries: '可以这样问',
  queriesNote: '合计和它的分项都在数据里。相加之前先选定一层，像下面这样，否则会重复计算。',
  tools: {
    sqlite: 'SQLite、Datasette（budgets.sqlite）',
    duckdb: 'DuckDB（observations.parquet）',
    shell: '命令行',
  },
  shell: '整份取来，用 Datasette 打开',
  dictionary: '数据字典',
  dictionaryNote: '各文件和 SQLite 里的表用同样的栏目名。',
  onlyDatabase: '只在 SQLite 里',
  onlyFiles: '不在 SQLite 里',
  refersTo: (relation: string): string => `见 ${relation}`,
  columnHead: ['栏目', '类型', '含义'] as const,
  types: { string: '文字', integer: '整数', decimal: '精确小数', boolean: '是否', date: '日期' },
  key: '主键',
  verify: '怎样核验',
  verifyVersion: '本档案的版本是它全部内容的摘要。取得 content/ 和 data/ 之后，下面这行命令应当得出同一个数：',
  verifyFiles: '下载的文件，用 sha256sum 算出的数应与这里相同：',
  citation: '引用本页',
} as const;

export const citationWords = {
  gbt7714: 'GB/T 7714—2015',
  apa: 'APA',
  copyForm: (form: string): string => `复制 ${form} 引文`,
  version: (version: string): string => `${version} 是档案版本：内容变了，它就变。`,
  parts: '每张表、每个格子、每个正文数字都有自己的网址。点一下表题或格子，就得到它的网址和引文。',
  chosen: '引用所选的数',
  copyCitation: '复制引文',
  copyAddress: '复制网址',
  otherForms: '其他格式',
  close: '取消',
} as const;

/** What catalogues and search engines of data sets read. */
export const datasetWords = {
  unitName: (unit: string, archive: string): string => `${unit}：${archive}`,
  unit: (unit: string, archive: string): string => `${unit}公开的文件、逐表录入的数字和逐项核对的结果。${archive}`,
  document: (unit: string, title: string): string => `${unit}：${title}`,
  disclosure: (unit: string, title: string): string =>
    `${unit}：${title}。逐表录入，每个数字都可以点回原表的那一格，合计、占比和增减逐项核对。`,
  whole: (archive: string): string => `${archive}全部数字、各表和核对结果，可以整份取走，也可以逐项读取。`,
  statements: '正文里的数字',
} as const;

/** What the feed says. */
export const feedWords = {
  subtitle: '新收录的、有更正的公开文件。',
  added: (tables: number): string => `收录 ${tables} 张表。`,
  replaces: (title: string): string => `代替${title}。`,
  acknowledged: '原件问题说明',
  dayUnknown: '原件没有日期，本条的日期只取它的年度。',
} as const;
