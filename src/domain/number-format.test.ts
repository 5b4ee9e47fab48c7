import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from './decimal.ts';
import { formatNumber, isPlain, NEGATIVES, type NumberFormat, PLAIN_NUMBERS, parseNumber, shownNumber } from './number-format.ts';

const ACCOUNTING: NumberFormat = { ...PLAIN_NUMBERS, negative: ['(1)'], symbol: '$' };
const FRENCH: NumberFormat = { decimal: ',', group: ' ', groups: [3], negative: ['-1'] };
const SWISS: NumberFormat = { decimal: '.', group: "'", groups: [3], negative: ['-1'] };
const INDIAN: NumberFormat = { decimal: '.', group: ',', groups: [3, 2], negative: ['-1', '(1)'] };
const PORTUGUESE: NumberFormat = { decimal: ',', group: '.', groups: [3], negative: ['1-'], symbol: 'R$' };
const JAPANESE: NumberFormat = { ...PLAIN_NUMBERS, negative: ['△1'] };

describe('a printed number', () => {
  it.each([
    ['(12,345)', ACCOUNTING, '-12345'],
    ['$1,200.50', ACCOUNTING, '1200.50'],
    ['$ (3.60)', ACCOUNTING, '-3.60'],
    ['($3.60)', ACCOUNTING, '-3.60'],
    ['-3.60', ACCOUNTING, '-3.60'],
    ['1 234 567,89', FRENCH, '1234567.89'],
    ['1\u202f234,5', FRENCH, '1234.5'],
    ['1\u00a0234', FRENCH, '1234'],
    ["1'234.50", SWISS, '1234.50'],
    ['1’234.50', SWISS, '1234.50'],
    ['12,34,567.00', INDIAN, '1234567.00'],
    ['1,234', INDIAN, '1234'],
    ['R$ 1.234,50', PORTUGUESE, '1234.50'],
    ['1.234,50-', PORTUGUESE, '-1234.50'],
    ['△1,200', JAPANESE, '-1200'],
    ['▲1,200', JAPANESE, '-1200'],
  ])('%s', (text, format, value) => {
    const [whole = '', fraction = ''] = value.split('.');
    expect(parseNumber(text, format)).toEqual(decimal(Number(whole + fraction), fraction.length));
  });

  it.each([
    ['12,345', FRENCH, 'decimals in a plain number'],
    ['1.234', FRENCH],
    ['12.34', PORTUGUESE],
    ['1,234,567', INDIAN],
    ['12,3456', ACCOUNTING],
    ['(12', ACCOUNTING],
    ['((12))', ACCOUNTING],
    ['(-12)', ACCOUNTING],
    ['-(12)', ACCOUNTING],
    ['--12', ACCOUNTING],
    ['$', ACCOUNTING],
    ['', ACCOUNTING],
    ['1,', FRENCH],
    [',5', FRENCH],
    ['(12)', FRENCH],
    ['12-', ACCOUNTING],
    ['€12', ACCOUNTING],
  ])('%s is none where numbers are printed otherwise', (text, format, decimals?: string) => {
    expect(parseNumber(text, format)).toEqual(decimals ? decimal(12345, 3) : undefined);
  });
});

const format: fc.Arbitrary<NumberFormat> = fc
  .record({
    decimal: fc.constantFrom('.' as const, ',' as const),
    group: fc.constantFrom(',' as const, '.' as const, ' ' as const, "'" as const),
    groups: fc.constantFrom([3], [3, 2], [4], [3, 2, 3]),
    negative: fc.shuffledSubarray([...NEGATIVES], { minLength: 1 }),
    symbol: fc.constantFrom('$', 'R$', '€', 'kr', 'Rs'),
  })
  .filter(({ decimal: point, group }) => point !== group);
const value = fc
  .tuple(fc.maxSafeInteger(), fc.nat(6))
  .map(([coefficient, places]) => decimal(Math.trunc(coefficient / 10) || 0, places))
  .filter(({ coefficient }) => !Object.is(coefficient, -0));

describe('any format', () => {
  it('reads what it prints, with and without groups', () => {
    fc.assert(
      fc.property(format, value, fc.boolean(), (how, number, grouping) => {
        expect(parseNumber(formatNumber(number, how, { grouping }), how)).toEqual(number);
      }),
    );
  });

  it('reads over the sign of the currency, whichever side of the negative it stands on', () => {
    fc.assert(
      fc.property(format, value, (how, number) => {
        const printed = formatNumber(number, how);
        expect(parseNumber(`${how.symbol}${printed}`, how)).toEqual(number);
        expect(parseNumber(`${how.symbol} ${printed}`, how)).toEqual(number);
      }),
    );
  });

  it('takes no text for two different numbers: what it reads, it prints the same but for dress', () => {
    const text = fc
      .array(fc.constantFrom('1', '2', '0', ',', '.', ' ', "'", '-', '(', ')'), { maxLength: 9 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(format, text, (how, printed) => {
        const read = parseNumber(printed, how);
        if (!read) return;
        const digits = (of: string): string => of.replace(/\D/g, '');
        expect(digits(formatNumber(read, how)).replace(/^0+/, '')).toBe(digits(printed).replace(/^0+/, ''));
        expect(read.places).toBe(printed.includes(how.decimal) ? digits(printed.slice(printed.lastIndexOf(how.decimal))).length : 0);
      }),
    );
  });
});

describe('the plain format', () => {
  it('is known by what it says', () => {
    expect(isPlain(structuredClone(PLAIN_NUMBERS))).toBe(true);
    for (const other of [ACCOUNTING, FRENCH, SWISS, INDIAN, PORTUGUESE, JAPANESE]) expect(isPlain(other)).toBe(false);
  });

  it('prints as any other would', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 4 }), (coefficient, places) => {
        const value = decimal(coefficient, places);
        expect(shownNumber(value, structuredClone(PLAIN_NUMBERS))).toBe(formatNumber(value, PLAIN_NUMBERS).replace('-', '−'));
      }),
    );
  });
});
