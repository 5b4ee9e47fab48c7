import { BUDGET } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '没有这种表',
    en: 'The table kind is not declared',
  },
  explanation: {
    zh: '每张表属于一种已经声明的表（data/table-kinds），从而知道每一栏是什么。',
    en: 'Every table is of a declared kind (data/table-kinds), which says what its columns are.',
  },
  message: {
    zh: '表“{table}”的种类“{kind}”没有声明。现有：{known}。',
    en: 'The kind “{kind}” of the table “{table}” is not declared. There are: {known}.',
  },
  bad: { file: BUDGET, replace: ['  - id: projects\n', '  - id: projects\n    kind: project-list\n'], at: { line: 15, column: 11 } },
});
