/**
 * The records of a ZIP file (PKWARE APPNOTE 6.3), the fewest that every program reads: names in UTF-8, one fixed
 * date, no attributes, ZIP64 only where the numbers ask for it.
 */
export interface ZipEntry {
  readonly path: string;
  readonly crc: number;
  readonly method: typeof STORED | typeof DEFLATED;
  /** Bytes in the ZIP, and as a file. */
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

export const STORED = 0;
export const DEFLATED = 8;

export const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
export const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
export const LOCAL_SIZE = 30;
export const CENTRAL_SIZE = 46;
export const END_SIZE = 22;
export const END64_SIZE = 56;
export const LOCATOR64_SIZE = 20;
const UTF8_NAMES = 0x0800;
/** 1 January 1980, 00:00: the earliest that the format can say. */
const DATE = 0x0021;
const VERSION = 20;
const VERSION64 = 45;
const MADE_ON_UNIX = 3 << 8;
/** An ordinary file that everybody may read. */
const MODE = 0o100644 * 0x10000;
export const MOST_32 = 0xffffffff;
export const MOST_16 = 0xffff;

export function localHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.path);
  const header = Buffer.alloc(LOCAL_SIZE);
  header.writeUInt32LE(LOCAL, 0);
  header.writeUInt16LE(VERSION, 4);
  common(header, 6, entry, name.length);
  return Buffer.concat([header, name]);
}

export function centralHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.path);
  const far = entry.offset >= MOST_32;
  const extra = Buffer.alloc(far ? 12 : 0);
  if (far) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(entry.offset), 4);
  }
  const header = Buffer.alloc(CENTRAL_SIZE);
  header.writeUInt32LE(CENTRAL, 0);
  header.writeUInt16LE(MADE_ON_UNIX | (far ? VERSION64 : VERSION), 4);
  header.writeUInt16LE(far ? VERSION64 : VERSION, 6);
  common(header, 8, entry, name.length);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(MODE, 38);
  header.writeUInt32LE(far ? MOST_32 : entry.offset, 42);
  return Buffer.concat([header, name, extra]);
}

/**
 * What stands after the central directory of so many entries, which begins at `offset` and has `size` bytes;
 * a comment of `comment` bytes is to follow.
 */
export function endRecords(entries: number, offset: number, size: number, comment: number): Buffer {
  const large = entries >= MOST_16 || offset >= MOST_32 || size >= MOST_32;
  const end = Buffer.alloc(END_SIZE);
  end.writeUInt32LE(END, 0);
  for (const at of [8, 10]) end.writeUInt16LE(Math.min(entries, MOST_16), at);
  end.writeUInt32LE(Math.min(size, MOST_32), 12);
  end.writeUInt32LE(Math.min(offset, MOST_32), 16);
  end.writeUInt16LE(comment, 20);
  if (!large) return end;
  const end64 = Buffer.alloc(END64_SIZE);
  end64.writeUInt32LE(END64, 0);
  end64.writeBigUInt64LE(BigInt(END64_SIZE - 12), 4);
  end64.writeUInt16LE(MADE_ON_UNIX | VERSION64, 12);
  end64.writeUInt16LE(VERSION64, 14);
  for (const at of [24, 32]) end64.writeBigUInt64LE(BigInt(entries), at);
  end64.writeBigUInt64LE(BigInt(size), 40);
  end64.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(LOCATOR64_SIZE);
  locator.writeUInt32LE(LOCATOR64, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end64, locator, end]);
}

/** The fields that the local and the central header share, from the flags on. */
function common(header: Buffer, at: number, { crc, method, packed, size }: ZipEntry, nameLength: number): void {
  if (size > MOST_32 || packed > MOST_32) throw new RangeError('a file of more than 4 GB');
  header.writeUInt16LE(UTF8_NAMES, at);
  header.writeUInt16LE(method, at + 2);
  header.writeUInt16LE(DATE, at + 6);
  header.writeUInt32LE(crc, at + 8);
  header.writeUInt32LE(packed, at + 12);
  header.writeUInt32LE(size, at + 16);
  header.writeUInt16LE(nameLength, at + 20);
}
