import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '缺少必需的文件',
    en: 'A needed file is missing',
  },
  explanation: {
    zh: '有表格而没有对应的公开文件说明，或者缺少档案的基本信息，都无法生成网页。',
    en: 'Tables without the document that describes them, or an archive without its facts, cannot become pages.',
  },
  message: {
    zh: '缺少文件 {file}。请补上，或删去依赖它的数据。',
    en: 'The file {file} is missing. Add it, or remove the data that need it.',
  },
  bad: {
    file: 'content/disclosures/river-town/2024-budget.mdx',
    content: null,
    at: { file: 'data/disclosures/river-town/2024-budget/balance.csv' },
  },
});
