/** An archive of any size, held as what the pages of several units show of it; each unit's own pages are made from its part. */
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { compileArchive } from '../archive/compile.ts';
import { joinParts, type Part } from '../archive/parts.ts';
import type { Archive } from '../domain/archive.ts';
import { fileDigests } from '../reading/archive-digest.ts';
import { type ArchiveFiles, filesOnDisk } from '../reading/files.ts';
import { KnownDigests } from '../reading/known-digests.ts';
import { loadRules } from '../rules/load.ts';
import { joinWholes } from '../views/whole.ts';
import { inProcesses, shareOut } from './build-processes.ts';
import { PartCompiler } from './part-compiler.ts';
import { type PartPlan, type PlannedPart, planParts } from './part-plan.ts';
import { OF_ALL, type PartFacts, type PartShown, readContributions, readFacts, readPart, readShown } from './part-record.ts';
import { makeRecords, type RecordsTask } from './part-records.ts';
import type { PartStore } from './part-store.ts';

export interface PlannedArchive {
  readonly plan: PartPlan;
  /** By themselves. */
  readonly declarations: Archive;
}

export interface LargeArchive extends PlannedArchive {
  /** Its whole is known, and its documents without what only their own pages show; without observations. */
  readonly archive: Archive;
  /** Of its parts, by the keys of their records. */
  readonly facts: ReadonlyMap<string, PartFacts>;
  /** Of its parts in their order. */
  readonly shown: readonly PartShown[];
}

/** From so many disclosures on an archive is held in parts, whatever there is to be done with it. */
export const LARGE = 100;

/** Fewer disclosures than these are compiled before another process has begun. */
const WORTH_A_PROCESS = 100;

export interface LargeOptions {
  readonly archiveRoot: string;
  /** All of the archive's. */
  readonly files?: ArchiveFiles;
  /** Digest of the program. */
  readonly generator: string;
  readonly store: PartStore;
  readonly processes?: number;
}

/** Compiles the parts of which nothing is kept yet, and joins the records of all. */
export async function compileInParts({
  archiveRoot,
  files = filesOnDisk(archiveRoot),
  generator,
  store,
  processes = availableParallelism(),
}: LargeOptions): Promise<LargeArchive> {
  const planned = await planArchive({ archiveRoot, files, generator, store });
  const missing = planned.plan.parts.filter(({ key }) => store.find(key) === undefined);
  const disclosures = missing.reduce((sum, part) => sum + part.disclosures.length, 0);
  const tasks = shareOut(missing, disclosures < WORTH_A_PROCESS ? 1 : processes).map((parts) =>
    recordsTask({ archiveRoot, store }, planned, parts),
  );
  // This process has begun already, and would only wait.
  const [own, ...others] = tasks;
  await Promise.all([inProcesses(others), own && makeRecords(own, await PartCompiler.load())]);
  store.look();
  return joinArchive(planned, store, readAllFacts(planned, store));
}

export async function planArchive({
  archiveRoot,
  files = filesOnDisk(archiveRoot),
  generator,
  store,
}: Omit<LargeOptions, 'processes'>): Promise<PlannedArchive> {
  const known = new KnownDigests(archiveRoot, store.digests);
  const digests = fileDigests(files, (path) => known.digest(path));
  mkdirSync(store.place, { recursive: true });
  known.keep();
  const plan = planParts(files, generator, digests);
  return { plan, declarations: compileArchive(plan.declarations, await loadRules()) };
}

export function recordsTask(
  { archiveRoot, store }: Pick<LargeOptions, 'archiveRoot' | 'store'>,
  { plan }: PlannedArchive,
  parts: readonly PlannedPart[],
  forPages = false,
): RecordsTask {
  return {
    kind: 'records',
    archiveRoot,
    place: store.place,
    declarations: plan.declarations.paths,
    parts: parts.map(({ key, units, files }) => ({ key, units, paths: files.paths })),
    forPages,
  };
}

function readAllFacts({ plan }: PlannedArchive, store: PartStore): ReadonlyMap<string, PartFacts> {
  return new Map(plan.parts.map(({ key }) => [key, readFacts(folderOf(store, key))]));
}

/** The parts whose records are there, by their keys: what can be read while the others are made. */
export function readKept({ plan }: PlannedArchive, store: PartStore): ReadonlyMap<string, Part> {
  return new Map(
    plan.parts.flatMap(({ key }) => {
      const folder = store.find(key);
      return folder === undefined ? [] : [[key, readPart(folder)]];
    }),
  );
}

/** All records are there; those in `read` are read already. */
export function joinArchive(
  { plan, declarations }: PlannedArchive,
  store: PartStore,
  facts: LargeArchive['facts'],
  read: ReadonlyMap<string, Part> = new Map(),
): LargeArchive {
  const records = plan.parts.map(({ key }) => folderOf(store, key));
  const units = plan.parts.map((part) => part.units);
  const parts = plan.parts.map(({ key }) => read.get(key) ?? readPart(folderOf(store, key)));
  const joined = joinParts(declarations, units, parts, plan.digest);
  const whole = joinWholes(plan.parts.flatMap(({ key }) => facts.get(key)?.whole ?? []));
  return { archive: { ...joined, whole }, plan, declarations, facts, shown: records.map(readShown) };
}

/** The archive with the observations that pages show which are of no single code or measure. */
export function shownOfAll({ archive, shown }: LargeArchive): Archive {
  return { ...archive, observations: shown.flatMap((part) => readContributions(part, [OF_ALL])[0]?.observations ?? []) };
}

/** Of a result that is there. */
export function folderOf(store: PartStore, key: string): string {
  const folder = store.find(key);
  if (folder === undefined) throw new Error(`${key} is not in ${store.place}`);
  return folder;
}
