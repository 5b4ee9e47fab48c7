/** How the sums came out, counted and in words. */
import type { Check, Disclosure } from '../domain/archive.ts';
import { type Decimal, formatDecimal, negate } from '../domain/decimal.ts';
import { type Exact, exactSum } from '../domain/exact.ts';

export interface VerdictCounts {
  readonly total: number;
  readonly ok: number;
  readonly rounding: number;
  readonly fail: number;
  /** Quotients with no answer (0/0): never counted as a pass. */
  readonly undefined: number;
  /** Lacking a figure: never counted as a pass. */
  readonly notCheckable: number;
}

const counted = new WeakMap<readonly Check[], VerdictCounts>();

/** Once for each list: every page that names a document says how its sums came out. */
export function countVerdicts(checks: readonly Check[]): VerdictCounts {
  let known = counted.get(checks);
  if (!known) {
    const counts = { ok: 0, rounding: 0, fail: 0, undefined: 0, 'not-checkable': 0 };
    for (const { verdict } of checks) counts[verdict] += 1;
    const { 'not-checkable': notCheckable, ...rest } = counts;
    known = { total: checks.length, ...rest, notCheckable };
    counted.set(checks, known);
  }
  return known;
}

/** Of all checks of some documents. */
export function countAllVerdicts(documents: Iterable<Pick<Disclosure, 'checks'>>): VerdictCounts {
  const all: Record<keyof VerdictCounts, number> = { ...countVerdicts([]) };
  for (const { checks } of documents)
    for (const [name, count] of Object.entries(countVerdicts(checks))) all[name as keyof VerdictCounts] += count;
  return all;
}

/** How a figure is written; negative ones with a real minus. */
type Print = (value: Decimal | Exact) => string;

const plain: Print = (value) => formatDecimal(value).replace('-', '−');

/** `187.53 + 17.53 = 205.06`, `66.25 ÷ (422.79 − 66.25) = 18.6%`, or the one figure it is held against. */
export function sumInWords({ operation, inputs, computed }: Pick<Check, 'operation' | 'inputs' | 'computed'>, print = plain): string {
  const total = computedInWords({ operation, inputs, computed }, print);
  if (operation === 'quotient') {
    const [part, ...whole] = inputs;
    if (!part || whole.length === 0) return '—';
    const divisor = addition(whole, print);
    return `${print(part.value)} ÷ ${whole.length > 1 ? `(${divisor})` : divisor} = ${computed ? `${total}%` : '—'}`;
  }
  const shown = addends(inputs);
  return operation === 'equality' || shown.length < 2 ? total : `${addition(shown, print)} = ${total}`;
}

/** What the inputs come to. A sum too long to be kept is still printed. */
export function computedInWords({ operation, inputs, computed }: Pick<Check, 'operation' | 'inputs' | 'computed'>, print = plain): string {
  if (computed) return print(computed);
  return operation === 'quotient' || inputs.length === 0 ? '—' : print(exactSum(inputs.map(({ value }) => value)));
}

/** What is worth writing out: adding nothing says nothing. */
export function addends(inputs: Check['inputs']): Check['inputs'] {
  return inputs.filter(({ value }) => value.coefficient !== 0);
}

/** Subtracting a negative figure is written as adding it: one sign stands between two figures, never two. */
function addition(inputs: Check['inputs'], print: Print): string {
  let text = '';
  for (const { value, sign } of inputs) {
    const negative = sign < 0 !== value.coefficient < 0;
    const size = print(value.coefficient < 0 ? negate(value) : value);
    text += `${text === '' ? (negative ? '−' : '') : negative ? ' − ' : ' + '}${size}`;
  }
  return text;
}
