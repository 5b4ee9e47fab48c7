/** The running text of a document: whole paragraphs again, each with the section that it stands in. */
import { compactPiece, joinPieces, type Piece, plainText } from './piece.ts';
import type { Passage } from './printed-tables.ts';
import { comparableTitle } from './titles.ts';

export interface TextParagraph {
  /** `二（九）1`: ordinals as the document has them. */
  readonly section: string;
  /** The headings above, nearest last. */
  readonly headings: readonly string[];
  /** Without white space. */
  readonly piece: Piece;
}

const LEVELS: readonly RegExp[] = [
  /^第[一二三四五六七八九十]+部分/,
  /^附件[0-9一二三四五六七八九十]{0,3}(?=[：:]|$)/,
  /^[一二三四五六七八九十]{1,3}[、.．]/,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/,
  /^\d{1,2}[.．、](?!\d)/,
  /^[（(]\d{1,2}[）)]/,
];
const ENDS = /[。；！？：.;:]$/;
const HEADING_ENDS = /(情况|说明|概况|解释|规模|职责|职能|设置|内容|构成|安排|变化|结构|预算|决算|情况表|工作|结果)$/;

/** `contents` are the lines of the list at the front, which say nothing themselves. */
export function textParagraphs(passages: readonly Passage[], unitNames: readonly string[]): TextParagraph[] {
  const { body, ordinals } = withoutContents(passages, unitNames);
  const ordinalAt: string[] = [];
  const headings: string[] = [];
  const paragraphs: { section: string; headings: string[]; pieces: Piece[] }[] = [];
  let open: (typeof paragraphs)[number] | undefined;
  for (const piece of body) {
    const text = plainText(piece.text);
    if (text === '') continue;
    const level = LEVELS.findIndex((pattern) => pattern.test(text));
    const listed = ordinals.get(comparableTitle(text, unitNames));
    if (level < 0 && listed && text.length < 60) {
      begin(ordinalAt, headings, 0, listed, text);
      open = { section: sectionOf(ordinalAt), headings: [...headings], pieces: [] };
      continue;
    }
    if (level >= 0) {
      const ordinal = LEVELS[level]?.exec(text)?.[0] ?? '';
      begin(ordinalAt, headings, level, ordinal, text.slice(ordinal.length));
      open = { section: sectionOf(ordinalAt), headings: [...headings], pieces: [piece] };
      paragraphs.push(open);
      if ((HEADING_ENDS.test(text) && text.length < 60 && !/[，；]|[万亿]元/.test(text)) || isShortHeading(text.slice(ordinal.length)))
        open = undefined;
      continue;
    }
    const heading = headings.at(-1);
    if (open?.pieces.length === 1 && heading && isBrokenHeading(plainText(open.pieces[0]?.text ?? ''), text)) {
      headings[headings.length - 1] = heading + text;
      open.pieces.push(piece);
      open.headings.splice(0, open.headings.length, ...headings);
      open = undefined;
      continue;
    }
    const last = open?.pieces.at(-1);
    if (open && last && !ENDS.test(plainText(last.text))) open.pieces.push(piece);
    else {
      open = { section: sectionOf(ordinalAt), headings: [...headings], pieces: [piece] };
      paragraphs.push(open);
    }
  }
  return paragraphs.flatMap(({ section, headings: above, pieces }) => {
    const piece = compactPiece(joinPieces(pieces));
    return piece.text === '' ? [] : [{ section, headings: above, piece }];
  });
}

/** A line of a few words without any mark. */
function isShortHeading(text: string): boolean {
  return text.length <= 16 && !/[，。；：、,;\d]/.test(text);
}

/** A heading that went on in the next line, which ends as headings do. */
function isBrokenHeading(first: string, next: string): boolean {
  return !/[，。；]/.test(first + next) && next.length < 40 && HEADING_ENDS.test(next) && first.length > 10;
}

function begin(ordinalAt: string[], headings: string[], level: number, ordinal: string, heading: string): void {
  ordinalAt.length = level;
  headings.length = Math.min(headings.length, level);
  while (headings.length < level) headings.push('');
  ordinalAt[level] = ordinal;
  headings[level] = heading.slice(0, 60);
}

/** 第二部分 三（二）2（1） */
function sectionOf(ordinalAt: readonly (string | undefined)[]): string {
  return ordinalAt
    .map((ordinal, level) => {
      if (!ordinal) return '';
      if (level < 2) return `${ordinal.replace(/[、.．]$/, '')} `;
      if (level === 2 || level === 4) return ordinal.replace(/[、.．]$/, '');
      return ordinal.replace('(', '（').replace(')', '）');
    })
    .join('')
    .trim();
}

/**
 * The list of contents is what stands under 目录 before its first line comes again, or a sentence.
 * Its numbers serve headings that are printed without one.
 */
function withoutContents(
  passages: readonly Passage[],
  unitNames: readonly string[],
): { body: readonly Piece[]; ordinals: ReadonlyMap<string, string> } {
  const pieces = passages.map(({ piece }) => piece);
  const start = pieces.findIndex(({ text }) => /^目录$/.test(text.replace(/[\s\u3000*]/g, '')));
  const ordinals = new Map<string, string>();
  if (start < 0) return { body: pieces, ordinals };
  const plain = (piece: Piece): string =>
    plainText(piece.text)
      .replace(/[.…·．]{2,}.*$/, '')
      .replace(/[\s\d（()）]+$/, '')
      .trim();
  const first = pieces[start + 1];
  let end = start + 1;
  for (; end < pieces.length; end += 1) {
    const text = plainText((pieces[end] as Piece).text);
    if (end > start + 1 && first && plain(pieces[end] as Piece) === plain(first)) break;
    // Headings come again a little otherwise (部门概况, 单位概况): what is no longer a line of the list ends it.
    if (end > start + 2 && /^(第一部分|一、)/.test(text) && /^(第一部分|一、)/.test(plainText(first?.text ?? ''))) break;
    if (text.length > 70 || /[。；]$/.test(text)) break;
    const listed = /^([一二三四五六七八九十]{1,3})、\s*(.+)$/.exec(plain(pieces[end] as Piece));
    if (listed) ordinals.set(comparableTitle(listed[2] ?? '', unitNames).replace(/^(?:部门|单位)/, ''), listed[1] ?? '');
  }
  // A heading just before the sentence that ended the list belongs to the text.
  while (
    end > start + 2 &&
    end < pieces.length &&
    !LEVELS.some((level) => level.test(plainText((pieces[end - 1] as Piece).text))) &&
    !/[.…]{3,}/.test((pieces[end - 1] as Piece).text)
  )
    end -= 1;
  return { body: [...pieces.slice(0, start), ...pieces.slice(end)], ordinals };
}
