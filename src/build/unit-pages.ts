/**
 * All that the site has of some parts, part by part, so that no more than one part's records are held: the work of one
 * process of several.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { compileArchive } from '../archive/compile.ts';
import { setCurrentAddresses, setCurrentArchive } from '../archive/current.ts';
import { filesInParts, sharedDeclarations } from '../archive/parts.ts';
import type { Archive, Unit, Whole } from '../domain/archive.ts';
import { writePartData, writeUnitsData } from '../export/write-open-data.ts';
import { type ArchiveFiles, filesOnDisk } from '../reading/files.ts';
import type { ParsedTexts } from '../reading/parsed-texts.ts';
import { loadRules } from '../rules/load.ts';
import type { CodedRule } from '../rules/rule.ts';
import { keepTexts } from '../search/kept-texts.ts';
import { holdBundleLock } from './build-lock.ts';
import { moveInto } from './move-into.ts';
import { setPagePlan, unitOfPage } from './page-plan.ts';
import { PartStore } from './part-store.ts';
import { placeSiteUnder } from './sub-path.ts';

/** Below a part's folder: its files of the site as they stand in it. The rest is joined with that of the others. */
export const SITE = 'site';

/** Plain data, since it goes from process to process. */
export interface UnitPagesTask {
  readonly kind: 'pages';
  /** The generator's own folder. */
  readonly root: string;
  readonly archiveRoot: string;
  /** The store's folder. */
  readonly place: string;
  /** The path under which the site stands. */
  readonly base: string;
  /** A folder of nobody else's. */
  readonly out: string;
  /** Another, below the generator's own: elsewhere Astro would keep its half-made pages in one place for all processes. */
  readonly pages: string;
  readonly whole: Whole;
  readonly parts: readonly {
    readonly key: string;
    readonly units: readonly string[];
    readonly disclosures: readonly { readonly unit: string; readonly id: string }[];
    /** Units of other parts that its own name. */
    readonly parents: readonly Unit[];
  }[];
}

export async function makeUnitPages({ root, archiveRoot, place, base, out, pages, whole, parts }: UnitPagesTask): Promise<void> {
  const store = new PartStore(place);
  const files = filesInParts(
    filesOnDisk(archiveRoot),
    parts.map(({ units }) => units),
  );
  const rules = await loadRules();
  const parsed = sharedDeclarations();
  const partOf = new Map(parts.flatMap(({ units }, index) => units.map((unit) => [unit, index] as const)));
  const placeOf = (pathname: string): number => partOf.get(unitOfPage(pathname) ?? '') ?? -1;
  const folderOf = (index: number): string => join(out, String(index));
  let open = -1;

  const enter = (index: number): void => {
    const own = files.parts[index];
    if (index === open || !own) return;
    open = index;
    setCurrentArchive(makePart({ files: own, parents: parts[index]?.parents ?? [], whole, parsed }, rules, archiveRoot, folderOf(index)));
  };

  for (const folder of [out, pages]) rmSync(folder, { recursive: true, force: true });
  setCurrentArchive({ ...compileArchive(files.declarations, rules, { parsed }), digest: '', whole });
  setCurrentAddresses({ units: parts.flatMap(({ units }) => units), disclosures: parts.flatMap(({ disclosures }) => disclosures) });
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
  await build({ root, base, outDir: pages, cacheDir: `${out}.cache`, logLevel: 'error' }).finally(release);
  placeSiteUnder(base, pages);
  // In the archive's own language at the top, in the others one folder below.
  for (const language of ['', ...readdirSync(pages)]) {
    const made = join(pages, language, 'units');
    if (language === 'units' || !existsSync(made)) continue;
    for (const unit of readdirSync(made)) {
      const index = partOf.get(unit);
      if (index !== undefined) moveInto(join(made, unit), join(folderOf(index), SITE, language, 'units', unit));
    }
  }
  for (const [index, { key }] of parts.entries()) await store.make(key, (folder) => moveInto(folderOf(index), folder));
}

export interface PartSource {
  readonly files: ArchiveFiles;
  /** Units of other parts that its own name. */
  readonly parents: readonly Unit[];
  readonly whole: Whole;
  /** Remembers the declarations from part to part. */
  readonly parsed: ParsedTexts;
}

/** Everything of a part but its pages, into a folder; the archive that its pages are made of. */
export function makePart(
  { files, parents, whole, parsed }: PartSource,
  rules: ReadonlyMap<string, CodedRule>,
  archiveRoot: string,
  folder: string,
): Archive {
  // What is made of a part knows nothing of the whole archive's version, which changes with every other part.
  const part: Archive = { ...compileArchive(files, rules, { parsed }), digest: '', whole };
  const site = join(folder, SITE);
  writeUnitsData(part, archiveRoot, site);
  writePartData(part, folder, site);
  keepTexts(part, folder);
  return { ...part, units: new Map([...parents.map((unit) => [unit.id, unit] as const), ...part.units]) };
}
