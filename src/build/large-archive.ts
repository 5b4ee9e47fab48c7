/** An archive of any size, held as what the pages of several units show of it; each unit's own pages are made from its part. */
import { availableParallelism } from 'node:os';
import { compileArchive } from '../archive/compile.ts';
import { filesInParts, joinParts, sharedDeclarations } from '../archive/parts.ts';
import type { Archive } from '../domain/archive.ts';
import { type ArchiveFiles, filesOnDisk } from '../reading/files.ts';
import { loadRules } from '../rules/load.ts';
import { joinWholes } from '../views/whole.ts';
import { type PartPlan, planParts } from './part-plan.ts';
import { inProcesses, shareOut } from './part-processes.ts';
import { readRecord, recordOf, writeRecord } from './part-record.ts';
import type { PartStore } from './part-store.ts';

export interface LargeArchive {
  /** Its whole is known, and its documents without what only their own pages show. */
  readonly archive: Archive;
  readonly plan: PartPlan;
}

/** Plain data, since it goes from process to process. */
export interface RecordsTask {
  readonly kind: 'records';
  readonly archiveRoot: string;
  /** The store's folder. */
  readonly place: string;
  readonly parts: readonly { readonly key: string; readonly units: readonly string[] }[];
}

/** From so many disclosures on an archive is held in parts, whatever there is to be done with it. */
export const LARGE = 100;

/** Fewer disclosures than these are compiled before another process has begun. */
const WORTH_A_PROCESS = 100;

export interface LargeOptions {
  readonly archiveRoot: string;
  /** Digest of the program. */
  readonly generator: string;
  readonly store: PartStore;
  readonly processes?: number;
}

/** Compiles the parts of which nothing is kept yet. */
export async function compileInParts({
  archiveRoot,
  generator,
  store,
  processes = availableParallelism(),
}: LargeOptions): Promise<LargeArchive> {
  const plan = planParts(filesOnDisk(archiveRoot), generator);
  const missing = plan.parts.filter(({ key }) => store.find(key) === undefined);
  const disclosures = missing.reduce((sum, part) => sum + part.disclosures.length, 0);
  const task = (parts: PartPlan['parts']): RecordsTask => ({
    kind: 'records',
    archiveRoot,
    place: store.place,
    parts: parts.map(({ key, units }) => ({ key, units })),
  });
  if (disclosures < WORTH_A_PROCESS || processes < 2) await makeRecords(task(missing), store, plan.files);
  else {
    // This process has begun already, and would only wait.
    const [own, ...others] = shareOut(missing, processes).map(task);
    await Promise.all([inProcesses(others), own && makeRecords(own, store, plan.files)]);
  }
  store.look();
  const records = plan.parts.map(({ key }) => readRecord(folderOf(store, key)));
  const declarations = compileArchive(plan.declarations, await loadRules());
  const units = plan.parts.map((part) => part.units);
  const joined = joinParts(
    declarations,
    units,
    records.map(({ part }) => part),
    plan.digest,
  );
  return { archive: { ...joined, whole: joinWholes(records.map(({ whole }) => whole)) }, plan };
}

export async function makeRecords(
  { archiveRoot, parts }: RecordsTask,
  store: PartStore,
  files: ArchiveFiles = filesOnDisk(archiveRoot),
): Promise<void> {
  if (parts.length === 0) return;
  const own = filesInParts(
    files,
    parts.map(({ units }) => units),
  );
  const rules = await loadRules();
  const parsed = sharedDeclarations();
  const declarations = compileArchive(own.declarations, rules, { parsed });
  for (const [index, { key, units }] of parts.entries()) {
    const part = { units, files: own.parts[index] as ArchiveFiles };
    await store.make(key, (folder) => writeRecord(folder, recordOf(part, declarations, rules, parsed)));
  }
}

/** Of a result that is there. */
export function folderOf(store: PartStore, key: string): string {
  const folder = store.find(key);
  if (folder === undefined) throw new Error(`${key} is not in ${store.place}`);
  return folder;
}
