/**
 * 简体中文. Every word that the site and the commands say, in one file: it is long because a language is one file.
 * Its shape is what a language is (`language.ts`); sentences are functions, so that each language has its own grammar.
 */
import type { Direction, DisclosureType, Stage, TableState } from '../domain/declarations.ts';
import type { Severity, Text, Verdict } from '../domain/finding.ts';
import type { CoverageState, Phrase, PhrasePart } from '../views/page.ts';
import type {
  BaseWords,
  ChangeWords,
  CompareWords,
  CostChange,
  CostWords,
  CountWords,
  DocumentWords,
  EmptySpending,
  Named,
  OriginWords,
  ReportWords,
  SearchWords,
  SumWords,
  Unlike,
  VerdictWords,
} from './language.ts';
import { SCAFFOLDING } from './scaffolding-zh.ts';
import { SNAPSHOT } from './snapshot-zh.ts';

const STAGES: Readonly<Record<Stage, string>> = { proposed: '预算草案', approved: '年初预算', adjusted: '调整后预算', executed: '执行' };

/** What was done with the money at each stage. */
const VERBS: Readonly<Record<Stage, string>> = {
  proposed: '拟支出',
  approved: '计划支出',
  adjusted: '调整后计划支出',
  executed: '实际支出',
};

const TYPES: Readonly<Record<DisclosureType, string>> = {
  budget: '预算',
  'final-accounts': '决算',
  assessment: '考核',
  adjustment: '预算调整',
};

/** The one list of what a check can answer, in the order in which readers are told of it. */
const VERDICTS: Readonly<Record<Verdict, VerdictWords>> = {
  ok: { sign: '=', name: '相符', explanation: '各数相加正好等于印出的数，或两处印的数完全相同。' },
  rounding: { sign: '≈', name: '四舍五入差', explanation: '差额在四舍五入所能解释的范围之内：每个印出的数允许末位的一半。' },
  fail: { sign: '≠', name: '不符', explanation: '超出四舍五入所能解释的范围。原件确实如此的，附有说明。' },
  undefined: { sign: '÷0', name: '没有答案', explanation: '除数为零的百分比，印成 0% 还是 100% 都没有意义。' },
  'not-checkable': { sign: '？', name: '无从核对', explanation: '原件缺少核对所需的数，不算通过。' },
};

const UNLIKE: Readonly<Record<Unlike, string>> = {
  stage: '阶段',
  basis: '依据',
  scope: '范围',
  fund: '资金',
  use: '用途',
  scale: '计量',
  currency: '币种',
  version: '科目版本',
};

const ORIGINS: OriginWords = { published: '表中所载', stated: '文中所述', derived: '推算' };

const SEVERITIES: Readonly<Record<Severity, Named>> = {
  error: { name: '错误', explanation: '不改正就不能发布，除非原件本来如此，并登记了说明' },
  warning: { name: '提醒', explanation: '请编辑看一看' },
  info: { name: '说明', explanation: '值得知道' },
};

/** `1,271` */
const n = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
/** A space between Han and what is not, where a name is set beside Chinese words. */
const spaced = (text: string): string => `${/^\p{Script=Han}|^[“（《]/u.test(text) ? '' : ' '}${text}`;
const list = (items: readonly string[]): string => items.join('、');
const year = (fiscalYear: string): string => `${fiscalYear} 年`;
/** "2024 年初预算", "2023 年执行" */
const yearAndStage = (fiscalYear: string, stage: Stage, name = STAGES[stage]): string => `${fiscalYear} 年${name.replace(/^年/, '')}`;
const revision = (number: number): string => (number > 1 ? `（第 ${number} 次公开）` : '');
const documentName = ({ year: fiscalYear, type, revision: number }: DocumentWords): string =>
  `${fiscalYear} 年${spaced(type)}${revision(number)}`;
/** 元 for what the renminbi is counted in. */
const currency = (code: string): string => (code === 'CNY' ? '元' : code);

/** "多 66.25", "少 3.60", "持平" */
const difference = ({ sign, size, rate }: ChangeWords): string =>
  sign === '' ? '持平' : `${sign === '+' ? '多' : '少'} ${size}${rate ? `（${rate}）` : ''}`;

export const zhCN = {
  /** BCP 47, as in `lang`. */
  tag: 'zh-CN',
  /** The key of this language in the archive's `{ "zh": …, "en": … }`, in its preference. */
  text: 'zh',
  /** What the language calls itself. */
  name: '简体中文',
  brand: '明账',
  skip: '跳到正文',
  home: '首页',
  crumbs: '所在位置',
  siteNavigation: '全站',
  languageSwitch: '语言',
  /** On pages whose content is in another language. */
  untranslated: {
    text: (contentLanguage: string): string => `以下文字只有${spaced(contentLanguage)}。`,
    page: (contentLanguage: string): string => `公开文件的原文是${spaced(contentLanguage)}；没有翻译的，保留原文。`,
  },
  colon: '：',
  copy: '复制',
  copied: '已复制',
  list,
  year,
  /** "2018、2020—2022 年" */
  years: (runs: readonly (readonly [first: string, last: string])[]): string =>
    `${list(runs.map(([first, last]) => (first === last ? first : `${first}—${last}`)))} 年`,
  yearAndStage,
  currency,
  /** `6,150.64 万元` */
  amount: (figure: string, scale: string): string => `${figure} ${scale}`,
  /** What a scale means, beside its printed name, where readers of this language would not know it. */
  scale: (scale: string, _units: number | undefined, _currency: string): string => scale,
  /** The same amount in whole units of the currency, where the scale says little to readers of this language. */
  inUnits: (_figure: string, _currency: string): string | undefined => undefined,
  /** Of tables and charts. */
  scaleNote: (scale: string): string => `单位：${scale}`,
  /** How many of what is counted; the archive's own word for it where there is one. */
  counted: (unit: string): string => unit,
  stages: STAGES,
  types: TYPES,
  verdicts: VERDICTS,
  origins: ORIGINS,
  severities: SEVERITIES,
  forms: { pdf: 'PDF', word: 'Word 文档', excel: 'Excel 表格', html: '网页', text: '文本' },
  scopes: { unit: '本单位', department: '全部门（含所属单位）' },
  funds: {
    all: '全部资金',
    'general-public': '一般公共预算',
    'government-fund': '政府性基金预算',
    'state-capital': '国有资本经营预算',
    'fiscal-appropriation': '财政拨款',
    'special-account': '财政专户管理资金',
    'unit-funds': '单位资金',
    other: '其他资金',
  } as Readonly<Record<string, string>>,
  uses: {
    basic: '基本支出',
    personnel: '人员',
    operating: '日常公用',
    project: '项目',
    wages: '工资福利',
    'goods-and-services': '商品和服务',
    'individuals-and-families': '对个人和家庭的补助',
    'recurrent-projects': '经常性项目',
    'one-off-projects': '一次性项目',
  } as Readonly<Record<string, string>>,
  threePublic: {
    '': '“三公”经费合计',
    abroad: '因公出国（境）',
    vehicles: '公务用车购置及运行',
    'vehicle-purchase': '公务用车购置',
    'vehicle-operation': '公务用车运行',
    reception: '公务接待',
  } as Readonly<Record<string, string>>,
  /** In the order in which a unit's page shows them. */
  indicators: {
    staff: '在职人员',
    'staff-quota': '编制人数',
    vehicles: '公务用车',
    'equipment-500k': '50 万元以上通用设备',
    'equipment-1m': '100 万元以上专用设备',
  } as Readonly<Record<string, string>>,
  documentName,
  revision,
  /** A title as printed, a replacement told apart from what it replaces. */
  titleWithRevision: (title: string, number: number): string => `${title}${revision(number)}`,
  /** A name in a series of its own: "海宁市… 2023 年…" */
  named: (whose: string, what: string): string => `${whose} ${what}`,
  navigation: {
    units: '单位',
    compare: '比较',
    glossary: '名词解释',
    checks: '核对结果',
    coverage: '收录情况',
    data: '开放数据',
    search: '搜索',
  },
  footer: {
    licence: (name: string): string => `数据许可：${name}`,
    corrections: '发现错误？告诉我们',
    truth: '数字照原文件录入，从不改动；对不上的，如实标明。',
    address: '本页地址',
  },
  searchForm: {
    label: '搜索全部公开文件',
    placeholder: '单位、科目、金额或原文',
    submit: '搜索',
    try: '试试',
  },
  homePage: {
    holdings: '收录情况',
    units: '各地单位',
    latest: '最新公开文件',
    steps: '三步读懂一份预算',
    more: '还可以看',
    read: [
      { title: '先看总数', text: '这个单位一年打算花多少钱，比上年多了还是少了，文件给出的原因是什么。' },
      { title: '再看去处', text: '多少用于人员，多少维持日常，多少做项目。功能科目说明办什么事，经济科目说明买什么。' },
      { title: '最后核对', text: '每个数字都能点回原表的那一格。标 ≈ 的差额可由四舍五入解释，标 ≠ 的对不上，都列出算式。' },
    ],
    guide: '细读：怎么看一份预算',
    trend: (labels: readonly string[]): string => `历年：${list(labels)}`,
    seeChecks: '看核对结果',
    unitCount: { label: '单位', unit: (_count: number): string => '个' },
    documentCount: { label: '公开文件', unit: (_count: number): string => '份' },
    tableCount: { label: '表格', unit: (_count: number): string => '张', note: (figures: number): string => `共 ${n(figures)} 个数字` },
    statementCount: { label: '正文数字', unit: (_count: number): string => '个', note: '逐个录入，可与表格对照' },
    agreement: ({ total, ok, rounding, fail }: CountWords): Phrase => [
      `我们核对了 ${n(total)} 处合计、占比和增减：`,
      { strong: `${n(ok)} 处相符` },
      rounding > 0 ? `，${n(rounding)} 处因四舍五入相差末位` : '',
      fail > 0 ? `，${n(fail)} 处原件本身不符` : '',
      '。',
    ],
    span: (first: string, last: string): string => (first === last ? `${first} 年` : `${first}—${last} 年`),
  },
  units: {
    title: '全部单位',
    description: (archive: string): string => `${archive}收录的全部单位，按地区排列。`,
    none: '这里还没有收录任何单位。',
    count: (units: number): string => `${n(units)} 个单位`,
    regionUnknown: '地区不明',
    regionItself: '本级',
    /** Of the box above a long list; {n} is filled in by the browser. */
    filter: {
      label: (units: number): string => `按名称找单位（共 ${n(units)} 个）`,
      one: '找到 {n} 个单位',
      some: '找到 {n} 个单位',
      near: '没有名称含有这几个字的单位；依次含有它们的有 {n} 个',
      none: '没有名称含有这几个字的单位',
    },
    /** "2024 年计划支出" */
    latest: (fiscalYear: string, stage: Stage): string => `${fiscalYear} 年${VERBS[stage]}`,
    documents: (documents: readonly string[]): string => documents.map((name) => `${name}文件`).join('，'),
  },
  documentLine: (tables: number, checks: string | undefined): string => `${n(tables)} 张表${checks ? ` · ${checks}` : ''}`,
  sentences: {
    /** "2024 年计划支出 15,621.11 万元，比 2023 年初预算少 876.75 万元（−5.3%）", without a full stop. */
    cost: ({ year: fiscalYear, stage, amount, href, fund, units, changes }: CostWords): Phrase => [
      `${fiscalYear} 年${VERBS[stage]} `,
      { strong: amount, href },
      ...(fund ? [`（${fund}）`] : []),
      ...(units ? [`（${units}）`] : []),
      ...changes.flatMap((change, index) => [index === 0 ? '，' : '；', ...costChange(change)]),
    ],
    /** "每 100 元里，51 元用于人员，45 元用于项目", without a full stop. */
    hundred: (parts: readonly { readonly of: string; readonly use: string; readonly href: string }[], code: string): Phrase => [
      `每 100 ${currency(code)}里，`,
      ...parts.flatMap(({ of, use, href }, index): PhrasePart[] => [
        index === 0 ? '' : '，',
        { strong: `${of} ${currency(code)}`, href },
        `用于${spaced(use)}`,
      ]),
    ],
    /** "最大的一类是公共安全支出，360.15 万元，占 85.2%。" */
    largest: (label: string, amount: PhrasePart, share: string): Phrase => [`最大的一类是${spaced(label)}，`, amount, `，占 ${share}。`],
    /** Why a total changed, as the document says; without a full stop. */
    reason: (reason: string): string => `文件给出的原因：${reason}`,
    join: '；',
    listed: '，',
    stop: '。',
    between: '',
  },
  unit: {
    years: '逐年变化',
    uses: '钱用在哪里',
    projects: '项目',
    indicators: '人员、车辆与采购',
    disclosures: '公开文件',
    about: '这是什么单位',
    citation: '引用本页',
    none: '还没有收录这个单位的公开文件。',
    executedByItem: '公开文件没有印出全年的执行总数，只逐项说了上一年的执行数，列在“每一项的预算与执行”里。',
    nothing: '本档案还没有收录这个单位的公开文件。',
    /** Of a unit without a budget here. */
    withoutBudget: (fiscalYear: string, type: DisclosureType, link: (text: string) => PhrasePart): Phrase => [
      `本档案收录了它 ${fiscalYear} 年的`,
      link(`${TYPES[type]}文件`),
      '，没有收录预算或决算，因此看不到它花多少钱。',
    ],
    total: (fiscalYear: string, stage: Stage): string => `${fiscalYear} 年支出${stage === 'executed' ? '决算' : '预算'}`,
    comparedWith: (fiscalYear: string, change: ChangeWords): string => `比 ${fiscalYear} 年${difference(change)}`,
    statedChange: (base: BaseWords, change: ChangeWords): string => `文件称比${spaced(statedBase(base))}${difference(change)}`,
    use: (use: string): string => `${use.replace(/支出$/, '')}支出`,
    share: (share: string): string => `占 ${share}`,
    threePublic: '“三公”经费',
    none3: (stage: Stage): string => (stage === 'executed' ? '没有发生' : '没有安排'),
    derived: (fiscalYear: string, document: PhrasePart, basis: string | undefined): Phrase => [
      `${fiscalYear} 年的数字不是直接公布的：由`,
      document,
      `正文所称“比${(basis ?? '上年').replace(/\s/g, '')}”的增减额推算。`,
    ],
    procurement: '政府采购',
    procurementYear: (fiscalYear: string, stage: Stage): string => `${fiscalYear} 年${stage === 'executed' ? '支出' : '预算'}`,
    facts: {
      printed: '原文名称',
      region: '所在地区',
      code: '预算单位编码',
      nature: '性质',
      parent: '上级',
      aliases: '又称',
      formerNames: '曾用名',
    },
  },
  yearTable: {
    title: '用在哪些事上：逐年',
    items: '每一项的预算与执行',
    threePublic: '“三公”经费：逐年',
    threePublicAndOperation: '“三公”经费和机关运行经费：逐年',
    agencyOperation: '机关运行经费',
    /** What is opened on demand, and how much. */
    open: (title: string, rows: number): string => `${title}（${n(rows)} 项）`,
    name: '名称',
    trend: '走势',
    changeHead: (fiscalYear: string, before: string): string => `${fiscalYear} 比 ${before}`,
    change: ({ sign, size, rate }: ChangeWords): string => (sign === '' ? '持平' : (rate ?? `${sign}${size}`)),
    item: (section: string, item: string): string => `${section}：${item}`,
    stage: (stage: string, funds: string): string => `${stage}（${funds}）`,
    separator: '，',
    gaps: '空白：公开的文件没有印出。',
    gap: '没有印出',
  },
  composition: {
    byFunction: '按功能：用在哪些事上',
    byUse: '按用途：人员、公用与项目',
    use: '用途',
    project: '项目',
    basic: '基本支出：买了什么',
    bought: (label: string): string => `${label}：买了什么`,
    by: (classification: string): string => `按${classification}`,
    noDetail: (fiscalYear: string): Phrase => [`${fiscalYear} 年的文件没有印出按经济分类的明细，因此看不到基本支出具体买了什么。`],
    noThreePublic: (fiscalYear: string, term: (text: string) => PhrasePart): Phrase => [
      `${fiscalYear} 年的文件没有印出`,
      term('“三公”经费'),
      '的数字。',
    ],
    threePublicZero: ({ year: fiscalYear, stage, amount }: EmptySpending, term: (text: string) => PhrasePart): Phrase => [
      term('“三公”经费'),
      '为 ',
      amount,
      `：${fiscalYear} 年没有${stage === 'executed' ? '发生' : '安排'}出国、公务用车和公务接待的支出。`,
    ],
  },
  chart: {
    picture: '下载图片（PNG）',
    csv: '下载数据（CSV）',
    pictureSource: (archive: string, version: string): string => `来源：${archive}，版本 ${version}`,
    key: '图例',
    hollow: '虚线：文中所述或推算',
    years: '支出：预算与执行',
    yearHead: '年度与口径',
    share: '占比',
    unlisted: '原件没有列明',
    rest: (count: number): string => `其余 ${n(count)} 项`,
    restOf: (label: string, amount: string, share: string): string => `${label}，共 ${amount}，占 ${share}`,
    restTable: (chart: string, rest: string): string => `${chart}：${rest}`,
    point: (label: string, amount: string): string => `${label} ${amount}`,
    part: (label: string, amount: string, share: string): string => `${label} ${amount}，占 ${share}`,
    derived: (label: string): string => `${label}（推算）`,
    summary: (points: readonly string[]): string => `${points.join('；')}。`,
    note: (parts: readonly string[]): string => parts.join('，'),
    basis: (basis: string): string => `原件称“${basis}”`,
  },
  disclosure: {
    contents: '本页目录',
    narrative: '文件说了什么',
    charts: '钱用在哪里',
    tables: '各张表',
    rubrics: '评分表',
    statements: '正文里的数字',
    statementsNote: '文件的文字部分印出的数字，能与表格对照的，列出对应的单元格。',
    checks: '逐项核对',
    checksNote: '把表中数字按应有的关系重新加一遍。有差异的在前。',
    noChecks: '这份文件没有可以核对的数字。',
    seeChecks: '看每一项怎么算',
    source: '原件与出处',
    claims: '别处说的同一个数',
    claimsNote: '别的文件、或本文件的正文，也说到这些数。各处的说法都保留。',
    citation: '引用本页',
    agreeing: (count: number, all: boolean): string => (all ? `${n(count)} 项全部相符，展开查看` : `其余 ${n(count)} 项相符，展开查看`),
    noTotal: (unit: string, fiscalYear: string, type: DisclosureType): Phrase => [
      `这是${spaced(unit)} ${fiscalYear} 年的${TYPES[type]}文件，没有印出支出总额。`,
    ],
    rubricSummary: (title: string, summary: string): Phrase => [`${title}：${summary}`],
    facts: {
      printed: '原文标题',
      year: '年度',
      type: '类型',
      number: '文号',
      publisher: '发布',
      published: '日期',
      scope: '范围',
      scale: '金额单位',
      replaces: '代替',
      replaced: '已被代替',
    },
    money: (scale: string, code: string): string => `${scale}${code === 'CNY' ? '人民币' : ` ${code}`}`,
    replacedBy: (link: PhrasePart): Phrase => ['发布单位后来公开了', link],
    sourceFacts: { form: '录入所据', url: '网址', file: '文件', taken: '取得日期' },
    inText: '见正文',
    inTable: '见表',
    basis: (parts: readonly string[]): string => parts.join('，'),
  },
  statement: {
    change: (amount: string, negative: boolean): string => `${negative ? '减少' : '增加'} ${amount}`,
    growth: (amount: string, negative: boolean): string => `${negative ? '下降' : '增长'} ${amount}`,
  },
  /** What a figure is of, in a few words. */
  fact: {
    /** "2015 年初预算 · 住房保障支出" */
    name: (when: string, what: string, use: string | undefined): string => `${when} · ${what}${use ? `（${use}）` : ''}`,
    total: (fund: string, direction: Direction | undefined): string =>
      `${fund}${direction === 'revenue' ? '收入' : direction === 'expenditure' ? '支出' : ''}合计`,
  },
  table: {
    number: (position: number): string => `表 ${position}`,
    csv: (title: string): string => `下载“${title}”的 CSV`,
    page: (page: string): string => `原件第 ${page.replace('-', '—')} 页`,
    scroll: '左右滑动看全表',
    printed: '原文写明：',
    note: '原表注：',
    remark: '编者注：',
    blank: '空白的格子，原表就没有填，不等于 0。≈ 表示差额可由四舍五入解释，≠ 表示对不上，每一处都附算式。',
    marks: '核对说明',
    markOf: (verdict: Verdict): string => `${VERDICTS[verdict].name}，查看算式`,
    states: {
      printed: undefined,
      empty: '原件印了这张表，但没有数字。',
      'not-included': '原件的目录或正文提到这张表，但没有印出来。',
      'not-transcribed': '原件有这张表，我们还没有录入。',
    } as Readonly<Record<TableState, string | undefined>>,
  },
  rubric: {
    byBody: (groups: number, criteria: number): string => `${n(groups)} 组，${n(criteria)} 条评分标准。`,
    byTopic: (groups: number, criteria: number, points: string): string => `${n(groups)} 类，${n(criteria)} 条评分标准，共 ${points} 分。`,
    head: { group: '类别', criterion: '考核内容', points: '分值' },
  },
  claimsHead: { figure: '本文件的数', verdict: '结果', others: '别处的说法' },
  /** Tables and charts in other sites' pages. */
  embed: {
    name: '嵌入',
    of: (title: string): string => `嵌入“${title}”`,
    title: (page: string): string => `${page}（嵌入用）`,
    source: (archive: string): string => `来源：${archive}`,
    copyHint: '把下面的代码放进您的网页，就会显示上面的内容。',
    anchorHint: '井号后面是表或图的名字；点表题或图下面的“嵌入”，可得到它自己的代码。',
    code: '嵌入代码',
    copy: '复制代码',
    /** Of the frame, in pixels. */
    height: '520',
  },
  /** A cell, and where its figure comes from. */
  trace: {
    title: '这个数的来历',
    open: '看来历',
    close: '关闭',
    source: '原件',
    checks: '用到它的核对',
    noChecks: '没有一项核对用到它。',
    claims: '别处说的同一个数',
    noClaims: '没有别的文件说到它。',
    address: '网址',
    report: '报告此处有误',
    keys: '用键盘：按 Tab 到表里的数，方向键移动，回车打开，Esc 关闭。',
  },
  /** What readers tell the editors. `{…}` is filled in on the page. */
  corrections: {
    title: '更正',
    none: '这份文件的录入还没有更正过。',
    historyNote: '录错而后改正的数，最近的在前。改的是我们的录入，原件印的从不改动。',
    head: { date: '日期', cell: '哪一格', was: '原来录作', now: '改为', reason: '原因' },
    blank: '空白',
    found: '发现录错的数？',
    write: '报告本文件有误',
    copyHint: '请复制下面的文字，补上应当是多少、依据在哪里，发给编者。',
    inTable: '报告这张表有误',
    inTableOf: (table: string): string => `报告这张表有误：${table}`,
    copy: '复制更正单',
    report: ({ document, key, sha256, version }: ReportWords): { title: string; body: string } => ({
      title: `更正：${document} {name}`,
      body: [
        `文件：${document}（${key}）`,
        '位置：{name}',
        '格子：{cell}',
        '网页上的数：{figure}',
        '网址：{address}',
        ...(sha256 ? [`原件 SHA-256：${sha256}`] : []),
        `文件记录的版本：${version}`,
        '应当是：',
        '依据（原件第几页，印作什么）：',
      ].join('\n'),
    }),
    pageReport: (page: string, address: string, version: string): { title: string; body: string } => ({
      title: `更正：${page}`,
      body: [`网址：${address}`, `版本：${version}`, '哪里有误：'].join('\n'),
    }),
  },
  statementHead: { section: '所在章节', subject: '内容', figure: '数字', basis: '比较依据', cell: '对应单元格' },
  checkHead: { verdict: '结果', sum: '算式与位置', rule: '规则' },
  /** A disclosure's sums, and each sum opened to its inputs. */
  sums: {
    /** "88 项核对：86 项相符，2 项为四舍五入差" */
    counts: ({ total, ok, rounding, fail, noAnswer, notCheckable }: CountWords): string => {
      if (total === 0) return '没有可以核对的合计';
      const parts = [`${n(ok)} 项相符`];
      if (rounding > 0) parts.push(`${n(rounding)} 项为四舍五入差`);
      if (fail > 0) parts.push(`${n(fail)} 项不符`);
      if (noAnswer > 0) parts.push(`${n(noAnswer)} 项没有答案`);
      if (notCheckable > 0) parts.push(`${n(notCheckable)} 项无从核对`);
      return `${n(total)} 项核对：${parts.join('，')}`;
    },
    partsMake: (sum: string): string => `各分项合计 ${sum}`,
    blankInTable: (sum: string): string => `${sum}；表中空白`,
    noQuotient: (stated: string): string => `印作 ${stated}，除数为零，没有答案`,
    notAbove: (sum: string, stated: string): string => `${sum}，不超过 ${stated}`,
    printed: (sum: string, stated: string): string => `${sum}；印作 ${stated}`,
    /** `187.53 + 17.53 = 205.06；印作 205.07，差 0.01` */
    differs: ({ sum, stated, difference: apart, points }: SumWords): string =>
      `${sum}；印作 ${stated}，差 ${apart}${points ? ' 个百分点' : ''}`,
    /** What a check would need and does not have. */
    lacking: (stated: string | undefined, lack: 'divisor' | 'parts' | 'some-parts' | { readonly other: string | undefined }): string => {
      const here = stated ? `印作 ${stated}` : '此处没有可读的数';
      if (lack === 'divisor') return `${here}，缺少可以相除的数`;
      if (lack === 'some-parts') return `${here}，分项不全`;
      if (lack === 'parts') return `${here}，没有可以相加的分项`;
      return `${here}，另一处${lack.other ? `印作 ${lack.other}` : '没有可读的数'}`;
    },
    /** The same figure in two places; undefined where one is blank. */
    twoPlaces: (here: string | undefined, there: string | undefined, apart: string | undefined, agree: boolean): string => {
      const other = there ? `另一处印作 ${there}` : '另一处空白';
      if (!here) return `${other}；此处空白`;
      if (agree) return there ? `${here}，两处相同` : `${here}，${other}`;
      return `${other}；此处印作 ${here}${apart ? `，差 ${apart}` : ''}`;
    },
    explained: { rounding: '可由四舍五入解释。', fail: '对不上。' },
    sentence: (sum: string): string => `${sum}。`,
    /** "正文二（九）" */
    section: (section: string): string => `正文${section}`,
    text: '正文',
  },
  classifications: {
    /** What the standard classifications are called; another has its own name from the archive. */
    names: { functional: '支出功能分类', economic: '部门预算经济分类' } as Readonly<Record<string, string>>,
    short: { functional: '功能科目', economic: '经济科目' } as Readonly<Record<string, string>>,
    leads: {
      functional: '政府的钱按“用在什么事上”分类：类、款、项三级，编码分别是 3、5、7 位。这里列出本档案里有金额的科目。',
      economic: '政府的钱按“买了什么”分类：类、款两级，编码分别是 3、5 位。这里列出本档案里有金额的科目。',
    } as Readonly<Record<string, string>>,
    lead: (name: string): string => `${name}里有金额的科目。`,
    /** 类, 款, 项, from the highest. */
    levels: { functional: ['类', '款', '项'], economic: ['类', '款'] } as Readonly<Record<string, readonly string[]>>,
  },
  code: {
    definition: '这个科目管什么',
    variants: '原文也写作',
    children: '下级科目',
    changes: '前后编码',
    begun: '新设',
    ended: '取消',
    years: '逐年',
    who: '谁在用',
    none: '已收录的文件里没有这个科目的数字。',
    head: { unit: '单位', year: '年度', stage: '口径', fund: '资金', amount: '金额' },
    indexHead: { code: '编码', name: '名称', units: '单位数' },
    description: (classification: string, code: string, label: string): string =>
      `${classification}科目 ${code} ${label}：本档案各单位、各年度的金额。`,
    units: (count: number): string => `本档案有 ${n(count)} 个单位在这个科目下列了支出。`,
    onlyBelow: '没有单位直接在这一级列出金额，请看下一级科目。',
    more: (rows: number): string => `另有 ${n(rows)} 行，去搜索`,
  },
  compare: {
    title: '比较',
    heading: '比一比',
    description: '不同单位、不同年度的金额放在一起：能比的算出增减，不能比的并列出来，说明为什么。',
    lede: '这笔钱多不多？和别的年度、别的单位放在一起看。口径一致的才相减；不一致的，两个数都照列，写明哪里不同。',
    of: '比什么',
    measures: '常用',
    codes: (classification: string): string => `按${classification}`,
    basis: '科目口径',
    published: '照原文',
    comparable: '可比口径',
    comparableNote: '可比口径：编码改过的科目，按档案里的新旧对照表折算到最近的版本，每个折算数都列出算式。',
    form: '选择要比的内容',
    show: '比较',
    all: '清除选择',
    result: '比较结果',
    withoutScript: '挑选单位和年度需要浏览器运行脚本。没有脚本时，下面列出全部单位的数字；每个科目的数字在科目页上。',
    more: '别的数也比一比',
    moreLead: '下面各项同样只在口径一致时算增减。',
    codePages: '按科目比较',
    why: '为什么有的数不能比',
    whyLead: '两个数要相减，下面各项都得相同。差一项，减出来的就不是增减。',
    rules: [
      ['阶段', '年初预算是打算花的，执行数是花掉的。打算和花掉之间的差，不是“增加”或“减少”。'],
      ['依据', '同是执行，年终决算和预算文件里的上年执行数也可能不同；截至某一天的数更不同。原文怎么称呼，就按哪种算。'],
      ['范围', '有的文件只说一个单位，有的说整个部门，连下属单位都算进去。'],
      ['资金', '全部资金、财政拨款、一般公共预算，口径一个比一个窄。'],
      ['科目版本', '编码相同，名下的内容可能变了。变了的地方标 ‖，附新旧对照表上的理由。'],
      ['计量', '元和万元可以换算，换算后再比；币种不同不比。数量（人、辆）单位不同不比。'],
    ] as readonly (readonly [string, string])[],
    missing: '空着的格子，是没有哪份文件说过这个数，不等于 0。',
    measureNames: { total: '支出合计', revenue: '收入合计', procurement: '政府采购', 'agency-operation': '机关运行经费' } as Readonly<
      Record<string, string>
    >,
    use: (use: string): string => `支出：${use}`,
    count: (name: string): string => `${name}（数量）`,
    ofUnit: '和别的单位、年度比较',
    ofCode: '比较各单位、各年度',
    spoken: {
      loading: '正在读取数字……',
      failed: '数字没有读到。请刷新再试；下面的表格不受影响。',
      none: '没有符合所选条件的数字。请少选几个条件。',
      summary: '{title}：{figures} 个数字，分成 {groups} 组。同一组口径一致，可以相比；组与组之间不能，原因写在每组开头。',
      oneGroup: '{title}：{figures} 个数字，口径一致，可以相比。',
      groupHeading: '第 {n} 组：{terms}',
      basisNote: '（{basis}）',
      separator: ' · ',
      stop: '。',
      semicolon: '；',
      comma: '、',
      noBasis: '未另行注明',
      noVersion: '未注明版本',
      allUses: '全部用途',
      apart: '不能和第 1 组相减：',
      mixed: '组内也要留意：',
      reasons: {
        stage: '阶段不同，这里是{here}，第 1 组是{there}',
        basis: '依据不同，这里是“{here}”，第 1 组是“{there}”',
        scope: '范围不同，这里是{here}，第 1 组是{there}',
        fund: '资金不同，这里是{here}，第 1 组是{there}',
        use: '用途不同，这里是{here}，第 1 组是{there}',
        scale: '计量不同，这里是{here}，第 1 组是{there}',
        currency: '币种不同，这里是{here}，第 1 组是{there}',
        version: '科目版本 {here} 与 {there}：同一个编码名下的内容不同，或无从知道是否相同，两边的数并列，不相减',
      },
      unitHead: '单位（{scale}）',
      gap: '没有这个数',
      share: '占总支出 {share}',
      change: '比 {year} {change}',
      rate: '（{rate}）',
      unchanged: '持平',
      broken: '{sign} 与 {year} 不可比',
      bridged: '折算',
      changed: '这个科目的编码或内容改过。“照原文”列各版印出的数，“可比口径”按新旧对照表折算。',
      breakKey: '两边科目口径不同，不能直接相比，理由见表下。',
      made: ' {year}：{amount} = ',
      absent: '（文件里没有 {codes} 的数字）',
      step: '{from}{share} → {to}：{reason}',
      begun: '新设',
      ended: '取消',
      more: '另有 {n} 个单位，金额较小，没有列出。请在上面挑选单位。',
      key: '图例',
      hollow: '虚线：文中所述、推算或折算',
      allStages: '各阶段分别画出，互不相减',
      chartOf: '{terms}；单位：{scale}',
      point: '{what} {year}：{amount}',
      ofYear: '（{year}）',
      amount: '{amount} {scale}',
      origins: ORIGINS,
      choose: { unit: '单位', year: '年度', stage: '阶段', fund: '资金' },
      chosen: '{what}：{chosen}',
      everything: '全部',
      filterUnits: '按名称找单位（共 {n} 个）',
      moreUnits: '另有 {n} 个，请输入名称',
    } satisfies CompareWords as CompareWords,
  },
  glossary: {
    title: '名词解释',
    description: '预算和决算文件里的名词，用平常话解释。',
    more: '详细解释',
    aliases: '又作',
    related: '相关名词',
    occurrences: '出现在',
    lead: '公开文件里常见的词，用平常话说一遍。',
    moreDocuments: (count: number): string => `另有 ${n(count)} 份，去搜索`,
  },
  search: {
    title: '搜索',
    description: '在全部公开文件里查单位、科目、金额和原文。',
    help: '可以输入单位名称、科目名称或编码、金额，或者文件里的一句话。',
    filterBy: '筛选',
    results: '搜索结果',
    withoutScript: '搜索框需要浏览器运行脚本。没有脚本时，可以从下面的目录找到每一页。',
    browse: { units: '按单位', years: '按年度', code: (classification: string): string => `按${classification}` },
    documents: (count: number): string => `${n(count)} 份`,
    /** Said by the browser's search; `{name}` is filled in, so that it can travel as JSON. */
    spoken: {
      loading: '正在读取索引……',
      failed: '索引没有读到。请刷新再试，或从下面的目录查找。',
      found: '“{query}”：{pages} 页',
      foundSoFar: '“{query}”：已找到 {pages} 页，还有更多',
      none: '没有找到“{query}”。',
      nearest: '也许您要找的是：',
      noneHelp: ['换一个短些的词，例如只输入科目名称的前几个字', '金额只输入数字，不带单位，例如 339.43', '去掉筛选条件'],
      clearFilters: '清除筛选',
      more: '显示更多',
      all: '全部',
      filters: { region: '地区', unit: '单位', year: '年度', type: '类型', classification: '科目分类' },
      moreInPage: '本页另有 {n} 处',
      choice: '{value}（{n}）',
      separator: '、',
    } as SearchWords,
  },
  notFound: {
    title: '没有这一页',
    description: '这个地址没有对应的页面。',
    text: '地址可能抄错了。已公布的页面地址不会改变，也不会删除。',
    search: '搜索一下，或者从这里开始：',
  },
  checks: {
    title: '核对结果',
    description: '档案里每一处合计、占比和增减是否相符，逐项列出。',
    heading: '这些数对得上吗？',
    nothing: '档案里还没有可以核对的数。',
    agreement: ({ total, ok, rounding, fail, noAnswer, notCheckable }: CountWords, rate: string): Phrase => {
      const lacking = [
        ...(noAnswer > 0 ? [`${n(noAnswer)} 处除数为零、没有答案`] : []),
        ...(notCheckable > 0 ? [`${n(notCheckable)} 处缺数、无从核对`] : []),
      ];
      return [
        `我们核对了 ${n(total)} 处合计、占比和增减，`,
        { strong: `${n(ok)} 处相符` },
        `（${rate}）`,
        ...(rounding > 0 ? [`，${n(rounding)} 处因四舍五入相差末位`] : []),
        ...(fail > 0 ? ['，', { strong: `${n(fail)} 处原件本身不符` }] : []),
        lacking.length > 0 ? `；另有 ${lacking.join('，')}。` : '。',
      ];
    },
    meaning: '五种结果',
    rules: '每一种关系怎样核对，见核对规则',
    documents: '逐份文件',
    document: '单位与文件',
    total: '核对',
    unlisted: (count: number): string => `另有 ${n(count)} 份文件各项核对全部相符，不逐份列出。`,
    barNote: '横条：实心为相符，斜线为四舍五入差，空心为其余。',
    differences: '不是正好相符的',
    differencesNote: (count: number): string =>
      `共 ${n(count)} 处，按文件排列，不符的在前。每一处列出算式，可以点回原表的那一格；引用时用它自己的链接。`,
    noDifferences: '全部正好相符。',
    filter: '筛选',
    byVerdict: '结果',
    byUnit: '单位',
    all: '全部',
    choice: (name: string, count: number): string => `${name}（${n(count)}）`,
    allUnits: '全部单位',
    noMatch: '这个单位没有这种结果。',
    seeDocument: '看这份文件的全部核对',
    reason: '说明',
    permalink: '本条链接',
    claims: '两处说同一个数',
    claimsNote: '同一个数，在别的文件里、在正文里又出现一次，或者可以从正文的增减推算出来。各处的说法都保留，不取平均，也不互相覆盖。',
    claimsAgreeing: (count: number): string => `${n(count)} 个数各处说法一致`,
    findings: '其他发现',
    findingsNote: '不是算式，而是文件本身的问题。原件确实如此的，附有说明。',
    citation: '引用本页',
  },
  rules: {
    title: '核对规则',
    heading: '怎样核对',
    lede: (rules: number): string => `每次生成网站之前，档案里的每个文件、每个数字都要经过这 ${n(rules)} 条规则。`,
    groups: {
      sums: '表格里的数',
      text: '正文与引用',
      tables: '表格的写法',
      files: '文件与字段',
      archive: '整个档案',
    } as Readonly<Record<string, string>>,
    contents: '规则分类',
    count: (count: number): string => `${n(count)} 条`,
    says: '报告里会说',
    good: '正确',
    bad: '有误',
    lineMissing: '没有这一行',
    fileRemoved: '删去这个文件',
    fileEmpty: '空文件',
    invisible: '看不见的字符',
  },
  coverage: {
    title: '收录情况',
    description: '每个单位、每个年度、每张表，是已录入、空表、原件没有，还是尚未录入。',
    heading: '还缺什么？',
    states: {
      printed: '已录入',
      empty: '原件为空表',
      'not-included': '原件没有',
      'not-transcribed': '尚未录入',
      absent: '不适用',
    } satisfies Record<CoverageState, string>,
    lede: (documents: number, tables: Readonly<Record<TableState, number>>): Phrase => [
      `${n(documents)} 份公开文件里，`,
      { strong: `${n(tables.printed)} 张表已录入` },
      ...(tables.empty > 0 ? [`，${n(tables.empty)} 张原件就是空表`] : []),
      ...(tables['not-included'] > 0 ? [`，${n(tables['not-included'])} 张原件没有`] : []),
      ...(tables['not-transcribed'] > 0 ? [`，${n(tables['not-transcribed'])} 张尚未录入`] : []),
      '。',
    ],
    free: (type: DisclosureType): string => `${TYPES[type]}（没有统一的表格规范）`,
    revision: (number: number): string => `第 ${number} 次公开`,
    whole: (documents: number): string => `${n(documents)} 份文件的表都已录入，或原件就是空表，不逐行列出。`,
    rest: (documents: number): string => `另有 ${n(documents)} 份缺表的文件没有列出。`,
    gaps: (units: readonly { readonly unit: PhrasePart; readonly years: string }[], more: number): Phrase => [
      '前后两年之间没有收录的：',
      ...units.flatMap(({ unit, years: missing }, index): PhrasePart[] => [index === 0 ? '' : '；', unit, `缺 ${missing}`]),
      more > 0 ? `；另有 ${n(more)} 个单位。` : '。',
    ],
    legend: '图例',
    blank: '空白',
    columns: '单位与年度',
    documents: (count: number): string => `${n(count)} 份文件`,
  },
  /** While editing, on every page. */
  findings: {
    title: (count: number): string => `有 ${n(count)} 个问题需要处理`,
    help: '只在预览时显示，不会发布。',
    more: (count: number): string => `其余 ${n(count)} 个`,
    mark: { error: '错误', warning: '提醒', info: '说明' } satisfies Record<Severity, string>,
  },
  /** In a terminal. */
  scaffolding: SCAFFOLDING,
  snapshot: SNAPSHOT,
  terminal: {
    more: (count: number): string => `还有 ${n(count)} 处，加 --all 全部列出`,
    holdings: (units: number, documents: number, checks: string): string => `${n(units)} 个单位，${n(documents)} 份公开文件；${checks}。`,
    acknowledged: (count: number): string => `${n(count)} 处原件本身的问题已登记说明（data/acknowledged.csv）。`,
    errors: (count: number): string => `${n(count)} 处错误，请改正后再试。`,
    noErrors: '没有错误。',
    /** While editing. */
    live: {
      failed: '程序出错，网页还是上一次的：',
      more: (count: number): string => `还有 ${n(count)} 个，运行 npm run check 看全部。`,
      mended: (count: number): string => `改好了 ${n(count)} 个问题。`,
      left: (count: number): string => (count === 0 ? '没有问题。' : `还有 ${n(count)} 个问题。`),
    },
    steps: {
      checking: '核对档案',
      data: '写开放数据',
      pages: '生成网页',
      parts: (kept: number, all: number): string =>
        `核对各单位，生成其网页和数据：分 ${n(all)} 部分，其中 ${n(kept)} 部分没有变，沿用上次的`,
      pieces: '写逐份文件的数据和接口',
      noSitemap: 'data/archive.json 没有写 baseUrl：不生成 sitemap.xml 和 robots.txt',
      index: '建立搜索索引',
      waiting: '等待另一次生成结束',
      portable: '改成不用服务器的网页',
      collecting: '收入数据和原件',
      listing: '写清单',
      verifying: '核验',
      packing: '压缩',
    },
    snapshotDigest: (digest: string): string => `摘要（下一份快照用 --previous 写明它）：\n${digest}`,
    done: (folder: string): string => `完成：${folder}`,
    seconds: (time: string): string => `${time} 秒`,
    /** Of a spreadsheet: A, B, C. */
    column: (letter: string): string => `（${letter} 列）`,
  },
  data: {
    title: '开放数据',
    description: '全部数字、各表和核对结果，可以整份取走，也可以逐项读取。',
    heading: '能全部拿走吗？',
    lede: (observations: string, disclosures: string): string =>
      `能。${disclosures} 份文件里的 ${observations} 个金额和数量，连同每张表、每项核对，`,
    ledeStrong: '都可以整份下载',
    ledeEnd: (licence: string): string => `，按 ${licence} 使用，不用登记，不用密钥。`,
    download: '下载',
    downloadFile: (name: string): string => `下载 ${name}`,
    files: '整份下载',
    uses: {
      'data/observations.csv': '全部金额和数量，一个一行。电子表格和各种程序都能读。',
      'data/observations.json': '同上，JSON。小数写成字符串，分毫不差。',
      'data/observations.parquet': '同上，Parquet。DuckDB、pandas、R 直接读，金额是精确小数。',
      'data/budgets.sqlite': '一个 SQLite 文件：单位、文件、表、格子、正文数字、核对、科目，互相连好，可用 Datasette 打开。',
      'data/datasette.json': '给 Datasette 的说明：每张表、每一栏是什么。',
      'datapackage.json': '整个档案的 Data Package v2：每个 CSV 的栏目、类型、主键和相互引用。',
      'catalog.jsonld': 'DCAT 目录，供数据门户收割。',
      'feed.xml': 'Atom 订阅：新收录的、代替旧版的、登记了原件问题的、更正过的文件。',
    } as Readonly<Record<string, string>>,
    /** What is said of a relation, a column or a query in both languages. */
    relation: ({ zh }: Required<Text>): string => zh,
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
    /** Of an archive whose data are in volumes. */
    volumes: {
      name: '<册>',
      heading: '分册下载',
      lede: '档案大，逐格的数据按单位分册，相邻的单位合为一册。单位有增减时，分册可能重分，以 volumes.csv 为准。',
      from: (first: string, last: string): string => `${first}至${last}`,
      size: (units: string, disclosures: string): string => `${units} 个单位，${disclosures} 份文件`,
      uses: {
        'data/observations.parquet': '全部金额和数量，一个一行，Parquet。DuckDB、pandas、R 直接读，金额是精确小数。',
        'data/volumes.csv': '分册的目录：档案大，逐格的数据按单位分册，这里列出每册从哪个单位到哪个单位。',
      } as Readonly<Record<string, string>>,
      pieceList: [
        ['/data/volumes/<册>/observations.csv', '一册的全部金额和数量，一个一行；各册去掉表头相接，就是全部。JSON 按单位取，见下'],
        ['/data/volumes/<册>/checks.csv', '一册逐项核对的结果'],
        ['/data/volumes/<册>/budgets.sqlite', '一册的 SQLite 文件：单位、文件、表、格子、正文数字、核对、科目，互相连好'],
        ['/data/volumes/<册>/catalog.jsonld', '这一册的 DCAT 目录，由 /catalog.jsonld 引出'],
        ['/data/volumes/<册>/datapackage.json', '这一册各文件的栏目、类型、大小和 SHA-256（Data Package v2）'],
      ] as readonly (readonly [string, string])[],
      shell: '取来一册，用 Datasette 打开',
    },
    piecesNote:
      '地址一经公布不再改变；第 1 版接口只增加字段，不改不删。没有的字段不写，不写成 0。这些是网站上的地址，离线快照里只有整份下载的文件。',
    queries: '可以这样问',
    query: ({ zh }: Required<Text>): string => zh,
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
    columnHead: ['栏目', '类型', '含义'],
    types: { string: '文字', integer: '整数', decimal: '精确小数', boolean: '是否', date: '日期' },
    key: '主键',
    verify: '怎样核验',
    verifyVersion: '本档案的版本是它全部内容的摘要。取得 content/ 和 data/ 之后，下面这行命令应当得出同一个数：',
    verifyFiles: '下载的文件，用 sha256sum 算出的数应与这里相同：',
    citation: '引用本页',
  },
  citation: {
    gbt7714: 'GB/T 7714—2015',
    apa: 'APA',
    copyForm: (form: string): string => `复制 ${form} 引文`,
    version: {
      archive: (version: string): string => `${version} 是档案版本：档案里任何内容变了，它就变。`,
      unit: (version: string): string => `${version} 是这个单位全部记录的版本：它的简介、文件或数字变了，版本就变；别的单位变了，它不变。`,
      disclosure: (version: string): string =>
        `${version} 是这份文件记录的版本：它的文字、表格或单位简介变了，版本就变；档案别处变了，它不变。`,
    },
    parts: '每张表、每个格子、每个正文数字都有自己的网址。点一下表题或格子，就得到它的网址和引文。',
    copyCitation: '复制引文',
    copyAddress: '复制网址',
    otherForms: '其他格式',
  },
  dataset: {
    unitName: (unit: string, archive: string): string => `${unit}：${archive}`,
    unit: (unit: string, archive: string): string => `${unit}公开的文件、逐表录入的数字和逐项核对的结果。${archive}`,
    document: (unit: string, title: string): string => `${unit}：${title}`,
    disclosure: (unit: string, title: string): string =>
      `${unit}：${title}。逐表录入，每个数字都可以点回原表的那一格，合计、占比和增减逐项核对。`,
    whole: (archive: string): string => `${archive}全部数字、各表和核对结果，可以整份取走，也可以逐项读取。`,
    statements: '正文里的数字',
  },
  feed: {
    subtitle: '新收录的、有更正的公开文件。',
    added: (tables: number): string => `收录 ${tables} 张表。`,
    replaces: (title: string): string => `代替${title}。`,
    acknowledged: '原件问题说明',
    corrected: '更正',
    correction: (was: string, now: string, reason: string): string => `${was || '空白'} 改为 ${now || '空白'}。${reason}`,
    titled: (title: string, of: string): string => `${title}：${of}`,
    dayUnknown: '原件没有日期，本条的日期只取它的年度。',
  },
};

function costChange(against: CostChange): PhrasePart[] {
  const { year: fiscalYear, stage, name, href, kind } = against;
  if (kind === 'apart') {
    const why = `（${list(against.reasons.map((reason) => UNLIKE[reason]))}不同，两个数不相减）`;
    return [`${yearAndStage(fiscalYear, stage, name)} `, { strong: against.amount, href }, why];
  }
  const { sign, amount, rate } = against.change;
  const said = kind === 'stated' ? '文件称' : '';
  const base = kind === 'stated' ? spaced(statedBase(against)) : ` ${baseName(against)}`;
  if (sign === '') return [`${said}与${base}持平`];
  const verb = kind === 'stated' ? (sign === '+' ? '增加' : '减少') : sign === '+' ? '多' : '少';
  return [`${said}比${base}${verb} `, { strong: amount, href }, ...(rate ? [`（${rate}）`] : [])];
}

/** What the document says that its change is against, in its own words. */
function statedBase({ basis, name }: BaseWords): string {
  return basis?.replace(/\s/g, '') ?? `上年${name}`;
}

/** The base is named by its stage. */
function baseName({ year: fiscalYear, stage, name }: BaseWords): string {
  return name === STAGES.executed ? `${fiscalYear} 年执行数` : yearAndStage(fiscalYear, stage, name);
}
