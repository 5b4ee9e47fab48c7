/** A snapshot or an archive as its files, whether it is a folder or a ZIP. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCodePoint, isLeftBehind, isSafe } from './manifest.ts';
import { ZipFault, ZipReader } from './zip.ts';

export interface SnapshotFiles {
  /** Below the snapshot's own folder, with forward slashes, in code-point order. */
  readonly paths: readonly string[];
  read(path: string): Uint8Array;
  /** Of a ZIP, whether it is byte for byte as it was written; undefined for a folder or what another program packed. */
  isIntact(): boolean | undefined;
  close(): void;
}

/** Throws a `ZipFault` where it is neither a folder nor a ZIP that can be read. */
export function openSnapshot(place: string): SnapshotFiles {
  return lstatSync(place).isDirectory() ? openFolder(place) : openZip(place);
}

function openFolder(root: string): SnapshotFiles {
  // Some systems keep 'é' in two characters: names are compared in one form and read in their own.
  const own = new Map(listFolder(root, '').map((path) => [path.normalize('NFC'), path]));
  return {
    paths: [...own.keys()].sort(byCodePoint),
    read(path) {
      const file = join(root, own.get(path) ?? path);
      // A link could lead out of the snapshot.
      if (!lstatSync(file).isFile()) throw new ZipFault(`${path} 不是普通文件`);
      return readFileSync(file);
    },
    isIntact: () => undefined,
    close: () => undefined,
  };
}

function listFolder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (isLeftBehind(path)) return [];
    return entry.isDirectory() ? listFolder(root, path) : [path];
  });
}

function openZip(file: string): SnapshotFiles {
  const zip = new ZipReader(file);
  const names = [...zip.entries.keys()].filter((path) => !isLeftBehind(path));
  if (!names.every(isSafe)) throw new ZipFault('里面有不该有的路径');
  const [top] = names[0]?.split('/') ?? [];
  const prefix = top && names.every((path) => path.startsWith(`${top}/`)) ? `${top}/` : '';
  return {
    paths: names.map((path) => path.slice(prefix.length)).sort(byCodePoint),
    read: (path) => zip.read(prefix + path),
    isIntact: () => zip.isIntact(),
    close: () => zip.close(),
  };
}
