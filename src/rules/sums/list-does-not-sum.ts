import type { Row } from '../../domain/archive.ts';
import { PROJECTS } from '../example-archive.ts';
import { addableColumns, declaredSums, reconcileSum } from '../reconcile.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '清单各行之和不等于合计',
    en: 'A list does not sum to its total',
  },
  explanation: {
    zh: '项目清单之类的表，合计等于列出的各行之和。',
    en: 'In a list such as that of projects, the total is the sum of the rows listed.',
  },
  message: {
    zh: '“{row}”的“{column}”为 {stated}，列出的各行合计 {sum}，相差 {difference}。请对照原件核对这些行，看有没有漏行。',
    en: '“{column}” of “{row}” is {stated}, the rows listed make {sum}: {difference} apart. Check them against the published document; a row may be missing.',
  },
  bad: { file: PROJECTS, replace: ['路灯维修,1.00', '路灯维修,1.50'], at: { line: 2 } },
  *reconcile(disclosure) {
    for (const { table, identity } of declaredSums(disclosure, 'list-sum')) {
      const total = table.rows.find((row) => row.declared === identity.total);
      const parts = listed(table.rows, identity.under);
      if (!total || parts.length === 0) continue;
      for (const column of addableColumns(table, identity.columns, total)) {
        const cells = parts.map((row) => ({ table, row, column }));
        const check = reconcileSum('list-does-not-sum', { table, row: total, column }, cells);
        if (check) yield check;
      }
    }
  },
});

/** Rows that are not declared: all of them, or those between a declared row and the next. */
function listed(rows: readonly Row[], under: string | undefined): Row[] {
  if (!under) return rows.filter((row) => !row.declared);
  const start = rows.findIndex((row) => row.declared === under);
  if (start < 0) return [];
  const length = rows.slice(start + 1).findIndex((row) => row.declared);
  return rows.slice(start + 1, length < 0 ? undefined : start + 1 + length);
}
