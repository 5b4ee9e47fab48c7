import { STATEMENTS as FILE } from '../example-archive.ts';
import { defineRule } from '../rule.ts';
import { figureAt, inputOf, reconcileQuotient } from '../stated.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '正文的完成率与两个数不符',
    en: 'A completion rate in the text does not match its two figures',
  },
  explanation: {
    zh: '“完成年初预算的 40.62%”应等于决算数除以预算数。预算数为零时没有答案：印成 0% 或 100% 都没有意义，标为“没有答案”。',
    en: 'A completion rate is executed over budgeted. Where the budget is zero there is no answer, whether 0% or 100% is printed.',
  },
  message: {
    zh: '正文“{row}”为 {stated}%，按两个数算得 {sum}，相差 {difference} 个百分点。请对照原件核对。',
    en: 'The text says {stated}% for “{row}”, the two figures give {sum}: {difference} points apart. Check them against the published document.',
  },
  bad: { file: FILE, replace: ['completion,75.00', 'completion,57.00'], at: { line: 6 } },
  *reconcile(disclosure) {
    for (const statement of disclosure.statements) {
      if (statement.measure !== 'completion') continue;
      const { cell = '', of = '' } = statement;
      const part = figureAt(disclosure, cell);
      const whole = figureAt(disclosure, of);
      const inputs = [...(part ? [inputOf(cell, part.value)] : []), ...(whole ? [inputOf(of, whole.value)] : [])];
      yield reconcileQuotient('completion-does-not-match', disclosure, statement, part?.value, whole?.value, inputs);
    }
  },
});
