/** Everything that can be found, in shards: newest disclosures first, each small enough to answer a first query by itself. */
import type { Archive } from '../domain/archive.ts';
import type { Catalogue, NamedPlace, SearchText } from '../views/search.ts';
import { traditionalPairs } from './characters.ts';
import { type SearchDocument, searchDocuments } from './documents.ts';

/** Documents in one shard, and in the first of several: a first answer takes under 300 KB over the network. */
const SHARD = 400;
const FIRST_SHARD = 100;

export interface SearchCorpus {
  readonly shards: readonly (readonly SearchText[])[];
  /** Simplified characters by the traditional ones. */
  readonly characters: ReadonlyMap<string, string>;
  readonly catalogue: Catalogue;
}

export function searchCorpus(archive: Archive): SearchCorpus {
  const documents = [...searchDocuments(archive)];
  const disclosures = documents.filter(({ kind }) => kind === 'disclosure').sort(newestFirst);
  // What has a name of its own is found by it at once, in the catalogue; its text can wait.
  const others = documents.filter(({ kind }) => kind !== 'disclosure');
  const shards = inShards([...disclosures, ...others].map(searchText));

  const occurring = new Set<string>();
  for (const { title, lines } of shards.flat())
    for (const text of [title, ...lines.map((line) => line.text)]) for (const character of text) occurring.add(character);
  const pairs = traditionalPairs(occurring);
  const characters = new Map<string, string>();
  for (let at = 0; at < pairs.length; at += 2) characters.set(pairs[at] ?? '', pairs[at + 1] ?? '');
  return { shards, characters, catalogue: { shards: shards.length, characters: pairs, names: others.map(named) } };
}

function inShards(documents: readonly SearchText[]): (readonly SearchText[])[] {
  if (documents.length <= SHARD) return [documents];
  const shards = [documents.slice(0, FIRST_SHARD)];
  for (let from = FIRST_SHARD; from < documents.length; from += SHARD) shards.push(documents.slice(from, from + SHARD));
  return shards;
}

function searchText({ url, title, kind, filters, sections }: SearchDocument): SearchText {
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

function newestFirst(a: SearchDocument, b: SearchDocument): number {
  const [yearA, yearB] = [a.filters.year ?? '', b.filters.year ?? ''];
  if (yearA !== yearB) return yearA < yearB ? 1 : -1;
  return a.url < b.url ? -1 : a.url > b.url ? 1 : 0;
}
