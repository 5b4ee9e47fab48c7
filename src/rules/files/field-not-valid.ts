import { UNIT } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '字段的内容不合规定',
    en: 'A field has a value that is not allowed',
  },
  explanation: {
    zh: '字段只接受规定的写法：日期如 2024-02-13，类型只能从几种里选，编号只用小写字母、数字和连字符。',
    en: 'A field takes only what is defined for it: dates as 2024-02-13, one of a list of words, ids of lower-case letters, digits and hyphens.',
  },
  message: {
    zh: '字段“{field}”的内容是“{found}”，应为：{expected}。',
    en: 'The field “{field}” is “{found}”; expected: {expectedEn}.',
  },
  bad: { file: UNIT, replace: ['"990100"', '示例市'], at: { line: 3, column: 9 } },
});
