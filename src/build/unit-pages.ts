/**
 * All that the site has of some parts, part by part, so that no more than one part's records are held: the work of one
 * process of several.
 */
import { join } from 'node:path';
import { setCurrentAddresses, setCurrentArchive } from '../archive/current.ts';
import { type FilesInParts, filesInParts } from '../archive/parts.ts';
import type { Archive, Unit, Whole } from '../domain/archive.ts';
import { writePartData, writeUnitsData } from '../export/write-open-data.ts';
import { type ArchiveFiles, filesOnDisk } from '../reading/files.ts';
import { keepTexts } from '../search/kept-texts.ts';
import { type Page, PageRenderer, unitOfPage } from './page-renderer.ts';
import type { PartCompiler } from './part-compiler.ts';
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
  readonly parts: readonly {
    readonly key: string;
    /** The key of its record. */
    readonly record: string;
    readonly units: readonly string[];
    readonly disclosures: readonly { readonly unit: string; readonly id: string }[];
    /** Units of other parts that its own name. */
    readonly parents: readonly Unit[];
    /** What it is told of the whole. */
    readonly whole: Whole;
  }[];
}

export async function makeUnitPages(
  { archiveRoot, place, base, renderer: bundle, parts }: UnitPagesTask,
  compiler: PartCompiler,
): Promise<void> {
  const store = new PartStore(place);
  setCurrentAddresses({ units: parts.flatMap(({ units }) => units), disclosures: parts.flatMap(({ disclosures }) => disclosures) });
  const renderer = await PageRenderer.open(bundle, base);
  let files: FilesInParts | undefined;
  let pages: Map<string, Page[]> | undefined;
  for (const [index, { key, record, units, parents, whole }] of parts.entries()) {
    let part = compiler.recall(record);
    if (!part) {
      files ??= filesInParts(
        filesOnDisk(archiveRoot),
        parts.map((each) => each.units),
      );
      part = compiler.compile(files.parts[index] as ArchiveFiles);
    }
    const compiled = part;
    await store.make(key, async (folder) => {
      setCurrentArchive(makePart(compiled, { parents, whole }, archiveRoot, folder));
      pages ??= Map.groupBy(await renderer.pages(), ({ address }) => unitOfPage(address) ?? '');
      for (const unit of units) for (const page of pages.get(unit) ?? []) await renderer.write(page, join(folder, SITE));
    });
  }
}

/** Everything of a part but its pages, into a folder; the archive that its pages are made of. */
export function makePart(
  compiled: Archive,
  { parents, whole }: { readonly parents: readonly Unit[]; readonly whole: Whole },
  archiveRoot: string,
  folder: string,
): Archive {
  // What is made of a part knows nothing of the whole archive's version, which changes with every other part.
  const part: Archive = { ...compiled, digest: '', whole };
  const site = join(folder, SITE);
  writeUnitsData(part, archiveRoot, site);
  writePartData(part, folder, site);
  keepTexts(part, folder);
  return { ...part, units: new Map([...parents.map((unit) => [unit.id, unit] as const), ...part.units]) };
}
