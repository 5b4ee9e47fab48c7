/** Amounts of any scale in one: 339.43 万元 and 3,394,300 元 are the same money. */
import type { Archive } from '../domain/archive.ts';
import type { Decimal } from '../domain/decimal.ts';
import { type Exact, exact, product } from '../domain/exact.ts';

/** In ones of the currency; undefined for a scale that the archive does not declare. */
export function baseAmount(value: Decimal, scale: string | undefined, scales: Readonly<Record<string, number>>): Exact | undefined {
  const factor = scale !== undefined && Object.hasOwn(scales, scale) ? scales[scale] : undefined;
  if (factor === undefined) return undefined;
  const amount = value.coefficient * factor;
  return Number.isSafeInteger(amount)
    ? trimmedSmall(amount, value.places)
    : trimmed(product(exact(value), { coefficient: BigInt(factor), places: 0 }));
}

/** Cents, 分: most currencies divide into hundredths. */
const USUAL_PLACES = 2;

const placesOf = new WeakMap<Archive, number>();

/** How many decimals of the currency hold every amount of the archive exactly: two, or more where one needs them. */
export function minorPlaces(archive: Archive): number {
  let places = archive.whole?.minorPlaces ?? placesOf.get(archive);
  if (places === undefined) {
    places = USUAL_PLACES;
    const { scales } = archive.facts;
    for (const { value, scale } of amounts(archive)) {
      // Whatever the scale, an amount needs no more places than are printed.
      if (value.places > places) places = Math.max(places, baseAmount(value, scale, scales)?.places ?? 0);
    }
    placesOf.set(archive, places);
  }
  return places;
}

/** 元 printed as 万元 with six decimals. */
const USUAL_PRINTED_PLACES = 6;

/** How many decimals hold every observation as it is printed: six, or more where one needs them. */
export function mostPlaces({ whole, observations }: Archive): number {
  return whole?.mostPlaces ?? observations.reduce((most, { value }) => Math.max(most, value.places), USUAL_PRINTED_PLACES);
}

/** A whole number of the smallest part: 3,394,300.00 元 → 339430000. */
export function minorUnits({ coefficient, places }: Exact, wanted: number): bigint {
  return coefficient * 10n ** BigInt(wanted - places);
}

function* amounts({ disclosures, observations }: Archive): Iterable<{ readonly value: Decimal; readonly scale: string | undefined }> {
  for (const observation of observations) if (observation.measure === 'amount') yield observation;
  for (const { tables } of disclosures.values()) {
    for (const { columns, rows, scale } of tables) {
      const ids = columns.filter(({ kind }) => kind.role === 'amount').map(({ kind }) => kind.id);
      for (const { cells } of rows) {
        for (const id of ids) {
          const value = cells.get(id)?.value;
          if (value) yield { value, scale };
        }
      }
    }
  }
}

/** The same for numbers that need no BigInt until they are right. */
function trimmedSmall(amount: number, places: number): Exact {
  let [digits, left] = [amount, places];
  while (left > 0 && digits % 10 === 0) {
    digits /= 10;
    left -= 1;
  }
  return { coefficient: BigInt(digits), places: left };
}

function trimmed({ coefficient, places }: Exact): Exact {
  let [digits, left] = [coefficient, places];
  while (left > 0 && digits % 10n === 0n) {
    digits /= 10n;
    left -= 1;
  }
  return { coefficient: digits, places: left };
}
