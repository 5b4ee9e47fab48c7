/**
 * Plain text: a line is a paragraph; lines with tabs are rows of a grid. `[page 3]` on a line by itself and form feeds
 * begin a page. Two ways of writing a table with tabs are known: a row on a line, its cells parted by tabs; and, as some
 * programs write Word tables, a cell on a line, each but the row's first behind one tab.
 */
import type { Block, Grid, GridCell, Place, SourceDocument } from '../source-document.ts';
import { joinCellLines, tidy } from './joining.ts';

interface TextLine {
  readonly text: string;
  readonly number: number;
  readonly page: number | undefined;
}

const PAGE_MARK = /^\s*\[page (\d+)\]\s*$/i;
/** A line of a table of contents: leaders or nothing but a page number behind the tab. */
const CONTENTS = /(\.{3,}|…+|·{3,})\s*\t\s*[（(]?\d*[)）]?\s*$/;

export function parseText(text: string): SourceDocument {
  const { lines, pages } = numbered(text);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const end = tabbedUntil(lines, at);
    const region = lines.slice(at, end);
    const grid = end > at ? (cellsOnLines(region) ?? rowsOnLines(region)) : undefined;
    if (grid) {
      blocks.push(...grid);
      at = end;
      continue;
    }
    const line = lines[at] as TextLine;
    const words = line.text.replace(/\t+/g, ' ').trim();
    if (words !== '') blocks.push({ type: 'paragraph', text: words, place: placeOf(line) });
    at++;
  }
  return { form: 'text', pages, blocks };
}

function numbered(text: string): { lines: TextLine[]; pages: number | undefined } {
  const lines: TextLine[] = [];
  let page: number | undefined = text.includes('\f') ? 1 : undefined;
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .forEach((raw, index) => {
      raw.split('\f').forEach((part, piece) => {
        if (piece > 0) page = (page ?? 1) + 1;
        const mark = PAGE_MARK.exec(part);
        if (mark) page = Number(mark[1]);
        else lines.push({ text: part, number: index + 1, page });
      });
    });
  return { lines, pages: page };
}

function placeOf(line: TextLine): Place {
  return line.page === undefined ? { line: line.number } : { page: line.page, line: line.number };
}

function isTabbed(line: TextLine | undefined): boolean {
  return (line?.text.includes('\t') ?? false) && !CONTENTS.test(line?.text ?? '');
}

/** A line of the cell-on-a-line form: one cell, behind its tab. */
const CELL_LINE = /^\t[^\t]*$/;
/** Longer than a line of a first or a broken cell, a line without tab is running text. */
const LONGEST_CELL_LINE = 12;

/** The end of a region of tabbed lines that begins at `start`; `start` when there is none. */
function tabbedUntil(lines: readonly TextLine[], start: number): number {
  const first = lines[start];
  if (!first || first.text.trim() === '' || CONTENTS.test(first.text)) return start;
  const begins =
    isTabbed(first) || (first.text.length <= 30 && isCellLine(lines[start + 1]) && lines.slice(start + 2, start + 6).some(isCellLine));
  if (!begins) return start;
  let end = start;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] as TextLine;
    if (line.text.includes('\t')) {
      if (CONTENTS.test(line.text)) break;
      end = at + 1;
    } else if (line.text.trim() !== '' && at > start && !isBrokenCell(lines, at)) break;
  }
  return end;
}

function isCellLine(line: TextLine | undefined): boolean {
  return line !== undefined && CELL_LINE.test(line.text) && !CONTENTS.test(line.text);
}

/** Whether a line without tab is a row's first cell, or a further line of a cell, among cells on lines. */
function isBrokenCell(lines: readonly TextLine[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && !lines[before]?.text.includes('\t')) before--;
  if (!isCellLine(lines[before])) return false;
  for (let next = at; next < Math.min(lines.length, at + 6); next++) {
    const line = lines[next] as TextLine;
    if (isCellLine(line)) return true;
    if (line.text.trim().length > LONGEST_CELL_LINE) return next === at && isCellLine(lines[next + 1]);
  }
  return false;
}

/** Each line a row. A grid has two rows or three columns; less is a line with a gap. */
function rowsOnLines(region: readonly TextLine[]): Grid[] | undefined {
  const rows = region.filter((line) => line.text.trim() !== '').map((line) => ({ line, cells: line.text.split('\t') }));
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length));
  if (rows.length === 0 || (rows.length < 2 && columns < 3)) return undefined;
  return [gridOf(rows.map(({ line, cells }) => cells.map((text) => ({ text: tidy(text), line })))) as Grid].filter(Boolean);
}

/** Each line a cell, rows all of one length; a row's first cell stands without tab, or behind one when it is blank. */
function cellsOnLines(region: readonly TextLine[]): Grid[] | undefined {
  const single = region.filter(isCellLine).length;
  const several = region.filter((line) => /[^\t]\t|\t\t/.test(line.text)).length;
  if (single < 4 || several * 4 > single) return undefined;
  const columns = commonest(rowLengths(region));
  const rows: { text: string[]; line: TextLine }[][] = [];
  let row: { text: string[]; line: TextLine }[] = [];
  const begin = (text: string, line: TextLine): void => {
    row = [{ text: text === '' ? [] : [text], line }];
    rows.push(row);
  };
  region.forEach((line, index) => {
    const text = line.text.trim();
    const full = rows.length === 0 || row.length >= columns;
    const blankBefore = region[index - 1]?.text.trim() === '' && !region[index - 1]?.text.includes('\t');
    if (line.text.startsWith('\t')) {
      if (full || (blankBefore && cellsFrom(region, index) === columns)) begin(text, line);
      else row.push({ text: text === '' ? [] : [text], line });
    } else if (text !== '') {
      const last = row.at(-1);
      const beginsRow = region[index + 1]?.text.startsWith('\t') ?? false;
      // After a row that the printer's head left short, `分` closes a cell; a name before further cells opens a row.
      const goesOn = last !== undefined && last.text.length > 0 && !(beginsRow && (full || last.text.length > 1));
      if (goesOn) last.text.push(text);
      else begin(text, line);
    }
  });
  const even = rows.filter((cells) => cells.length === columns).length;
  if (even * 5 < rows.length * 4) return undefined;
  const grid = gridOf(rows.map((cells) => cells.map(({ text, line }) => ({ text: joinCellLines(text), line }))));
  return grid && [grid];
}

function cellsFrom(region: readonly TextLine[], start: number): number {
  let end = start;
  while (region[end]?.text.startsWith('\t')) end++;
  return end - start;
}

/** How many cells stand together between blank lines. */
function rowLengths(region: readonly TextLine[]): number[] {
  const lengths: number[] = [];
  let length = 0;
  for (const line of region) {
    if (line.text.trim() === '' && !line.text.includes('\t')) {
      if (length > 1) lengths.push(length);
      length = 0;
    } else length++;
  }
  return length > 1 ? [...lengths, length] : lengths;
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

function gridOf(rows: readonly (readonly { readonly text: string; readonly line: TextLine }[])[]): Grid | undefined {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const first = rows[0]?.[0];
  if (!first || columns < 2) return undefined;
  const cells = rows.flatMap((row, index) =>
    Array.from({ length: columns }, (_, column): GridCell => {
      const cell = row[column];
      const line = (cell ?? row.at(-1) ?? first).line;
      return { row: index, column, rowSpan: 1, columnSpan: 1, text: cell?.text ?? '', place: placeOf(line) };
    }),
  );
  return { type: 'grid', rows: rows.length, columns, cells, place: placeOf(first.line) };
}
