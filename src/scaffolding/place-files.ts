/** New files into an archive: all of them or none, and never in the place of others. */
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export class PlaceTaken extends Error {
  readonly file: string;
  constructor(file: string) {
    super(`${file} is there already`);
    this.file = file;
  }
}

/**
 * `files` by path below `root`. All but the last stand in one new folder, which is filled beside its place and
 * put there whole; the last, which makes them count, follows at once. Where a run was killed between the two,
 * the next finds its own folder and goes on. Names that begin with a full stop are no part of an archive.
 * Throws `PlaceTaken` where other files are in the way.
 */
export function placeFiles(root: string, files: Readonly<Record<string, string>>): void {
  const paths = Object.keys(files);
  const last = paths.pop();
  if (last === undefined) return;
  const [first] = paths;
  const folder = first === undefined ? undefined : dirname(first);
  if (paths.some((path) => dirname(path) !== folder)) throw new Error('the files before the last stand in one folder');
  if (existsSync(join(root, last))) throw new PlaceTaken(last);
  if (folder !== undefined && !holdsJust(join(root, folder), files, paths)) {
    if (existsSync(join(root, folder))) throw new PlaceTaken(folder);
    const unfinished = unfinishedName(join(root, folder));
    try {
      mkdirSync(unfinished, { recursive: true });
      for (const path of paths) writeFileSync(join(unfinished, basename(path)), files[path] ?? '');
      renameSync(unfinished, join(root, folder));
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  const unfinished = unfinishedName(join(root, last));
  try {
    mkdirSync(dirname(unfinished), { recursive: true });
    writeFileSync(unfinished, files[last] ?? '');
    // Unlike a rename, a link never replaces.
    linkSync(unfinished, join(root, last));
  } catch (error) {
    if (folder !== undefined) rmSync(join(root, folder), { recursive: true, force: true });
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new PlaceTaken(last);
    throw error;
  } finally {
    rmSync(unfinished, { force: true });
    removeIfEmpty(dirname(join(root, last)));
  }
}

function unfinishedName(path: string): string {
  return join(dirname(path), `.${basename(path)}.tmp-${process.pid}`);
}

function holdsJust(folder: string, files: Readonly<Record<string, string>>, paths: readonly string[]): boolean {
  if (!existsSync(folder)) return false;
  const there = readdirSync(folder);
  return (
    there.length === paths.length &&
    paths.every((path) => there.includes(basename(path)) && readFileSync(join(folder, basename(path)), 'utf8') === files[path])
  );
}

function removeIfEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}
