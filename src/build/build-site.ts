/** A checked archive → a folder of plain files, put in place whole or not at all. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { build } from 'astro';
import { setCurrentAddresses, setCurrentArchive, setCurrentDownloads } from '../archive/current.ts';
import type { Archive } from '../domain/archive.ts';
import { Partitions } from '../export/parquet.ts';
import { volumesOf, writeDownloads, writeUnitsData, writeWebData } from '../export/write-open-data.ts';
import { indexSite } from '../search/index-site.ts';
import { keptTexts } from '../search/kept-texts.ts';
import { ownEdition } from '../views/editions.ts';
import { withBuildLock } from './build-lock.ts';
import { folderOf } from './large-archive.ts';
import { moveInto } from './move-into.ts';
import { keyOf } from './part-plan.ts';
import { linkInto, type PartStore } from './part-store.ts';
import { basePath, placeSiteUnder } from './sub-path.ts';
import { SITE } from './unit-pages.ts';

export interface BuildOptions {
  /** The generator's own folder. */
  readonly root: string;
  /** The archive's folder. */
  readonly archiveRoot: string;
  readonly out: string;
  readonly progress: (step: string) => void;
}

/** What is made of an archive's parts already: of each part the folder with its pages and data, in their order. */
export interface MadeParts {
  readonly folders: readonly string[];
  readonly store: PartStore;
  /** Digest of the program. */
  readonly generator: string;
  /** Takes the keys of all that was used. */
  readonly used: (key: string) => void;
}

/** With `made`, the archive need not have its records itself. */
export async function buildSite(archive: Archive, options: BuildOptions, made?: MadeParts): Promise<void> {
  const { root, archiveRoot, out, progress } = options;
  const unfinished = `${out}.tmp-${process.pid}`;
  const index = `${unfinished}.index`;
  const partitions = new Partitions(`${unfinished}.partitions`);
  const { steps } = ownEdition(archive).language.terminal;
  try {
    rmSync(unfinished, { recursive: true, force: true });
    const base = basePath(archive.facts.baseUrl);
    await withBuildLock(
      root,
      () => progress(steps.waiting),
      () => makePages(archive, { ...options, out: unfinished }, partitions, base, made),
    );
    placeSiteUnder(base, unfinished);
    progress(steps.pieces);
    for (const folder of made?.folders ?? []) linkInto(folder, SITE, unfinished);
    if (!made) writeUnitsData(archive, archiveRoot, unfinished);
    const { sitemap } = writeWebData(archive, unfinished, pagesOf(unfinished), partitions);
    if (!sitemap) progress(steps.noSitemap);
    progress(steps.index);
    await makeIndex(archive, index, made);
    renameSync(index, join(unfinished, 'search-index'));
    replaceFolder(unfinished, out);
  } finally {
    partitions.discard();
    for (const folder of [unfinished, index]) rmSync(folder, { recursive: true, force: true });
  }
}

/** The pages with their styles, scripts and downloads, into a folder of nobody else's. */
export async function buildPages(archive: Archive, options: BuildOptions): Promise<void> {
  const { steps } = ownEdition(archive).language.terminal;
  const partitions = new Partitions(`${options.out}.partitions`);
  try {
    await withBuildLock(
      options.root,
      () => options.progress(steps.waiting),
      () => makePages(archive, options, partitions, '/'),
    );
  } finally {
    partitions.discard();
  }
}

/** All pages, or, where the parts are made already, those that are of several units. */
async function makePages(
  archive: Archive,
  { root, archiveRoot, out, progress }: BuildOptions,
  partitions: Partitions,
  base: string,
  made?: MadeParts,
): Promise<void> {
  const { steps } = ownEdition(archive).language.terminal;
  const cacheDir = `${out}.cache`;
  const data = `${out}.data`;
  // Astro renames files of the generator's folder into its own, and can only do so on the same disk.
  const pages = join(root, '.astro/pages');
  for (const folder of [data, pages]) rmSync(folder, { recursive: true, force: true });
  try {
    // Before the pages, which say how large the files are.
    progress(steps.data);
    const downloads = writeDownloads(archive, data, partitions, made?.folders);
    setCurrentDownloads(downloads, volumesOf(archive, made?.folders ?? []));
    progress(steps.pages);
    process.env.MINGZHANG_ARCHIVE = archiveRoot;
    // Astro resolves its packages and keeps its types below the current folder.
    process.chdir(root);
    setCurrentArchive(archive);
    if (made) setCurrentAddresses({ units: [], disclosures: [] });
    await build({ root, base, outDir: pages, cacheDir, logLevel: 'error' });
    moveInto(pages, out);
    for (const { path } of downloads) {
      mkdirSync(dirname(join(out, path)), { recursive: true });
      renameSync(join(data, path), join(out, path));
    }
  } finally {
    for (const folder of [cacheDir, data, pages]) rmSync(folder, { recursive: true, force: true });
  }
}

async function makeIndex(archive: Archive, index: string, made?: MadeParts): Promise<void> {
  if (!made) return indexSite(archive, index);
  const { folders, store, generator, used } = made;
  await indexSite(archive, index, keptTexts(folders), async ({ digest }, folder, write) => {
    const key = keyOf('shard', generator, digest);
    used(key);
    if (store.find(key) === undefined) await store.make(key, (unfinished) => write(join(unfinished, SITE)));
    linkInto(folderOf(store, key), SITE, folder);
  });
}

/** Whether a folder may be replaced by a site: there is none, it is empty, or it holds a site of ours. */
export function mayReplace(out: string): boolean {
  if (!existsSync(out)) return true;
  if (!statSync(out).isDirectory()) return false;
  return readdirSync(out).length === 0 || existsSync(join(out, 'search-index/catalogue.json'));
}

/** HTML files, relative to the site, with forward slashes, sorted. */
function pagesOf(site: string): string[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => relative(site, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The old folder steps aside only when the new one is whole. */
export function replaceFolder(from: string, to: string): void {
  const aside = `${to}.tmp-old-${process.pid}`;
  mkdirSync(dirname(to), { recursive: true });
  if (existsSync(to)) renameSync(to, aside);
  renameSync(from, to);
  rmSync(aside, { recursive: true, force: true });
}
