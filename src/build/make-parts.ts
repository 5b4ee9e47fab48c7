/** Makes what is not kept of an archive's parts, among several processes. */
import { availableParallelism } from 'node:os';
import { blockingFindings } from '../archive/blocking.ts';
import { joinParts } from '../archive/parts.ts';
import { ownEdition } from '../views/editions.ts';
import type { PartsOptions } from './build-parts.ts';
import { BuildProcesses } from './build-processes.ts';
import { keptRenderer, rendererOptions } from './kept-renderer.ts';
import { folderOf, type PlannedArchive, recordsTask } from './large-archive.ts';
import { MOST_DISCLOSURES } from './part-compiler.ts';
import { type PartPages, partPages } from './part-pages.ts';
import type { PlannedPart } from './part-plan.ts';
import { type PartFacts, readFacts } from './part-record.ts';
import { basePath } from './sub-path.ts';
import type { RendererTask, UnitPagesTask } from './unit-pages.ts';

export interface MakeOptions {
  readonly processes?: number;
  /** Told while the others are made: folders of pages that are there. Parts that are made may show that some are not those that are wanted. */
  readonly isKept?: (folders: readonly string[]) => void;
}

/**
 * Of all parts the records; of those that are wanted the pages too, unless there are errors. A process makes the pages
 * of what it has compiled before it has no room to remember it, as far as it is settled by then what they are told. They
 * are kept under the key of what they were told: if in the end that is not right, they are made again. Returns what is
 * known of each part, by the key of its record.
 */
export async function makeParts(
  planned: PlannedArchive,
  options: PartsOptions & MakeOptions,
  wanted: readonly PlannedPart[] = planned.plan.parts,
): Promise<ReadonlyMap<string, PartFacts>> {
  const { plan, declarations } = planned;
  const { store, processes = availableParallelism(), progress } = options;
  const { steps } = ownEdition(declarations).language.terminal;
  const facts = new Map<string, PartFacts>();
  const know = ({ key }: PlannedPart): void => {
    const folder = store.find(key);
    if (folder !== undefined) facts.set(key, readFacts(folder));
  };
  const isMade = ({ pages }: PartPages): boolean => store.find(pages) !== undefined;
  for (const part of plan.parts) know(part);

  const pool = new BuildProcesses();
  let hasErrors = [...facts.values()].some((each) => each.hasErrors) || haveErrors(planned);
  let bundle: Promise<string> | undefined;
  const opened: Promise<void>[] = [];
  const makePages = async (number: number, parts: readonly PartPages[]): Promise<void> => {
    const missing = parts.filter((part) => !isMade(part));
    if (missing.length === 0 || hasErrors) return;
    bundle ??= keptRenderer({ ...rendererOptions(declarations, options), generator: options.generator });
    opened[number] ??= bundle.then((folder) => pool.run(number, rendererTask(planned, folder)));
    await opened[number];
    await pool.run(number, pagesTask(options, missing));
    store.look();
  };

  const unknown = plan.parts.filter(({ key }) => !facts.has(key)).values();
  /** Of each process the parts that it remembers. */
  const remembered = Array.from({ length: processes }, (): PlannedPart[] => []);
  const settled = (parts: readonly PlannedPart[]): PartPages[] => partPages(planned, facts, parts).filter(({ isSettled }) => isSettled);
  const working = remembered.map(async (own, number) => {
    for (const part of unknown) {
      if (documentsOf([...own, part]) > MOST_DISCLOSURES) await makePages(number, settled(own.splice(0)));
      const forPages = wanted.includes(part);
      await pool.run(number, recordsTask(options, planned, [part], forPages));
      store.look();
      know(part);
      if (forPages) own.push(part);
      hasErrors ||= facts.get(part.key)?.hasErrors ?? false;
    }
  });
  // The processes have begun meanwhile.
  const kept = partPages(planned, facts, wanted).filter(isMade);
  progress(steps.parts(kept.length, wanted.length));
  if (!hasErrors) options.isKept?.(kept.map(({ pages }) => folderOf(store, pages)));
  await Promise.all(working);

  // All is known.
  const left = partPages(planned, facts, wanted).filter((part) => !isMade(part));
  const ownOf = (parts: readonly PlannedPart[]): PartPages[] => left.filter(({ key }) => parts.some((part) => part.key === key));
  const ownKeys = new Set(remembered.flat().map(({ key }) => key));
  const others = left.filter(({ key }) => !ownKeys.has(key)).values();
  await Promise.all(
    remembered.map(async (own, number) => {
      await makePages(number, ownOf(own));
      for (const part of others) await makePages(number, [part]);
    }),
  );
  await pool.end();
  return facts;
}

function rendererTask({ plan: { parts }, declarations }: PlannedArchive, bundle: string): RendererTask {
  const units = parts.flatMap((part) => part.units);
  const disclosures = parts.flatMap((part) => part.disclosures);
  return { kind: 'renderer', bundle, base: basePath(declarations.facts.baseUrl), units, disclosures };
}

function pagesTask({ archiveRoot, store }: PartsOptions, parts: readonly PartPages[]): UnitPagesTask {
  return {
    kind: 'pages',
    archiveRoot,
    place: store.place,
    parts: parts.map(({ key: record, pages: key, units, files: { paths }, parents, whole }) => ({
      key,
      record,
      units,
      paths,
      parents,
      whole,
    })),
  };
}

/** The declarations alone. */
function haveErrors({ plan, declarations }: PlannedArchive): boolean {
  const units = plan.parts.map((part) => part.units);
  return blockingFindings(joinParts(declarations, units, [], plan.digest)).length > 0;
}

function documentsOf(parts: readonly PlannedPart[]): number {
  return parts.reduce((sum, { disclosures }) => sum + disclosures.length, 0);
}
