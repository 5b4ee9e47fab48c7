/** The version of an archive: a digest of what its editors wrote, the same on any machine and day. */
import { createHash } from 'node:crypto';
import type { ArchiveFiles } from './files.ts';

/** Kept documents of publishers: each has its own digest in the front matter, which is counted. */
const SOURCE = /^data\/disclosures\/[^/]+\/[^/]+\/source\//;

/**
 * SHA-256, in hexadecimal digits, of the list that `sha256sum` prints for every file of `content/` and `data/` in
 * code-point order, kept sources apart. README says how to work it out by hand.
 */
export function archiveDigest(files: ArchiveFiles): string {
  const list = createHash('sha256');
  for (const path of files.paths) {
    if (!SOURCE.test(path)) list.update(`${createHash('sha256').update(files.read(path)).digest('hex')}  ${path}\n`);
  }
  return list.digest('hex');
}
