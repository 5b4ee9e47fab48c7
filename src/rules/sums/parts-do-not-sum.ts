import { EXPENDITURE } from '../example-archive.ts';
import { declaredSums, reconcileSum } from '../reconcile.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '一行之内，各分项之和不等于合计',
    en: 'Within a row, the parts do not sum to the total',
  },
  explanation: {
    zh: '这一栏应等于同一行另外几栏之和。四舍五入造成的微小差额会标作 ≈，不算错误；超出四舍五入所能解释的范围，就要核对原件。',
    en: 'A column should be the sum of others in its row. A difference that rounding explains is marked ≈; a larger one must be checked against the published document.',
  },
  message: {
    zh: '“{row}”的“{column}”为 {stated}，各分项合计 {sum}，相差 {difference}。请对照原件核对这一行。',
    en: '“{column}” of “{row}” is {stated}, its parts make {sum}: {difference} apart. Check this row against the published document.',
  },
  bad: {
    file: EXPENDITURE,
    replace: [
      '2040250,事业运行,9.50,7.70,1.80,0.50\n2040299,其他公安支出,0.50,0.30,0.20',
      '2040250,事业运行,9.50,7.70,1.90,0.50\n2040299,其他公安支出,0.50,0.30,0.10',
    ],
    at: { line: 5, column: 14 },
  },
  *reconcile(disclosure) {
    for (const { table, identity } of declaredSums(disclosure, 'row-sum')) {
      if (!table.columns.some(({ kind }) => kind.id === identity.total)) continue;
      for (const row of table.rows) {
        const parts = identity.parts.map((column) => ({ table, row, column }));
        const check = reconcileSum('parts-do-not-sum', { table, row, column: identity.total }, parts);
        if (check) yield check;
      }
    }
  },
});
