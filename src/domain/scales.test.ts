import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, decimal, formatDecimal, parseDecimal } from './decimal.ts';
import { converted, inReadingScale } from './scales.ts';

const scales = { 元: 1, 千元: 1000, 万元: 10000, 打: 12 };
const facts = { scales, readingScale: '万元' };
const read = (text: string, scale: string): string => {
  const amount = inReadingScale({ value: parseDecimal(text) ?? decimal(0, 0), scale }, facts);
  return `${formatDecimal(amount.value)} ${amount.scale}`;
};

describe('an amount in another scale', () => {
  it('is exact, there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 10), max: 10 ** 10 }), fc.integer({ min: 0, max: 2 }), (coefficient, places) => {
        const value = decimal(coefficient, places);
        const there = converted(value, '元', '万元', scales);
        const back = there && converted(there, '万元', '元', scales);
        expect(back && compare(back, value)).toBe(0);
      }),
    );
  });

  it.each([
    ['164978640', '元', '万元', '16497.8640'],
    ['1.35', '万元', '元', '13500'],
    ['22.91234', '万元', '元', '229123.4'],
    ['5', '千元', '万元', '0.5'],
  ])('%s %s is %s: %s', (text, from, to, expected) => {
    const value = converted(parseDecimal(text) ?? decimal(0, 0), from, to, scales);
    expect(value && formatDecimal(value)).toBe(expected);
  });

  it('is nothing where the scales do not differ by a power of ten, or are not declared', () => {
    expect(converted(decimal(12, 0), '元', '打', scales)).toBeUndefined();
    expect(converted(decimal(12, 0), '元', '辆', scales)).toBeUndefined();
  });
});

describe('an amount as it is read', () => {
  it.each([
    ['164978640', '元', '16497.86 万元'],
    ['3120', '元', '0.31 万元'],
    ['26300', '元', '2.63 万元'],
    ['50', '元', '0.01 万元'],
    ['49', '元', '49 元'],
    ['0', '元', '0 万元'],
    ['22.91', '万元', '22.91 万元'],
    ['7', '辆', '7 辆'],
    ['-33556428', '元', '-3355.64 万元'],
  ])('%s %s is %s', (text, scale, expected) => {
    expect(read(text, scale)).toBe(expected);
  });

  it('stays as printed in an archive that names no scale for reading', () => {
    expect(inReadingScale({ value: decimal(164978640, 0), scale: '元' }, { scales })).toMatchObject({ scale: '元' });
  });
});
