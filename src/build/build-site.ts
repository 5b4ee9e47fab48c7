/** A checked archive → a folder of plain files, put in place whole or not at all. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { build } from 'astro';
import { setCurrentAddresses, setCurrentArchive, setCurrentDownloads } from '../archive/current.ts';
import type { Archive } from '../domain/archive.ts';
import { Partitions } from '../export/parquet.ts';
import { writeDownloads, writeUnitsData, writeWebData } from '../export/write-open-data.ts';
import { indexSite } from '../search/index-site.ts';
import { WaitingTexts } from '../search/waiting-texts.ts';
import { ownEdition } from '../views/editions.ts';
import { holdBundleLock, withBuildLock } from './build-lock.ts';
import type { LargeArchive } from './large-archive.ts';
import { setPagePlan } from './page-plan.ts';
import { sharePages } from './share-pages.ts';
import { basePath, placeSiteUnder } from './sub-path.ts';
import { copyTables } from './unit-pages.ts';

export interface BuildOptions {
  /** The generator's own folder. */
  readonly root: string;
  /** The archive's folder. */
  readonly archiveRoot: string;
  readonly out: string;
  /** Processes that make the units' pages; with none they are made in this one. */
  readonly processes?: number;
  readonly progress: (step: string) => void;
  /** The path under which assets are asked for; the root by default. */
  readonly base?: string;
}

/** Where several processes share the work: below it, starting them takes longer than they save. */
const MANY_DISCLOSURES = 100;

/** As many as there are processors, for an archive that is large enough. */
export function usualProcesses({ disclosures }: Archive): number {
  return disclosures.size < MANY_DISCLOSURES ? 0 : availableParallelism();
}

export async function buildSite({ archive, parts }: LargeArchive, options: BuildOptions): Promise<void> {
  const { archiveRoot, out, progress, processes: wanted = usualProcesses(archive) } = options;
  // A digest has not what the units' pages show: another process makes them from its parts.
  const processes = archive.whole ? Math.max(1, wanted) : wanted;
  const unfinished = `${out}.tmp-${process.pid}`;
  const index = `${unfinished}.index`;
  const texts = new WaitingTexts(`${unfinished}.texts`);
  const partitions = new Partitions(`${unfinished}.partitions`);
  const { steps } = ownEdition(archive).language.terminal;
  const makeIndex = (): Promise<void> => {
    progress(steps.index);
    return indexSite(archive, index, texts);
  };
  try {
    rmSync(unfinished, { recursive: true, force: true });
    const shared = processes > 0 ? { parts: parts(), takers: [texts, partitions], meanwhile: makeIndex } : { takers: [texts, partitions] };
    const base = basePath(archive.facts.baseUrl);
    await buildPages(archive, { ...options, processes, out: unfinished, base }, shared);
    placeSiteUnder(base, unfinished);
    progress(steps.pieces);
    if (processes === 0) {
      copyTables(archive, archiveRoot, unfinished);
      writeUnitsData(archive, unfinished);
    }
    const { sitemap } = writeWebData(archive, unfinished, pagesOf(unfinished), partitions);
    if (!sitemap) progress(steps.noSitemap);
    if (processes === 0) await makeIndex();
    renameSync(index, join(unfinished, 'search-index'));
    replaceFolder(unfinished, out);
  } finally {
    texts.discard();
    partitions.discard();
    for (const folder of [unfinished, index]) rmSync(folder, { recursive: true, force: true });
  }
}

interface PartsOfBuild {
  /** The archive's, in their order; by default it has its records itself. */
  readonly parts?: Iterable<Archive>;
  /** Whoever takes something from each part as it comes by. */
  readonly takers?: readonly { add(part: Archive): void }[];
  /** What is done before other processes are waited for. */
  readonly meanwhile?: () => Promise<void>;
}

/**
 * The pages with their styles, scripts and downloads, into a folder of nobody else's. Where several processes share
 * the work, they also make each unit's tables and data.
 */
export async function buildPages(
  archive: Archive,
  { root, archiveRoot, out, progress, processes = 0, base = '/' }: BuildOptions,
  { parts, takers = [], meanwhile }: PartsOfBuild = {},
): Promise<void> {
  const { steps } = ownEdition(archive).language.terminal;
  await withBuildLock(
    root,
    () => progress(steps.waiting),
    async () => {
      const cacheDir = `${out}.cache`;
      const data = `${out}.data`;
      rmSync(data, { recursive: true, force: true });
      const shared = processes > 0 ? sharePages(archive, { root, archiveRoot, folder: out, processes, base }) : undefined;
      try {
        // Before the pages, which say how large the files are.
        progress(steps.data);
        const downloads = writeDownloads(archive, data, { ...(parts ? { parts } : {}), meanwhile: takers });
        setCurrentDownloads(downloads);
        progress(steps.pages);
        process.env.MINGZHANG_ARCHIVE = archiveRoot;
        // Astro resolves its packages and keeps its types below the current folder.
        process.chdir(root);
        setCurrentArchive(archive);
        const release = shared && (await planOtherPages(root));
        await build({ root, base, outDir: out, cacheDir, logLevel: 'error' }).finally(release);
        for (const { path } of downloads) {
          mkdirSync(dirname(join(out, path)), { recursive: true });
          renameSync(join(data, path), join(out, path));
        }
        await meanwhile?.();
        await shared?.finish(out);
      } finally {
        shared?.discard();
        for (const folder of [cacheDir, data]) rmSync(folder, { recursive: true, force: true });
      }
    },
  );
}

/** All pages but those of units. The lock for bundling is let go as soon as that is done, by the function returned at the latest. */
async function planOtherPages(root: string): Promise<() => void> {
  const release = await holdBundleLock(root);
  setCurrentAddresses({ units: [], disclosures: [] });
  setPagePlan({ bundled: release, choose: (paths) => [...paths], before: () => {} });
  return release;
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
function replaceFolder(from: string, to: string): void {
  const aside = `${to}.tmp-old-${process.pid}`;
  mkdirSync(dirname(to), { recursive: true });
  if (existsSync(to)) renameSync(to, aside);
  renameSync(from, to);
  rmSync(aside, { recursive: true, force: true });
}
