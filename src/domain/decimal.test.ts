import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, decimal, formatDecimal, parseDecimal, percentOf, subtract, sum, times, ZERO } from './decimal.ts';

const decimals = fc
  .record({ coefficient: fc.integer({ min: -1e9, max: 1e9 }), places: fc.integer({ min: 0, max: 4 }) })
  .map(({ coefficient, places }) => decimal(coefficient, places));

describe('parsing and printing', () => {
  it.each([
    ['339.40', 33940, 2],
    ['0.00', 0, 2],
    ['-43.29', -4329, 2],
    ['6,150.64', 615064, 2],
    ['57', 57, 0],
    ['+5', 5, 0],
  ])('%s', (text, coefficient, places) => {
    expect(parseDecimal(text)).toEqual({ coefficient, places });
  });

  it.each(['', '1.', '.5', '1,00', '12,34,567', '１２', '1e3', '--1', ' 1', '9007199254740993'])('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it('prints what it read, with and without commas', () => {
    fc.assert(
      fc.property(decimals, (value) => {
        expect(parseDecimal(formatDecimal(value))).toEqual(value.coefficient === 0 ? { coefficient: 0, places: value.places } : value);
        expect(compare(parseDecimal(formatDecimal(value, { grouping: true })) ?? ZERO, value)).toBe(0);
      }),
    );
  });
});

describe('arithmetic', () => {
  it('agrees with whole numbers of the last place', () => {
    fc.assert(
      fc.property(fc.array(decimals, { maxLength: 30 }), (values) => {
        const exact = values.reduce((total, { coefficient, places }) => total + BigInt(coefficient) * 10n ** BigInt(4 - places), 0n);
        const result = sum(values);
        expect(BigInt(result.coefficient) * 10n ** BigInt(4 - result.places)).toBe(exact);
      }),
    );
  });

  it('takes away what it added', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(compare(subtract(add(a, b), b), a)).toBe(0);
      }),
    );
  });

  it('throws rather than lose a digit', () => {
    expect(() => add(decimal(Number.MAX_SAFE_INTEGER, 0), decimal(1, 0))).toThrow(RangeError);
    expect(() => times(decimal(Number.MAX_SAFE_INTEGER, 0), 10)).toThrow(RangeError);
  });

  it('rounds shares half away from zero', () => {
    const shareOf = (part: number) => formatDecimal(percentOf(decimal(part, 0), decimal(10_000, 0), 1) ?? ZERO);
    expect([125, -125, 124].map(shareOf)).toEqual(['1.3', '-1.3', '1.2']);
  });

  it('computes the shares that documents print', () => {
    expect(formatDecimal(percentOf(decimal(25641, 2), decimal(33943, 2)) ?? ZERO)).toBe('75.5');
    expect(formatDecimal(percentOf(decimal(-4329, 2), decimal(38272, 2)) ?? ZERO)).toBe('-11.3');
    expect(percentOf(decimal(0, 0), decimal(0, 2))).toBeUndefined();
  });
});
