/** Versions of what editors wrote: digests of files, the same on any machine and day. */
import { createHash, hash } from 'node:crypto';
import type { ArchiveFiles } from './files.ts';
import { disclosureFile, PATTERNS, unitFile } from './paths.ts';

/** Kept documents of publishers: each has its own digest in the front matter, which is counted. */
const SOURCE = /^data\/disclosures\/[^/]+\/[^/]+\/source\//;

/** SHA-256 of each file but kept sources, in hexadecimal digits, in code-point order. */
export type FileDigests = ReadonlyMap<string, string>;

export interface Versions {
  readonly archive: string;
  /** Of a unit's own files: who it is, and its documents. */
  readonly units: ReadonlyMap<string, string>;
  /** Of a document's own files and its unit's description, by unit and document joined with a slash. */
  readonly disclosures: ReadonlyMap<string, string>;
}

/** `digest` may know some already. */
export function fileDigests(files: ArchiveFiles, digest = (path: string): string => hash('sha256', files.read(path))): FileDigests {
  return new Map(files.paths.filter((path) => !SOURCE.test(path)).map((path) => [path, digest(path)]));
}

/**
 * SHA-256, in hexadecimal digits, of the list that `sha256sum` prints for the files in code-point order. README says how
 * to work it out by hand.
 */
export function versionOf(digests: FileDigests, paths: Iterable<string> = digests.keys()): string {
  const list = createHash('sha256');
  for (const path of paths) list.update(`${digests.get(path)}  ${path}\n`);
  return list.digest('hex');
}

export function archiveDigest(files: ArchiveFiles): string {
  return versionOf(fileDigests(files));
}

export function versionsOf(digests: FileDigests): Versions {
  const units = new Map<string, string[]>();
  const documents = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, key: string, path: string): void => {
    const own = to.get(key);
    if (own) own.push(path);
    else to.set(key, [path]);
  };
  // In the order of all files, which is that of each list.
  for (const path of digests.keys()) {
    const [, described] = PATTERNS.unit.exec(path) ?? [];
    const [, unit, id] = PATTERNS.disclosure.exec(path) ?? PATTERNS.table.exec(path) ?? [];
    const owner = described ?? unit;
    if (owner !== undefined) add(units, owner, path);
    if (unit !== undefined && id !== undefined) add(documents, `${unit}/${id}`, path);
  }
  const disclosures = [...documents].map(([key, own]) => {
    const [unit = '', id = ''] = key.split('/');
    const description = unitFile(unit);
    const tables = own.filter((path) => path !== disclosureFile(unit, id));
    const first = own.length > tables.length ? [disclosureFile(unit, id)] : [];
    return [key, versionOf(digests, [...first, ...(digests.has(description) ? [description] : []), ...tables])] as const;
  });
  return {
    archive: versionOf(digests),
    units: new Map([...units].map(([unit, own]) => [unit, versionOf(digests, own)])),
    disclosures: new Map(disclosures),
  };
}
