/** How the sums came out, counted and in words. */
import type { Check } from '../domain/archive.ts';
import { formatDecimal } from '../domain/decimal.ts';

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

export function countVerdicts(checks: readonly Check[]): VerdictCounts {
  const counts = { ok: 0, rounding: 0, fail: 0, undefined: 0, 'not-checkable': 0 };
  for (const { verdict } of checks) counts[verdict] += 1;
  const { 'not-checkable': notCheckable, ...rest } = counts;
  return { total: checks.length, ...rest, notCheckable };
}

/** `187.53 + 17.53 = 205.06`, `66.25 ÷ (422.79 − 66.25) = 18.6%`, or the one figure it is held against. */
export function sumInWords({ operation, inputs, computed }: Pick<Check, 'operation' | 'inputs' | 'computed'>): string {
  const total = computed ? formatDecimal(computed) : '—';
  if (operation === 'quotient') {
    const [part, ...whole] = inputs;
    if (!part || whole.length === 0) return '—';
    return `${formatDecimal(part.value)} ÷ ${whole.length > 1 ? `(${addition(whole)})` : addition(whole)} = ${computed ? `${total}%` : '—'}`;
  }
  const shown = inputs.filter(({ value }) => value.coefficient !== 0);
  return operation === 'equality' || shown.length < 2 ? total : `${addition(shown)} = ${total}`;
}

function addition(inputs: Check['inputs']): string {
  return inputs
    .map(({ value, sign }, index) => `${index === 0 ? (sign < 0 ? '−' : '') : sign < 0 ? ' − ' : ' + '}${formatDecimal(value)}`)
    .join('');
}
