/**
 * All that the site has of some parts, part by part, so that no more than one part's records are held: the work of one
 * process of several.
 */
import { join } from 'node:path';
import { type Addresses, setCurrentAddresses, setCurrentArchive } from '../archive/current.ts';
import type { Archive, Unit, Whole } from '../domain/archive.ts';
import { writePartData, writeUnitsData } from '../export/write-open-data.ts';
import { filesOnDisk } from '../reading/files.ts';
import { keepTexts } from '../search/kept-texts.ts';
import { type Page, PageRenderer, unitOfPage } from './page-renderer.ts';
import type { PartCompiler } from './part-compiler.ts';
import { PartStore } from './part-store.ts';

/** Below a part's folder: its files of the site as they stand in it. The rest is joined with that of the others. */
export const SITE = 'site';

/** Plain data, as all tasks, since it goes from process to process. Comes before the first of pages. */
export interface RendererTask extends Addresses {
  readonly kind: 'renderer';
  /** The folder of the pages' bundle. */
  readonly bundle: string;
  /** The path under which the site stands. */
  readonly base: string;
}

export interface UnitPagesTask {
  readonly kind: 'pages';
  readonly archiveRoot: string;
  /** The store's folder. */
  readonly place: string;
  readonly parts: readonly {
    readonly key: string;
    /** The key of its record. */
    readonly record: string;
    readonly units: readonly string[];
    readonly paths: readonly string[];
    /** Units of other parts that its own name. */
    readonly parents: readonly Unit[];
    /** What it is told of the whole. */
    readonly whole: Whole;
  }[];
}

export async function makeUnitPages(
  { archiveRoot, place, parts }: UnitPagesTask,
  compiler: PartCompiler,
  renderer: UnitPageRenderer,
): Promise<void> {
  const store = new PartStore(place);
  for (const { key, record, units, paths, parents, whole } of parts) {
    const compiled = compiler.recall(record) ?? compiler.compile(filesOnDisk(archiveRoot, paths));
    await store.make(key, async (folder) => {
      setCurrentArchive(makePart(compiled, { parents, whole }, archiveRoot, folder));
      await renderer.write(units, join(folder, SITE));
    });
  }
}

/** Astro asks once which pages there are: of all units, whichever part they are of. */
export class UnitPageRenderer {
  readonly #renderer: PageRenderer;
  #pages: ReadonlyMap<string, readonly Page[]> | undefined;

  private constructor(renderer: PageRenderer) {
    this.#renderer = renderer;
  }

  static async open({ bundle, base, units, disclosures }: RendererTask): Promise<UnitPageRenderer> {
    setCurrentAddresses({ units, disclosures });
    return new UnitPageRenderer(await PageRenderer.open(bundle, base));
  }

  /** The pages of some units of the current archive, below a site's folder. */
  async write(units: readonly string[], site: string): Promise<void> {
    this.#pages ??= Map.groupBy(await this.#renderer.pages(), ({ address }) => unitOfPage(address) ?? '');
    for (const unit of units) {
      const pages = this.#pages.get(unit);
      if (!pages) throw new Error(`${unit} has no address`);
      for (const page of pages) await this.#renderer.write(page, site);
    }
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
