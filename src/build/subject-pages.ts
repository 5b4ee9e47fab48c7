/** The pages and figures of codes and measures, each kept under the digest of what the parts show of it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { compileArchive } from '../archive/compile.ts';
import { setCurrentAddresses, setCurrentArchive } from '../archive/current.ts';
import type { Archive, Whole } from '../domain/archive.ts';
import { filesOnDisk } from '../reading/files.ts';
import { loadRules } from '../rules/load.ts';
import { classificationsInUse, codesInUse } from '../views/code.ts';
import { madeWith, subjectIds } from '../views/subjects.ts';
import { awaitsVersion, withVersion } from '../views/version-to-come.ts';
import { inProcesses } from './build-processes.ts';
import { archiveCutTo, type Contribution, completed, wholeCutTo } from './contributions.ts';
import { folderOf, type LargeArchive } from './large-archive.ts';
import { PageRenderer, subjectOfPage } from './page-renderer.ts';
import { keyOf } from './part-plan.ts';
import { type ContributionPlaces, readContributions } from './part-record.ts';
import { filesBelow, linkInto, PartStore } from './part-store.ts';
import { basePath } from './sub-path.ts';
import { SITE } from './unit-pages.ts';

/** Beside it: pages that say the archive's version, which is filled in when they are put in place. */
const VERSIONED = 'versioned';

/** Fewer are made before another process has begun. */
const WORTH_A_PROCESS = 10;

/** Plain data, since it goes from process to process. */
export interface SubjectPagesTask {
  readonly kind: 'subjects';
  readonly archiveRoot: string;
  /** The store's folder. */
  readonly place: string;
  /** The path under which the site stands. */
  readonly base: string;
  /** The folder of the pages' bundle. */
  readonly renderer: string;
  /** Paths of the archive's declarations. */
  readonly declarations: readonly string[];
  readonly whole: Whole;
  /** All parts in their order. */
  readonly parts: readonly ContributionPlaces[];
  readonly subjects: readonly PlannedSubject[];
}

export interface PlannedSubject {
  /** `functional/2040250`, `measures/total` */
  readonly id: string;
  readonly key: string;
}

/** All codes in use and all that is compared, each under the digest of what its pages and files are made of. */
export function planSubjects({ archive, declarations, plan, shown: parts }: LargeArchive, generator: string): PlannedSubject[] {
  const { whole } = archive;
  if (!whole) throw new Error('an archive in parts knows what it is of');
  const codes = classificationsInUse(archive).flatMap((name) => codesInUse(archive, name).map((code) => `${name}/${code}`));
  const base = basePath(archive.facts.baseUrl);
  return [...new Set([...subjectIds(archive), ...codes])].map((id) => {
    const { codes: told, ...rest } = wholeCutTo(id, declarations, whole);
    const shown = parts.flatMap(({ digests }) => digests.get(id) ?? []);
    return {
      id,
      key: keyOf(
        'subject',
        generator,
        plan.declared,
        base,
        id,
        [...told].map(([name, own]) => [name, [...own]]),
        rest,
        shown,
      ),
    };
  });
}

/** Makes what is not there. */
export async function makeSubjects(
  { archive, declarations, plan, shown }: LargeArchive,
  subjects: readonly PlannedSubject[],
  { store, archiveRoot, renderer }: { readonly store: PartStore; readonly archiveRoot: string; readonly renderer: string },
): Promise<void> {
  const { whole } = archive;
  if (!whole) throw new Error('an archive in parts knows what it is of');
  const task = (own: readonly PlannedSubject[]): SubjectPagesTask => ({
    kind: 'subjects',
    archiveRoot,
    place: store.place,
    base: basePath(archive.facts.baseUrl),
    renderer,
    declarations: plan.declarations.paths,
    whole,
    parts: shown.map(({ file, places }) => ({ file, places })),
    subjects: own,
  });
  const missing = subjects.filter(({ key }) => store.find(key) === undefined);
  if (missing.length < WORTH_A_PROCESS) await makeSubjectPages(task(missing), declarations);
  else {
    const shares = Map.groupBy(missing, (_, index) => index % availableParallelism());
    await inProcesses([...shares.values()].map(task));
  }
  store.look();
}

export async function makeSubjectPages(
  { archiveRoot, place, base, renderer: bundle, declarations: paths, whole, parts, subjects }: SubjectPagesTask,
  known?: Archive,
): Promise<void> {
  if (subjects.length === 0) return;
  const store = new PartStore(place);
  const declarations = known ?? compileArchive(filesOnDisk(archiveRoot, paths), await loadRules());
  setCurrentAddresses({ units: [], disclosures: [] });
  setCurrentArchive({ ...declarations, whole });
  const renderer = await PageRenderer.open(bundle, base);
  const pages = Map.groupBy(await renderer.pages(), ({ address }) => subjectOfPage(address) ?? '');
  for (const { id, key } of subjects) {
    setCurrentArchive(archiveOf(id, declarations, whole, parts));
    await store.make(key, async (folder) => {
      const site = join(folder, SITE);
      for (const page of pages.get(id) ?? []) await renderer.write(page, site);
      setAside(site, join(folder, VERSIONED));
    });
  }
}

/** The archive that the pages of a code or measure are made of. */
export function archiveOf(id: string, declarations: Archive, whole: Whole, parts: readonly ContributionPlaces[]): Archive {
  const ids = [id, ...madeWith(declarations, id)];
  const contributions = parts.flatMap((part): Contribution[] => {
    if (!part.places.has(id)) return [];
    const found = new Map(readContributions(part, ids).map((each, index) => [ids[index] ?? '', each] as const));
    const own = found.get(id);
    return own ? [completed(id, declarations, own, (other) => found.get(other))] : [];
  });
  return archiveCutTo(wholeCutTo(id, declarations, whole), declarations, contributions);
}

/** Puts what was made into a site. */
export function placeSubjects(subjects: readonly PlannedSubject[], store: PartStore, version: string, to: string): void {
  for (const { key } of subjects) {
    const folder = folderOf(store, key);
    linkInto(folder, SITE, to);
    for (const path of filesBelow(folder, VERSIONED)) {
      const place = join(to, path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, withVersion(readFileSync(join(folder, VERSIONED, path), 'utf8'), version));
    }
  }
}

/** Pages that name the version, whole or by its first digits. */
function setAside(site: string, waiting: string): void {
  for (const path of existsSync(site) ? readdirSync(site, { recursive: true, encoding: 'utf8' }) : []) {
    if (!path.endsWith('.html') || !awaitsVersion(readFileSync(join(site, path), 'utf8'))) continue;
    mkdirSync(dirname(join(waiting, path)), { recursive: true });
    renameSync(join(site, path), join(waiting, path));
  }
}
