/** Amounts as people read them. */
import type { Observation } from '../domain/archive.ts';
import { compare, type Decimal, formatDecimal, negate, percentOf, subtract, times } from '../domain/decimal.ts';
import type { Exact } from '../domain/exact.ts';

/** `6,150.64`, `−3.60` */
export function digits(value: Decimal | Exact): string {
  return formatDecimal(value, { grouping: true }).replace('-', '−');
}

/** `1,271` of things that are counted. */
export function count(things: number): string {
  return digits({ coefficient: things, places: 0 });
}

/** `6,150.64 万元` */
export function amount({ value, scale }: Pick<Observation, 'value' | 'scale'>): string {
  return `${digits(value)} ${scale}`;
}

/** `18.6%`, or nothing for a share of zero. */
export function share(part: Decimal, whole: Decimal): string | undefined {
  const percent = percentOf(part, whole, 1);
  return percent && `${digits(percent)}%`;
}

/** How many of each 100 yuan: whole ones, and one decimal below ten. */
export function ofHundred(part: Decimal, whole: Decimal): string | undefined {
  // Rounded once: 4.146 of a hundred is 4.1, not 4.15 and then 4.2.
  const percent = percentOf(part, whole, compare(times(part, 10), whole) < 0 ? 1 : 0);
  return percent && digits(percent);
}

export interface Change {
  /** 多, 少 or 持平 */
  readonly word: string;
  readonly sign: '+' | '−' | '';
  /** Without sign. */
  readonly size: Decimal;
  /** `+18.6%`; absent where the base is zero. */
  readonly rate: string | undefined;
}

export function change(current: Decimal, base: Decimal): Change {
  const difference = subtract(current, base);
  const sign = difference.coefficient > 0 ? '+' : difference.coefficient < 0 ? '−' : '';
  const size = difference.coefficient < 0 ? negate(difference) : difference;
  const rate = share(size, base);
  return { word: sign === '+' ? '多' : sign === '−' ? '少' : '持平', sign, size, rate: rate && `${sign}${rate}` };
}
