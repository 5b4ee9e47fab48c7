import { EXPENDITURE } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '缺少栏目',
    en: 'A column is missing',
  },
  explanation: {
    zh: '原表有的栏目，即使全空，也要保留。',
    en: 'Every printed column stays, even where it is empty.',
  },
  message: {
    zh: '缺少栏目“{label}”。请对照原表补上，没有数字也要保留空栏。',
    en: 'The column “{label}” is missing. Add it, even if it is empty.',
  },
  bad: { file: EXPENDITURE, content: '科目编码,科目名称,总计,人员支出\n,合计,10.00,10.00\n', at: { line: 1, column: 1 } },
});
