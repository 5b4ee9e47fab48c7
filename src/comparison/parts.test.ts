import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimal } from '../domain/decimal.ts';
import { ALL, comparisonOf } from './comparison.ts';
import { type ComparedFigure, formatSubject, parseSubject, type Subject } from './figure.ts';
import { formatOffer, inPart, isParted, joined, offerOf, parseOffer, partOf, partsFor, partsOf } from './parts.ts';

const UNITS = Array.from({ length: 40 }, (_, index) => `unit-${String(index).padStart(2, '0')}`);

const figures: fc.Arbitrary<ComparedFigure> = fc.record({
  unit: fc.constantFrom(...UNITS),
  year: fc.integer({ min: 2019, max: 2025 }),
  value: fc.integer({ min: 0, max: 1_000_000 }).map((coefficient) => decimal(coefficient, 2)),
  origin: fc.constant('published'),
  place: fc.constant('2023-budget/#a.b.c'),
  stage: fc.constantFrom('approved', 'executed'),
  basis: fc.constant(''),
  scope: fc.constantFrom('unit', 'department'),
  fund: fc.constantFrom('all', 'general-public'),
  use: fc.constant(''),
  scale: fc.constant('万元'),
  currency: fc.constant('CNY'),
  version: fc.constant(''),
});

/** As the archive's own are: by unit, each fact once. */
const subjects: fc.Arbitrary<Subject> = fc
  .uniqueArray(figures, {
    minLength: 1,
    maxLength: 80,
    selector: (each) => `${each.unit}|${each.year}|${each.stage}|${each.scope}|${each.fund}`,
  })
  .map((list) => ({
    id: 'measures/total',
    figures: list.toSorted((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : a.year - b.year)),
    comparable: [],
    bridges: [],
    names: new Map([...new Set(list.map(({ unit }) => unit))].sort().map((unit) => [unit, { '': unit.toUpperCase() }])),
  }));

it('the parts together are the whole', () => {
  fc.assert(
    fc.property(subjects, (subject) => {
      const [first, ...others] = partsOf(subject.names.keys()).map((part) =>
        parseSubject(JSON.parse(formatSubject(inPart(subject, part)))),
      );
      if (!first) throw new Error('a subject has parts');
      expect(joined([first, ...others])).toEqual(subject);
    }),
  );
});

it('the parts of some units compare as the whole does', () => {
  fc.assert(
    fc.property(subjects, fc.subarray(UNITS, { minLength: 1, maxLength: 4 }), (subject, units) => {
      const parts = partsFor(units, offerOf(subject));
      const [first, ...others] = (parts ?? []).map((part) => inPart(subject, part));
      if (!first) return;
      expect(comparisonOf(joined([first, ...others]), { ...ALL, units })).toEqual(comparisonOf(subject, { ...ALL, units }));
    }),
  );
});

it('what can be chosen is what the figures have, and is read as it was written', () => {
  fc.assert(
    fc.property(subjects, (subject) => {
      const offer = offerOf(subject);
      expect(new Set(offer.years)).toEqual(new Set(subject.figures.map(({ year }) => year)));
      expect(parseOffer(JSON.parse(formatOffer(offer)))).toEqual(offer);
    }),
  );
});

it('a unit keeps its part, and units are spread evenly', () => {
  expect(['putuo-wanli-subdistrict', 'haining-migrant-services'].map(partOf)).toEqual(['part-f', 'part-5']);
  const sizes = Map.groupBy(
    Array.from({ length: 3000 }, (_, index) => partOf(`bureau-of-${index}`)),
    (part) => part,
  );
  expect(sizes.size).toBe(16);
  for (const { length } of sizes.values()) expect(length).toBeLessThan(300);
});

it('many units are no less than the whole, and units that nobody knows are none', () => {
  const names = new Map(UNITS.map((unit) => [unit, {}]));
  const offer = { names, years: [], stages: [], funds: [] };
  expect(partsFor(UNITS, offer)).toBeUndefined();
  expect(partsFor(['unit-01', 'elsewhere'], offer)).toEqual([partOf('unit-01')]);
  expect(partsFor(['elsewhere'], offer)).toBeUndefined();
  expect([isParted(3000), isParted(3001)]).toEqual([false, true]);
});
