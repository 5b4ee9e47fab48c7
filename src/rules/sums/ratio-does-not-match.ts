import type { Check, Row } from '../../domain/archive.ts';
import { percentOf } from '../../domain/decimal.ts';
import type { ReadTable } from '../../reading/read-archive.ts';
import { EXECUTION } from '../example-archive.ts';
import { declaredSums, ratioVerdict, referenceOf, valueAt } from '../reconcile.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '百分比与两个数不符',
    en: 'A percentage does not match its two figures',
  },
  explanation: {
    zh: '百分比由表中两个数相除得出，例如执行率等于预算执行数除以调整后预算数。印出的数各有四舍五入，所以按区间核对；除数为零时没有答案，标为“没有答案”。',
    en: 'A percentage is the quotient of two printed figures, such as executed over adjusted. Each is rounded, so the check works with intervals; a zero divisor has no answer.',
  },
  message: {
    zh: '“{row}”的“{column}”为 {stated}%，按表中两个数算得 {sum}，相差 {difference} 个百分点。请对照原件核对这一行。',
    en: '“{column}” of “{row}” is {stated}%, the two figures give {sum}: {difference} points apart. Check this row against the published document.',
  },
  bad: { file: EXECUTION, replace: ['75%', '57%'], at: { line: 2 } },
  *reconcile(disclosure) {
    for (const { table, identity } of declaredSums(disclosure, 'ratio')) {
      for (const row of table.rows) {
        const check = reconcileRatio(table, row, identity);
        if (check) yield check;
      }
    }
  },
});

function reconcileRatio(table: ReadTable, row: Row, columns: { value: string; part: string; whole: string }): Check | undefined {
  const at = (column: string) => ({ table, row, column });
  const stated = valueAt(at(columns.value));
  const part = valueAt(at(columns.part));
  const whole = valueAt(at(columns.whole));
  if (!stated) return undefined;
  const field = row.cells.get(columns.value)?.field;
  const inputs = [
    ...(part ? [{ cell: referenceOf(at(columns.part)), value: part, sign: 1 as const }] : []),
    ...(whole ? [{ cell: referenceOf(at(columns.whole)), value: whole, sign: 1 as const }] : []),
  ];
  const computed = part && whole ? percentOf(part, whole, stated.places) : undefined;
  return {
    rule: 'ratio-does-not-match',
    operation: 'quotient',
    verdict: !part || !whole ? 'not-checkable' : ratioVerdict(stated, part, whole),
    cell: referenceOf(at(columns.value)),
    place: { file: table.file ?? '', line: row.line, ...(field ? { field } : {}) },
    stated,
    ...(computed ? { computed } : {}),
    inputs,
  };
}
