/**
 * The one place that runs Pagefind: searchable documents → an index in shards, newest disclosures first.
 *
 * Pagefind parts Chinese into guessed words, takes long for it and then finds too much. Here each Han character is a
 * word of its own, as spaces in the indexed copy say, so a phrase is found wherever its characters stand together; what
 * is left to chance (accents, the order of several words) the browser checks in the text.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { Archive } from '../domain/archive.ts';
import { normalise, spaced } from '../domain/search-text.ts';
import type { Catalogue, SearchText } from '../views/search.ts';
import { type Shard, searchCorpus } from './corpus.ts';
import { readText } from './kept-texts.ts';

const LINE_END = '¶';

/** Pagefind's name for a language that it knows no words of: only spaces part them. */
const LANGUAGE = 'unknown';

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

/** The whole index of an archive. */
export async function indexSite(archive: Archive, folder: string): Promise<void> {
  const { shards, catalogue } = searchCorpus(archive);
  await writeShards(shards, ({ name }, write) => write(join(folder, name)));
  writeCatalogue(catalogue, folder);
}

/** Into folders that are not there yet; `make` says into which, and does what else is to be done with each. */
export async function writeShards<Own extends Shard>(
  shards: readonly Own[],
  make: (shard: Own, write: (folder: string) => Promise<void>) => Promise<unknown>,
): Promise<void> {
  try {
    for (const shard of shards) await make(shard, (folder) => writeShard(shard, folder));
  } catch (cause) {
    throw new Error('The search index could not be made', { cause });
  } finally {
    await close();
  }
}

export function writeCatalogue(catalogue: Catalogue, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'catalogue.json'), JSON.stringify(catalogue));
}

async function writeShard({ texts, characters }: Shard, folder: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: LANGUAGE });
  if (!index) throw new Error(errors.join('\n'));
  let adding = Promise.resolve<{ readonly errors: readonly string[] }>({ errors: [] });
  for (const text of texts) {
    // Pagefind, which is a process of its own, is at the one before meanwhile.
    const next = record(readText(text), characters);
    orThrow(await adding);
    adding = index.addCustomRecord(next);
  }
  orThrow(await adding);
  orThrow(await index.writeFiles({ outputPath: folder }));
  await index.deleteIndex();
  for (const file of UNUSED) rmSync(join(folder, file), { force: true });
}

function orThrow({ errors }: { readonly errors: readonly string[] }): void {
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

/**
 * Content is a document's lines with a mark between them. The elements that the lines lead to stand below the address,
 * the one field that is kept as it is: of anything else Pagefind would make words.
 */
function record({ url, title, kind, filters, lines }: SearchText, characters: ReadonlyMap<string, string>) {
  const [year] = filters.year ?? [];
  return {
    url: [url, ...lines.map(({ place }) => place)].join('\n'),
    content: [title, ...lines.map(({ text }) => text)].map((text) => spaced(normalise(text, characters))).join(` ${LINE_END} `),
    language: LANGUAGE,
    meta: { title, kind },
    filters: Object.fromEntries(Object.entries(filters).map(([key, values]) => [key, [...values]])),
    ...(year ? { sort: { year } } : {}),
  };
}
