/** A mark that pages bear where the archive's version will stand: it changes with every figure, and they seldom do. */
import { shortVersion } from '../citation/cited-work.ts';

/** As long as a version, and none. */
export const VERSION_TO_COME = '7e4b0c2d9f6a81537c3e5d20b94f8a61e7d3c05b2a9648f1d07be3c65a912f84';

export function awaitsVersion(page: string): boolean {
  return page.includes(shortVersion(VERSION_TO_COME));
}

/** Versions stand whole, or as their first digits. */
export function withVersion(page: string, version: string): string {
  return page.replaceAll(VERSION_TO_COME, version).replaceAll(shortVersion(VERSION_TO_COME), shortVersion(version));
}
