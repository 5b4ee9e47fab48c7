import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '文件名里的年度或类型不认识',
    en: 'The year or type in a document’s name is not known',
  },
  explanation: {
    zh: '公开文件以“年度-类型”命名，例如 2024-budget。年度怎样写、有哪些类型，由 data/archive.json 的 fiscalYear 和 disclosureTypes 规定；没有规定的，年度写四位数，类型是 budget、final-accounts、assessment、adjustment。',
    en: 'A document is named by fiscal year and type, as 2024-budget or 2024-25-adopted-budget. How years are written and which types there are is declared in data/archive.json under fiscalYear and disclosureTypes.',
  },
  message: {
    zh: '文件名“{name}”里的“{found}”不认识，应为：{expected}。请改名，或在 data/archive.json 里声明。',
    en: '“{found}” in the name “{name}” is not known; expected: {expectedEn}. Rename the file, or declare it in data/archive.json.',
  },
  bad: {
    file: 'content/disclosures/river-town/2024-report.mdx',
    content: '---\ntitle: 年报\nscope: unit\nsource:\n  form: pdf\n---\n',
    at: {},
  },
});
