/**
 * Whether two figures of one subject may be compared. Where they may not, every reason is given, and there is no
 * difference to be had: `changeBetween` is the one place where the site subtracts figures of different documents here.
 */
import { type Decimal, negate, percentOf, subtract } from '../domain/decimal.ts';
import type { ComparedFigure, Terms, VersionBridge } from './figure.ts';

/** What must match besides the codes; all of them are equalities, so that figures which match fall into groups. */
export const ALIKE = ['stage', 'basis', 'scope', 'fund', 'use', 'scale', 'currency'] as const;

export type Alike = (typeof ALIKE)[number];

/** Why two figures are not comparable, with what each of them is. */
export interface Refusal {
  readonly reason: Alike | 'version';
  readonly a: string;
  readonly b: string;
  /** Of two versions of a classification: what is known between them. */
  readonly bridge?: VersionBridge;
}

/** Empty where they may be compared. The same reasons either way, with `a` and `b` changed about. */
export function refusals(a: Terms, b: Terms, bridges: readonly VersionBridge[]): Refusal[] {
  const found: Refusal[] = ALIKE.filter((term) => a[term] !== b[term]).map((reason) => ({ reason, a: a[reason], b: b[reason] }));
  const bridge = a.version === b.version ? undefined : bridgeBetween(a, b, bridges);
  if (a.version !== b.version && bridge?.bridge !== 'same')
    found.push({ reason: 'version', a: a.version, b: b.version, ...(bridge ? { bridge } : {}) });
  return found;
}

function bridgeBetween(a: Terms, b: Terms, bridges: readonly VersionBridge[]): VersionBridge | undefined {
  return bridges.find(({ older, newer }) => (older === a.version && newer === b.version) || (older === b.version && newer === a.version));
}

/** Figures with the same key differ in nothing but, perhaps, the version of their codes. */
export function termsKey(terms: Terms): string {
  return ALIKE.map((term) => terms[term]).join('|');
}

export interface Difference {
  readonly sign: '+' | '−' | '';
  /** Without sign, exact. */
  readonly size: Decimal;
  /** Per cent of the base, to one decimal, rounded once; absent where the base is zero. */
  readonly rate?: Decimal;
}

export type Compared = { readonly difference: Difference } | { readonly refusals: readonly Refusal[] };

/** From `base` to `current`: by how much, or why that cannot be said. */
export function changeBetween(base: ComparedFigure, current: ComparedFigure, bridges: readonly VersionBridge[]): Compared {
  const why = refusals(base, current, bridges);
  if (why.length > 0) return { refusals: why };
  const difference = subtract(current.value, base.value);
  const size = difference.coefficient < 0 ? negate(difference) : difference;
  // Of a base below zero a rate would have the wrong sign.
  const rate = base.value.coefficient > 0 ? percentOf(size, base.value) : undefined;
  return {
    difference: {
      sign: difference.coefficient > 0 ? '+' : difference.coefficient < 0 ? '−' : '',
      size,
      ...(rate ? { rate } : {}),
    },
  };
}
