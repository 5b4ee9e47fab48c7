/** Every word that the interface itself says. What the views say of the data is in `views.zh-CN.ts`. */

import type { Severity, Verdict } from '../domain/finding.ts';
import type { OriginMark } from '../views/page.ts';
import { ORIGIN_NAMES, VERDICTS, type VerdictWords } from './views.zh-CN.ts';

export interface SectionStrings {
  readonly title: string;
  readonly description: string;
}

/** Said by the browser's search; `{name}` is filled in, so that it can travel as JSON. */
export interface SearchStrings {
  readonly loading: string;
  readonly failed: string;
  /** {pages}, {query} */
  readonly found: string;
  /** {pages}, {query}: while more waits to be read. */
  readonly foundSoFar: string;
  /** {query} */
  readonly none: string;
  readonly noneHelp: readonly string[];
  /** Before names that come near. */
  readonly nearest: string;
  readonly clearFilters: string;
  readonly more: string;
  readonly all: string;
  /** Names of the filters, by key, in the order in which they are shown. */
  readonly filters: Readonly<Record<string, string>>;
  /** {n} */
  readonly moreInPage: string;
}

export interface Strings {
  readonly language: string;
  readonly brand: string;
  readonly skip: string;
  readonly home: string;
  readonly crumbs: string;
  readonly siteNavigation: string;
  readonly nav: Readonly<Record<'units' | 'functions' | 'economic' | 'glossary' | 'checks' | 'coverage' | 'search', string>>;
  readonly footer: {
    readonly licence: (name: string) => string;
    readonly corrections: string;
    readonly truth: string;
    readonly address: string;
  };
  readonly searchForm: {
    readonly label: string;
    readonly placeholder: string;
    readonly submit: string;
    readonly try: string;
  };
  readonly homePage: {
    readonly holdings: string;
    readonly units: string;
    readonly latest: string;
    readonly steps: string;
    readonly more: string;
    readonly read: readonly { readonly title: string; readonly text: string }[];
    readonly guide: string;
    readonly trend: (labels: string) => string;
  };
  readonly units: { readonly none: string; readonly count: (units: number) => string };
  readonly unit: Readonly<Record<'years' | 'uses' | 'projects' | 'indicators' | 'disclosures' | 'about' | 'citation' | 'none', string>>;
  readonly disclosure: Readonly<
    Record<
      | 'contents'
      | 'narrative'
      | 'charts'
      | 'tables'
      | 'rubrics'
      | 'statements'
      | 'statementsNote'
      | 'checks'
      | 'checksNote'
      | 'noChecks'
      | 'seeChecks'
      | 'source'
      | 'citation',
      string
    >
  > & { readonly agreeing: (count: number, all: boolean) => string };
  readonly table: {
    readonly csv: (title: string) => string;
    readonly scroll: string;
    readonly printed: string;
    readonly note: string;
    readonly remark: string;
    readonly blank: string;
    readonly marks: string;
    readonly markOf: (verdict: Verdict) => string;
  };
  readonly statementHead: readonly [section: string, subject: string, figure: string, basis: string, cell: string];
  readonly checkHead: readonly [verdict: string, sum: string, rule: string];
  readonly rubricHead: readonly [group: string, criterion: string, points: string];
  readonly verdicts: Readonly<Record<Verdict, VerdictWords>>;
  readonly origins: Readonly<Record<OriginMark, string>>;
  readonly chart: { readonly key: string; readonly hollow: string };
  readonly code: {
    readonly definition: string;
    readonly variants: string;
    readonly children: string;
    readonly who: string;
    readonly none: string;
    readonly head: readonly [unit: string, year: string, stage: string, fund: string, amount: string];
    readonly indexHead: readonly [code: string, name: string, units: string];
  };
  readonly glossary: Readonly<Record<'more' | 'aliases' | 'related' | 'occurrences' | 'lead', string>>;
  readonly search: SectionStrings &
    SearchStrings & {
      readonly help: string;
      readonly filterBy: string;
      readonly results: string;
      readonly withoutScript: string;
      readonly browse: Readonly<Record<'units' | 'years' | 'functions' | 'economic', string>>;
    };
  readonly notFound: SectionStrings & { readonly text: string; readonly search: string };
  readonly copy: string;
  readonly copied: string;
  readonly colon: string;
  readonly findings: {
    readonly title: (count: number) => string;
    readonly help: string;
    readonly more: (count: number) => string;
    readonly mark: Readonly<Record<Severity, string>>;
  };
}

export const zhCN: Strings = {
  language: 'zh-CN',
  brand: '明账',
  skip: '跳到正文',
  home: '首页',
  crumbs: '所在位置',
  siteNavigation: '全站',
  nav: {
    units: '单位',
    functions: '功能科目',
    economic: '经济科目',
    glossary: '名词解释',
    checks: '核对结果',
    coverage: '收录情况',
    search: '搜索',
  },
  footer: {
    licence: (name) => `数据许可：${name}`,
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
    trend: (labels) => `历年：${labels}`,
  },
  units: { none: '这里还没有收录任何单位。', count: (units) => `${units} 个单位` },
  unit: {
    years: '逐年变化',
    uses: '钱用在哪里',
    projects: '项目',
    indicators: '人员、车辆与采购',
    disclosures: '公开文件',
    about: '这是什么单位',
    citation: '引用本页',
    none: '还没有收录这个单位的公开文件。',
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
    citation: '引用本页',
    agreeing: (count, all) => (all ? `${count} 项全部相符，展开查看` : `其余 ${count} 项相符，展开查看`),
  },
  table: {
    csv: (title) => `下载“${title}”的 CSV`,
    scroll: '左右滑动看全表',
    printed: '原文写明：',
    note: '原表注：',
    remark: '编者注：',
    blank: '空白的格子，原表就没有填，不等于 0。≈ 表示差额可由四舍五入解释，≠ 表示对不上，每一处都附算式。',
    marks: '核对说明',
    markOf: (verdict) => `${VERDICTS[verdict].name}，查看算式`,
  },
  statementHead: ['所在章节', '内容', '数字', '比较依据', '对应单元格'],
  checkHead: ['结果', '算式与位置', '规则'],
  rubricHead: ['类别', '考核内容', '分值'],
  verdicts: VERDICTS,
  origins: ORIGIN_NAMES,
  chart: { key: '图例', hollow: '虚线：文中所述或推算' },
  code: {
    definition: '这个科目管什么',
    variants: '原文也写作',
    children: '下级科目',
    who: '谁在用',
    none: '已收录的文件里没有这个科目的数字。',
    head: ['单位', '年度', '口径', '资金', '金额'],
    indexHead: ['编码', '名称', '单位数'],
  },
  glossary: {
    more: '详细解释',
    aliases: '又作',
    related: '相关名词',
    occurrences: '出现在',
    lead: '公开文件里常见的词，用平常话说一遍。',
  },
  search: {
    title: '搜索',
    description: '在全部公开文件里查单位、科目、金额和原文。',
    help: '可以输入单位名称、科目名称或编码、金额，或者文件里的一句话。',
    filterBy: '筛选',
    results: '搜索结果',
    withoutScript: '搜索框需要浏览器运行脚本。没有脚本时，可以从下面的目录找到每一页。',
    browse: { units: '按单位', years: '按年度', functions: '按功能科目', economic: '按经济科目' },
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
  },
  notFound: {
    title: '没有这一页',
    description: '这个地址没有对应的页面。',
    text: '地址可能抄错了。已公布的页面地址不会改变，也不会删除。',
    search: '搜索一下，或者从这里开始：',
  },
  copy: '复制',
  copied: '已复制',
  colon: '：',
  findings: {
    title: (count) => `有 ${count} 个问题需要处理`,
    help: '只在预览时显示，不会发布。',
    more: (count) => `其余 ${count} 个`,
    mark: { error: '错误', warning: '提醒', info: '说明' },
  },
};
