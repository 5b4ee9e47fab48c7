import { EXPENDITURE } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '编码里有不该有的字符',
    en: 'A code has characters that do not belong',
  },
  explanation: {
    zh: '科目编码只由数字组成，类、款、项分别是 3、5、7 位（别处的科目表可以有字母、点和连字符）。常见的问题是中间有空格，或者电子表格把它变成了小数。',
    en: 'Codes are digits, and have letters, points or hyphens only where the classification does. Often a space slipped in, or a spreadsheet made it a decimal number.',
  },
  message: {
    zh: '编码“{found}”里有{fault}。请改成{expected}。',
    en: 'The code “{found}” has {faultEn}. Write {expectedEn}.',
  },
  bad: { file: EXPENDITURE, replace: ['2040250,', '20402 50,'], at: { line: 5, column: 1 } },
});
