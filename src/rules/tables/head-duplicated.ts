import { EXPENDITURE } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '栏目名称重复',
    en: 'A column label stands twice',
  },
  explanation: {
    zh: '两栏同名，就分不清哪一栏是哪一栏。两层表头要写全，例如“基本支出/小计”“项目支出/小计”。',
    en: 'With two columns of one name nobody can tell them apart. Write two-level heads whole.',
  },
  message: {
    zh: '栏目“{label}”出现了两次。请照原表改正，两层表头写成“上层/下层”。',
    en: 'The column “{label}” stands twice. Write two-level heads as “upper/lower”.',
  },
  bad: { file: EXPENDITURE, replace: ['人员支出', '总计'], at: { line: 1, column: 14 } },
});
