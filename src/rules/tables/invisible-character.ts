import { EXPENDITURE } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '夹着看不见的字符',
    en: 'An invisible character',
  },
  explanation: {
    zh: '从网页或 PDF 复制文字时会带进零宽空格之类看不见的字符，搜索和核对会因此失败。',
    en: 'Text copied from a web page or PDF may carry zero-width characters, which break search and checks.',
  },
  message: {
    zh: '“{label}”一栏里夹着看不见的字符。请删去这一格重新输入。',
    en: 'An invisible character stands in “{label}”. Empty the cell and type it again.',
  },
  bad: { file: EXPENDITURE, replace: ['事业运行', '事业\u200b运行'], at: { line: 5, column: 9 } },
});
