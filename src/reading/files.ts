/** The files of an archive, from a folder or from memory; the one place that touches disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ArchiveFiles {
  /** Paths below the archive's root, with forward slashes, in code-point order. */
  readonly paths: readonly string[];
  has(path: string): boolean;
  read(path: string): Uint8Array;
}

/** The `content/` and `data/` of a folder, or some of its files. Names that begin with a full stop are the system's, not the archive's. */
export function filesOnDisk(root: string, paths = pathsOnDisk(root)): ArchiveFiles {
  const known = new Set(paths);
  return { paths, has: (path) => known.has(path), read: (path) => readFileSync(join(root, path)) };
}

function pathsOnDisk(root: string): readonly string[] {
  const paths: string[] = [];
  for (const top of ['content', 'data']) walk(root, top, paths);
  return paths.sort(byCodePoint);
}

/** The same, each file read from disk once and held. */
export function readingOnce({ paths, has, read }: ArchiveFiles): ArchiveFiles {
  const held = new Map<string, Uint8Array>();
  return {
    paths,
    has,
    read: (path) => {
      const bytes = held.get(path) ?? read(path);
      held.set(path, bytes);
      return bytes;
    },
  };
}

export function filesInMemory(files: Readonly<Record<string, string | Uint8Array>>): ArchiveFiles {
  const encoder = new TextEncoder();
  return {
    paths: Object.keys(files).sort(byCodePoint),
    has: (path) => Object.hasOwn(files, path),
    read(path) {
      const content = files[path];
      if (content === undefined) throw new Error(`no file ${path}`);
      return typeof content === 'string' ? encoder.encode(content) : content;
    },
  };
}

function walk(root: string, folder: string, paths: string[]): void {
  let entries: import('node:fs').Dirent[];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) walk(root, path, paths);
    else paths.push(path);
  }
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
