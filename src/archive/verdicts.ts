/** How the sums came out, counted and in words. */
import type { Check } from '../domain/archive.ts';
import { formatDecimal } from '../domain/decimal.ts';

export interface VerdictCounts {
  readonly total: number;
  readonly ok: number;
  readonly rounding: number;
  readonly fail: number;
  /** Sums with no answer (0/0) or lacking a figure: never counted as a pass. */
  readonly notCheckable: number;
}

export function countVerdicts(checks: readonly Check[]): VerdictCounts {
  const count = (...verdicts: Check['verdict'][]): number => checks.filter(({ verdict }) => verdicts.includes(verdict)).length;
  return { total: checks.length, ok: count('ok'), rounding: count('rounding'), fail: count('fail'), notCheckable: count('not-checkable', 'undefined') };
}

/** `187.53 + 17.53 = 205.06`, or the one figure it is held against. */
export function sumInWords({ inputs, computed }: Pick<Check, 'inputs' | 'computed'>): string {
  const total = computed ? formatDecimal(computed) : '—';
  if (inputs.length < 2) return total;
  const shown = inputs.filter(({ value }) => value.coefficient !== 0);
  const sum = shown.map(({ value, sign }, index) => `${index === 0 ? (sign < 0 ? '−' : '') : sign < 0 ? ' − ' : ' + '}${formatDecimal(value)}`).join('');
  return shown.length < 2 ? total : `${sum} = ${total}`;
}
