/** One fact printed in two scales: 16,497.86 万元 in the text, 164,978,640 元 in the table. */
import { compare, type Decimal, decimal, ZERO } from '../domain/decimal.ts';
import type { Verdict } from '../domain/finding.ts';
import type { ReadArchive } from '../reading/read-archive.ts';
import { verdictOf } from './reconcile.ts';

/** A figure and what it is printed in: 万元, 元. */
interface Printed {
  readonly value: Decimal;
  readonly unit: string;
}

/**
 * An amount printed in `from`, exact in `to`: 164978640 元 is 16497.8640 万元. Undefined where a scale is not
 * declared, or the answer would not be exact.
 */
function inScale(value: Decimal, from: string, to: string, { facts: { scales } }: ReadArchive): Decimal | undefined {
  if (from === to) return value;
  if (!Object.hasOwn(scales, from) || !Object.hasOwn(scales, to)) return undefined;
  const powers = powerOfTen(scales[from] ?? 1, scales[to] ?? 1);
  if (powers === undefined) return undefined;
  const places = Math.max(0, value.places + powers);
  const coefficient = value.coefficient * 10 ** (places - value.places - powers);
  return Number.isSafeInteger(coefficient) ? decimal(coefficient, places) : undefined;
}

/** By how many places `to` is more than `from`; undefined where that is not a whole number. */
function powerOfTen(from: number, to: number): number | undefined {
  let [less, more, places] = [Math.min(from, to), Math.max(from, to), 0];
  while (less < more) [less, places] = [less * 10, places + 1];
  return less === more ? (from <= to ? places : -places) : undefined;
}

/**
 * A figure held against the same fact printed elsewhere, in its own scale. Tolerance zero; of two scales, the coarser
 * print was rounded. Undefined where the two scales cannot be compared.
 */
export function sameAcrossScales(
  stated: Printed,
  other: Printed,
  archive: ReadArchive,
): { verdict: Verdict; computed: Decimal; tolerance: Decimal } | undefined {
  const computed = inScale(other.value, other.unit, stated.unit, archive);
  const half = inScale(halfPlace(other.value), other.unit, stated.unit, archive);
  if (!computed || !half) return undefined;
  const own = halfPlace(stated.value);
  const tolerance = stated.unit === other.unit ? ZERO : compare(half, own) > 0 ? half : own;
  return { verdict: verdictOf(stated.value, computed, tolerance), computed, tolerance };
}

function halfPlace({ places }: Decimal): Decimal {
  return decimal(5, places + 1);
}
