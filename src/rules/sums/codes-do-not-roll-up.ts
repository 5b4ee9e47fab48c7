import type { Row } from '../../domain/archive.ts';
import { CODE, codesAbove } from '../../domain/codes.ts';
import type { Classification } from '../../domain/declarations.ts';
import { classificationInForce } from '../../reading/in-force.ts';
import type { ReadTable } from '../../reading/read-archive.ts';
import { EXPENDITURE } from '../example-archive.ts';
import { declaredSums, isAddable, reconcileSum } from '../reconcile.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '类、款、项逐级汇总不相等',
    en: 'Codes do not add up to the code above them',
  },
  explanation: {
    zh: '每一类等于其下各款之和，每一款等于其下各项之和，合计等于各类之和，每一栏都如此。只核对表中印出的科目。',
    en: 'Each 类 is the sum of its 款, each 款 of its 项, and the total that of the highest codes printed, in every column.',
  },
  message: {
    zh: '“{row}”的“{column}”为 {stated}，其下各科目合计 {sum}，相差 {difference}。请对照原件核对这些行。',
    en: '“{column}” of “{row}” is {stated}, the codes under it make {sum}: {difference} apart. Check these rows against the published document.',
  },
  bad: { file: EXPENDITURE, replace: ['0.50,0.30,0.20', '1.50,1.30,0.20'], at: { line: 4 } },
  *reconcile(disclosure, archive) {
    for (const { table, identity } of declaredSums(disclosure, 'roll-up')) {
      const classification = classificationInForce(disclosure.fields, table.kind?.classification, archive);
      const doubtful = hasUnknownCode(table, classification);
      const { highest, children } = codeTree(table.rows, classification);
      const totalRow = table.rows.find((row) => row.key === identity.total);
      const sums = [...(totalRow && highest.length > 0 ? [[totalRow, highest] as const] : []), ...(identity.highestOnly ? [] : children)];
      for (const each of table.columns) {
        const column = each.kind.id;
        for (const [row, parts] of sums) {
          if (!isAddable(each, identity.columns, row)) continue;
          const cells = parts.map((part) => ({ table, row: part, column }));
          const check = reconcileSum('codes-do-not-roll-up', { table, row, column }, cells);
          // A code that is not in the classification has its own finding, and may stand in the wrong sum.
          if (check) yield check.verdict === 'fail' && doubtful ? { ...check, verdict: 'not-checkable' } : check;
        }
      }
    }
  },
});

function hasUnknownCode({ rows }: ReadTable, classification: Classification | undefined): boolean {
  return classification !== undefined && rows.some(({ code }) => code !== undefined && !classification.codes.has(code));
}

/** Rows with no code above them in the table, and each row's rows directly below. */
function codeTree(rows: readonly Row[], classification: Classification | undefined): { highest: Row[]; children: Map<Row, Row[]> } {
  const coded = rows.filter((row) => row.code && row.code !== row.name && CODE.test(row.code));
  const byCode = new Map(coded.map((row) => [row.code, row]));
  const highest: Row[] = [];
  const children = new Map<Row, Row[]>();
  for (const row of coded) {
    const above = codesAbove(row.code ?? '', classification).find((code) => byCode.has(code));
    const parent = above === undefined ? undefined : byCode.get(above);
    if (!parent) highest.push(row);
    else children.set(parent, [...(children.get(parent) ?? []), row]);
  }
  return { highest, children };
}
