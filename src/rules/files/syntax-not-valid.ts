import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '文件头或 JSON 的写法有误',
    en: 'The fields cannot be read',
  },
  explanation: {
    zh: 'YAML 或 JSON 有语法错误，例如少了引号、冒号或逗号，缩进不齐，或者同一个字段写了两次。',
    en: 'A syntax error in YAML or JSON: a missing quote, colon or comma, uneven indentation, or a field given twice.',
  },
  message: {
    zh: '从这里读不下去：{reason}。请检查引号、冒号、逗号和缩进。',
    en: 'Cannot read on from here: {detail}. Check quotes, colons, commas and indentation.',
  },
  bad: { file: 'data/profiles/town-budget.json', replace: ['"type": "budget",', '"type": "budget'], at: { line: 5, column: 11 } },
});
