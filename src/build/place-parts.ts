/** Puts what was made of the parts into a site, and takes away what turned out to be wrong: the work of a process of its own. */
import { existsSync, readdirSync, rmdirSync } from 'node:fs';
import { linkInto, unlinkFrom } from './part-store.ts';
import { SITE } from './unit-pages.ts';

/** Plain data, since it goes from process to process. */
export interface PlaceTask {
  readonly kind: 'place';
  /** Folders of results that were put there before, and are taken away first. */
  readonly wrong: readonly string[];
  readonly folders: readonly string[];
  /** The site's folder. */
  readonly to: string;
}

export function placeParts({ wrong, folders, to }: PlaceTask): void {
  const left = wrong.flatMap((folder) => unlinkFrom(folder, SITE, to));
  for (const folder of folders) linkInto(folder, SITE, to);
  for (const folder of left) if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}
