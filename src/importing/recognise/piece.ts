/**
 * Text that knows its figures, and figures that know their place. Every cell, title and sentence of a draft is
 * made of pieces, so that at the end each number of the source is either somewhere in the draft or still to be listed.
 */
import type { Place } from '../source-document.ts';

/** One run of digits in the source, with its sign, decimals and percent sign. */
export interface SourceNumber {
  /** Unique in the document, in reading order. */
  readonly id: number;
  readonly text: string;
  readonly place: Place;
  /** Some characters of the source on either side, for lists of what was not understood. */
  readonly before: string;
  readonly after: string;
}

export interface Piece {
  readonly text: string;
  readonly numbers: readonly NumberAt[];
  readonly place: Place;
}

export interface NumberAt {
  readonly number: SourceNumber;
  /** Where it begins in the piece's text. */
  readonly at: number;
}

/** `4.2023年` is an ordinal and a year, no decimal. */
const NUMBER = /[-－−]?(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.(?!(?:19|20)\d{2}年)\d+)?(?: ?[%％])?/g;
const AROUND = 24;

/** Makes pieces of one document; numbers are counted on from piece to piece. */
export class Pieces {
  readonly numbers: SourceNumber[] = [];

  piece(source: string, place: Place): Piece {
    const text = halfWidthDigits(source);
    const numbers: NumberAt[] = [];
    for (const match of text.matchAll(NUMBER)) {
      // The dash of a range or a date (2016-12-31, 3-5) is no sign.
      const signed = /^[-－−]/.test(match[0]) && /[\p{L}\d）)]$/u.test(text.slice(0, match.index));
      const found = signed ? match[0].slice(1) : match[0];
      const at = match.index + match[0].length - found.length;
      const number: SourceNumber = {
        id: this.numbers.length,
        text: found,
        place,
        before: text.slice(Math.max(0, at - AROUND), at),
        after: text.slice(at + found.length, at + found.length + AROUND),
      };
      this.numbers.push(number);
      numbers.push({ number, at });
    }
    return { text, numbers, place };
  }
}

export const NOTHING: Piece = { text: '', numbers: [], place: {} };

export function joinPieces(pieces: readonly Piece[], between: (left: string, right: string) => string = glue): Piece {
  let text = '';
  const numbers: NumberAt[] = [];
  for (const piece of pieces) {
    if (piece.text === '') continue;
    const gap = text === '' ? '' : between(text, piece.text);
    const start = text.length + gap.length;
    for (const { number, at } of piece.numbers) numbers.push({ number, at: at + start });
    text += gap + piece.text;
  }
  return { text, numbers, place: pieces.find((piece) => piece.text !== '')?.place ?? {} };
}

export function slicePiece(piece: Piece, from: number, to = piece.text.length): Piece {
  return {
    text: piece.text.slice(from, to),
    numbers: piece.numbers.flatMap(({ number, at }) => (at >= from && at < to ? [{ number, at: at - from }] : [])),
    place: piece.place,
  };
}

/** Divides at every match; what matched is left out. */
export function splitPiece(piece: Piece, separator: RegExp): Piece[] {
  const parts: Piece[] = [];
  let start = 0;
  for (const match of piece.text.matchAll(separator)) {
    parts.push(slicePiece(piece, start, match.index));
    start = match.index + match[0].length;
  }
  parts.push(slicePiece(piece, start));
  return parts;
}

/** Without white space and marks of emphasis. */
export function compactPiece(piece: Piece): Piece {
  const dropped = /[\s\u3000*]/;
  const starts: number[] = [];
  let text = '';
  for (const character of piece.text) {
    for (let unit = 0; unit < character.length; unit += 1) starts.push(text.length);
    if (!dropped.test(character)) text += character;
  }
  return { text, numbers: piece.numbers.map(({ number, at }) => ({ number, at: starts[at] ?? 0 })), place: piece.place };
}

/** Han characters that a line break parted come together again; words and numbers stay apart. */
export function glue(left: string, right: string): string {
  return /[\p{Script=Han}，。；：、）（“”]$/u.test(left) || /^[\p{Script=Han}，。；：、）（“”]/u.test(right) ? '' : ' ';
}

/** One character for one, so that places in the text stay. */
function halfWidthDigits(text: string): string {
  return text.replace(/[０-９．％]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(/\u00a0/g, ' ');
}

/** A cell's or label's text: no breaks, no spaces that only set characters apart (`合 计`, `本　年　收　入`). */
export function plainText(text: string): string {
  return text
    .replace(/[\s\u3000]+/g, ' ')
    .replace(/\*\*/g, (stars, _at: number, whole: string) => (/^\*+$/.test(whole.trim()) ? stars : ''))
    .replace(/(?<=[\p{Script=Han}，。；：、）（“”]) (?=[\p{Script=Han}，。；：、）（“”\d])/gu, '')
    .replace(/(?<=\d) (?=[\p{Script=Han}，。；：、）（“”])/gu, '')
    .trim();
}
