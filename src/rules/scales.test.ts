/** Texts in 万元 beside tables in 元, and rates beside the printed figure of the year before. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileArchive } from '../archive/compile.ts';
import type { Archive } from '../domain/archive.ts';
import { decimal } from '../domain/decimal.ts';
import type { Verdict } from '../domain/finding.ts';
import { filesInMemory } from '../reading/files.ts';
import type { ReadArchive } from '../reading/read-archive.ts';
import { BALANCE, BUDGET, EXAMPLE_ARCHIVE, STATEMENTS } from './example-archive.ts';
import { loadRules } from './load.ts';
import { sameAcrossScales } from './scales.ts';

const rules = await loadRules();
const HEAD = EXAMPLE_ARCHIVE[STATEMENTS]?.split('\n')[0] ?? '';

/** The example archive with its 10.00 万元 printed otherwise in a table in 元, and with statements of our own. */
function archiveWith(statements: readonly string[], changes: Readonly<Record<string, readonly [string, string]>> = {}): Archive {
  const files: Record<string, string> = { ...EXAMPLE_ARCHIVE, [STATEMENTS]: `${[HEAD, ...statements].join('\n')}\n` };
  for (const [file, [from, to]] of Object.entries(changes)) files[file] = (files[file] ?? '').replace(from, to);
  return compileArchive(filesInMemory(files), rules);
}

const verdicts = (archive: Archive, rule: string, cell: string): Verdict[] =>
  [...archive.disclosures.values()].flatMap(({ checks }) =>
    checks.flatMap((check) => (check.rule === rule && check.cell === cell ? [check.verdict] : [])),
  );

const balanceInYuan = (amount: string) => ({
  [BALANCE]: ['收入总计,10.00', `收入总计,${amount}`] as const,
  [BUDGET]: ['title: 收支预算总表', 'title: 收支预算总表\n    scale: 元'] as const,
});

it.each([
  ['100000', '10.00', 'ok'],
  ['100049', '10.00', 'rounding'],
  ['100051', '10.00', 'fail'],
  ['99950', '10.00', 'rounding'],
  ['1000000', '10.00', 'fail'],
])('a table that prints %s 元 and a text of %s 万元: %s', (yuan, wan, verdict) => {
  const archive = archiveWith([`a,一,收入,amount,${wan},万元,,,,,,,,,balance.revenue-total.amount,,`], balanceInYuan(yuan));
  expect(verdicts(archive, 'text-disagrees-with-table', 'statements.a')).toEqual([verdict]);
});

it('two tables in two scales are held against each other', () => {
  const same = { type: 'same-cell', row: 'revenue-total', column: 'amount', other: { kind: 'expenditure', row: 'total', column: 'total' } };
  const kind = JSON.parse(EXAMPLE_ARCHIVE['data/table-kinds/balance.json'] ?? '');
  const declared = `${JSON.stringify({ ...kind, identities: [same] })}\n`;
  for (const [yuan, verdict] of [
    ['100000', 'ok'],
    ['99960', 'rounding'],
    ['99940', 'fail'],
  ] as const) {
    const files = { ...EXAMPLE_ARCHIVE, 'data/table-kinds/balance.json': declared };
    const changed = Object.entries(balanceInYuan(yuan)).map(([file, [from, to]]) => [
      file,
      (EXAMPLE_ARCHIVE[file] ?? '').replace(from, to),
    ]);
    const archive = compileArchive(filesInMemory({ ...files, ...Object.fromEntries(changed) }), rules);
    expect(verdicts(archive, 'tables-disagree', 'balance.revenue-total.amount')).toEqual([verdict]);
  }
});

it.each([
  ['8.00', '25.0', 'ok'],
  ['8.00', '25.1', 'rounding'],
  ['8.00', '26.0', 'fail'],
  ['12.50', '-20.0', 'ok'],
  ['12.50', '20.0', 'fail'],
  ['0', '100.00', 'undefined'],
])('10.00 after %s is a growth of %s %%: %s', (before, rate, verdict) => {
  const archive = archiveWith([
    `before,一,上年执行数,amount,${before},万元,2023,executed,上年执行数,expenditure,fiscal-appropriation,functional,208,,,,`,
    `rate,一,比上年执行数,growth,${rate},%,2023,executed,上年执行数,,,,,,expenditure.total.total,statements.before,`,
  ]);
  expect(verdicts(archive, 'growth-does-not-match', 'statements.rate')).toEqual([verdict]);
});

it('a change in 万元 of a figure that a table prints in 元 gives the year before in 万元', () => {
  const archive = archiveWith(
    [
      'a,一,支出,amount,10.00,万元,,,,,,,,,expenditure.total.total,,',
      'b,一,比上年预算,change,2.00,万元,2023,approved,上年预算数,,,,,,statements.a,,',
    ],
    { 'data/disclosures/river-town/2024-budget/expenditure.csv': [',合计,10.00', ',合计,100000'] },
  );
  const derived = [...archive.observations, ...archive.claims.flatMap(({ others }) => others)].filter(
    ({ cell }) => cell === 'statements.b',
  );
  expect(derived).toMatchObject([{ year: 2023, stage: 'approved', code: '', scale: '万元', value: { coefficient: 800, places: 2 } }]);
});

it('an amount is the same in any scale that holds it, whichever is stated', () => {
  const archive = { facts: { scales: { 元: 1, 千元: 1000, 万元: 10000, 亿元: 100000000 } } } as unknown as ReadArchive;
  const scales = ['元', '千元', '万元', '亿元'] as const;
  const factors = [0, 3, 4, 8] as const;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 9 }),
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 3 }),
      (coefficient, from, to) => {
        const places = (factors[to] ?? 0) - (factors[from] ?? 0);
        fc.pre(places >= 0);
        const fine = { value: decimal(coefficient, 0), unit: scales[from] ?? '' };
        const coarse = { value: decimal(coefficient, places), unit: scales[to] ?? '' };
        expect(sameAcrossScales(fine, coarse, archive)?.verdict).toBe('ok');
        expect(sameAcrossScales(coarse, fine, archive)?.verdict).toBe('ok');
        const other = { ...fine, value: decimal(coefficient + 1, 0) };
        expect(sameAcrossScales(coarse, other, archive)?.verdict).not.toBe('ok');
      },
    ),
  );
});

it('says nothing of scales that cannot be compared', () => {
  const archive = { facts: { scales: { 元: 1, 打: 12 } } } as unknown as ReadArchive;
  expect(sameAcrossScales({ value: decimal(1, 0), unit: '打' }, { value: decimal(12, 0), unit: '元' }, archive)).toBeUndefined();
  expect(sameAcrossScales({ value: decimal(1, 0), unit: '元' }, { value: decimal(1, 0), unit: '辆' }, archive)).toBeUndefined();
});
