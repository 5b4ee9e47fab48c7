/**
 * Other generators on the same archive: Hugo and Eleventy read its CSV and Markdown into pages, and stock Pagefind
 * indexes them. Bare pages are the documents' tables and lists of them alone; comparable ones (peers/hugo-comparable)
 * have what ours have as far as Hugo's own facilities go.
 */
import { cpSync, rmSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { type Measured, measure } from './measure.ts';
import { writePeerSource } from './peer-source.ts';
import { type Size, sizeOf } from './site-facts.ts';

const PEERS = join(import.meta.dirname, 'peers');
const OUR_STYLES = join(import.meta.dirname, '../layouts/style');

/** What the sites by Hugo are called: that of the documents' tables alone, and that of pages comparable to ours. */
export type HugoSite = 'hugo' | 'hugo-comparable';

export interface PeerSite {
  readonly build: Measured;
  /** Stock Pagefind over it; not where it needs more memory than the machine has. */
  readonly pagefind?: Measured;
  /** With its index. */
  readonly size: Size;
}

export interface PeerResults {
  readonly hugo: PeerSite;
  readonly hugoComparable: PeerSite;
  readonly eleventy: PeerSite;
  /** Over our own pages, which say ten times as much as bare ones; not of a large archive, which it holds whole. */
  readonly pagefindOverOurs?: Measured;
}

/** Documents: over our own pages Pagefind takes as long as we do, and some gigabytes for 1,000. */
const MOST_OVER_OURS = 1000;
/** It holds all texts: megabytes for each document in comparable pages. */
const PAGEFIND_MEGABYTES = 2;

export interface PeerTask {
  /** The generator's own folder, where Eleventy and Pagefind are installed. */
  readonly root: string;
  readonly archive: string;
  readonly disclosures: number;
  /** The one that we made of it. */
  readonly site: string;
  /** One of nobody else's. */
  readonly folder: string;
}

export async function runPeers(task: PeerTask): Promise<PeerResults> {
  const { disclosures, site, folder } = task;
  const hugo = await runHugo(task, 'hugo', true);
  const hugoComparable = await runHugo(task, 'hugo-comparable', disclosures * PAGEFIND_MEGABYTES * 1e6 < freemem());
  const eleventy = await runEleventy(task);
  if (disclosures > MOST_OVER_OURS) return { hugo, hugoComparable, eleventy };
  const over = ['--site', site, '--output-path', join(folder, 'index')];
  return { hugo, hugoComparable, eleventy, pagefindOverOurs: await measure(bin(task, 'pagefind'), over, folder) };
}

async function runHugo(task: PeerTask, name: HugoSite, withIndex: boolean): Promise<PeerSite> {
  const [source, site] = [join(task.folder, name), join(task.folder, `${name}-site`)];
  writeHugoSource(task.archive, source, name);
  const build = await measure('hugo', ['--source', source, '--destination', site, '--quiet'], task.folder);
  const index = withIndex ? await indexed(task, site) : {};
  const result = { build, ...index, size: sizeOf(site) };
  for (const made of [source, site]) rmSync(made, { recursive: true, force: true });
  return result;
}

/** Nothing where it did not come to an end: the system ends what asks for more memory than there is. */
async function indexed(task: PeerTask, site: string): Promise<Pick<PeerSite, 'pagefind'>> {
  try {
    return { pagefind: await measure(bin(task, 'pagefind'), ['--site', site], task.folder) };
  } catch (error) {
    console.error((error as Error).message);
    return {};
  }
}

/** All that Hugo needs to build one of the two. The comparable one has our declarations and style sheets, too. */
export function writeHugoSource(archive: string, source: string, name: HugoSite): void {
  const full = name === 'hugo-comparable';
  cpSync(join(PEERS, name), source, { recursive: true });
  if (full) {
    cpSync(join(archive, 'data/table-kinds'), join(source, 'data/table-kinds'), { recursive: true });
    cpSync(join(archive, 'data/classifications'), join(source, 'assets/classifications'), { recursive: true });
    cpSync(join(archive, 'data/regions.csv'), join(source, 'assets/regions.csv'));
    cpSync(OUR_STYLES, join(source, 'assets/style'), { recursive: true });
  }
  writePeerSource(archive, join(source, 'content'), { section: '_index.md', full });
}

async function runEleventy(task: PeerTask): Promise<PeerSite> {
  const { root, archive, folder } = task;
  const [source, site] = [join(folder, 'eleventy'), join(folder, 'eleventy-site')];
  cpSync(join(PEERS, 'eleventy'), source, { recursive: true });
  // Its configuration finds packages from the folder that it lies in.
  cpSync(join(root, 'node_modules/papaparse'), join(source, 'node_modules/papaparse'), { recursive: true });
  writePeerSource(archive, source, { section: 'index.md', full: false });
  const build = await measure(bin(task, 'eleventy'), ['--quiet', '--output', site], source);
  return { build, size: sizeOf(site) };
}

function bin({ root }: PeerTask, name: string): string {
  return join(root, 'node_modules/.bin', name);
}
