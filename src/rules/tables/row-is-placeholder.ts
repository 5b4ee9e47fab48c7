import { EXPENDITURE } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '占位行不是数据',
    en: 'A row of placeholders',
  },
  explanation: {
    zh: '原表里的“**”和栏次行（1、2、3……）不是数据，不要录入，否则会被当成金额。',
    en: 'Rows of ** or of column numbers are no data; transcribed, they would be taken for amounts.',
  },
  message: {
    zh: '这一行是占位符或栏次（{start}），不是数据。请删去这一行。',
    en: 'This row holds placeholders or column numbers ({startEn}), no data. Delete it.',
  },
  bad: { file: EXPENDITURE, replace: [',合计,', '**,**,1,2,3,4\n,合计,'], at: { line: 2, column: 1 } },
});
