/**
 * The ledger of claims: the same fact as several disclosures state it (this year's table, next year's
 * 上年数, the parent department). Nothing is averaged or overwritten; each claim stays with its source.
 */
import type { Fact, Observation } from '../domain/archive.ts';
import { add, compare, type Decimal, decimal, negate, subtract, times, ZERO } from '../domain/decimal.ts';
import type { Verdict } from '../domain/finding.ts';
import { factKey } from './observations.ts';

const ORIGINS = ['published', 'stated', 'derived'] as const;

/** Facts with their claims, the most direct first: printed by the year's own document, then by later ones, then derived. */
export function ledgerOf(claims: readonly Observation[], scales: Readonly<Record<string, number>>): Fact[] {
  return [...Map.groupBy(claims, factKey).values()].flatMap((group) => {
    const [best, ...others] = [...group].sort(byDirectness);
    return best ? [{ best, others, verdict: agreement(best, others, scales) }] : [];
  });
}

/** Claims of other documents, and derived ones, that do not agree with the most direct one. */
export function conflicts({ best, others }: Fact, scales: Readonly<Record<string, number>>): Observation[] {
  return others.filter((other) => isIndependent(best, other) && claimVerdict(best, other, scales) === 'fail');
}

function byDirectness(a: Observation, b: Observation): number {
  const distance = (each: Observation): number => Math.abs(Number(each.disclosure.slice(0, 4)) - each.year);
  return ORIGINS.indexOf(a.origin) - ORIGINS.indexOf(b.origin) || distance(a) - distance(b);
}

/** Within one document, tables are held against each other by their own rules. */
function isIndependent(a: Observation, b: Observation): boolean {
  return a.disclosure !== b.disclosure || b.origin === 'derived';
}

function agreement(best: Observation, others: readonly Observation[], scales: Readonly<Record<string, number>>): Verdict | undefined {
  const verdicts = others.filter((other) => isIndependent(best, other)).map((other) => claimVerdict(best, other, scales));
  if (verdicts.length === 0) return undefined;
  return verdicts.includes('fail') ? 'fail' : verdicts.includes('rounding') ? 'rounding' : 'ok';
}

/** Printed alike: tolerance zero. In different places or scales, or derived by subtraction: half a last place of each. */
function claimVerdict(a: Observation, b: Observation, scales: Readonly<Record<string, number>>): Verdict {
  const difference = subtract(inOnes(a.value, a, scales), inOnes(b.value, b, scales));
  if (difference.coefficient === 0) return 'ok';
  const derived = [a, b].filter(({ origin }) => origin === 'derived').length;
  const alike = a.value.places === b.value.places && a.scale === b.scale;
  if (alike && derived === 0) return 'fail';
  const half = ({ value, scale }: Observation): Decimal => inOnes(decimal(5, value.places + 1), { scale }, scales);
  // A derived figure is the difference of two printed ones.
  const tolerance = [half(a), half(b), ...(derived > 0 ? [half(b)] : [])].reduce(add, ZERO);
  return compare(difference.coefficient < 0 ? negate(difference) : difference, tolerance) <= 0 ? 'rounding' : 'fail';
}

function inOnes(value: Decimal, { scale }: Pick<Observation, 'scale'>, scales: Readonly<Record<string, number>>): Decimal {
  return times(value, scales[scale] ?? 1);
}
