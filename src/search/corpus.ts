/** Everything that can be found, in shards: newest disclosures first, each small enough to answer a first query by itself. */
import type { Archive } from '../domain/archive.ts';
import type { Catalogue, NamedPlace, SearchText } from '../views/search.ts';
import { traditionalPairs } from './characters.ts';
import { disclosureDocuments, otherDocuments, type SearchDocument } from './documents.ts';

/** Documents in one shard, and in the first of several: a first answer takes under 300 KB over the network. */
const SHARD = 400;
const FIRST_SHARD = 100;

/** What can be found in disclosures, however it is kept until it is asked for. */
export interface DisclosureTexts {
  readonly texts: readonly DisclosureText[];
  /** All characters that occur. */
  readonly characters: ReadonlySet<string>;
}

export interface DisclosureText {
  readonly url: string;
  /** As a filter has it. */
  readonly year: string;
  readonly read: () => SearchText;
}

export interface SearchCorpus {
  /** Each text is made when it is asked for. */
  readonly shards: readonly (readonly (() => SearchText)[])[];
  /** Simplified characters by the traditional ones. */
  readonly characters: ReadonlyMap<string, string>;
  readonly catalogue: Catalogue;
}

export function searchCorpus(archive: Archive, disclosures = textsOf(archive)): SearchCorpus {
  const newest = disclosures.texts.toSorted(newestFirst).map(({ read }) => read);
  // What has a name of its own is found by it at once, in the catalogue; its text can wait.
  const others = [...otherDocuments(archive)];
  const texts = others.map(searchText);
  const shards = inShards([...newest, ...texts.map((text) => () => text)]);

  const occurring = new Set(disclosures.characters);
  for (const text of texts) addCharacters(text, occurring);
  const pairs = traditionalPairs(occurring);
  const characters = new Map<string, string>();
  for (let at = 0; at < pairs.length; at += 2) characters.set(pairs[at] ?? '', pairs[at + 1] ?? '');
  return { shards, characters, catalogue: { shards: shards.length, characters: pairs, names: others.map(named) } };
}

/** In memory. */
function textsOf(archive: Archive): DisclosureTexts {
  const characters = new Set<string>();
  const texts = [...disclosureDocuments(archive)].map((document) => {
    const text = searchText(document);
    addCharacters(text, characters);
    return { url: document.url, year: document.filters.year ?? '', read: () => text };
  });
  return { texts, characters };
}

export function addCharacters({ title, lines }: SearchText, characters: Set<string>): void {
  for (const character of title) characters.add(character);
  for (const { text } of lines) for (const character of text) characters.add(character);
}

function inShards<Text>(documents: readonly Text[]): (readonly Text[])[] {
  if (documents.length <= SHARD) return [documents];
  const shards = [documents.slice(0, FIRST_SHARD)];
  for (let from = FIRST_SHARD; from < documents.length; from += SHARD) shards.push(documents.slice(from, from + SHARD));
  return shards;
}

export function searchText({ url, title, kind, filters, sections }: SearchDocument): SearchText {
  const lines = sections.flatMap(({ id, heading, lines: own }) => [
    { place: `§${id}`, text: heading },
    ...own.map((line) => ({ place: line.id ?? '', text: line.text })),
  ]);
  const given = Object.entries(filters).filter(([, value]) => value !== '');
  return { url, title, kind, filters: Object.fromEntries(given.map(([key, value]) => [key, [value]])), lines };
}

function named({ url, title, kind, filters, sections }: SearchDocument): NamedPlace {
  const [first] = sections;
  // Of a unit, its other names stand before its description; of a term, its aliases; of a code, its variants.
  const others = first?.names ?? [];
  return {
    url,
    title,
    kind,
    names: others,
    about: Object.values(filters)
      .filter((value) => value !== title)
      .join(' · '),
  };
}

function newestFirst(a: DisclosureText, b: DisclosureText): number {
  if (a.year !== b.year) return a.year < b.year ? 1 : -1;
  return a.url < b.url ? -1 : a.url > b.url ? 1 : 0;
}
