import { PROJECTS } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '表格是空的',
    en: 'The table has no header row',
  },
  explanation: {
    zh: 'CSV 的第一行是栏目名称，照原表抄录。没有任何数字的表也要保留这一行。',
    en: 'The first row of a CSV holds the printed column labels, also where the table has no figures.',
  },
  message: {
    zh: '文件里没有栏目行。请把原表的栏目名称写在第一行。',
    en: 'The file has no header row. Write the printed column labels in its first line.',
  },
  bad: { file: PROJECTS, content: '', at: { line: 1, column: 1 } },
});
