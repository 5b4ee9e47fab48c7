/**
 * All that the site has of some parts, part by part, so that no more than one part's records are held: the work of one
 * process of several.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
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
import { type Page, PageRenderer, unitOfPage } from './page-renderer.ts';
import { PartStore } from './part-store.ts';

/** Below a part's folder: its files of the site as they stand in it. The rest is joined with that of the others. */
export const SITE = 'site';

/** Plain data, since it goes from process to process. */
export interface UnitPagesTask {
  readonly kind: 'pages';
  readonly archiveRoot: string;
  /** The store's folder. */
  readonly place: string;
  /** The path under which the site stands. */
  readonly base: string;
  /** The folder of the pages' bundle. */
  readonly renderer: string;
  readonly whole: Whole;
  readonly parts: readonly {
    readonly key: string;
    readonly units: readonly string[];
    readonly disclosures: readonly { readonly unit: string; readonly id: string }[];
    /** Units of other parts that its own name. */
    readonly parents: readonly Unit[];
  }[];
}

export async function makeUnitPages({ archiveRoot, place, base, renderer: bundle, whole, parts }: UnitPagesTask): Promise<void> {
  const store = new PartStore(place);
  const files = filesInParts(
    filesOnDisk(archiveRoot),
    parts.map(({ units }) => units),
  );
  const rules = await loadRules();
  const parsed = sharedDeclarations();
  setCurrentArchive({ ...compileArchive(files.declarations, rules, { parsed }), digest: '', whole });
  setCurrentAddresses({ units: parts.flatMap(({ units }) => units), disclosures: parts.flatMap(({ disclosures }) => disclosures) });
  const renderer = await PageRenderer.open(bundle, base);
  const pages = Map.groupBy(await renderer.pages(), ({ address }) => unitOfPage(address) ?? '');
  for (const [index, { key, units, parents }] of parts.entries()) {
    const own = files.parts[index];
    if (!own) continue;
    await store.make(key, async (folder) => {
      setCurrentArchive(makePart({ files: own, parents, whole, parsed }, rules, archiveRoot, folder));
      for (const page of units.flatMap((unit) => pages.get(unit) ?? []).sort(byAddress)) await renderer.write(page, join(folder, SITE));
    });
  }
}

/** A page and the one to embed, which show the same, follow each other. */
function byAddress({ address: a }: Page, { address: b }: Page): number {
  return a < b ? -1 : 1;
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
  copyTables(part, archiveRoot, site);
  writeUnitsData(part, site);
  writePartData(part, folder, site);
  keepTexts(part, folder);
  return { ...part, units: new Map([...parents.map((unit) => [unit.id, unit] as const), ...part.units]) };
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
