/** One fact printed in two scales: 16,497.86 万元 in the text, 164,978,640 元 in the table. */
import { compare, type Decimal, decimal, ZERO } from '../domain/decimal.ts';
import type { Verdict } from '../domain/finding.ts';
import { converted } from '../domain/scales.ts';
import type { ReadArchive } from '../reading/read-archive.ts';
import { verdictOf } from './reconcile.ts';

/** A figure and what it is printed in: 万元, 元. */
interface Printed {
  readonly value: Decimal;
  readonly unit: string;
}

/**
 * A figure held against the same fact printed elsewhere, in its own scale. Tolerance zero; of two scales, the coarser
 * print was rounded. Undefined where the two scales cannot be compared.
 */
export function sameAcrossScales(
  stated: Printed,
  other: Printed,
  { facts: { scales } }: ReadArchive,
): { verdict: Verdict; computed: Decimal; tolerance: Decimal } | undefined {
  const computed = converted(other.value, other.unit, stated.unit, scales);
  const half = converted(halfPlace(other.value), other.unit, stated.unit, scales);
  if (!computed || !half) return undefined;
  const own = halfPlace(stated.value);
  const tolerance = stated.unit === other.unit ? ZERO : compare(half, own) > 0 ? half : own;
  return { verdict: verdictOf(stated.value, computed, tolerance), computed, tolerance };
}

function halfPlace({ places }: Decimal): Decimal {
  return decimal(5, places + 1);
}
