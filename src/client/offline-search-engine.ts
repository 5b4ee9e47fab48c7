/**
 * Search in a snapshot, where nothing can be fetched and there is no module: a plain scan over texts that come
 * as scripts. It takes the place of `search-engine.ts` when the scripts of a snapshot are bundled, and answers
 * the same, without an index that somebody would have to understand first.
 */
import { type CharacterMap, parseQuery } from '../domain/search-text.ts';
import type { Catalogue, NamedPlace, SearchText } from '../views/search.ts';
import type { SearchEngine as OnlineSearchEngine } from './search-engine.ts';
import { best, characterMap, type Filters, type Hit, hitOf, namesNear, namesOf } from './search-match.ts';
import { siteFolder } from './site-folder.ts';

/** What a text script calls with what it holds. */
type Receiver = (name: string, content: unknown) => void;

const received = new Map<string, unknown>();
const loading = new Map<string, Promise<unknown>>();

/** Loads `search-index/<name>.js` as a script, the one thing that every browser lets a page on a disk read. */
function load<Content>(name: string): Promise<Content> {
  let content = loading.get(name) as Promise<Content> | undefined;
  if (!content) {
    (globalThis as { mingzhangText?: Receiver }).mingzhangText = (key, value) => void received.set(key, value);
    content = new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = `${siteFolder}search-index/${name}.js`;
      script.addEventListener('load', () => resolve(received.get(name) as Content));
      script.addEventListener('error', () => reject(new Error(`${script.src} cannot be read`)));
      document.head.append(script);
    });
    loading.set(name, content);
  }
  return content;
}

export class SearchEngine implements Pick<OnlineSearchEngine, 'characters' | 'names' | 'nearest' | 'terms' | 'search'> {
  readonly #catalogue: Catalogue;
  /** Of the reader's language, before the addresses of its pages. */
  readonly #pages: string;
  readonly characters: CharacterMap;

  private constructor(pages: string, catalogue: Catalogue) {
    this.#pages = pages;
    this.#catalogue = catalogue;
    this.characters = characterMap(catalogue.characters);
  }

  static async open(_index: string, pages = ''): Promise<SearchEngine> {
    return new SearchEngine(pages, await load<Catalogue>('catalogue'));
  }

  names(query: string): NamedPlace[] {
    return namesOf(this.#catalogue.names, this.terms(query), this.characters).map((place) => this.#onDisk(place));
  }

  nearest(query: string): NamedPlace[] {
    return namesNear(this.#catalogue.names, query, this.characters).map((place) => this.#onDisk(place));
  }

  /** `/units/x/` → the file of that page on this disk. */
  #onDisk<Place extends { readonly url: string }>(place: Place): Place {
    return { ...place, url: `${siteFolder}${`${this.#pages}${place.url}`.slice(1)}index.html` };
  }

  terms(query: string): string[] {
    return parseQuery(query, this.characters);
  }

  async *search(query: string, filters: Filters = {}): AsyncGenerator<Hit[]> {
    const terms = this.terms(query);
    if (terms.length === 0) return;
    for (const name of this.#catalogue.shards) {
      const texts = await load<readonly SearchText[]>(name);
      const wanted = texts.filter((text) => Object.entries(filters).every(([key, value]) => text.filters[key]?.includes(value)));
      yield wanted
        .flatMap((text) => hitOf(text, terms, this.characters) ?? [])
        .map((place) => this.#onDisk(place))
        .sort(best);
    }
  }
}
