import { expect, it } from 'vitest';
import { parseDecimal, ZERO } from '../domain/decimal.ts';
import { type NumberFormat, otherThanPlain, PLAIN_NUMBERS } from '../domain/number-format.ts';
import { digits, type Numbering, ofHundred, share } from './amount.ts';

const of = (text: string) => parseDecimal(text) ?? ZERO;
const numbering = (numbers: NumberFormat): Numbering => ({ archive: { facts: { numbers } } });
const plain = numbering(PLAIN_NUMBERS);

it('of each hundred is rounded once', () => {
  expect(ofHundred(plain, of('17.53'), of('422.79'))).toBe('4.1');
  expect(ofHundred(plain, of('215.44'), of('422.79'))).toBe('51');
  expect(ofHundred(plain, of('1'), of('0'))).toBeUndefined();
});

it('negative figures have a real minus', () => {
  expect(digits(plain, of('-6150.64'))).toBe('−6,150.64');
});

it('figures in sentences and charts are printed as the government prints its own', () => {
  const french: NumberFormat = { decimal: ',', group: ' ', groups: [3], negative: ['-1'] };
  expect(digits(numbering(french), of('-6150.64'))).toBe('−6\u202f150,64');
  expect(share(numbering(french), of('17.53'), of('422.79'))).toBe('4,1%');
  const ledger: NumberFormat = { ...PLAIN_NUMBERS, groups: [3, 2], negative: ['(1)'] };
  expect(digits(numbering(ledger), of('-1234567.5'))).toBe('(12,34,567.5)');
  expect([otherThanPlain({ ...PLAIN_NUMBERS }), otherThanPlain(french)]).toEqual([{}, { numbers: french }]);
});
