/** Other generators on the same archive: Hugo and Eleventy read its CSV and Markdown into comparable pages, and stock Pagefind indexes them. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { type Measured, measure } from './measure.ts';
import { writePeerSource } from './peer-source.ts';

const PEERS = join(import.meta.dirname, 'peers');

export interface PeerResults {
  readonly hugo: Measured;
  readonly eleventy: Measured;
  /** Over the pages that Hugo made. */
  readonly pagefind: Measured;
  /** Over our own pages, which say ten times as much; not of a large archive, which it holds whole. */
  readonly pagefindOverOurs?: Measured;
}

/** Documents; for 1,000 it needs some gigabytes. */
const MOST_OVER_OURS = 1000;

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

export async function runPeers({ root, archive, disclosures, site, folder }: PeerTask): Promise<PeerResults> {
  const bin = (name: string): string => join(root, 'node_modules/.bin', name);
  const [hugoSource, hugoSite, eleventySource, eleventySite] = ['hugo', 'hugo-site', 'eleventy', 'eleventy-site'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  cpSync(join(PEERS, 'hugo'), hugoSource, { recursive: true });
  writePeerSource(archive, join(hugoSource, 'content'), '_index.md');
  const hugo = await measure('hugo', ['--source', hugoSource, '--destination', hugoSite, '--quiet'], folder);
  const pagefind = await measure(bin('pagefind'), ['--site', hugoSite], folder);
  const over = ['--site', site, '--output-path', join(folder, 'index')];
  const ours = disclosures > MOST_OVER_OURS ? {} : { pagefindOverOurs: await measure(bin('pagefind'), over, folder) };
  cpSync(join(PEERS, 'eleventy'), eleventySource, { recursive: true });
  // Its configuration finds packages from the folder that it lies in.
  cpSync(join(root, 'node_modules/papaparse'), join(eleventySource, 'node_modules/papaparse'), { recursive: true });
  writePeerSource(archive, eleventySource, 'index.md');
  const eleventy = await measure(bin('eleventy'), ['--quiet', '--output', eleventySite], eleventySource);
  return { hugo, eleventy, pagefind, ...ours };
}
