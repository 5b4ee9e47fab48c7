/**
 * The bundle of the pages, made once for all archives and builds of which the program, the languages, the path and the
 * pages that editors write are the same.
 */
import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../domain/archive.ts';
import { ownEdition } from '../views/editions.ts';
import { withBuildLock } from './build-lock.ts';
import { inProcesses } from './build-processes.ts';
import type { BuildOptions } from './build-site.ts';
import type { BundleTask } from './bundle-pages.ts';
import { folderOf } from './large-archive.ts';
import { otherLanguages } from './page-routes.ts';
import { generatorDigest, keyOf } from './part-plan.ts';
import { PartStore } from './part-store.ts';
import { basePath } from './sub-path.ts';

/** So many are kept, those that were used last: another build may be using one of them. */
const KEPT = 8;

export interface RendererOptions extends Omit<BundleTask, 'kind' | 'folder'> {
  /** Digest of the program. */
  readonly generator?: string;
  /** Another process is bundling. */
  readonly waiting: () => void;
}

/** What the pages of an archive ask for, below a path. */
export function rendererOptions(
  archive: Archive,
  { root, archiveRoot, progress }: Omit<BuildOptions, 'out'>,
  base = basePath(archive.facts.baseUrl),
): RendererOptions {
  const { steps } = ownEdition(archive).language.terminal;
  return { root, archiveRoot, base, languages: otherLanguages(archive), waiting: () => progress(steps.waiting) };
}

/** The folder of the bundle; made, if it is not there. */
export async function keptRenderer(
  { root, archiveRoot, base, languages, generator = generatorDigest(root), waiting }: RendererOptions,
  bundle: (task: BundleTask) => Promise<void> = (task) => inProcesses([task]),
): Promise<string> {
  const store = new PartStore(join(root, '.cache', 'renderers'));
  const key = keyOf('renderer', generator, base, languages, editorsPages(archiveRoot));
  if (store.find(key) === undefined)
    await withBuildLock(root, waiting, async () => {
      // The build that was waited for may have made it.
      store.look();
      if (store.find(key) !== undefined) return;
      await store.make(key, (folder) => bundle({ kind: 'bundle', root, archiveRoot, base, languages, folder }));
      store.keepOnly(new Set(lastUsed(store.place)));
    });
  const folder = folderOf(store, key);
  const now = new Date();
  utimesSync(folder, now, now);
  return folder;
}

function lastUsed(place: string): string[] {
  return readdirSync(place)
    .map((name) => ({ name, used: statSync(join(place, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.used - a.used)
    .slice(0, KEPT)
    .map(({ name }) => name);
}

/** Astro bundles these with the pages. */
function editorsPages(archiveRoot: string): (readonly [name: string, digest: string])[] {
  const place = join(archiveRoot, 'content/pages');
  const names = existsSync(place) ? readdirSync(place).sort() : [];
  return names.map((name) => [name, hash('sha256', readFileSync(join(place, name)))]);
}
