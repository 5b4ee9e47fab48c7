/** How the sums came out. */
import type { Check } from '../domain/archive.ts';

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
