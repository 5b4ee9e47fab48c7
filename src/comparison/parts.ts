/**
 * Figures of many units in parts, so that a reader who compares a few loads no more than theirs, and what can be
 * chosen without any. A unit's part follows from its id alone: what is added elsewhere changes no other file.
 */
import type { Stage } from '../domain/declarations.ts';
import type { Subject } from './figure.ts';

/** Above it a subject is kept in parts beside the whole: about 20 kB, compressed. */
const MANY_FIGURES = 3000;

const PARTS = 16;

/** What a subject lets its readers choose. */
export interface Offer {
  readonly names: Subject['names'];
  readonly years: readonly number[];
  readonly stages: readonly Stage[];
  readonly funds: readonly string[];
}

export function isParted(figures: number): boolean {
  return figures > MANY_FIGURES;
}

/** FNV-1a of the unit's id. */
export function partOf(unit: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < unit.length; at += 1) hash = Math.imul(hash ^ unit.charCodeAt(at), 0x01000193) >>> 0;
  return `part-${(hash % PARTS).toString(16)}`;
}

/** Where the figures of some units are. */
export function partsOf(units: Iterable<string>): readonly string[] {
  return [...new Set([...new Set(units)].map(partOf))].sort();
}

export function inPart({ figures, comparable, names, ...subject }: Subject, part: string): Subject {
  const own = new Map([...names].filter(([unit]) => partOf(unit) === part));
  const within = ({ unit }: { readonly unit: string }): boolean => own.has(unit);
  return {
    ...subject,
    figures: figures.filter(within),
    comparable: comparable.filter(within),
    names: own,
  };
}

/** The parts that hold some units; undefined where the whole is no more to load. */
export function partsFor(units: readonly string[], { names }: Offer): readonly string[] | undefined {
  const parts = partsOf(units.filter((unit) => names.has(unit)));
  return parts.length > 0 && parts.length <= PARTS / 2 ? parts : undefined;
}

/** Parts of one subject as a subject, its units in the order of the whole. */
export function joined([first, ...others]: readonly [Subject, ...Subject[]]): Subject {
  const parts = [first, ...others];
  const byUnit = (a: { readonly unit: string }, b: { readonly unit: string }): number => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0);
  return {
    ...first,
    figures: parts.flatMap(({ figures }) => figures).sort(byUnit),
    comparable: parts.flatMap(({ comparable }) => comparable).sort(byUnit),
    names: new Map(parts.flatMap(({ names }) => [...names]).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

export function offerOf({ names, figures }: Subject): Offer {
  const each = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];
  return {
    names,
    years: each(figures.map(({ year }) => year)).sort((a, b) => a - b),
    stages: each(figures.map(({ stage }) => stage)).sort(),
    funds: each(figures.map(({ fund }) => fund)).sort(),
  };
}

/** Plain JSON, one unit a line. */
export function formatOffer({ names, ...choices }: Offer): string {
  const units = [...names].map((each) => JSON.stringify(each));
  return `{${Object.entries(choices)
    .map(([name, list]) => `"${name}":${JSON.stringify(list)}`)
    .join(',\n')},\n"names":[\n${units.join(',\n')}\n]}\n`;
}

/** The value of a file that our own build wrote. */
export function parseOffer(content: unknown): Offer {
  const { names, ...choices } = content as Omit<Offer, 'names'> & { readonly names: Iterable<[string, Readonly<Record<string, string>>]> };
  return { ...choices, names: new Map(names) };
}
