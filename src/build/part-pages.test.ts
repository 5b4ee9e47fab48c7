import { expect, it } from 'vitest';
import type { Archive, CodeNames, Unit } from '../domain/archive.ts';
import { partPages } from './part-pages.ts';
import type { PlannedPart } from './part-plan.ts';
import type { PartFacts } from './part-record.ts';

const parts = ['a', 'b', 'c'].map(
  (unit) => ({ key: unit, units: [unit], disclosures: [{ unit, id: '2024-budget' }] }) as unknown as PlannedPart,
);
const planned = { plan: { parts }, declarations: { facts: {} } } as unknown as Parameters<typeof partPages>[0];

/** Of a part that mentions two codes and uses some of them. */
const facts = (unit: string, used: readonly string[], parent?: string): PartFacts => ({
  whole: {
    classifications: ['functional'],
    codes: new Map([['functional', new Map(used.map((code) => [code, undefined]))]]) as CodeNames,
    inVolumes: false,
    printsThreePublic: false,
    minorPlaces: 2,
    mostPlaces: 6,
  },
  mentioned: new Map([['functional', ['201', '202']]]),
  units: [{ id: unit, parent } as Unit],
  hasErrors: false,
});

const known = (...each: readonly PartFacts[]): ReadonlyMap<string, PartFacts> =>
  new Map(each.map((one, index) => [parts[index]?.key ?? '', one]));

it('is settled when all codes that it mentions are in use: others do not change that', () => {
  const [early] = partPages(planned, known(facts('a', ['201'])));
  expect(early?.isSettled).toBe(false);
  const [then] = partPages(planned, known(facts('a', ['201']), facts('b', ['202'])));
  expect(then?.isSettled).toBe(true);
  expect(then?.pages).not.toBe(early?.pages);
  const [last] = partPages(planned, known(facts('a', ['201']), facts('b', ['202']), facts('c', ['201', '203'])));
  expect(last?.pages).toBe(then?.pages);
});

it('is not settled before the unit above is known', () => {
  const [early] = partPages(planned, known(facts('a', ['201', '202'], 'b')));
  expect([early?.isSettled, early?.parents]).toEqual([false, []]);
  const [then] = partPages(planned, known(facts('a', ['201', '202'], 'b'), facts('b', [])));
  expect([then?.isSettled, then?.parents.map(({ id }) => id)]).toEqual([true, ['b']]);
});

it('is told of no code but those that it mentions', () => {
  const { whole } = partPages(planned, known(facts('a', ['201']), facts('b', ['203'])))[0] as { whole: NonNullable<Archive['whole']> };
  expect([...(whole.codes.get('functional')?.keys() ?? [])]).toEqual(['201']);
});
