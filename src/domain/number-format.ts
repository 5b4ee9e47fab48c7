/** How a government prints numbers: `1,234.50`, `1 234,50`, `12,34,567.00`, `(3.60)`. */
import { type Decimal, formatDecimal, negate, parseDecimal } from './decimal.ts';
import type { Exact } from './exact.ts';

/** Ways to print a negative: -1, 1-, (1), △1 or ▲1. A minus before the number is always understood. */
export const NEGATIVES = ['-1', '1-', '(1)', '△1'] as const;
export type Negative = (typeof NEGATIVES)[number];

export interface NumberFormat {
  readonly decimal: '.' | ',';
  /** What divides groups of digits; a space or an apostrophe stands for all of its kinds. */
  readonly group: ',' | '.' | ' ' | "'";
  /** Digits in each group from the right, the last for all others: [3], in India [3, 2]. */
  readonly groups: readonly number[];
  /** The first is the one printed. */
  readonly negative: readonly Negative[];
  /** Printed before amounts, and read over: `$1,200`. */
  readonly symbol?: string;
}

export const PLAIN_NUMBERS: NumberFormat = { decimal: '.', group: ',', groups: [3], negative: ['-1'] };

const GROUP_KINDS: Readonly<Record<NumberFormat['group'], string>> = {
  ',': ',',
  '.': '.',
  ' ': ' \u00a0\u2009\u202f',
  "'": "'\u2019",
};

/** Whether it is the plain one, whoever made it: pages are bundled with one of their own. */
export function isPlain({ decimal, group, groups, negative, symbol }: NumberFormat): boolean {
  return (
    decimal === '.' && group === ',' && groups.length === 1 && groups[0] === 3 && negative.length === 1 && negative[0] === '-1' && !symbol
  );
}

/** Reads a number printed so, plain or in groups. Anything else, or one too long to be exact, gives undefined. */
export function parseNumber(text: string, format: NumberFormat): Decimal | undefined {
  if (format === PLAIN_NUMBERS) return parseDecimal(text);
  const { negative, size } = splitSign(text, format);
  if (size === undefined) return undefined;
  const { whole, fraction } = splitFraction(size, format.decimal);
  const digits = ungroup(whole, format);
  if (digits === undefined || !/^(\d+)?$/.test(fraction ?? '0') || fraction === '') return undefined;
  const value = parseDecimal(fraction === undefined ? digits : `${digits}.${fraction}`);
  return value && negative ? negate(value) : value;
}

/** As the government prints it; `grouping: false` leaves out what divides groups, `places` are never changed. */
export function formatNumber(value: Decimal | Exact, format: NumberFormat, { grouping = true }: { grouping?: boolean } = {}): string {
  const [whole = '', fraction] = formatDecimal(value).replace('-', '').split('.');
  const grouped = grouping ? group(whole, format) : whole;
  const size = fraction === undefined ? grouped : `${grouped}${format.decimal}${fraction}`;
  return value.coefficient < 0 ? (format.negative[0] ?? '-1').replace('1', () => size) : size;
}

/** As it stands in sentences, charts and sums: as the government prints it, a minus being a true one. */
export function shownNumber(value: Decimal | Exact, format: NumberFormat): string {
  const text = isPlain(format) ? formatDecimal(value, { grouping: true }) : formatNumber(value, format);
  return text.replace('-', '−');
}

/** The format, where it is not the plain one: what travels to a browser says no more than it must. */
export function otherThanPlain(numbers: NumberFormat): { readonly numbers?: NumberFormat } {
  return isPlain(numbers) ? {} : { numbers };
}

function splitSign(text: string, { negative, symbol }: NumberFormat): { negative: boolean; size: string | undefined } {
  const bare = (part: string): string => {
    const trimmed = part.trim();
    return symbol && trimmed.startsWith(symbol) ? trimmed.slice(symbol.length).trim() : trimmed;
  };
  const outer = bare(text);
  const styles: readonly [Negative, RegExp][] = [
    ['-1', /^-(.+)$/],
    ['1-', /^(.+)-$/],
    ['(1)', /^\((.+)\)$/],
    ['△1', /^[△▲](.+)$/],
  ];
  for (const [style, pattern] of styles) {
    const inner = pattern.exec(outer)?.[1];
    if (inner !== undefined) return { negative: true, size: style === '-1' || negative.includes(style) ? bare(inner) : undefined };
  }
  return { negative: false, size: outer.startsWith('+') ? outer.slice(1) : outer };
}

function splitFraction(size: string, decimal: string): { whole: string; fraction: string | undefined } {
  const at = size.lastIndexOf(decimal);
  return at < 0 ? { whole: size, fraction: undefined } : { whole: size.slice(0, at), fraction: size.slice(at + 1) };
}

/** The digits alone; undefined where groups are divided in wrong places. */
function ungroup(whole: string, { group: divider, groups }: NumberFormat): string | undefined {
  if (/^\d+$/.test(whole)) return whole;
  const parts = whole.split(new RegExp(`[${GROUP_KINDS[divider]}]`));
  const [first = '', ...rest] = parts;
  const last = groups.at(-1) ?? 3;
  const sizes = [...rest].reverse().map((part, index) => ({ part, size: groups[index] ?? last }));
  const most = groups[rest.length] ?? last;
  const opens = /^\d+$/.test(first) && first.length <= most;
  return opens && sizes.every(({ part, size }) => part.length === size && /^\d+$/.test(part)) ? parts.join('') : undefined;
}

function group(digits: string, { group: divider, groups }: NumberFormat): string {
  const parts: string[] = [];
  let rest = digits;
  for (let index = 0; rest.length > 0; index += 1) {
    const size = groups[index] ?? groups.at(-1) ?? 3;
    parts.unshift(rest.slice(-size));
    rest = rest.slice(0, -size);
  }
  // A space that breaks a line would break a number.
  return parts.join(divider === ' ' ? '\u202f' : divider);
}
