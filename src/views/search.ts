/** What the browser's search is told before the first query: which shards there are, and what has a name. */
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
  /** Folders below the index, in the order in which they are searched. */
  readonly shards: readonly string[];
  /** Traditional and simplified characters in pairs. */
  readonly characters: string;
  readonly names: readonly NamedPlace[];
}

/** The text of one page, line by line, in the form in which it is searched. */
export interface SearchText {
  readonly url: string;
  readonly title: string;
  readonly kind: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** `place` is the element that a line leads to: `§id` where it is a section's heading, nothing where it is text under one. */
  readonly lines: readonly { readonly place: string; readonly text: string }[];
}
