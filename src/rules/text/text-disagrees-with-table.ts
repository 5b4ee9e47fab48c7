import { ZERO } from '../../domain/decimal.ts';
import { STATEMENTS as FILE } from '../example-archive.ts';
import { convertedOutcome, verdictOf } from '../reconcile.ts';
import { defineRule } from '../rule.ts';
import { figureAt, inputOf, inScales, statementPlace } from '../stated.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '正文的数与表格的数不同',
    en: 'The text and a table state different figures',
  },
  explanation: {
    zh: '同一个数在正文和表格里各印一次，应当完全相同。允许写法不同（57 与 57.00），不允许数值不同；金额单位不同的，换算后核对，容许各自末位的四舍五入。',
    en: 'A fact printed in the text and in a table must be the same. It may be written differently (57 and 57.00), but not differ; in another scale it is converted, and rounding in the last place of each is allowed.',
  },
  message: {
    zh: '正文“{row}”为 {stated}，它所指的“{other}”为 {sum}，相差 {difference}。请对照原件核对两处。',
    en: 'The text says {stated} for “{row}”, “{other}” says {sum}: {difference} apart. Check both places against the published document.',
  },
  bad: { file: FILE, replace: ['total,二（一）,支出预算,amount,10.00', 'total,二（一）,支出预算,amount,10.10'], at: { line: 2 } },
  *reconcile(disclosure, archive) {
    for (const statement of disclosure.statements) {
      const { id, measure, value, cell } = statement;
      const other = cell === undefined ? undefined : figureAt(disclosure, cell);
      if ((measure !== 'amount' && measure !== 'count') || cell === undefined || !other) continue;
      // An amount against a count, or in a scale that nobody declared: the units say nothing, the digits must be the same.
      const converted =
        statement.unit === other.unit || !inScales(statement, other, archive)
          ? { verdict: verdictOf(value, other.value, ZERO), computed: other.value, tolerance: ZERO }
          : convertedOutcome(value, statement.unit, other.value, other.unit, archive.facts.scales);
      yield {
        rule: 'text-disagrees-with-table',
        operation: 'equality',
        verdict: 'not-checkable',
        cell: `statements.${id}`,
        place: statementPlace(disclosure, statement),
        stated: value,
        ...converted,
        inputs: [inputOf(cell, other.value)],
      };
    }
  },
});
