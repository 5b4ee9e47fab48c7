/** What `npm run new` says. */
import type { DisclosureType } from '../domain/declarations.ts';

interface ChoiceWords {
  readonly value: string;
  readonly label?: string;
}

interface TitleWords {
  readonly unit: string;
  /** As it is printed. */
  readonly year: string;
  readonly type: DisclosureType;
  /** What the government calls a document of this kind, where it says so. */
  readonly name: string | undefined;
  readonly department: boolean;
}

const named = (choices: readonly ChoiceWords[]): string =>
  choices
    .slice(0, 8)
    .map(({ value, label }) => (label ? `${value}（${label}）` : value))
    .join('、') + (choices.length > 8 ? '……' : '');

export const SCAFFOLDING = {
  begin: '直接回车就用方括号里的。按 Ctrl+C 退出，不会写入任何文件。',
  prompt: (question: string, preset: string | undefined): string => `${question}${preset ? ` [${preset}]` : ''}：`,
  required: '这一项必须填。',
  noSuch: (answer: string, choices: readonly ChoiceWords[]): string => `没有“${answer}”。可以填：${named(choices)}。`,
  several: (answer: string, choices: readonly ChoiceWords[]): string => `“${answer}”对应不止一个：${named(choices)}。请写全。`,
  moreChoices: (all: number): string => `  ……共 ${all} 个，输入名称的一部分即可。`,
  missing: (option: string): string => `还缺 --${option}。`,
  badOption: (option: string, reason: string): string => `--${option}：${reason}`,
  ended: '回答没有完，没有写入任何文件。',
  none: '不用规范',
  idMalformed: (id: string): string =>
    `“${id}”不能做编号。编号就是网址的一部分，只用小写英文字母、数字和连字符，例如 haining-migrant-services。`,
  /** Nothing where it cannot be told. */
  titleOf: ({ unit, year, type, name, department }: TitleWords): string | undefined => {
    const [of, scope] = [/\d$/.test(year) ? `${year}年` : year, department ? '部门' : '单位'];
    if (name !== undefined) return `${unit}${of}${name}`;
    const titles: Readonly<Record<DisclosureType, string | undefined>> = {
      budget: `${unit}${of}${scope}预算`,
      'final-accounts': `${unit}${of}度${scope}决算`,
      assessment: undefined,
      adjustment: `${unit}${of}预算调整方案`,
    };
    return titles[type];
  },
  scopes: { unit: '一个单位', department: '部门，含下属单位' },
  forms: { pdf: 'PDF', word: 'Word 文档', excel: 'Excel 表格', html: '网页', text: '纯文本' },
  unit: {
    name: '单位全称（照原件）',
    nameTaken: (name: string, id: string): string => `“${name}”已经有了，编号是 ${id}。`,
    id: '编号（英文，做网址，定了不再改）',
    idTaken: (id: string): string => `编号 ${id} 已经有单位用了，请另起一个。`,
    region: '行政区划（序号、代码或名称）',
    noRegion: (code: string): string => `data/regions.csv 里没有“${code}”。请先在那里加一行：代码,名称,上级代码。`,
    shortName: '简称（没有就回车）',
    code: '原件印的单位代码（没有就回车）',
    badCode: (code: string): string => `“${code}”不是单位代码，代码由数字和字母组成。`,
    nature: '单位性质，如 事业单位（不知道就回车）',
    hints: '# 还可以写：aliases: [别的叫法]、formerNames: [以前的名称]、parent: 主管部门\n# 三道短线下面，用两三句话写它是做什么的。\n',
  },
  disclosure: {
    unit: '单位（序号、编号或名称）',
    noUnit: (unit: string): string => `没有单位“${unit}”。新单位先运行 npm run new -- unit。`,
    year: '年度',
    badYear: (year: string, example: string): string => `“${year}”不是年度，请写成 ${example} 这样。`,
    type: '类型',
    revision: (taken: string | undefined): string =>
      `${taken === undefined ? '' : `${taken} 已经有了。原件重新发布过，才录新的一版。`}第几版`,
    badRevision: (revision: string): string => `“${revision}”不是版次，请写 1、2、3……`,
    taken: (id: string): string =>
      `${id} 已经有了，不会覆盖。原件重新发布过，就写下一版的版次（--revision 2）；录入没做完，直接改原来的文件。`,
    noEarlier: (id: string): string => `还没有它替换的 ${id}。`,
    profile: '编制规范',
    noProfile: '没有适用于这一年这一类的编制规范，可以先不用',
    tables: '有哪些表（序号或种类，用逗号隔开；以后再加就回车）',
    moreTables: '规范之外还有哪些表（没有就回车）',
    scope: '范围',
    title: '标题（照原件）',
    scale: '金额单位',
    form: '原件的形式',
    url: '原件的网址（没有就回车）',
    badUrl: (url: string): string => `“${url}”不是网址，应以 https:// 或 http:// 开头。`,
    hints:
      '# 还可以写：number: 文号、publisher: 发布机构、published: 2024-02-13，source 下的 sha256、taken（取得日期）。\n# 没有 profile 时，classifications 写明各科目表用哪一版。表名照原件改。三道短线下面写文字说明。\n',
  },
  written: '写好了：',
  tablesPrepared: (tables: number): string =>
    `${tables} 张表的栏目已经备好，用电子表格打开就能填。填好一张，就删去文件头里那张表的 state: not-transcribed。`,
  next: '接着运行 npm run check，它会说还有什么要填。',
  taken: (file: string): string => `${file} 已经有了，不会覆盖。`,
  archiveBroken: '档案本身有错，先运行 npm run check 改好：',
  wouldNotPass: '照这些回答写出来的文件通不过核对：',
};
