import { BUDGET } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '正文里不能有程序或 HTML',
    en: 'Code or HTML in the text',
  },
  explanation: {
    zh: '正文是资料，不是程序：不能写 import、export、{…} 或 HTML 标签。',
    en: 'The text is data, not a program: no import, export, {…} or HTML.',
  },
  message: {
    zh: '正文里不能写“{found}”。请改用 Markdown；花括号请写成文字。',
    en: '“{found}” is not allowed in the text. Use Markdown instead.',
  },
  bad: { file: BUDGET, replace: ['## 支出\n', '## 支出\n\n{1 + 1}\n'], at: { line: 24, column: 1 } },
});
