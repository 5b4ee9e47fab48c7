/**
 * The one place that runs Pagefind: searchable documents → an index in shards, newest disclosures first,
 * each small enough to answer a first query by itself.
 *
 * Pagefind parts Chinese into guessed words and then finds too much. Here each Han character is a word of its
 * own (zero-width spaces stand around it in the indexed copy), so a phrase is found wherever its characters
 * stand together; what is left to chance (punctuation, prefixes of numbers) the browser checks in the text.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { Archive } from '../domain/archive.ts';
import { normalise } from '../domain/search-text.ts';
import type { Catalogue, NamedPlace } from '../views/search.ts';
import { traditionalPairs } from './characters.ts';
import { type SearchDocument, searchDocuments } from './documents.ts';

/** Documents in one shard, and in the first of several: a first answer takes under 300 KB over the network. */
const SHARD = 400;
const FIRST_SHARD = 120;

const LINE_END = '¶';

/** What Pagefind writes for its ready-made interfaces; ours needs none of it. */
const UNUSED = [
  'pagefind-ui.js',
  'pagefind-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-modular-ui.css',
  'pagefind-component-ui.js',
  'pagefind-component-ui.css',
  'pagefind-highlight.js',
];

export async function indexSite(archive: Archive, folder: string): Promise<void> {
  const documents = [...searchDocuments(archive)];
  const disclosures = documents.filter(({ kind }) => kind === 'disclosure').sort(newestFirst);
  // What has a name of its own is found by it at once, in the catalogue; its text can wait.
  const others = documents.filter(({ kind }) => kind !== 'disclosure');
  const shards = inShards([...disclosures, ...others]);

  const occurring = new Set<string>();
  for (const { title, sections } of documents) {
    for (const text of [title, ...sections.flatMap(({ heading, lines }) => [heading, ...lines.map((line) => line.text)])])
      for (const character of text) occurring.add(character);
  }
  const pairs = traditionalPairs(occurring);
  const characters = new Map<string, string>();
  for (let at = 0; at < pairs.length; at += 2) characters.set(pairs[at] ?? '', pairs[at + 1] ?? '');

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    for (const [number, shard] of shards.entries()) await writeShard(join(folder, String(number)), shard, characters);
  } catch (cause) {
    throw new Error('The search index could not be made', { cause });
  } finally {
    await close();
  }
  const catalogue: Catalogue = { shards: shards.length, characters: pairs, names: others.map(named) };
  writeFileSync(join(folder, 'catalogue.json'), JSON.stringify(catalogue));
}

function inShards(documents: readonly SearchDocument[]): (readonly SearchDocument[])[] {
  if (documents.length <= SHARD) return [documents];
  const shards = [documents.slice(0, FIRST_SHARD)];
  for (let from = FIRST_SHARD; from < documents.length; from += SHARD) shards.push(documents.slice(from, from + SHARD));
  return shards;
}

async function writeShard(folder: string, documents: readonly SearchDocument[], characters: ReadonlyMap<string, string>): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'zh', includeCharacters: '.,' });
  if (!index) throw new Error(errors.join('\n'));
  for (const document of documents) {
    const added = await index.addCustomRecord({ url: document.url, language: 'zh', ...record(document, characters) });
    if (added.errors.length > 0) throw new Error(added.errors.join('\n'));
  }
  const written = await index.writeFiles({ outputPath: folder });
  if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  await index.deleteIndex();
  for (const file of UNUSED) rmSync(join(folder, file), { force: true });
}

/**
 * Content is a document's lines with a mark between them; `places` names for each line the element it leads
 * to (`§id` where the line is a section's heading, nothing where it is text under it).
 */
function record({ title, kind, filters, sections }: SearchDocument, characters: ReadonlyMap<string, string>) {
  const lines = sections.flatMap(({ id, heading, lines: own }) => [
    { place: `§${id}`, text: heading },
    ...own.map((line) => ({ place: line.id ?? '', text: line.text })),
  ]);
  const given = Object.entries(filters).filter(([, value]) => value !== '');
  return {
    content: [title, ...lines.map(({ text }) => text)].map((text) => indexedCopy(text, characters)).join(` ${LINE_END} `),
    meta: { title, kind, places: lines.map(({ place }) => place).join('\n') },
    filters: Object.fromEntries(given.map(([key, value]) => [key, [value]])),
    ...(filters.year ? { sort: { year: filters.year } } : {}),
  };
}

/** Normal characters and numbers, each Han character between zero-width spaces. */
function indexedCopy(text: string, characters: ReadonlyMap<string, string>): string {
  return normalise(text, characters).replace(/\p{Script=Han}|〇/gu, '\u200b$&\u200b');
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
