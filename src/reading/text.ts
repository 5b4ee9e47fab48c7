/** Bytes → text: UTF-8 and nothing else; other encodings are named, never guessed at. */
import type { Fault } from '../domain/finding.ts';

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** The text with LF line ends, or nothing and the fault. A byte-order mark is accepted and dropped. */
export function parseText(file: string, bytes: Uint8Array, report: (fault: Fault) => void): string | undefined {
  let text: string;
  try {
    text = UTF_8.decode(bytes);
  } catch {
    report({ rule: 'not-utf-8', place: { file, line: firstBadLine(bytes), column: 1 }, values: nameEncoding(bytes) });
    return undefined;
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    report({ rule: 'not-utf-8', place: { file, ...lineAndColumn(text, nul) }, values: nameEncoding(bytes) });
    return undefined;
  }
  const clean = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const lost = clean.indexOf('\ufffd');
  if (lost >= 0) report({ rule: 'character-lost', place: { file, ...lineAndColumn(clean, lost) }, values: {} });
  return clean;
}

/** Line and column of a character, both from 1. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', start)) {
    line += 1;
    start = next + 1;
  }
  return { line, column: offset - start + 1 };
}

function nameEncoding(bytes: Uint8Array): { encoding: string; encodingEn: string } {
  const [encoding, encodingEn = encoding] = guessEncoding(bytes);
  return { encoding, encodingEn: encodingEn.trim() };
}

/** Every second byte of what a spreadsheet writes in UTF-16 is zero, for commas, digits and line ends at least. */
function guessEncoding(bytes: Uint8Array): readonly [zh: string, en?: string] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return [' UTF-16LE'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return [' UTF-16BE'];
  const zeros = [0, 0];
  bytes.subarray(0, 4000).forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const often = Math.max(2, Math.min(bytes.length, 4000) / 40);
  if (odd >= often && even === 0) return [' UTF-16LE'];
  if (even >= often && odd === 0) return [' UTF-16BE'];
  if (bytes.includes(0)) return ['二进制文件（有空字符 NUL）', 'a binary file (it has NUL characters)'];
  try {
    const decoded = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    if (/\p{Script=Han}/u.test(decoded)) return [' GB18030 (GBK)'];
  } catch {
    // Not GB18030 either: the message says only that it is not UTF-8.
  }
  return ['别的编码', 'another encoding'];
}

function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let start = 0;
  for (let i = 0; i <= bytes.length; i += 1) {
    if (i < bytes.length && bytes[i] !== 0x0a) continue;
    try {
      decoder.decode(bytes.subarray(start, i));
    } catch {
      return line;
    }
    line += 1;
    start = i + 1;
  }
  return 1;
}
