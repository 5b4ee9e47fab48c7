/**
 * The one place that runs Pagefind: searchable documents → an index in shards, newest disclosures first.
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
import type { SearchText } from '../views/search.ts';
import { type DisclosureTexts, type Shard, searchCorpus } from './corpus.ts';

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

/** `make` puts a shard into its folder, by `writeShard` or as it was written before. */
export async function indexSite(
  archive: Archive,
  folder: string,
  disclosures?: DisclosureTexts,
  make: (shard: Shard, folder: string, write: (folder: string) => Promise<void>) => Promise<void> = (_, to, write) => write(to),
): Promise<void> {
  const { shards, characters, catalogue } = searchCorpus(archive, disclosures);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    for (const shard of shards) await make(shard, join(folder, shard.name), (to) => writeShard(to, shard.texts, characters));
  } catch (cause) {
    throw new Error('The search index could not be made', { cause });
  } finally {
    await close();
  }
  writeFileSync(join(folder, 'catalogue.json'), JSON.stringify(catalogue));
}

async function writeShard(
  folder: string,
  documents: readonly (() => SearchText)[],
  characters: ReadonlyMap<string, string>,
): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'zh', includeCharacters: '.,' });
  if (!index) throw new Error(errors.join('\n'));
  for (const read of documents) {
    const document = read();
    const added = await index.addCustomRecord({ url: document.url, language: 'zh', ...record(document, characters) });
    if (added.errors.length > 0) throw new Error(added.errors.join('\n'));
  }
  const written = await index.writeFiles({ outputPath: folder });
  if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  await index.deleteIndex();
  for (const file of UNUSED) rmSync(join(folder, file), { force: true });
}

/** Content is a document's lines with a mark between them; `places` names for each line the element it leads to. */
function record({ title, kind, filters, lines }: SearchText, characters: ReadonlyMap<string, string>) {
  const [year] = filters.year ?? [];
  return {
    content: [title, ...lines.map(({ text }) => text)].map((text) => indexedCopy(text, characters)).join(` ${LINE_END} `),
    meta: { title, kind, places: lines.map(({ place }) => place).join('\n') },
    filters: Object.fromEntries(Object.entries(filters).map(([key, values]) => [key, [...values]])),
    ...(year ? { sort: { year } } : {}),
  };
}

/** Normal characters and numbers, each Han character between zero-width spaces. */
function indexedCopy(text: string, characters: ReadonlyMap<string, string>): string {
  return normalise(text, characters).replace(/\p{Script=Han}|〇/gu, '\u200b$&\u200b');
}
