import { BUDGET } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '标签缺少属性',
    en: 'An attribute is missing',
  },
  explanation: {
    zh: '引用一个数字要写明表、行、栏：<Figure table="…" row="…" column="…" />。',
    en: 'A reference names table, row and column.',
  },
  message: {
    zh: '<{component} /> 缺少“{attribute}”。',
    en: '<{component} /> lacks “{attribute}”.',
  },
  bad: { file: BUDGET, replace: [' column="total"', ''], at: { line: 24, column: 8 } },
});
