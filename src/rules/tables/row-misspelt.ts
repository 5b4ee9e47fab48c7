import { PROJECTS } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '固定行的名称写错了',
    en: 'A fixed row is misspelt',
  },
  explanation: {
    zh: '合计之类的固定行靠名称认出。差一个字就认不出来，这一行的核对也就没有了，所以要报告。',
    en: 'Totals and other fixed rows are known by their names. With one wrong character the row is not recognised and its checks would silently stop.',
  },
  message: {
    zh: '“{found}”是不是“{near}”？请改正这一行的名称，否则它不会作为合计核对。',
    en: 'Is “{found}” meant to be “{near}”? Correct the name, or the row will not be checked as a total.',
  },
  bad: { file: PROJECTS, replace: ['合计,', '合汁,'], at: { line: 2, column: 1 } },
});
