import { compare } from '../../domain/decimal.ts';
import { EXPENDITURE } from '../example-archive.ts';
import { declaredSums, reconcileSum, valueAt } from '../reconcile.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '“其中”各项之和超过总数',
    en: 'Parts named “of which” exceed their total',
  },
  explanation: {
    zh: '“其中”只列出一部分，各项之和可以小于总数，不能超过。',
    en: '“Of which” names only some parts; together they may be less than the total, never more.',
  },
  message: {
    zh: '“{row}”的“{column}”为 {stated}，“其中”各项合计 {sum}，超过 {difference}。请对照原件核对这一行。',
    en: '“{column}” of “{row}” is {stated}, the parts named make {sum}: {difference} too much. Check this row against the published document.',
  },
  bad: { file: EXPENDITURE, replace: ['2040250,事业运行,9.50,7.70,1.80,0.50', '2040250,事业运行,9.50,7.70,1.80,2.50'], at: { line: 5 } },
  *reconcile(disclosure) {
    for (const { table, identity } of declaredSums(disclosure, 'at-most')) {
      for (const row of table.rows) {
        const total = { table, row, column: identity.total };
        const check = reconcileSum(
          'parts-exceed-total',
          total,
          identity.parts.map((column) => ({ table, row, column })),
        );
        const stated = valueAt(total);
        if (!check || check.verdict === 'not-checkable') continue;
        // Less than the whole is what “of which” says.
        const within = stated && check.computed && compare(check.computed, stated) <= 0;
        yield { ...check, operation: 'part', ...(within ? { verdict: 'ok' as const } : {}) };
      }
    }
  },
});
