/**
 * The query side of search, and the one file that imports the engine. The engine proposes pages on which a
 * phrase's characters stand together; the text of each is then read, so that a result always contains the
 * words and a number is never part of a longer one.
 */
import { type CharacterMap, contains, normalise, parseQuery, runs } from '../domain/search-text.ts';
import type { Catalogue, NamedPlace } from '../views/search.ts';

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

interface Fragment {
  readonly url: string;
  readonly raw_content: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

interface Candidate {
  readonly id: string;
  readonly data: () => Promise<Fragment>;
}

interface Shard {
  readonly search: (query: string, options: { filters: Filters }) => Promise<{ results: readonly Candidate[] }>;
}

interface Engine {
  readonly createInstance: (options: { basePath: string }) => Shard;
}

const LINE_END = '¶';
const SUGGESTIONS = 5;
/** Texts read at once: the first must come soon, the rest need not. */
const FIRST_BATCH = 10;
const BATCH = 40;

export class SearchEngine {
  readonly #base: string;
  readonly #catalogue: Catalogue;
  readonly characters: CharacterMap;
  #engine: Promise<Engine> | undefined;
  readonly #shards = new Map<number, Promise<Shard>>();

  private constructor(base: string, catalogue: Catalogue) {
    this.#base = base;
    this.#catalogue = catalogue;
    const characters = [...catalogue.characters];
    this.characters = new Map(
      characters.flatMap((from, index) => (index % 2 === 0 ? [[from, characters[index + 1] ?? from] as const] : [])),
    );
  }

  /** `base` is the folder of the index, with its final slash. */
  static async open(base: string): Promise<SearchEngine> {
    const response = await fetch(`${base}catalogue.json`);
    if (!response.ok) throw new Error(`${base}catalogue.json: ${response.status}`);
    return new SearchEngine(base, (await response.json()) as Catalogue);
  }

  /** Units, codes and terms whose own name has every term. */
  names(query: string): NamedPlace[] {
    const terms = this.terms(query);
    if (terms.length === 0) return [];
    return this.#catalogue.names.filter(({ title, names }) => {
      const normal = [title, ...names].map((name) => normalise(name, this.characters));
      return terms.every((term) => normal.some((name) => contains(name, term)));
    });
  }

  /** Names that share the most pairs of characters with the query, for when nothing was found. */
  nearest(query: string): NamedPlace[] {
    const wanted = pairsOf(normalise(query, this.characters));
    const scored = this.#catalogue.names.map((name) => {
      const own = [name.title, ...name.names].map((text) => pairsOf(normalise(text, this.characters)));
      return { name, score: Math.max(0, ...own.map((pairs) => overlap(wanted, pairs))) };
    });
    return scored
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.name.url < b.name.url ? -1 : 1))
      .slice(0, SUGGESTIONS)
      .map(({ name }) => name);
  }

  terms(query: string): string[] {
    return parseQuery(query, this.characters);
  }

  /** Results shard by shard, newest disclosures first; within a batch the best first. */
  async *search(query: string, filters: Filters = {}): AsyncGenerator<Hit[]> {
    const terms = this.terms(query);
    for (let number = 0; number < this.#catalogue.shards; number += 1) {
      const candidates = await this.#candidates(number, terms, filters);
      let from = 0;
      while (from < candidates.length) {
        const batch = candidates.slice(from, from + (from === 0 && number === 0 ? FIRST_BATCH : BATCH));
        from += batch.length;
        const fragments = await Promise.all(batch.map(({ data }) => data()));
        yield fragments.flatMap((fragment) => this.#verify(fragment, terms) ?? []).sort(best);
      }
    }
  }

  async #candidates(number: number, terms: readonly string[], filters: Filters): Promise<readonly Candidate[]> {
    const shard = await this.#shard(number);
    let left: readonly Candidate[] | undefined;
    // Punctuation stands as a word of its own in the index: a term is looked for run by run, and then read.
    for (const run of terms.flatMap(runs)) {
      const { results } = await shard.search(`"${run.join(' ')}"`, { filters });
      const found = new Set(results.map(({ id }) => id));
      left = left ? left.filter(({ id }) => found.has(id)) : results;
      if (left.length === 0) break;
    }
    return left ?? [];
  }

  async #shard(number: number): Promise<Shard> {
    this.#engine ??= import(/* @vite-ignore */ `${this.#base}0/pagefind.js`) as Promise<Engine>;
    const engine = await this.#engine;
    let shard = this.#shards.get(number);
    if (!shard) {
      shard = Promise.resolve(engine.createInstance({ basePath: `${this.#base}${number}/` }));
      this.#shards.set(number, shard);
    }
    return shard;
  }

  #verify({ url, raw_content, meta, filters }: Fragment, terms: readonly string[]): Hit | undefined {
    const [, ...texts] = decodeEntities(raw_content)
      .replaceAll('\u200b', '')
      .split(LINE_END)
      .map((text) => text.trim());
    const title = meta.title ?? url;
    const plainTitle = normalise(title, this.characters);
    const places = (meta.places ?? '').split('\n');
    const lines: Line[] = [];
    const missing = new Set(terms.filter((term) => !contains(plainTitle, term)));
    let score = (terms.length - missing.size) * 10;
    let section = { id: '', heading: '' };
    texts.forEach((text, index) => {
      const place = places[index] ?? '';
      const isHeading = place.startsWith('§');
      if (isHeading) section = { id: place.slice(1), heading: text };
      const normal = normalise(text, this.characters);
      const matched = terms.filter((term) => contains(normal, term));
      for (const term of matched) missing.delete(term);
      if (matched.length === 0) return;
      const kind = isHeading ? 'heading' : place === '' ? 'text' : 'row';
      lines.push({ id: isHeading || place === '' ? section.id : place, heading: section.heading, text, kind });
      score += { heading: 3, row: 2, text: 1 }[kind] * matched.length;
    });
    if (missing.size > 0) return undefined;
    return { url, title, kind: meta.kind ?? '', filters, lines, score };
  }
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
function best(a: Hit, b: Hit): number {
  const year = ({ filters }: Hit): string => filters.year?.[0] ?? '';
  return Math.sign(b.score - a.score) || (year(a) < year(b) ? 1 : year(a) > year(b) ? -1 : a.url < b.url ? -1 : 1);
}

/** The engine keeps these as entities. */
function decodeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
