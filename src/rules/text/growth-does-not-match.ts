import type { Check, Statement } from '../../domain/archive.ts';
import { add, decimal } from '../../domain/decimal.ts';
import { exact, minus, narrow } from '../../domain/exact.ts';
import type { ReadDisclosure } from '../../reading/read-archive.ts';
import { STATEMENTS as FILE } from '../example-archive.ts';
import { ratioVerdict } from '../reconcile.ts';
import { defineRule } from '../rule.ts';
import { figureAt, inputOf, reconcileQuotient } from '../stated.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '正文的增减幅度与增减额不符',
    en: 'A growth rate in the text does not match its change',
  },
  explanation: {
    zh: '“增加 66.25 万元，增长 18.6%”：增长率应等于增减额除以上年数，上年数等于本年数减去增减额。正文直接印出上年数的，写在 of 一栏，增减额等于两数之差。上年数为零时没有答案。',
    en: 'In “up by 66.25, or 18.6%”, the rate is the change over the year before, which is this year less the change. A text that prints the year before itself names it in the column of, and the change is the difference. Where the year before is zero there is no answer.',
  },
  message: {
    zh: '正文“{row}”为 {stated}%，按增减额算得 {sum}，相差 {difference} 个百分点。请对照原件核对。',
    en: 'The text says {stated}% for “{row}”, the change gives {sum}: {difference} points apart. Check them against the published document.',
  },
  bad: { file: FILE, replace: ['growth,25.0', 'growth,22.0'], at: { line: 5 } },
  *reconcile(disclosure) {
    for (const statement of disclosure.statements) {
      if (statement.measure !== 'growth') continue;
      if (statement.of !== undefined) {
        yield growthOver(disclosure, statement, statement.of);
        continue;
      }
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

/** “上年 1.48，本年 2.63，增加 77.70%”: by how much this year's figure is more than the printed figure of the year before. */
function growthOver(disclosure: ReadDisclosure, statement: Statement, of: string): Check {
  const { cell = '' } = statement;
  const current = figureAt(disclosure, cell)?.value;
  const base = figureAt(disclosure, of)?.value;
  const difference = current && base && narrow(minus(exact(current), exact(base)));
  const inputs = difference && base ? [inputOf(cell, difference), inputOf(of, base)] : [];
  const check = reconcileQuotient('growth-does-not-match', disclosure, statement, difference, base, inputs);
  if (check.verdict !== 'fail' || !current || !base) return check;
  // Both figures are rounded: that this year's is 177.70% of the other's may still hold where 77.70% is a last place off.
  return { ...check, verdict: ratioVerdict(add(statement.value, decimal(100, 0)), current, base) };
}

/** The change of the same figure against the same base: the nearest one that the text prints before the rate. */
function changeBeside({ statements }: ReadDisclosure, growth: Statement): Statement | undefined {
  const same = ({ measure, cell, year, stage, basis }: Statement): boolean =>
    measure === 'change' && cell === growth.cell && year === growth.year && stage === growth.stage && basis === growth.basis;
  return statements.slice(0, statements.indexOf(growth)).findLast(same) ?? statements.find(same);
}
