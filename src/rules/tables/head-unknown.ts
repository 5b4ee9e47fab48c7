import { EXPENDITURE } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '不认识的栏目名称',
    en: 'An unknown column label',
  },
  explanation: {
    zh: '栏目名称照原表抄写，表的种类（data/table-kinds）列出认识的名称和写法。两层表头用斜线连接。',
    en: 'Labels stand as printed; the table kind lists those it knows. Two-level heads are joined with a slash.',
  },
  message: {
    zh: '不认识栏目“{label}”。{advice}',
    en: 'The column “{label}” is not known. {adviceEn}',
  },
  bad: { file: EXPENDITURE, replace: ['公用经费', '公用经废'], at: { line: 1, column: 19 } },
});
