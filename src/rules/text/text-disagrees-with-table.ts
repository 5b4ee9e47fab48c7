import { STATEMENTS as FILE } from '../example-archive.ts';
import { defineRule } from '../rule.ts';
import { sameAcrossScales } from '../scales.ts';
import { figureAt, inputOf, statementPlace } from '../stated.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '正文的数与表格的数不同',
    en: 'The text and a table state different figures',
  },
  explanation: {
    zh: '同一个数在正文和表格里各印一次，应当完全相同。允许写法不同（57 与 57.00），不允许数值不同。一处用元、一处用万元时，先换算；四舍五入造成的差额标作 ≈。',
    en: 'A fact printed in the text and in a table must be the same. It may be written differently (57 and 57.00), but not differ. Where one is in 元 and one in 万元, they are converted, and a difference that rounding explains is marked ≈.',
  },
  message: {
    zh: '正文“{row}”为 {stated}，它所指的“{other}”为 {sum}，相差 {difference}。请对照原件核对两处。',
    en: 'The text says {stated} for “{row}”, “{other}” says {sum}: {difference} apart. Check both places against the published document.',
  },
  bad: { file: FILE, replace: ['total,二（一）,支出预算,amount,10.00', 'total,二（一）,支出预算,amount,10.10'], at: { line: 2 } },
  *reconcile(disclosure, archive) {
    for (const statement of disclosure.statements) {
      const { id, measure, value, unit, cell } = statement;
      const other = cell === undefined ? undefined : figureAt(disclosure, cell);
      if ((measure !== 'amount' && measure !== 'count') || cell === undefined || !other) continue;
      const counted = !Object.hasOwn(archive.facts.scales, unit) || !Object.hasOwn(archive.facts.scales, other.unit);
      const outcome = sameAcrossScales(statement, counted ? { value: other.value, unit } : other, archive);
      if (!outcome) continue;
      yield {
        rule: 'text-disagrees-with-table',
        operation: 'equality',
        cell: `statements.${id}`,
        place: statementPlace(disclosure, statement),
        stated: value,
        ...outcome,
        inputs: [inputOf(cell, other.value)],
      };
    }
  },
});
