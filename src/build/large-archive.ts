/** An archive of any size, held as what the pages of several units show of it; each unit's own pages are made from its part. */
import { availableParallelism } from 'node:os';
import { compileArchive } from '../archive/compile.ts';
import { joinParts } from '../archive/parts.ts';
import type { Archive, Whole } from '../domain/archive.ts';
import { filesOnDisk } from '../reading/files.ts';
import { loadRules } from '../rules/load.ts';
import { joinWholes, toldOf } from '../views/whole.ts';
import { type BuildProcesses, inProcesses, shareOut } from './build-processes.ts';
import { PartCompiler } from './part-compiler.ts';
import { type PartPlan, planParts } from './part-plan.ts';
import { OF_ALL, type ReadRecord, readContributions, readRecord } from './part-record.ts';
import { makeRecords, type RecordsTask } from './part-records.ts';
import type { PartStore } from './part-store.ts';

export interface LargeArchive {
  /** Its whole is known, and its documents without what only their own pages show; without observations. */
  readonly archive: Archive;
  readonly declarations: Archive;
  /** In the order of the parts. */
  readonly records: readonly Pick<ReadRecord, 'digests' | 'shown'>[];
  readonly plan: PartPlan;
  /** Of each part in their order, what it is told of the whole. */
  readonly told: readonly Whole[];
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
  /** Those that will make the pages of the same parts. */
  readonly pool?: BuildProcesses;
}

/** Compiles the parts of which nothing is kept yet. */
export async function compileInParts({
  archiveRoot,
  generator,
  store,
  processes = availableParallelism(),
  pool,
}: LargeOptions): Promise<LargeArchive> {
  const plan = planParts(filesOnDisk(archiveRoot), generator);
  const missing = plan.parts.filter(({ key }) => store.find(key) === undefined);
  const disclosures = missing.reduce((sum, part) => sum + part.disclosures.length, 0);
  const task = (parts: PartPlan['parts']): RecordsTask => ({
    kind: 'records',
    archiveRoot,
    place: store.place,
    parts: parts.map(({ key, units }) => ({ key, units })),
    forPages: pool !== undefined,
  });
  const here = async (own: RecordsTask): Promise<void> => makeRecords(own, await PartCompiler.load(), store, plan.files);
  if (pool) await pool.run(shareOut(missing, processes).map(task));
  else if (disclosures < WORTH_A_PROCESS || processes < 2) await here(task(missing));
  else {
    // This process has begun already, and would only wait.
    const [own, ...others] = shareOut(missing, processes).map(task);
    await Promise.all([inProcesses(others), own && here(own)]);
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
  const whole = joinWholes(records.map((record) => record.whole));
  return {
    archive: { ...joined, whole },
    declarations,
    records: records.map(({ digests, shown }) => ({ digests, shown })),
    plan,
    told: records.map(({ mentioned }) => toldOf(whole, mentioned)),
  };
}

/** The archive with the observations that pages show which are of no single code or measure. */
export function shownOfAll({ archive, records }: LargeArchive): Archive {
  return { ...archive, observations: records.flatMap(({ shown }) => readContributions(shown, [OF_ALL])[0]?.observations ?? []) };
}

/** Of a result that is there. */
export function folderOf(store: PartStore, key: string): string {
  const folder = store.find(key);
  if (folder === undefined) throw new Error(`${key} is not in ${store.place}`);
  return folder;
}
