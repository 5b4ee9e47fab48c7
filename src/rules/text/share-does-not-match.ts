import { STATEMENTS as FILE } from '../example-archive.ts';
import { defineRule } from '../rule.ts';
import { figureAt, inputOf, reconcileQuotient } from '../stated.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '正文的占比与两个数不符',
    en: 'A share in the text does not match its two figures',
  },
  explanation: {
    zh: '“占 75.5%”应等于部分除以整体。印出的数各有四舍五入，所以按区间核对；整体为零时没有答案，标为“没有答案”。',
    en: 'A share is the part over the whole. Each is rounded, so the check works with intervals; where the whole is zero there is no answer.',
  },
  message: {
    zh: '正文“{row}”为 {stated}%，按两个数算得 {sum}，相差 {difference} 个百分点。请对照原件核对。',
    en: 'The text says {stated}% for “{row}”, the two figures give {sum}: {difference} points apart. Check them against the published document.',
  },
  bad: { file: FILE, replace: ['share,80.0', 'share,85.0'], at: { line: 4 } },
  *reconcile(disclosure) {
    for (const statement of disclosure.statements) {
      if (statement.measure !== 'share') continue;
      const { cell = '', of = '' } = statement;
      const part = figureAt(disclosure, cell);
      const whole = figureAt(disclosure, of);
      const inputs = [...(part ? [inputOf(cell, part.value)] : []), ...(whole ? [inputOf(of, whole.value)] : [])];
      yield reconcileQuotient('share-does-not-match', disclosure, statement, part?.value, whole?.value, inputs);
    }
  },
});
