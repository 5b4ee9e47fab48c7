/** The site of an archive in parts: what is kept of each part is used again, the rest is made, and all of it joined. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Archive, Unit, Whole } from '../domain/archive.ts';
import { ownEdition } from '../views/editions.ts';
import { BuildProcesses, shareOut } from './build-processes.ts';
import { type BuildOptions, buildSite, replaceFolder } from './build-site.ts';
import { keptRenderer, rendererOptions } from './kept-renderer.ts';
import { folderOf, type LargeArchive, shownOfAll } from './large-archive.ts';
import { type PlannedPart, pagesKey } from './part-plan.ts';
import { copyResult, type PartStore } from './part-store.ts';
import { basePath } from './sub-path.ts';
import { makeSubjects, placeSubjects, planSubjects } from './subject-pages.ts';
import type { UnitPagesTask } from './unit-pages.ts';

/** Says that a folder holds parts, and which. */
const PARTS = 'parts.json';

export interface PartsOptions extends Omit<BuildOptions, 'out'> {
  readonly store: PartStore;
  /** Digest of the program. */
  readonly generator: string;
  /** Processes that make units' pages. */
  readonly processes?: number;
  /** Those that have made the records. */
  readonly pool?: BuildProcesses;
}

export interface PartPages extends PlannedPart {
  readonly pages: string;
  readonly parents: readonly Unit[];
  /** What it is told of the whole. */
  readonly whole: Whole;
}

/** Of each part, under which key its pages and data are. */
export function partPages({ archive, plan, told }: LargeArchive): PartPages[] {
  const base = basePath(archive.facts.baseUrl);
  return plan.parts.map((part, index) => {
    const parents = parentsOf(archive, part.units);
    const whole = told[index] as Whole;
    return { ...part, parents, whole, pages: pagesKey(part, base, whole, parents) };
  });
}

/** Makes what is not there of some parts, and tells the keys of all that they have. */
export async function makeParts(
  large: LargeArchive,
  { root, archiveRoot, store, generator, processes = availableParallelism(), pool = new BuildProcesses(), progress }: PartsOptions,
  wanted: readonly PlannedPart[] = large.plan.parts,
): Promise<string[]> {
  const { archive } = large;
  const { steps } = ownEdition(archive).language.terminal;
  const own = partPages(large).filter(({ key }) => wanted.some((part) => part.key === key));
  const missing = own.filter(({ pages }) => store.find(pages) === undefined);
  progress(steps.parts(own.length - missing.length, own.length));
  if (missing.length > 0) {
    const base = basePath(archive.facts.baseUrl);
    const task = { kind: 'pages', archiveRoot, place: store.place, base } as const;
    const renderer = await keptRenderer({ ...rendererOptions(archive, { root, archiveRoot, progress }), generator });
    const shares = shareOut(missing, processes).map((share) =>
      share.map(({ key: record, pages: key, units, disclosures, parents, whole }) => ({ key, record, units, disclosures, parents, whole })),
    );
    await pool.run(shares.map((parts): UnitPagesTask => ({ ...task, renderer, parts })));
  }
  await pool.end();
  store.look();
  return own.flatMap(({ key, pages }) => [key, pages]);
}

/** All parts are there already: `makeParts` has made them, or other machines have. */
export async function joinSite(large: LargeArchive, options: PartsOptions & Pick<BuildOptions, 'out'>): Promise<void> {
  const { store, generator } = options;
  const parts = partPages(large);
  const subjects = planSubjects(large, generator);
  const keys = new Set([...parts.flatMap(({ key, pages }) => [key, pages]), ...subjects.map(({ key }) => key)]);
  await buildSite(shownOfAll(large), options, {
    folders: parts.map(({ pages }) => folderOf(store, pages)),
    store,
    generator,
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
  { plan }: LargeArchive,
  { number, of }: { readonly number: number; readonly of: number },
): readonly PlannedPart[] {
  return shareOut(plan.parts, of)[number - 1] ?? [];
}

/** Puts what was made of some parts into a folder, to be joined elsewhere with that of the others. */
export function bringParts(keys: readonly string[], store: PartStore, to: string): void {
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
  return partPages(large).filter(({ pages }) => store.find(pages) === undefined);
}

/** Units of other parts that these name, with no more of them than is named. */
function parentsOf({ units }: Archive, own: readonly string[]): Unit[] {
  const ids = new Set(own.map((unit) => units.get(unit)?.parent).filter((id) => id !== undefined && !own.includes(id)));
  return [...ids].sort().flatMap((id) => {
    const unit = units.get(id ?? '');
    return unit ? [{ ...unit, narrative: { html: '', headings: [], text: '', sections: [] }, version: '' }] : [];
  });
}
