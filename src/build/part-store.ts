/**
 * What was made of the parts of an archive, each under the digest of all that it was made from: a result is there or it
 * is not, and it never changes.
 */
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { isAlive } from './build-lock.ts';

/** Beside the files of a result: their sizes and when they were last written. */
const LIST = '.files.json';

const DIGESTS = 'digests.txt';

const UNFINISHED = '.tmp-';

interface Listed {
  readonly path: string;
  readonly bytes: number;
  readonly written: number;
}

export class PartStore {
  readonly place: string;
  /** Folders of other machines' results, which are only read. */
  readonly #given: readonly string[];
  readonly #found = new Map<string, string | undefined>();

  constructor(place: string, given: readonly string[] = []) {
    this.place = place;
    this.#given = given;
  }

  /** Beside the results: where the digests of the archive's files are kept. */
  get digests(): string {
    return join(this.place, DIGESTS);
  }

  /**
   * The folder of a result; nothing where there is none, or where somebody has changed its files since: they may be the
   * same files on disk as those of a site.
   */
  find(key: string): string | undefined {
    if (!this.#found.has(key)) {
      const own = join(this.place, key);
      const found = isWhole(own, true) ? own : this.#given.map((place) => join(place, key)).find((place) => isWhole(place, false));
      this.#found.set(key, found);
    }
    return this.#found.get(key);
  }

  /** `fill` writes into an empty folder, which is put in place when it is whole. */
  async make(key: string, fill: (folder: string) => void | Promise<void>): Promise<string> {
    const place = join(this.place, key);
    const unfinished = `${place}${UNFINISHED}${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    await fill(unfinished);
    writeFileSync(join(unfinished, LIST), JSON.stringify(listOf(unfinished)));
    rmSync(place, { recursive: true, force: true });
    try {
      renameSync(unfinished, place);
    } catch (error) {
      // Another process has made the same meanwhile.
      if (!existsSync(place)) throw error;
      rmSync(unfinished, { recursive: true, force: true });
    }
    this.#found.set(key, place);
    return place;
  }

  /** Another process has made some. What was found has not changed since. */
  look(): void {
    for (const [key, found] of this.#found) if (found === undefined) this.#found.delete(key);
  }

  /** Removes a folder of any size: it is out of its place at once, and gone after a while. */
  removeLater(folder: string): void {
    const gone = join(this.place, `gone${UNFINISHED}`);
    try {
      renameSync(folder, `${gone}${process.pid}`);
    } catch {
      // It is on another disk.
      rmSync(folder, { recursive: true, force: true });
      return;
    }
    const remover = join(import.meta.dirname, 'remove-folder.ts');
    const removing = spawn(process.execPath, [remover, `${gone}${process.pid}`, gone], { detached: true, stdio: 'ignore' });
    // The next build removes it then.
    removing.on('error', () => {});
    removing.unref();
  }

  /** Drops all others whose keys begin so, and what was left by processes that were killed. */
  keepOnly(keys: ReadonlySet<string>, begin = ''): void {
    if (!existsSync(this.place)) return;
    for (const name of readdirSync(this.place)) {
      if (name === DIGESTS) continue;
      const [key = '', maker] = name.split(UNFINISHED);
      if (maker === undefined ? key.startsWith(begin) && !keys.has(key) : !isAlive(Number(maker)))
        rmSync(join(this.place, name), { recursive: true, force: true });
    }
  }
}

/** Paths of a result's files below `top`, or of all, from there. */
export function filesBelow(result: string, top: string): string[] {
  const below = top === '' ? '' : `${top}/`;
  return (readList(result) ?? []).flatMap(({ path }) => (path.startsWith(below) ? path.slice(below.length) : []));
}

/** Puts a result's files below `top`, or all, into a folder, as the same files on disk where that can be. */
export function linkInto(result: string, top: string, to: string): void {
  const made = new Set<string>();
  for (const path of filesBelow(result, top)) {
    const [kept, place] = [join(result, top, path), join(to, path)];
    const folder = dirname(place);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    try {
      linkSync(kept, place);
    } catch (error) {
      if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      copyFileSync(kept, place);
    }
  }
}

/** Takes away the files that `linkInto` has put there. Returns their folders, the innermost first. */
export function unlinkFrom(result: string, top: string, from: string): string[] {
  const folders = new Set<string>();
  for (const path of filesBelow(result, top)) {
    rmSync(join(from, path));
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.add(join(from, folder));
  }
  return [...folders].sort().reverse();
}

/** The whole result, to be carried to another machine. */
export function copyResult(result: string, to: string): void {
  linkInto(result, '', to);
  copyFileSync(join(result, LIST), join(to, LIST));
}

/** `exactly`: not even written anew; another machine's have other times. */
function isWhole(folder: string, exactly: boolean): boolean {
  const list = readList(folder);
  return (
    list?.every(({ path, bytes, written }) => {
      const found = statSync(join(folder, path), { throwIfNoEntry: false });
      return found !== undefined && found.size === bytes && (!exactly || found.mtimeMs === written);
    }) ?? false
  );
}

function readList(folder: string): Listed[] | undefined {
  const list = join(folder, LIST);
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Listed[]) : undefined;
}

function listOf(folder: string): Listed[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const place = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = statSync(place);
      return {
        path: place
          .slice(folder.length + 1)
          .split(sep)
          .join('/'),
        bytes: size,
        written: mtimeMs,
      };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
