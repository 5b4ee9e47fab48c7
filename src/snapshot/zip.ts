/** ZIP files, written so that the same files make the same bytes, and read as distrustfully as anything from outside. */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import {
  CENTRAL,
  CENTRAL_SIZE,
  centralHeader,
  DEFLATED,
  END,
  END_SIZE,
  END64_SIZE,
  endRecords,
  LOCAL,
  LOCAL_SIZE,
  LOCATOR64_SIZE,
  localHeader,
  MOST_16,
  MOST_32,
  STORED,
  type ZipEntry,
} from './zip-records.ts';

/** A reader is not to be filled up by a small file that says that it is a large one. */
const LARGEST = 1 << 30;

/**
 * What a ZIP of ours says at its end, so that no byte of it can change unnoticed: many fields of its headers, and
 * the last bits of packed files, change nothing of what comes out.
 */
const SEAL = 'SHA-512 of every byte before this line: ';
const SEAL_LENGTH = SEAL.length + 128;
const BLOCK = 1 << 20;

/** Files in the order given, under one folder. One file at a time is held in memory. */
export function writeZip(file: string, folder: string, paths: readonly string[], read: (path: string) => Uint8Array): void {
  const out = openSync(file, 'wx');
  try {
    const entries: ZipEntry[] = [];
    const digest = createHash('sha512');
    let at = 0;
    const write = (bytes: Uint8Array): void => {
      digest.update(bytes);
      for (let done = 0; done < bytes.length; ) done += writeSync(out, bytes, done);
      at += bytes.length;
    };
    for (const path of paths) {
      const content = read(path);
      const deflated = deflateRawSync(content, { level: 9 });
      const smaller = deflated.length < content.length;
      const packed = smaller ? deflated : content;
      const method = smaller ? DEFLATED : STORED;
      const entry = {
        path: `${folder}/${path}`,
        crc: crc32(content),
        method,
        packed: packed.length,
        size: content.length,
        offset: at,
      } as const;
      entries.push(entry);
      write(localHeader(entry));
      write(packed);
    }
    const directory = at;
    for (const entry of entries) write(centralHeader(entry));
    write(endRecords(entries.length, directory, at - directory, SEAL_LENGTH));
    write(Buffer.from(SEAL + digest.copy().digest('hex')));
    fsyncSync(out);
  } finally {
    closeSync(out);
  }
}

export class ZipReader {
  readonly #file: number;
  readonly #size: number;
  #comment = '';
  readonly entries: ReadonlyMap<string, ZipEntry>;

  /** Throws a `ZipFault` where the file is no ZIP or its directory cannot be read. */
  constructor(path: string) {
    this.#file = openSync(path, 'r');
    this.#size = fstatSync(this.#file).size;
    this.entries = this.#directory();
  }

  /** The content of an entry, unpacked; throws a `ZipFault` where it is damaged. */
  read(path: string): Uint8Array {
    const entry = this.entries.get(path);
    if (!entry) throw new ZipFault(`没有 ${path}`);
    const header = this.#bytes(entry.offset, LOCAL_SIZE);
    const name = this.#bytes(entry.offset + LOCAL_SIZE, header.readUInt16LE(26));
    // Programs that read one file after another go by this name: there must not be two truths in one ZIP.
    if (header.readUInt32LE(0) !== LOCAL || name.toString() !== path) throw new ZipFault(`${path} 的开头损坏`);
    const start = entry.offset + LOCAL_SIZE + name.length + header.readUInt16LE(28);
    const packed = this.#bytes(start, entry.packed);
    if (entry.size > LARGEST) throw new ZipFault(`${path} 过大`);
    const content = entry.method === STORED ? packed : inflate(packed, entry);
    if (content.length !== entry.size || crc32(content) !== entry.crc) throw new ZipFault(`${path} 的内容损坏`);
    return content;
  }

  /** Whether it is, byte for byte, as it was written; undefined where another program packed it. */
  isIntact(): boolean | undefined {
    if (this.#comment === '') return undefined;
    const end = this.#size - Buffer.byteLength(this.#comment);
    const digest = createHash('sha512');
    for (let at = 0; at < end; at += BLOCK) digest.update(this.#bytes(at, Math.min(BLOCK, end - at)));
    return this.#comment === SEAL + digest.digest('hex');
  }

  close(): void {
    closeSync(this.#file);
  }

  #bytes(offset: number, length: number): Buffer {
    if (offset < 0 || length < 0 || offset + length > this.#size) throw new ZipFault('文件不完整');
    const bytes = Buffer.alloc(length);
    if (readSync(this.#file, bytes, 0, length, offset) !== length) throw new ZipFault('文件不完整');
    return bytes;
  }

  #directory(): ReadonlyMap<string, ZipEntry> {
    const tail = this.#bytes(Math.max(0, this.#size - END_SIZE - MOST_16), Math.min(this.#size, END_SIZE + MOST_16));
    let at = tail.length - END_SIZE;
    const endsHere = (): boolean => tail.readUInt32LE(at) === END && at + END_SIZE + tail.readUInt16LE(at + 20) === tail.length;
    while (at >= 0 && !endsHere()) at -= 1;
    if (at < 0) throw new ZipFault('不是 ZIP 文件，或者没有传完');
    this.#comment = tail.toString('utf8', at + END_SIZE);
    let count: number = tail.readUInt16LE(at + 10);
    let offset: number = tail.readUInt32LE(at + 16);
    let size: number = tail.readUInt32LE(at + 12);
    if (count === MOST_16 || offset === MOST_32 || size === MOST_32) {
      const end64 = this.#bytes(this.#size - (tail.length - at) - LOCATOR64_SIZE - END64_SIZE, END64_SIZE);
      count = Number(end64.readBigUInt64LE(32));
      size = Number(end64.readBigUInt64LE(40));
      offset = Number(end64.readBigUInt64LE(48));
    }
    return parseDirectory(this.#bytes(offset, size), count);
  }
}

/** What is wrong with a ZIP file, in words for its reader. */
export class ZipFault extends Error {}

function parseDirectory(directory: Buffer, count: number): ReadonlyMap<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let number = 0; number < count; number += 1) {
    if (at + CENTRAL_SIZE > directory.length || directory.readUInt32LE(at) !== CENTRAL) throw new ZipFault('目录损坏');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const method = directory.readUInt16LE(at + 10);
    const path = directory.toString('utf8', at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength);
    if (method !== STORED && method !== DEFLATED) throw new ZipFault(`${path} 的压缩方法不认识`);
    if (entries.has(path)) throw new ZipFault(`${path} 出现两次`);
    const near = directory.readUInt32LE(at + 42);
    const extra = at + CENTRAL_SIZE + nameLength;
    const offset = near === MOST_32 && extraLength >= 12 ? Number(directory.readBigUInt64LE(extra + 4)) : near;
    // A name that ends with a slash is a folder.
    if (!path.endsWith('/'))
      entries.set(path, {
        path,
        method,
        crc: directory.readUInt32LE(at + 16),
        packed: directory.readUInt32LE(at + 20),
        size: directory.readUInt32LE(at + 24),
        offset,
      });
    at = extra + extraLength + commentLength;
  }
  return entries;
}

function inflate(packed: Buffer, { path, size }: ZipEntry): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (cause) {
    throw new ZipFault(`${path} 的内容损坏`, { cause });
  }
}
