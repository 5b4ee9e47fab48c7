import type { Row } from '../../domain/archive.ts';
import { RUBRIC } from '../example-archive.ts';
import { declaredSums, reconcileSum } from '../reconcile.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '一组各行之和不等于该组总数',
    en: 'A group does not sum to its total',
  },
  explanation: {
    zh: '合并单元格把几行归为一组，组的总数等于组内各行之和，例如考核大项的分值等于各小项之和。',
    en: 'A merged cell makes a group of rows; its total is the sum of the rows, as the points of a topic are those of its criteria.',
  },
  message: {
    zh: '“{row}”的“{column}”为 {stated}，组内各行合计 {sum}，相差 {difference}。请对照原件核对这一组。',
    en: '“{column}” of “{row}” is {stated}, its rows make {sum}: {difference} apart. Check this group against the published document.',
  },
  bad: { file: RUBRIC, replace: ['按时报送,20', '按时报送,25'], at: { line: 2 } },
  *reconcile(disclosure) {
    for (const { table, identity } of declaredSums(disclosure, 'group-sum')) {
      for (const rows of groups(table.rows, identity.by)) {
        const [first] = rows;
        if (!first) continue;
        const cells = rows.map((row) => ({ table, row, column: identity.parts }));
        const check = reconcileSum('groups-do-not-sum', { table, row: first, column: identity.total }, cells);
        if (check) yield check;
      }
    }
  },
});

/** A group begins where the merged column is filled. */
function groups(rows: readonly Row[], by: string): Row[][] {
  const found: Row[][] = [];
  for (const row of rows) {
    if (row.cells.get(by)?.content !== 'blank' || found.length === 0) found.push([]);
    found.at(-1)?.push(row);
  }
  return found;
}
