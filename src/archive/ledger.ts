/**
 * The ledger of claims: the same fact as several disclosures state it (this year's table, next year's
 * 上年数, the parent department). Nothing is averaged or overwritten; each claim stays with its source.
 */
import type { Archive, Fact, Observation } from '../domain/archive.ts';
import { type Exact, exact, halfPlace, magnitude, minus, order, plus, product } from '../domain/exact.ts';
import type { Verdict } from '../domain/finding.ts';
import { meansTheSame } from './comparable.ts';
import { factKey } from './observations.ts';

const ORIGINS = ['published', 'stated', 'derived'] as const;

/** Facts with their claims, the most direct first: printed by the year's own document, then by later ones, then derived. */
export function ledgerOf(
  claims: readonly Observation[],
  scales: Readonly<Record<string, number>>,
  classified: Pick<Archive, 'classifications' | 'crosswalks'>,
): Fact[] {
  return [...Map.groupBy(claims, factKey).values()]
    .flatMap((group) => byMeaning(group, classified))
    .flatMap((group) => {
      // Most facts are stated once.
      if (group.length === 1 && group[0]) return [{ best: group[0], others: [], verdict: undefined }];
      const [best, ...others] = [...group].sort(byDirectness);
      return best ? [{ best, others, verdict: agreement(best, others, scales) }] : [];
    });
}

/** A code that changed its meaning from one version of its classification to the next is not the same fact. */
function byMeaning(group: Observation[], classified: Pick<Archive, 'classifications' | 'crosswalks'>): Observation[][] {
  const [first] = group;
  if (!first?.classification || group.every(({ version }) => version === first.version)) return [group];
  const meanings: { version: string | undefined; claims: Observation[] }[] = [];
  for (const each of group) {
    const { classification = '', code, version } = each;
    const same = meanings.find(
      (other) => !version || !other.version || meansTheSame(classified, classification, code, version, other.version),
    );
    if (same) same.claims.push(each);
    else meanings.push({ version, claims: [each] });
  }
  return meanings.map(({ claims }) => claims);
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
  return (['fail', 'rounding', 'not-checkable'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'ok';
}

/**
 * Printed alike: tolerance zero. In different places or scales, or derived by subtraction: half a last place of each.
 * A scale that nobody declared cannot be compared with another.
 */
function claimVerdict(a: Observation, b: Observation, scales: Readonly<Record<string, number>>): Verdict {
  const [factorA, factorB] = a.scale === b.scale ? [1, 1] : [factorOf(a, scales), factorOf(b, scales)];
  if (factorA === undefined || factorB === undefined) return 'not-checkable';
  const derived = [a, b].filter(({ origin }) => origin === 'derived').length;
  const alike = a.value.places === b.value.places && a.scale === b.scale;
  if (alike && a.value.coefficient === b.value.coefficient) return 'ok';
  if (alike && derived === 0) return 'fail';
  const difference = magnitude(minus(inOnes(exact(a.value), factorA), inOnes(exact(b.value), factorB)));
  if (difference.coefficient === 0n) return 'ok';
  const [halfA, halfB] = [inOnes(halfPlace(a.value), factorA), inOnes(halfPlace(b.value), factorB)];
  // A derived figure is the difference of two printed ones.
  const tolerance = plus(plus(halfA, halfB), derived > 0 ? halfB : { coefficient: 0n, places: 0 });
  return order(difference, tolerance) <= 0 ? 'rounding' : 'fail';
}

function factorOf({ scale, measure }: Observation, scales: Readonly<Record<string, number>>): number | undefined {
  return measure === 'count' ? 1 : Object.hasOwn(scales, scale) ? scales[scale] : undefined;
}

function inOnes(value: Exact, factor: number): Exact {
  return product(value, { coefficient: BigInt(factor), places: 0 });
}
