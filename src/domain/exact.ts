/** Whole-number arithmetic without a limit, for the few sums and quotients that safe integers cannot hold. */
import type { Decimal } from './decimal.ts';

export interface Exact {
  readonly coefficient: bigint;
  readonly places: number;
}

export function exact({ coefficient, places }: Decimal): Exact {
  return { coefficient: BigInt(coefficient), places };
}

export function exactSum(values: readonly Decimal[]): Exact {
  return values.reduce<Exact>((total, value) => plus(total, exact(value)), { coefficient: 0n, places: 0 });
}

export function plus(a: Exact, b: Exact): Exact {
  const places = Math.max(a.places, b.places);
  return { coefficient: at(a, places) + at(b, places), places };
}

export function minus(a: Exact, b: Exact): Exact {
  return plus(a, { coefficient: -b.coefficient, places: b.places });
}

export function product(a: Exact, b: Exact): Exact {
  return { coefficient: a.coefficient * b.coefficient, places: a.places + b.places };
}

export function magnitude({ coefficient, places }: Exact): Exact {
  return { coefficient: coefficient < 0n ? -coefficient : coefficient, places };
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function order(a: Exact, b: Exact): number {
  const difference = minus(a, b).coefficient;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Half a unit in the last printed place. */
export function halfPlace({ places }: Pick<Decimal, 'places'>): Exact {
  return { coefficient: 5n, places: places + 1 };
}

/**
 * An amount of one scale in another, by the currency's units that each is: 4,227,900 元 → 422.79 万元. Undefined where
 * it has no end in decimals.
 */
export function inScale(value: Exact, factor: number, wanted: number): Exact | undefined {
  const units = value.coefficient * BigInt(factor);
  for (let places = 0, scaled = 1n; places <= MOST_SHIFT; places += 1, scaled *= 10n) {
    if ((units * scaled) % BigInt(wanted) === 0n) return { coefficient: (units * scaled) / BigInt(wanted), places: value.places + places };
  }
  return undefined;
}

/** A scale of more zeros is not in use. */
const MOST_SHIFT = 15;

/** The same as a decimal, where its digits are few enough. */
export function narrow({ coefficient, places }: Exact): Decimal | undefined {
  const number = Number(coefficient);
  return Number.isSafeInteger(number) ? { coefficient: number, places } : undefined;
}

function at({ coefficient, places }: Exact, wanted: number): bigint {
  return wanted === places ? coefficient : coefficient * 10n ** BigInt(wanted - places);
}
