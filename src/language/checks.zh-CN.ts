/** Words of the pages of checks, of rules and of coverage. */

/** `1,271` */
export const digits = (count: number): string => count.toLocaleString('en-US');

export const checksWords = {
  see: '看核对结果',
  meaning: '五种结果',
  rules: '每一种关系怎样核对，见核对规则',
  documents: '逐份文件',
  document: '单位与文件',
  total: '核对',
  barNote: '横条：实心为相符，斜线为四舍五入差，空心为其余。',
  differences: '不是正好相符的',
  differencesNote: (count: number): string =>
    `共 ${digits(count)} 处，按文件排列，不符的在前。每一处列出算式，可以点回原表的那一格；引用时用它自己的链接。`,
  noDifferences: '全部正好相符。',
  filter: '筛选',
  byVerdict: '结果',
  byUnit: '单位',
  all: '全部',
  allUnits: '全部单位',
  noMatch: '这个单位没有这种结果。',
  seeDocument: '看这份文件的全部核对',
  reason: '说明',
  permalink: '本条链接',
  claims: '两处说同一个数',
  claimsNote: '同一个数，在别的文件里、在正文里又出现一次，或者可以从正文的增减推算出来。各处的说法都保留，不取平均，也不互相覆盖。',
  claimsAgreeing: (count: number): string => `${digits(count)} 个数各处说法一致`,
  findings: '其他发现',
  findingsNote: '不是算式，而是文件本身的问题。原件确实如此的，附有说明。',
  documentCount: (count: number): string => `${digits(count)} 份`,
  citation: '引用本页',
} as const;

export const rulesWords = {
  contents: '规则分类',
  count: (count: number): string => `${digits(count)} 条`,
  says: '报告里会说',
  good: '正确',
  bad: '有误',
  lineMissing: '没有这一行',
  fileRemoved: '删去这个文件',
  fileEmpty: '空文件',
  invisible: '看不见的字符',
} as const;

export const coverageWords = {
  legend: '图例',
  blank: '空白',
  columns: '单位与年度',
  documents: (count: number): string => `${digits(count)} 份文件`,
} as const;
