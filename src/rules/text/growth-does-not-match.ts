import type { Statement } from '../../domain/archive.ts';
import { exact, minus, narrow } from '../../domain/exact.ts';
import type { ReadDisclosure } from '../../reading/read-archive.ts';
import { STATEMENTS as FILE } from '../example-archive.ts';
import { defineRule } from '../rule.ts';
import { figureAt, inputOf, reconcileQuotient } from '../stated.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '正文的增减幅度与增减额不符',
    en: 'A growth rate in the text does not match its change',
  },
  explanation: {
    zh: '“增加 66.25 万元，增长 18.6%”：增长率应等于增减额除以上年数，上年数等于本年数减去增减额。上年数为零时没有答案。',
    en: 'In “up by 66.25, or 18.6%”, the rate is the change over the year before, which is this year less the change. Where the year before is zero there is no answer.',
  },
  message: {
    zh: '正文“{row}”为 {stated}%，按增减额算得 {sum}，相差 {difference} 个百分点。请对照原件核对。',
    en: 'The text says {stated}% for “{row}”, the change gives {sum}: {difference} points apart. Check them against the published document.',
  },
  bad: { file: FILE, replace: ['growth,25.0', 'growth,22.0'], at: { line: 5 } },
  *reconcile(disclosure) {
    for (const statement of disclosure.statements) {
      if (statement.measure !== 'growth') continue;
      const change = changeBeside(disclosure, statement);
      const current = figureAt(disclosure, statement.cell ?? '');
      const base = change && current && narrow(minus(exact(current.value), exact(change.value)));
      const said = change && `statements.${change.id}`;
      const inputs =
        said && current && statement.cell
          ? [inputOf(said, change.value), inputOf(statement.cell, current.value), inputOf(said, change.value, -1)]
          : [];
      yield reconcileQuotient('growth-does-not-match', disclosure, statement, change?.value, base, inputs);
    }
  },
});

/** The change of the same figure against the same base: the nearest one that the text prints before the rate. */
function changeBeside({ statements }: ReadDisclosure, growth: Statement): Statement | undefined {
  const same = ({ measure, cell, year, stage, basis }: Statement): boolean =>
    measure === 'change' && cell === growth.cell && year === growth.year && stage === growth.stage && basis === growth.basis;
  return statements.slice(0, statements.indexOf(growth)).findLast(same) ?? statements.find(same);
}
