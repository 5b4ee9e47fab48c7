/** A checked archive → a folder of plain files, put in place whole or not at all. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { build } from 'astro';
import { setCurrentArchive, setCurrentDownloads } from '../archive/current.ts';
import type { Archive } from '../domain/archive.ts';
import { writeDownloads, writeWebData } from '../export/write-open-data.ts';
import { indexSite } from '../search/index-site.ts';
import { ownEdition } from '../views/editions.ts';
import { withBuildLock } from './build-lock.ts';

export interface BuildOptions {
  /** The generator's own folder. */
  readonly root: string;
  /** The archive's folder. */
  readonly archiveRoot: string;
  readonly out: string;
  readonly progress: (step: string) => void;
}

export async function buildSite(archive: Archive, { root, archiveRoot, out, progress }: BuildOptions): Promise<void> {
  const unfinished = `${out}.tmp-${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  try {
    const { steps } = ownEdition(archive).language.terminal;
    await buildPages(archive, { root, archiveRoot, out: unfinished, progress });
    copyTables(archive, archiveRoot, unfinished);
    progress(steps.pieces);
    const { sitemap } = writeWebData(archive, unfinished, pagesOf(unfinished));
    if (!sitemap) progress(steps.noSitemap);
    progress(steps.index);
    await indexSite(archive, join(unfinished, 'search-index'));
    replaceFolder(unfinished, out);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** The pages with their styles, scripts and downloads, into a folder of nobody else's. */
export async function buildPages(archive: Archive, { root, archiveRoot, out, progress }: BuildOptions): Promise<void> {
  const cacheDir = `${out}.cache`;
  const data = `${out}.data`;
  try {
    // Before the pages, which say how large the files are.
    const { steps } = ownEdition(archive).language.terminal;
    progress(steps.data);
    rmSync(data, { recursive: true, force: true });
    const downloads = writeDownloads(archive, data);
    setCurrentDownloads(downloads);
    progress(steps.pages);
    process.env.MINGZHANG_ARCHIVE = archiveRoot;
    // Astro resolves its packages and keeps its types below the current folder.
    process.chdir(root);
    setCurrentArchive(archive);
    await withBuildLock(
      root,
      () => progress(steps.waiting),
      () => build({ root, outDir: out, cacheDir, logLevel: 'error' }),
    );
    for (const { path } of downloads) {
      mkdirSync(dirname(join(out, path)), { recursive: true });
      renameSync(join(data, path), join(out, path));
    }
  } finally {
    for (const folder of [cacheDir, data]) rmSync(folder, { recursive: true, force: true });
  }
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

/** Each CSV beside the page that shows it, byte for byte. */
function copyTables(archive: Archive, archiveRoot: string, out: string): void {
  for (const { unit, id, tables, statements } of archive.disclosures.values()) {
    const folder = join(out, 'units', unit, id);
    mkdirSync(folder, { recursive: true });
    for (const table of tables) if (table.file) copyFileSync(join(archiveRoot, table.file), join(folder, `${table.id}.csv`));
    if (statements.length > 0)
      copyFileSync(join(archiveRoot, 'data/disclosures', unit, id, 'statements.csv'), join(folder, 'statements.csv'));
  }
}

/** The old folder steps aside only when the new one is whole. */
function replaceFolder(from: string, to: string): void {
  const aside = `${to}.tmp-old-${process.pid}`;
  mkdirSync(dirname(to), { recursive: true });
  if (existsSync(to)) renameSync(to, aside);
  renameSync(from, to);
  rmSync(aside, { recursive: true, force: true });
}
