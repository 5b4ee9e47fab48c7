/** Amounts in one scale or another: 164,978,640 元 is 16,497.8640 万元, and is read as 16,497.86 万元. */
import { type Decimal, decimal, isZero, rounded } from './decimal.ts';
import type { ArchiveFacts } from './declarations.ts';

type Scales = ArchiveFacts['scales'];

/** Decimals of an amount that is read in another scale than it is printed in. */
const READ_PLACES = 2;

/**
 * An amount printed in `from`, exact in `to`. Undefined where a scale is not declared, the two do not differ by a power
 * of ten, or the answer has more digits than can be kept.
 */
export function converted(value: Decimal, from: string, to: string, scales: Scales): Decimal | undefined {
  if (from === to) return value;
  if (!Object.hasOwn(scales, from) || !Object.hasOwn(scales, to)) return undefined;
  const powers = powerOfTen(scales[from] ?? 1, scales[to] ?? 1);
  if (powers === undefined) return undefined;
  const places = Math.max(0, value.places + powers);
  const coefficient = value.coefficient * 10 ** (places - value.places - powers);
  return Number.isSafeInteger(coefficient) ? decimal(coefficient, places) : undefined;
}

/**
 * An amount as it is read: in the archive's scale for reading, rounded to two decimals, where it is printed in a finer
 * one. An amount that would be read as zero and is none stays as it is printed.
 */
export function inReadingScale<Amount extends { readonly value: Decimal; readonly scale: string }>(
  amount: Amount,
  { scales, readingScale }: Pick<ArchiveFacts, 'scales' | 'readingScale'>,
): Amount {
  if (readingScale === undefined || (scales[amount.scale] ?? 0) >= (scales[readingScale] ?? 0)) return amount;
  const exact = converted(amount.value, amount.scale, readingScale, scales);
  if (!exact) return amount;
  const value = isZero(exact) ? decimal(0, 0) : rounded(exact, READ_PLACES);
  return isZero(value) && !isZero(amount.value) ? amount : { ...amount, value, scale: readingScale };
}

/** By how many places `to` is more than `from`; undefined where that is not a whole number. */
function powerOfTen(from: number, to: number): number | undefined {
  const more = Math.max(from, to);
  let less = Math.min(from, to);
  let places = 0;
  while (less > 0 && less < more) {
    less *= 10;
    places += 1;
  }
  return less === more ? (from <= to ? places : -places) : undefined;
}
