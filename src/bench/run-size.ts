/** What it takes to check and build an archive of some size, from nothing and after one changed cell, with the commands that everybody uses. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Measured, measure } from './measure.ts';
import { measurePages, type PageResults } from './pages.ts';
import { type PeerResults, type PeerSite, runPeers } from './peers.ts';
import { type Phase, phasesOf, type Size, sizeOf } from './site-facts.ts';
import { changeOneCell, writeSyntheticArchive } from './synthetic-archive.ts';

export interface Result {
  readonly disclosures: number;
  readonly check: Measured;
  readonly build: Measured;
  readonly phases: readonly Phase[];
  readonly size: Size;
  /** What is kept for the next build, most of it the site's own files. */
  readonly keptBytes: number;
  /** The same again when one cell of one table has changed. */
  readonly afterOneCell: { readonly check: Measured; readonly build: Measured; readonly phases: Result['phases'] };
  readonly pages?: PageResults;
  readonly peers?: PeerResults;
  /** Our build, with its checks and index, to Hugo with Pagefind: bare pages, and comparable ones. */
  readonly ratios?: { readonly bare: Ratio; readonly comparable: Ratio };
}

export interface Ratio {
  /** Else to Hugo alone. */
  readonly withPagefind: boolean;
  readonly seconds: number;
  readonly processorSeconds: number;
}

export interface Asked {
  readonly disclosures: number;
  readonly peers: boolean;
  readonly pages: boolean;
}

/** `root` is the generator's own folder, `place` one of nobody else's. */
export async function runSize(root: string, { disclosures, ...asked }: Asked, place: string): Promise<Result> {
  const [archive, site] = [join(place, 'archive'), join(place, 'site')];
  writeSyntheticArchive(archive, disclosures, root);
  const ours = (command: 'build' | 'check', ...args: string[]): Promise<Measured> => runOurs(root, command, '--archive', archive, ...args);
  const store = join(place, 'kept');
  const kept = ['--cache', store];
  const check = await ours('check', '--cache', join(place, 'checked'));
  const build = await ours('build', '--out', site, ...kept);
  const size = sizeOf(site);
  changeOneCell(archive);
  const checkAgain = await ours('check', '--cache', join(place, 'checked'));
  const buildAgain = await ours('build', '--out', site, ...kept);
  // The site before is still being removed.
  while (existsSync(store) && readdirSync(store).some((name) => name.startsWith('gone'))) await setTimeout(100);
  const facts = {
    disclosures,
    check,
    build,
    phases: phasesOf(build),
    size,
    keptBytes: sizeOf(store).bytes,
    afterOneCell: { check: checkAgain, build: buildAgain, phases: phasesOf(buildAgain) },
  };
  const pages = asked.pages ? { pages: await measurePages(site, 'heaviest document') } : {};
  if (!asked.peers) return { ...facts, ...pages };
  const peers = await runPeers({ root, archive, disclosures, site, folder: join(place, 'peers') });
  return { ...facts, ...pages, peers, ratios: { bare: ratioTo(build, peers.hugo), comparable: ratioTo(build, peers.hugoComparable) } };
}

/** As npm runs it, without npm. */
export function runOurs(root: string, command: 'build' | 'check', ...args: string[]): Promise<Measured> {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const [, ...words] = (scripts[command] ?? '').split(' ');
  return measure(process.execPath, [...words, ...args], root);
}

function ratioTo(ours: Measured, { build, pagefind }: PeerSite): Ratio {
  const to = (key: 'seconds' | 'processorSeconds'): number => ours[key] / (build[key] + (pagefind?.[key] ?? 0));
  return { withPagefind: pagefind !== undefined, seconds: to('seconds'), processorSeconds: to('processorSeconds') };
}
