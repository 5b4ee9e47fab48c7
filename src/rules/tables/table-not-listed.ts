import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '数据文件没有列入公开文件',
    en: 'A table that its disclosure does not list',
  },
  explanation: {
    zh: '公开文件按印刷顺序列出所有的表；没有列出的 CSV 不会出现在网页上。',
    en: 'A disclosure lists its tables in printed order; one it does not list would not appear.',
  },
  message: {
    zh: '{file} 没有列在 {document} 的 tables 里。请列上它，或删去文件。',
    en: '{file} is not in the tables of {document}. List it, or delete the file.',
  },
  bad: { file: 'data/disclosures/river-town/2024-budget/extra.csv', content: '项目名称,金额\n', at: {} },
});
