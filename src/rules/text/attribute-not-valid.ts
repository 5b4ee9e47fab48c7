import { BUDGET } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '标签的写法不对',
    en: 'An attribute is not allowed',
  },
  explanation: {
    zh: '标签里只能写规定的属性，值用英文双引号括起来。',
    en: 'A component takes only its own attributes, their values in double quotes.',
  },
  message: {
    zh: '<{component} /> 里的“{attribute}”不能这样写。应有：{expected}，值用英文双引号括起来。',
    en: '“{attribute}” is not allowed in <{component} />. It takes: {expected}, with values in double quotes.',
  },
  bad: { file: BUDGET, replace: ['<Statement id="change"', '<Statement id="change" colour="red"'], at: { line: 24, column: 66 } },
});
