/** Lines to paragraphs over the pages of a document, without what its margins repeat. */
import type { Block, Paragraph } from '../../source-document.ts';
import { beginsItem, joinLines } from '../joining.ts';
import type { Line } from './lines.ts';
import type { PageLayout, PageTable } from './page-layout.ts';

/** The share of a page's height, above and below, that is margin. */
const MARGIN = 0.12;
/** 第 3 页, 3 / 40, — 3 —, 第 3 页 共 40 页. */
const PAGE_NUMBER = /^[-—–－·\s]*(第\s*)?(\d{1,4}|[ivxlc]{1,6})(\s*页)?(\s*[,，/／]?\s*(共|of)?\s*\d{1,4}\s*页?)?[-—–－·\s]*$/i;
const LEADERS = /(\.{4,}|…{2,}|·{4,}|．{4,}|_{4,}|-{6,})\s*\S{0,6}$/;

/** The blocks of a document, in reading order. */
export function blocksOf(pages: readonly PageLayout[]): Block[] {
  const repeated = repeatedLines(pages);
  const blocks: Block[] = [];
  const right = bodyEdges(pages);
  let open: { text: string; page: number; first: Line; last: Line; width: number } | undefined;
  const close = (): void => {
    if (open) blocks.push(paragraph(open.text, open.page, open.first, open.last));
    open = undefined;
  };
  pages.forEach((page, index) => {
    const number = index + 1;
    for (const part of page.parts) {
      if (part.type === 'table') {
        close();
        blocks.push(grid(part, number));
        continue;
      }
      const { line } = part;
      if (repeated.has(line)) continue;
      const edge = right[index] as Edges;
      if (open && continues(open.last, line, edge, open.page === number || open.last.baseline < line.baseline)) {
        open.text = joinLines(open.text, line.text);
        open.last = line;
      } else {
        close();
        open = { text: line.text, page: number, first: line, last: line, width: page.width };
      }
    }
  });
  close();
  return blocks;
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Where the running text of each page begins and ends; a page with little text takes the edges of those of its width. */
function bodyEdges(pages: readonly PageLayout[]): Edges[] {
  const long = pages.map((page) =>
    page.parts
      .flatMap((part) => (part.type === 'line' && part.line.pieces.length === 1 ? [part.line] : []))
      .filter((line) => line.right - line.left > 0.45 * page.width),
  );
  const byWidth = Map.groupBy(
    long.flatMap((lines, index) => lines.map((line) => ({ line, width: Math.round(pages[index]?.width ?? 0) }))),
    ({ width }) => width,
  );
  return pages.map((page, index) => {
    const own = long[index] ?? [];
    return edgesOf(own.length >= 4 ? own : (byWidth.get(Math.round(page.width)) ?? []).map(({ line }) => line));
  });
}

/** The usual ends of long lines: one line that overshoots is no edge. */
function edgesOf(lines: readonly Line[]): Edges {
  const lefts = lines.map((line) => line.left).sort((a, b) => a - b);
  const rights = lines.map((line) => line.right).sort((a, b) => a - b);
  return { left: lefts[Math.floor(lefts.length * 0.1)] ?? 0, right: rights[Math.floor(rights.length * 0.9)] ?? Infinity };
}

/** A line that reaches the right edge goes on in the next, unless that is indented or begins an item. */
function continues(before: Line, line: Line, edges: Edges, samePage: boolean): boolean {
  const size = Math.min(before.size, line.size);
  if (Math.abs(before.size - line.size) > 0.15 * size) return false;
  if (LEADERS.test(before.text) || LEADERS.test(line.text)) return false;
  if (before.pieces.length > 1) return false;
  const short = edges.right - before.right;
  if (short > Math.max(2.2, wordLength(line.text)) * size) return false;
  if (short > 1.2 * size && /[。；：！？]$/.test(before.text)) return false;
  if (line.left > edges.left + 1.2 * size) return false;
  if (samePage && line.baseline - before.baseline > 3.2 * size) return false;
  // A numeral with its stop always begins an item; a digit may be a figure that the edge pushed down.
  if (/^([（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、)/.test(line.text)) return false;
  return !(/[。；：！？]$/.test(before.text) && beginsItem(line.text));
}

/** Ems that the first word of a line needs: a figure that did not fit is carried over whole. */
function wordLength(text: string): number {
  return 1.2 + 0.6 * (/^[\w,.%]+/.exec(text)?.[0].length ?? 0);
}

function paragraph(text: string, page: number, first: Line, last: Line): Paragraph {
  const same = last.baseline >= first.baseline;
  const bottom = same ? last.baseline : first.baseline;
  return {
    type: 'paragraph',
    text,
    place: {
      page,
      box: [
        round(Math.min(first.left, last.left)),
        round(first.baseline - first.size),
        round(Math.max(first.right, last.right)),
        round(bottom + 0.2 * first.size),
      ],
    },
  };
}

function grid(table: PageTable, page: number): Block {
  return {
    type: 'grid',
    rows: table.rows,
    columns: table.columns,
    cells: table.cells.map(({ row, column, rowSpan, columnSpan, text, box }) => ({
      row,
      column,
      rowSpan,
      columnSpan,
      text,
      place: { page, box: [round(box[0]), round(box[1]), round(box[2]), round(box[3])] as const },
    })),
    place: { page, box: [round(table.box[0]), round(table.box[1]), round(table.box[2]), round(table.box[3])] },
  };
}

/** Tenths of a point: finer than print, and the same on every machine. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * Running heads, feet and page numbers: lines in the margins that several pages repeat at one height, word for word,
 * or that count the pages. A figure that stands there once stays.
 */
function repeatedLines(pages: readonly PageLayout[]): Set<Line> {
  const found = new Map<string, { line: Line; page: number }[]>();
  pages.forEach((page, index) => {
    for (const part of page.parts) {
      if (part.type !== 'line') continue;
      const { line } = part;
      const fromTop = line.baseline < MARGIN * page.height;
      if (!fromTop && line.baseline < (1 - MARGIN) * page.height) continue;
      const counts = PAGE_NUMBER.test(line.text) && !/[.,]\d/.test(line.text);
      const key = counts ? 'number' : `${line.text}\n${fromTop ? 'top' : 'bottom'}`;
      const lines = found.get(key);
      if (lines) lines.push({ line, page: index });
      else found.set(key, [{ line, page: index }]);
    }
  });
  const repeated = new Set<Line>();
  for (const [key, lines] of found) {
    if (key === 'number') for (const { line } of counting(lines, pages.length)) repeated.add(line);
    else for (const { line } of lines) if (atHeight(lines, line) >= Math.max(3, Math.ceil(pages.length / 4))) repeated.add(line);
  }
  return repeated;
}

function atHeight(lines: readonly { line: Line; page: number }[], line: Line): number {
  return new Set(lines.filter((other) => Math.abs(other.line.baseline - line.baseline) < 4).map(({ page }) => page)).size;
}

/** Numbers that rise with the pages: the same distance from their page on at least two pages, or alone on a short document. */
function counting(lines: readonly { line: Line; page: number }[], pages: number): { line: Line; page: number }[] {
  const distance = ({ line, page }: { line: Line; page: number }): number => Number(/\d+/.exec(line.text)?.[0] ?? Number.NaN) - page;
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(distance(line), (counts.get(distance(line)) ?? 0) + 1);
  return lines.filter((line) => {
    const off = distance(line);
    if (Number.isNaN(off)) return true;
    return (counts.get(off) ?? 0) >= 2 || (pages <= 2 && off === 1);
  });
}
