import { BALANCE } from '../example-archive.ts';
import { addableColumns, declaredSums, reconcileSum } from '../reconcile.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '各行之和不等于合计行',
    en: 'Rows do not sum to their total row',
  },
  explanation: {
    zh: '合计行等于它所包括的各行之和，例如财政拨款等于一般公共预算、政府性基金预算、国有资本经营预算三项之和。',
    en: 'A total row is the sum of the rows it covers.',
  },
  message: {
    zh: '“{row}”的“{column}”为 {stated}，各行合计 {sum}，相差 {difference}。请对照原件核对这些行。',
    en: '“{column}” of “{row}” is {stated}, its rows make {sum}: {difference} apart. Check these rows against the published document.',
  },
  bad: { file: BALANCE, replace: ['政府性基金预算,', '政府性基金预算,1.00'], at: { line: 2 } },
  *reconcile(disclosure) {
    for (const { table, identity } of declaredSums(disclosure, 'rows-sum')) {
      const total = table.rows.find((row) => row.key === identity.total);
      // A row printed twice keeps the declared key the first time only, and is not counted twice.
      const parts = table.rows.filter((row) => identity.parts.includes(row.key));
      if (!total || parts.length === 0) continue;
      for (const column of addableColumns(table, identity.columns, total)) {
        const cells = parts.map((row) => ({ table, row, column }));
        const check = reconcileSum('rows-do-not-sum', { table, row: total, column }, cells);
        if (check) yield check;
      }
    }
  },
});
