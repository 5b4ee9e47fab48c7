import { compare, decimal, formatDecimal, sum } from '../../domain/decimal.ts';
import type { CrosswalkEntry } from '../../domain/declarations.ts';
import { CROSSWALK } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

const ONE = decimal(1, 0);

export default defineRule({
  severity: 'error',
  title: {
    zh: '一个科目拆成几个，份额之和不是 1',
    en: 'The shares of a split code are not 1 together',
  },
  explanation: {
    zh: '旧科目拆成几个新科目时，share 一栏写各占多少，例如 0.6 和 0.4，合起来必须是 1。来源没有说明份额的，各行都留空：拆开的各项不再可比，加起来仍然可比。',
    en: 'Where a code was split, share says what part each successor takes, as 0.6 and 0.4; together they are 1. Where no source says so, all stay blank: the parts cannot be compared with the past, but their sum can.',
  },
  message: {
    zh: '编码 {from} 拆成的各项份额（{shares}）合计 {total}，应为 1，或者全部留空。',
    en: 'The shares of the successors of {from} ({shares}) make {total}; they should make 1, or all be blank.',
  },
  bad: { file: CROSSWALK, replace: ['2040299,2040299,0.4', '2040299,2040299,0.5'], at: { line: 3, column: 17 } },
  *check({ crosswalks }) {
    for (const crosswalk of crosswalks.filter(({ whole }) => whole)) {
      const successors = Map.groupBy(
        crosswalk.entries.filter(({ to }) => to !== undefined),
        ({ from }) => from,
      );
      for (const [from, entries] of successors) {
        const [first] = entries;
        const shares = entries.flatMap(({ share }) => share ?? []);
        if (from === undefined || !first || shares.length === 0) continue;
        const total = sum(shares);
        if (shares.length === entries.length && compare(total, ONE) === 0) continue;
        yield {
          rule: 'crosswalk-shares-do-not-sum',
          place: crosswalk.place(first, 'share'),
          values: { from, shares: entries.map(printed).join(' + '), total: formatDecimal(total) },
        };
      }
    }
  },
});

function printed({ share }: CrosswalkEntry): string {
  return share ? formatDecimal(share) : '—';
}
