import { expect, it } from 'vitest';
import { parseDecimal, ZERO } from '../domain/decimal.ts';
import { digits, ofHundred } from './amount.ts';

const of = (text: string) => parseDecimal(text) ?? ZERO;

it('of each hundred is rounded once', () => {
  expect(ofHundred(of('17.53'), of('422.79'))).toBe('4.1');
  expect(ofHundred(of('215.44'), of('422.79'))).toBe('51');
  expect(ofHundred(of('1'), of('0'))).toBeUndefined();
});

it('negative figures have a real minus', () => {
  expect(digits(of('-6150.64'))).toBe('−6,150.64');
});
