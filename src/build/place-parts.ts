/** Puts what was made of the parts into a site: the work of a process of its own, while the rest is made. */
import { linkInto } from './part-store.ts';
import { SITE } from './unit-pages.ts';

/** Plain data, since it goes from process to process. */
export interface PlaceTask {
  readonly kind: 'place';
  readonly folders: readonly string[];
  /** The site's folder. */
  readonly to: string;
}

export function placeParts({ folders, to }: PlaceTask): void {
  for (const folder of folders) linkInto(folder, SITE, to);
}
