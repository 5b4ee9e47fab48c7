/**
 * Digests of files as they were found the last time: a file is read again when its size, its times or its place on disk
 * say that it may be another. The system itself sets the time of a file's last change; nobody can set it back.
 */
import { hash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Times of files are that coarse on some disks: a file may change again within them, and look the same. */
const COARSE_MS = 2500;

export class KnownDigests {
  readonly #root: string;
  /** The file in which they are kept, a line each: `<sha256> <facts>\t<path>`. */
  readonly #list: string;
  readonly #begun: number;
  readonly #known = new Map<string, string>();
  readonly #found: string[] = [];
  #fresh = 0;

  /** `root` is the folder of the files. */
  constructor(root: string, list: string, now = Date.now()) {
    this.#root = root;
    this.#list = list;
    this.#begun = now;
    for (const line of existsSync(list) ? readFileSync(list, 'utf8').split('\n') : []) {
      const at = line.indexOf('\t');
      this.#known.set(line.slice(at + 1), line.slice(0, at));
    }
  }

  /** SHA-256 of a file below the root, in hexadecimal digits. */
  digest(path: string): string {
    const place = join(this.#root, path);
    const { size, mtimeMs, ctimeMs, ino } = statSync(place);
    const facts = `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
    const known = this.#known.get(path);
    const at = known?.indexOf(' ') ?? -1;
    if (known?.slice(at + 1) === facts) {
      this.#found.push(`${known}\t${path}`);
      return known.slice(0, at);
    }
    const digest = hash('sha256', readFileSync(place));
    this.#fresh += 1;
    if (Math.max(mtimeMs, ctimeMs) < this.#begun - COARSE_MS) this.#found.push(`${digest} ${facts}\t${path}`);
    return digest;
  }

  /** All that were asked for, for the next time. */
  keep(): void {
    if (this.#fresh === 0 && this.#found.length === this.#known.size) return;
    const unfinished = `${this.#list}.tmp-${process.pid}`;
    writeFileSync(unfinished, this.#found.join('\n'));
    renameSync(unfinished, this.#list);
  }
}
