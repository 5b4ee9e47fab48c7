import { BUDGET } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '表的状态与数据不符',
    en: 'A table’s state contradicts its file',
  },
  explanation: {
    zh: '写明“空表”的表不应有数字，写明“没有这张表”的不应有数据文件；印有内容的表不应只有栏目行。',
    en: 'A table said to be empty has no figures; one said to be absent has no file, and one that is printed has more than its head.',
  },
  message: {
    zh: '“{title}”的状态是 {state}，但 {file} 里{data}。请改正状态或数据。',
    en: '“{title}” has the state {state}, yet {file} has {dataEn}. Correct one of the two.',
  },
  bad: { file: BUDGET, replace: ['  - id: projects\n', '  - id: projects\n    state: empty\n'], at: { line: 15, column: 12 } },
});
