import { BALANCE } from '../example-archive.ts';
import { addableColumns, declaredSums, reconcileEqual } from '../reconcile.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '应当相同的两行不相同',
    en: 'Two rows that should be equal differ',
  },
  explanation: {
    zh: '同一张表里印了两遍的同一个数应当完全相同，例如收入总计与支出总计。',
    en: 'The same fact printed twice in a table must be the same, such as total revenue and total expenditure.',
  },
  message: {
    zh: '“{row}”的“{column}”为 {stated}，“{other}”为 {sum}，相差 {difference}。请对照原件核对这两行。',
    en: '“{column}” of “{row}” is {stated}, of “{other}” {sum}: {difference} apart. Check both rows against the published document.',
  },
  bad: { file: BALANCE, replace: ['收入总计,10.00', '收入总计,11.00'], at: { line: 7 } },
  *reconcile(disclosure) {
    for (const { table, identity } of declaredSums(disclosure, 'same-rows')) {
      const [first, ...others] = identity.rows.flatMap((id) => table.rows.find((row) => row.declared === id) ?? []);
      if (!first) continue;
      for (const column of addableColumns(table, identity.columns, first)) {
        for (const row of others) {
          const check = reconcileEqual('rows-disagree', { table, row, column }, { table, row: first, column });
          if (check) yield check;
        }
      }
    }
  },
});
