/** A checked archive → a folder of plain files, put in place whole or not at all. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setCurrentAddresses, setCurrentArchive, setCurrentDownloads } from '../archive/current.ts';
import type { Archive } from '../domain/archive.ts';
import { Partitions } from '../export/parquet.ts';
import { volumesOf, writeDownloads, writeUnitsData, writeWebData } from '../export/write-open-data.ts';
import { indexSite } from '../search/index-site.ts';
import { ownEdition } from '../views/editions.ts';
import { keptRenderer, type RendererOptions, rendererOptions } from './kept-renderer.ts';
import { ASSETS, PageRenderer, subjectOfPage } from './page-renderer.ts';
import { linkInto, type PartStore } from './part-store.ts';
import type { PlacedParts } from './placed-parts.ts';
import { makeIndex } from './search-index.ts';

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
  readonly placed: PlacedParts;
  /** Takes the keys of all that was used. */
  readonly used: (key: string) => void;
  /** Puts what is of one code or measure into a site; takes the folder of the pages' bundle. */
  readonly placeSubjects: (renderer: string, to: string) => Promise<void>;
}

/** Beside the site that it will replace, and nobody else's. */
export function unfinishedSite(out: string): string {
  return `${out}.tmp-${process.pid}`;
}

/** With `made`, the archive need not have its records itself. */
export async function buildSite(archive: Archive, options: BuildOptions, made?: MadeParts): Promise<void> {
  const { archiveRoot, out, progress } = options;
  const unfinished = unfinishedSite(out);
  const index = `${unfinished}.index`;
  const partitions = new Partitions(`${unfinished}.partitions`);
  const { steps } = ownEdition(archive).language.terminal;
  const wanted = rendererOptions(archive, options);
  const meanwhile: Promise<void>[] = [];
  const begin = (work: Promise<void>): Promise<void> => {
    meanwhile.push(work);
    // It is waited for further down; that it failed is no news before.
    work.catch(() => {});
    return work;
  };
  try {
    if (!made) rmSync(unfinished, { recursive: true, force: true });
    const placing = made && begin(made.placed.finish(made.folders));
    const bundle = await writeDownloadsAndAssets(archive, { ...options, out: unfinished }, partitions, wanted, made);
    await made?.placeSubjects(bundle, unfinished);
    // Not before: processes have made the subjects, and these want as much memory again.
    const indexing = made && begin(makeIndex(archive, index, made));
    await writePages(archive, wanted.base, bundle, unfinished, made);
    progress(steps.pieces);
    await (placing ?? writeUnitsData(archive, archiveRoot, unfinished));
    const { sitemap } = writeWebData(archive, unfinished, partitions);
    if (!sitemap) progress(steps.noSitemap);
    progress(steps.index);
    await (indexing ?? indexSite(archive, index));
    renameSync(index, join(unfinished, 'search-index'));
    replaceFolder(unfinished, out, made?.store);
  } finally {
    await Promise.allSettled(meanwhile);
    partitions.discard();
    for (const folder of [unfinished, index]) rmSync(folder, { recursive: true, force: true });
  }
}

/** The pages with their styles, scripts and downloads, into a folder of nobody else's. */
export async function buildPages(archive: Archive, options: BuildOptions): Promise<void> {
  const partitions = new Partitions(`${options.out}.partitions`);
  try {
    const wanted = rendererOptions(archive, options, '/');
    await writePages(archive, wanted.base, await writeDownloadsAndAssets(archive, options, partitions, wanted), options.out);
  } finally {
    partitions.discard();
  }
}

/** What pages need beside them: the files that hold the archive whole, styles and scripts. Returns the folder of the pages' bundle. */
async function writeDownloadsAndAssets(
  archive: Archive,
  { out, progress }: BuildOptions,
  partitions: Partitions,
  wanted: RendererOptions,
  made?: MadeParts,
): Promise<string> {
  const { steps } = ownEdition(archive).language.terminal;
  // Where there is none it is made by another process, meanwhile.
  const bundling = keptRenderer({ ...wanted, generator: made?.generator });
  // Before the pages, which say how large the files are.
  progress(steps.data);
  setCurrentDownloads(writeDownloads(archive, out, partitions, made?.folders), volumesOf(archive, made?.folders ?? []));
  progress(steps.pages);
  const bundle = await bundling;
  linkInto(bundle, ASSETS, out);
  return bundle;
}

/** All pages, or, where the parts are made already, those of several units that are of no single code or measure. */
async function writePages(archive: Archive, base: string, bundle: string, out: string, made?: MadeParts): Promise<void> {
  if (made) setCurrentAddresses({ units: [], disclosures: [] });
  setCurrentArchive(archive);
  const renderer = await PageRenderer.open(bundle, base);
  for (const page of await renderer.pages()) if (!made || subjectOfPage(page.address) === undefined) await renderer.write(page, out);
}

/** Whether a folder may be replaced by a site: there is none, it is empty, or it holds a site of ours. */
export function mayReplace(out: string): boolean {
  if (!existsSync(out)) return true;
  if (!statSync(out).isDirectory()) return false;
  return readdirSync(out).length === 0 || existsSync(join(out, 'search-index/catalogue.json'));
}

/** The old folder steps aside only when the new one is whole. A store removes it when nobody waits for it any more. */
export function replaceFolder(from: string, to: string, store?: PartStore): void {
  const aside = `${to}.tmp-old-${process.pid}`;
  mkdirSync(dirname(to), { recursive: true });
  if (existsSync(to)) renameSync(to, aside);
  renameSync(from, to);
  if (!existsSync(aside)) return;
  if (store) store.removeLater(aside);
  else rmSync(aside, { recursive: true, force: true });
}
