/** What the browser's search is told before the first query: how many shards there are, and what has a name. */
export interface NamedPlace {
  readonly url: string;
  readonly title: string;
  readonly kind: 'unit' | 'disclosure' | 'code' | 'term';
  /** Abbreviations, former names, variants. */
  readonly names: readonly string[];
  /** Region, classification. */
  readonly about: string;
}

export interface Catalogue {
  readonly shards: number;
  /** Traditional and simplified characters in pairs. */
  readonly characters: string;
  readonly names: readonly NamedPlace[];
}
