import { PROJECTS } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '引号没有配对',
    en: 'A quotation mark is not closed',
  },
  explanation: {
    zh: 'CSV 里含有逗号或换行的内容要用英文双引号括起来；少了一个引号，后面的行就会连成一片。',
    en: 'A field with commas or line breaks stands in double quotes; where one is missing, the following rows run together.',
  },
  message: {
    zh: '这一行的英文双引号没有配对：{start}。请补上或删去一个引号。',
    en: 'The double quotes of this row do not pair: {start}. Add or remove one.',
  },
  bad: { file: PROJECTS, replace: ['路灯维修,1.00\n', '"路灯维修,1.00\n'], at: { line: 4, column: 1 } },
});
