/**
 * The archive that the site is being made of. The build compiles it once, outside the bundle of pages,
 * and hands it over here; in development a saved file replaces it.
 */
import type { Archive } from '../domain/archive.ts';
import type { FileFacts } from '../domain/file-facts.ts';

const HOLDER = Symbol.for('mingzhang.archive');

const DOWNLOADS = Symbol.for('mingzhang.downloads');

type Holder = { [HOLDER]?: Archive; [DOWNLOADS]?: readonly FileFacts[] };

export function currentArchive(): Archive {
  const archive = (globalThis as Holder)[HOLDER];
  if (!archive) throw new Error('No archive is loaded: astro.config.mjs must include the archive integration.');
  return archive;
}

export function hasCurrentArchive(): boolean {
  return HOLDER in globalThis;
}

export function setCurrentArchive(archive: Archive): void {
  (globalThis as Holder)[HOLDER] = archive;
}

/** The files of open data that the build has written, relative to the site's root; none in development. */
export function currentDownloads(): readonly FileFacts[] {
  return (globalThis as Holder)[DOWNLOADS] ?? [];
}

export function setCurrentDownloads(files: readonly FileFacts[]): void {
  (globalThis as Holder)[DOWNLOADS] = files;
}
