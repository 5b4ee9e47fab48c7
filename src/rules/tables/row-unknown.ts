import { EXPENDITURE } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '这一行没有编码',
    en: 'A row without its code',
  },
  explanation: {
    zh: '按科目列的表，每一行都有编码，只有合计之类的固定行没有。编码写进了名称一栏，或者漏了编码，这一行就不参加逐级汇总。',
    en: 'In a table by code every row has one, but for fixed rows such as the total. A row whose code is left out, or stands in the name, would take no part in the sums.',
  },
  message: {
    zh: '“{name}”没有编码，也不是这种表的固定行。请把编码写在“{column}”一栏，或核对名称。',
    en: '“{name}” has no code and is no fixed row of this table. Write its code in the column “{column}”, or check its name.',
  },
  bad: { file: EXPENDITURE, replace: ['2040250,事业运行', ',2040250事业运行'], at: { line: 5, column: 2 } },
});
