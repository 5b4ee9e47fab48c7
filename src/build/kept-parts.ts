/** Where what was made of an archive's parts is kept from one build to the next. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { generatorDigest } from './part-plan.ts';
import { PartStore } from './part-store.ts';

/** `wanted` is the folder that somebody asked for. Each archive has its own, so that none drops another's. */
export function keptParts(
  root: string,
  archiveRoot: string,
  wanted?: string,
  given: readonly string[] = [],
): { readonly store: PartStore; readonly generator: string } {
  const own = createHash('sha256').update(archiveRoot).digest('hex').slice(0, 12);
  return { store: new PartStore(wanted ?? join(root, '.cache', 'parts', own), given), generator: generatorDigest(root) };
}
