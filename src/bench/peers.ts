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
}

/** `root` is the generator's own folder, where Eleventy and Pagefind are installed; `folder` is one of nobody else's. */
export async function runPeers(root: string, archive: string, folder: string): Promise<PeerResults> {
  const bin = (name: string): string => join(root, 'node_modules/.bin', name);
  const [hugoSource, hugoSite, eleventySource, eleventySite] = ['hugo', 'hugo-site', 'eleventy', 'eleventy-site'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  cpSync(join(PEERS, 'hugo'), hugoSource, { recursive: true });
  writePeerSource(archive, join(hugoSource, 'content'), '_index.md');
  const hugo = await measure('hugo', ['--source', hugoSource, '--destination', hugoSite, '--quiet'], folder);
  const pagefind = await measure(bin('pagefind'), ['--site', hugoSite], folder);
  cpSync(join(PEERS, 'eleventy'), eleventySource, { recursive: true });
  // Its configuration finds packages from the folder that it lies in.
  cpSync(join(root, 'node_modules/papaparse'), join(eleventySource, 'node_modules/papaparse'), { recursive: true });
  writePeerSource(archive, eleventySource, 'index.md');
  const eleventy = await measure(bin('eleventy'), ['--quiet', '--output', eleventySite], eleventySource);
  return { hugo, eleventy, pagefind };
}
