import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../domain/archive.ts';
import { decimal, formatDecimal } from '../domain/decimal.ts';
import type { Classification, Crosswalk, CrosswalkEntry } from '../domain/declarations.ts';
import { exact, minus, plus } from '../domain/exact.ts';
import { breaksIn, comparableSeries, descentOf, meansTheSame } from './comparable.ts';
import { compileFolder } from './compile.ts';

const archive = await compileFolder(resolve(import.meta.dirname, '../testing/governments/port-alder'));
const share = (part: ReturnType<typeof descentOf>['from'][number]): string => `${part.code} × ${formatDecimal(part.share)}`;
const before = (code: string) => descentOf(archive, 'programs', code, '2024', '2023');

describe('what a code was', () => {
  it.each([
    ['PW.10.100', 'same', ['PW.10.100 × 1'], 0],
    ['PW.30.300', 'bridged', ['PW.20.210 × 1'], 1],
    ['PW.10.130', 'bridged', ['PW.10.110 × 0.3'], 1],
    ['PR.10.120', 'bridged', ['PR.10.100 × 1', 'PR.10.110 × 1'], 2],
    // The name stayed, but storm drains left it.
    ['PW.20', 'bridged', ['PW.20.200 × 1'], 1],
    ['PW.30', 'bridged', ['PW.20.210 × 1'], 1],
    // What moved, moved within it.
    ['PW', 'same', ['PW × 1'], 0],
    ['PR.10', 'same', ['PR.10 × 1'], 0],
  ])('%s: %s', (code, bridge, from, steps) => {
    const descent = before(code);
    expect({ bridge: descent.bridge, from: descent.from.map(share), steps: descent.steps.length }).toEqual({ bridge, from, steps });
  });

  it('is broken where no row says', () => {
    expect(descentOf(archive, 'programs', 'PW.20.210', '2024', '2023').bridge).toBe('broken');
    expect(descentOf(archive, 'objects', '5100', '2023', '2019').bridge).toBe('broken');
  });

  it('is asked either way', () => {
    for (const [a, b] of [
      ['2023', '2024'],
      ['2024', '2023'],
    ] as const) {
      expect(meansTheSame(archive, 'programs', 'PW', a, b)).toBe(true);
      expect(meansTheSame(archive, 'programs', 'PW.20', a, b)).toBe(false);
    }
  });
});

describe('a series', () => {
  const own = archive.observations.filter(({ unit, version }) => unit === 'public-works' && version !== undefined);
  const like = own.find(({ code, year, stage, use }) => code === 'PW.30.300' && year === 2024 && stage === 'approved' && use === undefined);

  it('reaches back over the crosswalk, each figure with what it is made of', () => {
    expect(like).toBeDefined();
    const points = like ? comparableSeries(archive, own, like) : [];
    expect(
      points.map(({ year, stage, bridge, published, comparable }) => [
        year,
        stage,
        bridge,
        published ? formatDecimal(published.value) : undefined,
        comparable ? formatDecimal(comparable.value) : undefined,
        comparable?.inputs.map(({ observation }) => observation.code),
      ]),
    ).toEqual([
      [2022, 'approved', 'bridged', undefined, '1772', ['PW.20.210']],
      [2022, 'adjusted', 'bridged', undefined, '1790', ['PW.20.210']],
      [2022, 'executed', 'bridged', undefined, '1755', ['PW.20.210']],
      [2023, 'approved', 'bridged', undefined, '1890', ['PW.20.210']],
      [2023, 'adjusted', 'bridged', undefined, '2140', ['PW.20.210']],
      [2023, 'adjusted', 'same', '2140', '2140', ['PW.30.300']],
      [2023, 'executed', 'bridged', undefined, '2096', ['PW.20.210']],
      [2024, 'proposed', 'same', '3400', '3400', ['PW.30.300']],
      [2024, 'approved', 'same', '3120', '3120', ['PW.30.300']],
    ]);
  });

  it('as published breaks where its code changed its meaning, and says why', () => {
    const water = own
      .filter(({ code, use, stage }) => code === 'PW.20' && use === undefined && stage === 'approved')
      .sort((a, b) => a.year - b.year);
    const [only, ...others] = breaksIn(archive, water);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ before: { year: 2023 }, after: { year: 2024 }, bridge: 'bridged' });
    expect(only?.steps.map(({ entry }) => entry.reason).join()).toContain('Climate resilience');
  });

  it('of totals has no breaks', () => {
    expect(
      breaksIn(
        archive,
        own.filter(({ code }) => code === ''),
      ),
    ).toEqual([]);
  });
});

describe('any crosswalk that says where all of each code went', () => {
  const OLD = ['a', 'b', 'c', 'd'];
  const NEW = ['p', 'q', 'r', 's'];
  /** For each old code its successors, with tenths that make one. */
  const entries = fc.tuple(
    ...OLD.map((from) =>
      fc
        .tuple(fc.subarray(NEW, { minLength: 1 }), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }))
        .map(([to, cuts]) => {
          const parts = to.length === 1 ? [10] : to.map((_, index) => (index === to.length - 1 ? 0 : ((cuts[index] ?? 1) % 3) + 1));
          const rest = 10 - parts.reduce((sum, part) => sum + part, 0);
          return to.map((code, index): CrosswalkEntry => {
            const tenths = to.length > 1 && index === to.length - 1 ? rest : (parts[index] ?? 0);
            return { from, to: code, share: decimal(tenths, 1), reason: 'reorganized', line: 2 };
          });
        }),
    ),
  );

  it('neither loses nor makes money', () => {
    fc.assert(
      fc.property(
        entries,
        fc.array(fc.integer({ min: -1_000_000, max: 1_000_000_000 }), { minLength: 4, maxLength: 4 }),
        (rows, amounts) => {
          const crosswalk: Crosswalk = { classification: 'k', from: '1', to: '2', entries: rows.flat(), file: '' };
          const classified = { crosswalks: [crosswalk], classifications: new Map([listed('1', OLD), listed('2', NEW)]) };
          const observations = OLD.map((code, index) => observation(code, '1', 2020, amounts[index] ?? 0));
          const taken = new Set(rows.flat().map(({ to }) => to));
          const bridged = NEW.filter((code) => taken.has(code)).flatMap((code) =>
            comparableSeries(classified, observations, observation(code, '2', 2021, 0)).flatMap(
              ({ comparable }) => comparable?.value ?? [],
            ),
          );
          const total = observations.map(({ value }) => exact(value)).reduce(plus);
          expect(minus(bridged.reduce(plus, { coefficient: 0n, places: 0 }), total).coefficient).toBe(0n);
        },
      ),
    );
  });
});

function listed(version: string, codes: readonly string[]): [string, Classification] {
  return [`k/${version}`, { name: 'k', version, codes: new Map(codes.map((code) => [code, { code, label: code, variants: [] }])) }];
}

function observation(code: string, version: string, year: number, amount: number): Observation {
  return {
    unit: 'u',
    year,
    stage: 'approved',
    direction: 'expenditure',
    fund: 'all',
    classification: 'k',
    version,
    code,
    label: code,
    measure: 'amount',
    value: decimal(amount, 2),
    scale: 'dollars',
    scope: 'unit',
    origin: 'published',
    disclosure: `${year}-budget`,
    cell: `t.${code}.total`,
  };
}
