/**
 * The pages and files of some units, part by part, so that no more than one part's records are held: the work of one
 * process of several.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { compileArchive } from '../archive/compile.ts';
import { setCurrentAddresses, setCurrentArchive } from '../archive/current.ts';
import { filesInParts, sharedDeclarations } from '../archive/parts.ts';
import type { Archive, Unit, Whole } from '../domain/archive.ts';
import { writeUnitsData } from '../export/write-open-data.ts';
import { filesOnDisk } from '../reading/files.ts';
import { loadRules } from '../rules/load.ts';
import { holdBundleLock } from './build-lock.ts';
import { moveInto } from './move-into.ts';
import { setPagePlan, unitOfPage } from './page-plan.ts';

/** Plain data, since it goes from process to process. */
export interface UnitPagesTask {
  /** The generator's own folder. */
  readonly root: string;
  readonly archiveRoot: string;
  /** The path under which assets are asked for. */
  readonly base: string;
  /** A folder of nobody else's. */
  readonly out: string;
  /** Another, below the generator's own: elsewhere Astro would keep its half-made pages in one place for all processes. */
  readonly pages: string;
  /** Of the whole archive. */
  readonly digest: string;
  readonly whole: Whole;
  /** Lists of units, and the disclosures of them all. */
  readonly parts: readonly (readonly string[])[];
  readonly disclosures: readonly { readonly unit: string; readonly id: string }[];
  /** Units of other parts that these name. */
  readonly parents: readonly Unit[];
}

export async function makeUnitPages(task: UnitPagesTask): Promise<void> {
  const { root, archiveRoot, out, pages, digest, whole, parts, parents } = task;
  const files = filesInParts(filesOnDisk(archiveRoot), parts);
  const rules = await loadRules();
  const parsed = sharedDeclarations();
  const partOf = new Map(parts.flatMap((units, index) => units.map((unit) => [unit, index] as const)));
  const placeOf = (pathname: string): number => partOf.get(unitOfPage(pathname) ?? '') ?? -1;
  let open = -1;

  const enter = (index: number): void => {
    const own = files.parts[index];
    if (index === open || !own) return;
    open = index;
    const part: Archive = { ...compileArchive(own, rules, { parsed, digest }), whole };
    copyTables(part, archiveRoot, out);
    writeUnitsData(part, out);
    setCurrentArchive({ ...part, units: new Map([...parents.map((unit) => [unit.id, unit] as const), ...part.units]) });
  };

  setCurrentArchive({ ...compileArchive(files.declarations, rules, { parsed, digest }), whole });
  setCurrentAddresses({ units: parts.flat(), disclosures: task.disclosures });
  const release = await holdBundleLock(root);
  setPagePlan({
    bundled: release,
    // By address within a part: a page and the one to embed, which show the same, follow each other.
    choose: (paths) =>
      paths
        .filter(({ pathname }) => placeOf(pathname) >= 0)
        .sort((a, b) => placeOf(a.pathname) - placeOf(b.pathname) || (a.pathname < b.pathname ? -1 : 1)),
    before: (pathname) => enter(placeOf(pathname)),
  });
  process.env.MINGZHANG_ARCHIVE = archiveRoot;
  // Astro resolves its packages and keeps its types below the current folder.
  process.chdir(root);
  await build({ root, base: task.base, outDir: pages, cacheDir: `${out}.cache`, logLevel: 'error' }).finally(release);
  // In the archive's own language at the top, in the others one folder below.
  for (const base of ['', ...readdirSync(pages)]) {
    const made = join(pages, base, 'units');
    if (base !== 'units' && existsSync(made)) moveInto(made, join(out, base, 'units'));
  }
}

/** Each CSV beside the page that shows it, byte for byte. */
export function copyTables(archive: Archive, archiveRoot: string, out: string): void {
  for (const { unit, id, tables, statements } of archive.disclosures.values()) {
    const folder = join(out, 'units', unit, id);
    mkdirSync(folder, { recursive: true });
    for (const table of tables) if (table.file) copyFileSync(join(archiveRoot, table.file), join(folder, `${table.id}.csv`));
    if (statements.length > 0)
      copyFileSync(join(archiveRoot, 'data/disclosures', unit, id, 'statements.csv'), join(folder, 'statements.csv'));
  }
}
