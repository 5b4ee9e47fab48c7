/**
 * The query side of search, and the one file that imports the engine. The engine proposes pages on which a
 * phrase's characters stand together; the text of each is then read, so that a result always contains the
 * words and a number is never part of a longer one.
 */
import { type CharacterMap, parseQuery, runs, spaced, unspaced } from '../domain/search-text.ts';
import type { Catalogue, NamedPlace } from '../views/search.ts';
import { best, characterMap, type Filters, type Hit, hitOf, namesNear, namesOf } from './search-match.ts';

interface Fragment {
  /** The page's address, and for each line the element it leads to. */
  readonly raw_url: string;
  readonly content: string;
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
/** Texts read at once: the first must come soon, the rest need not. */
const FIRST_BATCH = 10;
const BATCH = 40;

export class SearchEngine {
  readonly #base: string;
  readonly #pages: string;
  /** The path under which the site stands, without a slash at its end. */
  readonly #root: string;
  readonly #catalogue: Catalogue;
  readonly characters: CharacterMap;
  #engine: Promise<Engine> | undefined;
  readonly #shards = new Map<string, Promise<Shard>>();

  private constructor(base: string, pages: string, catalogue: Catalogue) {
    this.#base = base;
    this.#pages = pages;
    this.#root = new URL(base, location.origin).pathname.replace(/\/[^/]+\/$/, '');
    this.#catalogue = catalogue;
    this.characters = characterMap(catalogue.characters);
  }

  /**
   * `base` is the folder of the index, with its final slash; `pages` stands before the addresses of the reader's
   * language: one index serves all of them.
   */
  static async open(base: string, pages = ''): Promise<SearchEngine> {
    const response = await fetch(`${base}catalogue.json`);
    if (!response.ok) throw new Error(`${base}catalogue.json: ${response.status}`);
    return new SearchEngine(base, pages, (await response.json()) as Catalogue);
  }

  /** Units, codes and terms whose own name has every term. */
  names(query: string): NamedPlace[] {
    return namesOf(this.#catalogue.names, this.terms(query), this.characters).map((place) => this.#placed(place));
  }

  /** Names that share the most pairs of characters with the query, for when nothing was found. */
  nearest(query: string): NamedPlace[] {
    return namesNear(this.#catalogue.names, query, this.characters).map((place) => this.#placed(place));
  }

  /** The index knows addresses from the site's root; the site may stand under a path, as the index does, and its pages be in another language. */
  #placed<Place extends { readonly url: string }>(place: Place): Place {
    return { ...place, url: this.#root + this.#pages + place.url };
  }

  terms(query: string): string[] {
    return parseQuery(query, this.characters);
  }

  /** Results shard by shard, newest disclosures first; within a batch the best first. */
  async *search(query: string, filters: Filters = {}): AsyncGenerator<Hit[]> {
    const terms = this.terms(query);
    for (const [number, name] of this.#catalogue.shards.entries()) {
      const candidates = await this.#candidates(name, terms, filters);
      let from = 0;
      while (from < candidates.length) {
        const batch = candidates.slice(from, from + (from === 0 && number === 0 ? FIRST_BATCH : BATCH));
        from += batch.length;
        const fragments = await Promise.all(batch.map(({ data }) => data()));
        yield fragments.flatMap((fragment) => this.#verify(fragment, terms) ?? []).sort(best);
      }
    }
  }

  async #candidates(name: string, terms: readonly string[], filters: Filters): Promise<readonly Candidate[]> {
    const shard = await this.#shard(name);
    let left: readonly Candidate[] | undefined;
    // Punctuation keeps the words beside it apart in the index: a term is looked for run by run, and then read.
    for (const run of terms.flatMap(runs)) {
      const { results } = await shard.search(`"${spaced(run.join(' '))}"`, { filters });
      const found = new Set(results.map(({ id }) => id));
      left = left ? left.filter(({ id }) => found.has(id)) : results;
      if (left.length === 0) break;
    }
    return left ?? [];
  }

  async #shard(name: string): Promise<Shard> {
    this.#engine ??= import(/* @vite-ignore */ `${this.#base}${this.#catalogue.shards[0]}/pagefind.js`) as Promise<Engine>;
    const engine = await this.#engine;
    let shard = this.#shards.get(name);
    if (!shard) {
      shard = Promise.resolve(engine.createInstance({ basePath: `${this.#base}${name}/` }));
      this.#shards.set(name, shard);
    }
    return shard;
  }

  #verify({ raw_url, content, meta, filters }: Fragment, terms: readonly string[]): Hit | undefined {
    const [url = '', ...places] = raw_url.split('\n');
    const [, ...texts] = content.split(LINE_END).map(unspaced);
    const lines = texts.map((text, index) => ({ place: places[index] ?? '', text }));
    return hitOf(this.#placed({ url, title: meta.title ?? url, kind: meta.kind ?? '', filters, lines }), terms, this.characters);
  }
}
