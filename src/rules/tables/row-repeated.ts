import { EXPENDITURE } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '同一编码出现了两次',
    en: 'A code stands twice',
  },
  explanation: {
    zh: '一张表里同一科目编码只应有一行；重复的行会被加两次。',
    en: 'A code has one row in a table; a second one would be counted twice.',
  },
  message: {
    zh: '编码 {key}（{name}）在前面已经出现过。请核对编码，或删去重复的行。',
    en: 'The code {key} ({name}) has a row already. Check the code, or delete the repeated row.',
  },
  bad: { file: EXPENDITURE, replace: ['2040299,', '2040250,'], at: { line: 6, column: 1 } },
});
