import { BUDGET } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '不认识的标签',
    en: 'An unknown component',
  },
  explanation: {
    zh: '正文只能用 <Figure /> 和 <Statement /> 两种标签。',
    en: 'The text may use <Figure /> and <Statement /> only.',
  },
  message: {
    zh: '不认识标签“{found}”。可以用的是：{near}。',
    en: 'The component “{found}” is not known. Is it {near}?',
  },
  bad: { file: BUDGET, replace: ['<Statement id', '<Statment id'], at: { line: 24, column: 66 } },
});
