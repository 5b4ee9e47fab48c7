import { EXPENDITURE } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '数字栏里不是数字',
    en: 'A figure that is no number',
  },
  explanation: {
    zh: '数字栏里只写原表印出的数字，例如 339.43；没有数字就留空，印着横线就写“-”。全角数字、“万元”字样、中文数字、△ 或括号表示的负数、公式，都要改成普通数字，不会自动改动。',
    en: 'A figure column holds the printed number only, such as 339.43; blank stays blank and a dash a dash. Full-width digits, units, Chinese numerals, △ or brackets for negatives and formulas must be written as plain numbers; nothing is changed silently.',
  },
  message: {
    zh: '“{label}”一栏里的“{found}”不是可以计算的数字：{advice}。',
    en: '“{found}” in “{label}” is no number that can be added up: {adviceEn}.',
  },
  bad: { file: EXPENDITURE, replace: ['0.30', '0.30万元'], at: { line: 6, column: 21 } },
});
