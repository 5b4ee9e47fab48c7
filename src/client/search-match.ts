/** Which pages and names have what a reader typed: the part of search that does not depend on how texts are stored. */
import { type CharacterMap, contains, normalise } from '../domain/search-text.ts';
import type { NamedPlace, SearchText } from '../views/search.ts';

export type Filters = Readonly<Record<string, string>>;
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A line of a page that has a term, and what it leads to. */
export interface Line {
  /** The nearest element that can be led to; empty for the page. */
  readonly id: string;
  /** The heading of its section. */
  readonly heading: string;
  readonly text: string;
  /** A heading, a row of a table, or text. */
  readonly kind: 'heading' | 'row' | 'text';
}

export interface Hit {
  readonly url: string;
  readonly title: string;
  readonly kind: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly lines: readonly Line[];
  readonly score: number;
}

const SUGGESTIONS = 5;

/** Pairs of traditional and simplified characters, as the catalogue has them. */
export function characterMap(pairs: string): CharacterMap {
  const characters = [...pairs];
  return new Map(characters.flatMap((from, index) => (index % 2 === 0 ? [[from, characters[index + 1] ?? from] as const] : [])));
}

/** Units, codes and terms whose own name has every term. */
export function namesOf(places: readonly NamedPlace[], terms: readonly string[], characters: CharacterMap): NamedPlace[] {
  if (terms.length === 0) return [];
  return places.filter(({ title, names }) => {
    const normal = [title, ...names].map((name) => normalise(name, characters));
    return terms.every((term) => normal.some((name) => contains(name, term)));
  });
}

/** Names that share the most pairs of characters with the query, for when nothing was found. */
export function namesNear(places: readonly NamedPlace[], query: string, characters: CharacterMap): NamedPlace[] {
  const wanted = pairsOf(normalise(query, characters));
  const scored = places.map((name) => {
    const own = [name.title, ...name.names].map((text) => pairsOf(normalise(text, characters)));
    return { name, score: Math.max(0, ...own.map((pairs) => overlap(wanted, pairs))) };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.name.url < b.name.url ? -1 : 1))
    .slice(0, SUGGESTIONS)
    .map(({ name }) => name);
}

/** The page as a result, if every term stands in its title or text. */
export function hitOf(
  { url, title, kind, filters, lines: texts }: SearchText,
  terms: readonly string[],
  characters: CharacterMap,
): Hit | undefined {
  const plainTitle = normalise(title, characters);
  const lines: Line[] = [];
  const missing = new Set(terms.filter((term) => !contains(plainTitle, term)));
  let score = (terms.length - missing.size) * 10;
  let section = { id: '', heading: '' };
  for (const { place, text } of texts) {
    const isHeading = place.startsWith('§');
    if (isHeading) section = { id: place.slice(1), heading: text };
    const normal = normalise(text, characters);
    const matched = terms.filter((term) => contains(normal, term));
    for (const term of matched) missing.delete(term);
    if (matched.length === 0) continue;
    const lineKind = isHeading ? 'heading' : place === '' ? 'text' : 'row';
    lines.push({ id: isHeading || place === '' ? section.id : place, heading: section.heading, text, kind: lineKind });
    score += { heading: 3, row: 2, text: 1 }[lineKind] * matched.length;
  }
  if (missing.size > 0) return undefined;
  return { url, title, kind, filters, lines, score };
}

function pairsOf(normal: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < normal.length; at += 1) pairs.add(normal.slice(at, at + 2));
  return pairs;
}

/** Shared pairs as a share of all (Dice). */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** Titles first, then rows, then text; among equals the newer, then by address. */
export function best(a: Hit, b: Hit): number {
  const year = ({ filters }: Hit): string => filters.year?.[0] ?? '';
  return Math.sign(b.score - a.score) || (year(a) < year(b) ? 1 : year(a) > year(b) ? -1 : a.url < b.url ? -1 : 1);
}
