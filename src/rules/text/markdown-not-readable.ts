import { BUDGET } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '正文的写法有误',
    en: 'The text cannot be read',
  },
  explanation: {
    zh: '正文是 Markdown，可以使用 <Figure … /> 和 <Statement … />。尖括号没有闭合、花括号不配对，都会读不下去。',
    en: 'The text is Markdown with <Figure … /> and <Statement … />. An unclosed angle bracket or brace stops it.',
  },
  message: {
    zh: '正文从这里读不下去。请检查尖括号和花括号，引用数字写成 <Figure table="…" row="…" column="…" />。',
    en: 'The text cannot be read on from here: {reason}. Check angle brackets and braces.',
  },
  bad: { file: BUDGET, replace: ['<Statement id="change" />', '<Statement id="change"'], at: { line: 24, column: 88 } },
});
