import { PROJECTS } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '一行的栏数不对',
    en: 'A row has too many or too few fields',
  },
  explanation: {
    zh: '每一行的栏数要和第一行相同。多半是少了或多了一个逗号，或者数字里带着千位逗号而没有用引号括起来。',
    en: 'Every row has as many fields as the header. Usually a comma is missing or too many, or a number has an unquoted thousands comma.',
  },
  message: {
    zh: '这一行有 {found} 栏，栏目行有 {expected} 栏（{start}）。请检查逗号。',
    en: 'This row has {found} fields, the header has {expected} ({start}). Check its commas.',
  },
  bad: { file: PROJECTS, replace: ['路灯维修,1.00', '路灯维修,1,000.00'], at: { line: 4 } },
});
