/** A file written piece by piece, whose size and digest are known when it is whole; holds little at a time. */
import { createHash, type Hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Archive } from '../domain/archive.ts';
import type { FileFacts } from '../domain/file-facts.ts';

const HELD = 1 << 16;

/** Room for what is held, as UTF-8: to ask for a new one each time takes longer than to fill it. */
const ROOM = Buffer.allocUnsafeSlow(4 * HELD);
/** Of a UTF-16 unit. */
const MOST_BYTES = 3;

/** A file of the whole archive, made from its parts in their order. */
export interface PartWriter {
  add(part: Archive): void;
  /** What was written of a part by itself, below a folder. */
  append(folder: string): void;
  close(): FileFacts;
}

export class FileSink {
  readonly #path: string;
  readonly #file: number;
  readonly #hash: Hash = createHash('sha256');
  #bytes = 0;
  #held = '';

  /** `path` is relative to `folder`, with forward slashes. */
  constructor(folder: string, path: string) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    this.#path = path;
    this.#file = openSync(place, 'w');
  }

  write(text: string): void {
    this.#held += text;
    if (this.#held.length >= HELD) this.#flush();
  }

  /** A piece of a file that holds whole characters. */
  append(piece: Uint8Array): void {
    this.#flush();
    this.#put(piece);
  }

  close(): FileFacts {
    this.#flush();
    closeSync(this.#file);
    return { path: this.#path, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  #flush(): void {
    const text = this.#held;
    this.#held = '';
    this.#put(text.length * MOST_BYTES > ROOM.length ? Buffer.from(text) : ROOM.subarray(0, ROOM.write(text)));
  }

  #put(piece: Uint8Array): void {
    this.#hash.update(piece);
    for (let at = 0; at < piece.length; ) at += writeSync(this.#file, piece, at);
    this.#bytes += piece.length;
  }
}

export function writeText(folder: string, path: string, text: string): FileFacts {
  const sink = new FileSink(folder, path);
  sink.write(text);
  return sink.close();
}

/** Of a file whose size and digest nobody asks for. */
export function writePlain(folder: string, path: string, content: string | Uint8Array): void {
  const place = join(folder, path);
  try {
    writeFileSync(place, content);
  } catch (error) {
    // There are ten files in a folder: it is made when it turns out not to be there.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
  }
}

/** Two spaces deep, as people read it. */
export function writeJson(folder: string, path: string, value: object): FileFacts {
  return writeText(folder, path, `${JSON.stringify(value, null, 2)}\n`);
}

/** Of a file that something else has written. */
export function factsOf(folder: string, path: string): FileFacts {
  const place = join(folder, path);
  return { path, bytes: statSync(place).size, sha256: createHash('sha256').update(readFileSync(place)).digest('hex') };
}
