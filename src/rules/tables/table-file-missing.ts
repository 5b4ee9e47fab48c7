import { PROJECTS } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '列出的表没有数据文件',
    en: 'A listed table has no file',
  },
  explanation: {
    zh: '公开文件列出的每张表都要有 CSV；确实没有的，要写明状态：not-included（目录有而正文没有）或 not-transcribed（尚未录入）。',
    en: 'Every listed table has its CSV, or a state that says why not: not-included or not-transcribed.',
  },
  message: {
    zh: '“{title}”没有数据文件 {file}。请补上；原件没有这张表就写 state: not-included，尚未录入就写 state: not-transcribed。',
    en: '“{title}” has no file {file}. Add it, or give the state not-included or not-transcribed.',
  },
  bad: { file: PROJECTS, content: null, at: { file: 'content/disclosures/river-town/2024-budget.mdx', line: 14, column: 9 } },
});
