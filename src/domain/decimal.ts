import { type Exact, order, exact as unlimited } from './exact.ts';

/**
 * Exact decimal numbers as they are printed: a whole number of units in the last printed place,
 * and how many places there are. `339.40` and `339.4` are equal in value and differ in print.
 * Arithmetic is on safe integers; a result that would not be exact throws a RangeError.
 */
export interface Decimal {
  /** The digits as a safe integer, in units of the last printed place: 339.40 → 33940. */
  readonly coefficient: number;
  /** Printed decimals, 0 or more: 339.40 → 2. */
  readonly places: number;
}

const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?$/;
/** Nobody prints more; a sum over so many would only be slow. */
const MOST_PLACES = 20;
const GROUPED = /^([+-]?)(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

/** Reads a plain or thousands-grouped number. Anything else, or one too long to be exact, gives undefined. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = PLAIN.exec(text) ?? GROUPED.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  if (fraction.length > MOST_PLACES) return undefined;
  const coefficient = Number(`${sign === '-' ? '-' : ''}${whole.replaceAll(',', '')}${fraction}`);
  if (!Number.isSafeInteger(coefficient)) return undefined;
  return { coefficient: coefficient === 0 ? 0 : coefficient, places: fraction.length };
}

/** A decimal from units of its last place. Throws a RangeError where the number is not exact. */
export function decimal(coefficient: number, places: number): Decimal {
  return { coefficient: exact(coefficient), places };
}

/** The digits again: `339.40`; with `grouping`, `6,150.64`. */
export function formatDecimal(value: Decimal | Exact, options: { grouping?: boolean } = {}): string {
  // A large archive prints millions, most of them small.
  if (value.coefficient >= 0) {
    const digits = String(value.coefficient);
    const whole = digits.length - value.places;
    if (whole > 0 && (whole < 4 || !options.grouping))
      return value.places === 0 ? digits : `${digits.slice(0, whole)}.${digits.slice(whole)}`;
  }
  const digits = String(value.coefficient)
    .replace('-', '')
    .padStart(value.places + 1, '0');
  const whole = digits.slice(0, digits.length - value.places);
  const fraction = value.places > 0 ? `.${digits.slice(-value.places)}` : '';
  const grouped = options.grouping ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${value.coefficient < 0 ? '-' : ''}${grouped}${fraction}`;
}

/** The same value with `places` decimals; throws where that would lose digits. */
export function rescale(value: Decimal, places: number): Decimal {
  if (places < value.places) throw new RangeError(`${formatDecimal(value)} has more than ${places} decimals`);
  return decimal(value.coefficient * 10 ** (places - value.places), places);
}

export function add(a: Decimal, b: Decimal): Decimal {
  if (a.places === b.places) return decimal(a.coefficient + b.coefficient, a.places);
  const places = Math.max(a.places, b.places);
  return decimal(rescale(a, places).coefficient + rescale(b, places).coefficient, places);
}

export function negate(value: Decimal): Decimal {
  return decimal(value.coefficient === 0 ? 0 : -value.coefficient, value.places);
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

export function sum(values: readonly Decimal[]): Decimal {
  let { coefficient, places } = values[0] ?? ZERO;
  for (let index = 1; index < values.length; index += 1) {
    const value = values[index] ?? ZERO;
    // Nearly always all have the same places.
    if (value.places === places) coefficient = exact(coefficient + value.coefficient);
    else ({ coefficient, places } = add({ coefficient, places }, value));
  }
  return { coefficient, places };
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Decimal, b: Decimal): number {
  if (a.places === b.places) return a.coefficient - b.coefficient;
  return order(unlimited(a), unlimited(b));
}

export function isZero(value: Decimal): boolean {
  return value.coefficient === 0;
}

/** A whole multiple, such as an amount in 万元 (factor 10000) put in yuan. */
export function times(value: Decimal, factor: number): Decimal {
  return decimal(value.coefficient * factor, value.places);
}

/**
 * `numerator / denominator × 100` rounded half away from zero to `places` decimals, for display;
 * undefined where the denominator is zero, or the answer too long to be kept.
 */
export function percentOf(numerator: Decimal, denominator: Decimal, places = 1): Decimal | undefined {
  if (denominator.coefficient === 0) return undefined;
  const common = Math.max(numerator.places, denominator.places);
  const top = BigInt(numerator.coefficient) * 100n * 10n ** BigInt(places + common - numerator.places);
  const bottom = BigInt(denominator.coefficient) * 10n ** BigInt(common - denominator.places);
  const quotient = Number(divideRounded(top, bottom));
  return Number.isSafeInteger(quotient) ? decimal(quotient, places) : undefined;
}

/** To at most so many decimals, half away from zero. For reading only: what is printed is never rounded. */
export function rounded(value: Decimal, places: number): Decimal {
  if (value.places <= places) return value;
  return decimal(Number(divideRounded(BigInt(value.coefficient), 10n ** BigInt(value.places - places))), places);
}

/** A binary float for drawing only; never for sums, checks or text. */
export function toDrawing(value: Decimal): number {
  return value.coefficient / 10 ** value.places;
}

export const ZERO: Decimal = { coefficient: 0, places: 0 };

function divideRounded(top: bigint, bottom: bigint): bigint {
  const negative = top < 0n !== bottom < 0n;
  const a = top < 0n ? -top : top;
  const b = bottom < 0n ? -bottom : bottom;
  const quotient = (2n * a + b) / (2n * b);
  return negative ? -quotient : quotient;
}

function exact(coefficient: number): number {
  if (!Number.isSafeInteger(coefficient)) throw new RangeError('a number has more digits than can be kept exactly');
  return coefficient;
}
