/** The site of an archive in parts: what is kept of each part is used again, the rest is made, and all of it joined. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shareOut } from './build-processes.ts';
import { type BuildOptions, buildSite, replaceFolder, unfinishedSite } from './build-site.ts';
import { folderOf, type LargeArchive, type PlannedArchive, shownOfAll } from './large-archive.ts';
import { partPages } from './part-pages.ts';
import type { PlannedPart } from './part-plan.ts';
import { copyResult, type PartStore } from './part-store.ts';
import { PlacedParts } from './placed-parts.ts';
import { makeSubjects, placeSubjects, planSubjects } from './subject-pages.ts';

/** Says that a folder holds parts, and which. */
const PARTS = 'parts.json';

export interface PartsOptions extends Omit<BuildOptions, 'out'> {
  readonly store: PartStore;
  /** Digest of the program. */
  readonly generator: string;
}

/** All parts are there already: `makeParts` has made them, or other machines have. */
export async function joinSite(
  large: LargeArchive,
  options: PartsOptions & Pick<BuildOptions, 'out'>,
  placed = new PlacedParts(unfinishedSite(options.out), options.store),
): Promise<void> {
  const { store, generator } = options;
  const parts = partPages(large, large.facts);
  const subjects = planSubjects(large, generator);
  const keys = new Set([...parts.flatMap(({ key, pages }) => [key, pages]), ...subjects.map(({ key }) => key)]);
  await buildSite(shownOfAll(large), options, {
    folders: parts.map(({ pages }) => folderOf(store, pages)),
    store,
    generator,
    placed,
    used: (key) => void keys.add(key),
    placeSubjects: async (renderer, to) => {
      await makeSubjects(large, subjects, { store, archiveRoot: options.archiveRoot, renderer });
      placeSubjects(subjects, store, large.archive.digest, to);
    },
  });
  store.keepOnly(keys);
}

/** The parts of one of several shares of about the same size. */
export function shareOfParts(
  { plan }: PlannedArchive,
  { number, of }: { readonly number: number; readonly of: number },
): readonly PlannedPart[] {
  return shareOut(plan.parts, of)[number - 1] ?? [];
}

/** Puts what was made of some parts into a folder, to be joined elsewhere with that of the others. */
export function bringParts(large: LargeArchive, some: readonly PlannedPart[], store: PartStore, to: string): void {
  const own = partPages(large, large.facts, some);
  const keys = own.flatMap(({ key, pages }) => [key, pages]);
  const unfinished = `${to}.tmp-${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  for (const key of keys) copyResult(folderOf(store, key), join(unfinished, key));
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(join(unfinished, PARTS), `${JSON.stringify(keys)}\n`);
  replaceFolder(unfinished, to);
}

/** Whether a folder may be replaced by parts: there is none, it is empty, or it holds parts. */
export function mayBringParts(to: string): boolean {
  return !existsSync(to) || readdirSync(to).length === 0 || existsSync(join(to, PARTS));
}

/** The parts of which nobody has made the pages. */
export function missingParts(large: LargeArchive, store: PartStore): readonly PlannedPart[] {
  return partPages(large, large.facts).filter(({ pages }) => store.find(pages) === undefined);
}
