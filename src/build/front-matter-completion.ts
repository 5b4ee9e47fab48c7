/**
 * Lets editors complete and check front matter. Astro's language server, which its extension for Visual Studio
 * Code brings, asks `.astro/collections/` which schema belongs to which file; there our documents stand too,
 * though they are no content collections of Astro's.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesOnDisk } from '../reading/files.ts';
import { PATTERNS } from '../reading/paths.ts';
import { type PublishedSchema, publishedSchema } from '../reporting/published-schemas.ts';

const DOCUMENTS: readonly (readonly [PublishedSchema, RegExp])[] = [
  ['unit', PATTERNS.unit],
  ['disclosure', PATTERNS.disclosure],
  ['glossary', PATTERNS.term],
  ['page', PATTERNS.page],
];

/** `root` is the generator's folder, which an editor has open; `archiveRoot` the archive's. */
export function writeFrontMatterCompletion(root: string, archiveRoot: string): void {
  const folder = join(root, '.astro/collections');
  mkdirSync(folder, { recursive: true });
  const entries: Record<string, string> = {};
  for (const path of filesOnDisk(archiveRoot).paths) {
    const [schema] = DOCUMENTS.find(([, pattern]) => pattern.test(path)) ?? [];
    // The language server looks a file up by its decoded address in lower case.
    if (schema) entries[decodeURIComponent(pathToFileURL(join(archiveRoot, path)).href).toLowerCase()] = schema;
  }
  for (const [schema] of DOCUMENTS) put(folder, `${schema}.schema.json`, publishedSchema(schema));
  const collections = DOCUMENTS.map(([name]) => ({ hasSchema: true, name }));
  put(folder, 'collections.json', `${JSON.stringify({ collections, entries }, null, 2)}\n`);
}

/** A language server may read at any time: it finds the file before or the file after. */
function put(folder: string, name: string, content: string): void {
  const unfinished = join(folder, `${name}.tmp-${process.pid}`);
  writeFileSync(unfinished, content);
  renameSync(unfinished, join(folder, name));
}
