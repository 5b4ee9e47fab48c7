/** Bytes → text: UTF-8 and nothing else; other encodings are named, never guessed at. */
import type { Fault } from '../domain/finding.ts';

/** The text with LF line ends, or nothing and the fault. A byte-order mark is accepted and dropped. */
export function parseText(file: string, bytes: Uint8Array, report: (fault: Fault) => void): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    report({ rule: 'not-utf-8', place: { file, line: firstBadLine(bytes), column: 1 }, values: { encoding: nameEncoding(bytes) } });
    return undefined;
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    report({ rule: 'not-utf-8', place: { file, ...lineAndColumn(text, nul) }, values: { encoding: nameEncoding(bytes) } });
    return undefined;
  }
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
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

function nameEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  const zeros = bytes.subarray(0, 400).filter((byte) => byte === 0).length;
  if (zeros > 40) return 'UTF-16';
  try {
    const decoded = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    if (/\p{Script=Han}/u.test(decoded)) return 'GB18030 (GBK)';
  } catch {
    // Not GB18030 either: the message says only that it is not UTF-8.
  }
  return '?';
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
