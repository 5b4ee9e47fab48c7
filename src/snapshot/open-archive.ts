/** The archive inside a snapshot, or an archive's own folder, as files that can be read and compiled. */
import type { ArchiveFiles } from '../reading/files.ts';
import { PAYLOAD } from './manifest.ts';
import { openSnapshot } from './snapshot-files.ts';

/** Where the archive's files stand in a snapshot. */
export const ARCHIVE_FOLDER = `${PAYLOAD}archive/`;

/** Undefined where the place holds no archive. Throws a `ZipFault` where it cannot be read. */
export function openArchive(place: string): (ArchiveFiles & { close(): void }) | undefined {
  const files = openSnapshot(place);
  const prefix = files.paths.some((path) => path === `${ARCHIVE_FOLDER}data/archive.json`) ? ARCHIVE_FOLDER : '';
  const paths = files.paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
  const own = paths.filter((path) => /^(content|data)\//.test(path) && !/(^|\/)\./.test(path));
  const known = new Set(own);
  if (!known.has('data/archive.json')) {
    files.close();
    return undefined;
  }
  return { paths: own, has: (path) => known.has(path), read: (path) => files.read(prefix + path), close: () => files.close() };
}
