/** The gate: what is not alike is never subtracted, whichever way it is asked, and every reason is given. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, percentOf, subtract } from '../domain/decimal.ts';
import { en } from '../language/en.ts';
import { zhCN } from '../language/zh-CN.ts';
import { ALL, comparisonOf } from './comparison.ts';
import { type ComparedFigure, formatSubject, parseSubject, type Subject, type VersionBridge } from './figure.ts';
import { ALIKE, changeBetween, refusals, termsKey } from './gate.ts';

const VERSIONS = ['', '2016', '2023', '2024'] as const;

const figures: fc.Arbitrary<ComparedFigure> = fc.record({
  unit: fc.constantFrom('a', 'b', 'c'),
  year: fc.integer({ min: 2019, max: 2025 }),
  value: fc.record({ coefficient: fc.integer({ min: -1_000_000, max: 100_000_000 }), places: fc.integer({ min: 0, max: 4 }) }),
  origin: fc.constantFrom('published', 'stated', 'derived'),
  place: fc.constant('2023-budget/#a.b.c'),
  stage: fc.constantFrom('approved', 'executed'),
  basis: fc.constantFrom('', '决算', '截至8月31日'),
  scope: fc.constantFrom('unit', 'department'),
  fund: fc.constantFrom('all', 'general-public'),
  use: fc.constantFrom('', 'basic'),
  scale: fc.constantFrom('万元', '元'),
  currency: fc.constantFrom('CNY', 'USD'),
  version: fc.constantFrom(...VERSIONS),
});

const bridges: fc.Arbitrary<VersionBridge[]> = fc
  .tuple(...['2016|2023', '2016|2024', '2023|2024'].map(() => fc.constantFrom('same', 'bridged', 'broken', 'unknown')))
  .map((kinds) =>
    (
      [
        ['2016', '2023'],
        ['2016', '2024'],
        ['2023', '2024'],
      ] as const
    ).flatMap(([older, newer], index) => {
      const bridge = kinds[index];
      return bridge === 'same' || bridge === 'bridged' || bridge === 'broken' ? [{ older, newer, bridge, steps: [] }] : [];
    }),
  );

/** Said once more, in other words than the gate's own. */
function alike(a: ComparedFigure, b: ComparedFigure, known: readonly VersionBridge[]): boolean {
  const terms = [a, b].map(({ stage, basis, scope, fund, use, scale, currency }) =>
    [stage, basis, scope, fund, use, scale, currency].join(),
  );
  const [older, newer] = [a.version, b.version].toSorted();
  const same = older === newer || known.some((each) => each.older === older && each.newer === newer && each.bridge === 'same');
  return terms[0] === terms[1] && same;
}

describe('the gate', () => {
  it('gives a difference between figures that are alike, and between no others', () => {
    fc.assert(
      fc.property(figures, figures, bridges, (a, b, known) => {
        const compared = changeBetween(a, b, known);
        if (!alike(a, b, known)) {
          expect('refusals' in compared && compared.refusals.length > 0).toBe(true);
          return;
        }
        if (!('difference' in compared)) throw new Error('no difference between figures that are alike');
        const { sign, size, rate } = compared.difference;
        const exact = subtract(b.value, a.value);
        expect(Math.abs(exact.coefficient)).toBe(size.coefficient);
        expect(size.places).toBe(exact.places);
        expect(sign).toBe(exact.coefficient > 0 ? '+' : exact.coefficient < 0 ? '−' : '');
        expect(rate).toEqual(a.value.coefficient > 0 ? percentOf(size, a.value) : undefined);
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same either way', () => {
    fc.assert(
      fc.property(figures, figures, bridges, (a, b, known) => {
        const turned = refusals(b, a, known).map((each) => ({ ...each, a: each.b, b: each.a }));
        expect(turned).toEqual(refusals(a, b, known));
      }),
    );
  });

  it('lets every figure be compared with itself', () => {
    fc.assert(fc.property(figures, bridges, (a, known) => void expect(refusals(a, a, known)).toEqual([])));
  });

  it('explains every refusal, in every language', () => {
    for (const { compare } of [zhCN, en])
      for (const reason of [...ALIKE, 'version'] as const) {
        expect(compare.spoken.reasons[reason]).toContain('{here}');
        expect(compare.spoken.reasons[reason]).toContain('{there}');
      }
  });

  it('finds no rate of a base of zero or below', () => {
    const base: ComparedFigure = { ...(fc.sample(figures, 1)[0] as ComparedFigure), value: decimal(0, 2) };
    const compared = changeBetween(base, { ...base, value: decimal(500, 2) }, []);
    expect(compared).toEqual({ difference: { sign: '+', size: decimal(500, 2) } });
  });
});

const subjects: fc.Arbitrary<Subject> = fc
  .tuple(fc.uniqueArray(figures, { selector: (each) => `${each.unit}|${each.year}|${termsKey(each)}`, maxLength: 40 }), bridges)
  .map(([own, known]) => ({
    id: 'functional/204',
    figures: own,
    comparable: [],
    bridges: known,
    names: new Map(['a', 'b', 'c'].map((unit) => [unit, { '': unit }])),
  }));

describe('a comparison', () => {
  it('puts into one group only what may be compared, but for breaks, and shows no difference across one', () => {
    fc.assert(
      fc.property(subjects, (subject) => {
        for (const { rows, years, terms } of comparisonOf(subject, ALL).groups)
          for (const { unit, cells } of rows) {
            expect(cells).toHaveLength(years.length);
            const present = cells.flatMap((cell) => cell ?? []);
            for (const [index, cell] of present.entries()) {
              expect(termsKey(cell.figure)).toBe(termsKey(terms));
              expect(cell.figure.unit).toBe(unit);
              const before = present[index - 1];
              if (!before) expect(cell.change ?? cell.refused).toBeUndefined();
              else expect(cell.change !== undefined).toBe(alike(before.figure, cell.figure, subject.bridges));
              expect(cell.change !== undefined && cell.refused !== undefined).toBe(false);
            }
          }
      }),
    );
  });

  it('says of every further group why it is not the first', () => {
    fc.assert(
      fc.property(subjects, (subject) => {
        for (const [index, { apart }] of comparisonOf(subject, ALL).groups.entries()) expect(apart.length > 0).toBe(index > 0);
      }),
    );
  });

  it('leaves out no amount: each stands, or one equal to it on the same stage and scope', () => {
    fc.assert(
      fc.property(subjects, (subject) => {
        const shown = comparisonOf(subject, ALL).groups.flatMap(({ rows }) =>
          rows.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? [])),
        );
        for (const { unit, year, stage, scope, value } of subject.figures)
          expect(
            shown.some(
              ({ figure }) =>
                figure.unit === unit &&
                figure.year === year &&
                figure.stage === stage &&
                figure.scope === scope &&
                subtract(figure.value, value).coefficient === 0,
            ),
          ).toBe(true);
      }),
    );
  });
});

it('a file of figures is read as it was written', () => {
  fc.assert(
    fc.property(subjects, (subject) => {
      expect(parseSubject(JSON.parse(formatSubject(subject)))).toEqual(subject);
    }),
  );
});
