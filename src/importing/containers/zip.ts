/** ZIP packages (.docx, .xlsx) with bounded memory: parts are inflated one by one, in pieces, and never past a limit. */
import { Inflate } from 'fflate';
import { type Notice, notice } from './notices.ts';

const MEGABYTE = 1024 * 1024;
/** Megabytes that one package may inflate to. Budgets have a few. */
const MOST_INFLATED = 128;
/** Office's XML shrinks to a twentieth or a hundredth; what grows more than this, in more than a few megabytes, is a bomb. */
const MOST_GROWTH = 250;
const FREE_GROWTH = 8 * MEGABYTE;

export class ZipRefusal extends Error {
  readonly notice: Notice;
  constructor(refused: Notice) {
    super(refused.message);
    this.notice = refused;
  }
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly offset: number;
  readonly compressed: number;
  /** As the directory says; a bomb may lie. */
  readonly declared: number;
  readonly encrypted: boolean;
}

export interface ZipPackage {
  /** In the order of the directory. */
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** Hands a part over in pieces of text. Throws ZipRefusal. */
  readonly read: (name: string, take: (text: string) => void) => void;
  readonly text: (name: string) => string | undefined;
}

/** Throws ZipRefusal when the directory cannot be read. */
export function openZip(bytes: Uint8Array): ZipPackage {
  const entries = directory(bytes);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  let inflated = 0;
  const read = (name: string, take: (text: string) => void): void => {
    const entry = byName.get(name);
    if (!entry) throw broken(`缺少 ${name}`);
    if (entry.declared > MOST_INFLATED * MEGABYTE) throw new ZipRefusal(notice('zip-too-large', { most: String(MOST_INFLATED) }));
    if (entry.encrypted) throw new ZipRefusal(notice('form-office-encrypted'));
    const decoder = new TextDecoder('utf-8');
    let own = 0;
    const accept = (piece: Uint8Array, consumed: number): void => {
      inflated += piece.length;
      own += piece.length;
      const bomb = own > FREE_GROWTH && own > MOST_GROWTH * consumed;
      if (bomb || inflated > MOST_INFLATED * MEGABYTE) throw new ZipRefusal(notice('zip-too-large', { most: String(MOST_INFLATED) }));
      take(decoder.decode(piece, { stream: true }));
    };
    const content = contentOf(bytes, entry);
    if (entry.method === 0) accept(content, content.length);
    else if (entry.method === 8) inflate(content, accept);
    else throw broken(`压缩方法 ${entry.method}`);
    take(decoder.decode());
  };
  return {
    names: entries.map(({ name }) => name),
    has: (name) => byName.has(name),
    read,
    text: (name) => {
      if (!byName.has(name)) return undefined;
      const pieces: string[] = [];
      read(name, (piece) => pieces.push(piece));
      return pieces.join('');
    },
  };
}

/** In pieces of 16 KB, so that what a bomb inflates to is seen before it is held. */
function inflate(content: Uint8Array, accept: (piece: Uint8Array, consumed: number) => void): void {
  const step = 16_384;
  let consumed = 0;
  const inflater = new Inflate((piece) => accept(piece, consumed));
  try {
    while (consumed < content.length) {
      const next = content.subarray(consumed, consumed + step);
      consumed += next.length;
      inflater.push(next, consumed === content.length);
    }
  } catch (error) {
    if (error instanceof ZipRefusal) throw error;
    if (error instanceof Error && 'code' in error) throw broken('压缩数据不完整');
    throw error;
  }
}

function broken(reason: string): ZipRefusal {
  return new ZipRefusal(notice('zip-broken', { reason }));
}

/** The directory at the end of the file, as APPNOTE.TXT 4.3.12 and 4.3.16 describe it. */
function directory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = -1;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--)
    if (view.getUint32(at, true) === 0x06054b50) {
      end = at;
      break;
    }
  if (end < 0) throw broken('没有目录，多半是没有下载完');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw broken('目录不完整');
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0);
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      declared: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      encrypted: (flags & 1) !== 0,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Names are UTF-8 when they say so; Chinese Windows writes GBK and says nothing. */
function nameOf(bytes: Uint8Array, utf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (utf8 || !(error instanceof TypeError)) throw error;
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function contentOf(bytes: Uint8Array, entry: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) throw broken('压缩数据不完整');
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.compressed > bytes.length) throw broken('压缩数据不完整');
  return bytes.subarray(start, start + entry.compressed);
}
