/**
 * The blocks of a published file → the tables that it prints, whole again where pages or layout broke them,
 * and the paragraphs that belong to no table. Long, because what is a table's title, margin, note, continuation or
 * repetition can only be told with the others at hand.
 */
import type { Paragraph, Place, SourceDocument } from '../source-document.ts';
import { type GridPart, gridParts } from './grid-parts.ts';
import { type Matrix, type MatrixCell, matrixOf, ownCells, withoutEmptyColumns } from './matrix.ts';
import { type PersonalPlace, withoutPersonal } from './personal.ts';
import { joinPieces, type Piece, Pieces, plainText } from './piece.ts';
import { isFigure } from './printed-figure.ts';
import { isNote, isTableMargin, printedScale, tableTitle } from './titles.ts';

export interface PrintedTable {
  readonly title?: Piece;
  /** The words of the title, without ordinal and page number. */
  readonly name?: string;
  readonly scale?: string;
  readonly rows: readonly (readonly MatrixCell[])[];
  readonly columns: number;
  readonly spansKnown: boolean;
  readonly notes: readonly Piece[];
  /** Heads and names that a page break printed again. */
  readonly repeated: readonly Piece[];
  /** The kind by which it was read, where a text shows no cells. */
  readonly kind?: string;
  /** What reading it left open. */
  readonly doubts?: readonly { readonly text: string; readonly place: Place }[];
  readonly place: Place;
  readonly pages: readonly number[];
}

export interface Passage {
  readonly piece: Piece;
  /** In reading order, among tables too. */
  readonly order: number;
}

export interface Printed {
  readonly tables: readonly PrintedTable[];
  readonly passages: readonly Passage[];
  readonly pieces: Pieces;
  /** What stands in tables' margins: scales, makers, page numbers. */
  readonly margins: readonly Piece[];
  /** Left out of the tables. */
  readonly personal: readonly PersonalPlace[];
}

/** While it is read. */
interface Open {
  title?: Piece;
  name?: string;
  scale?: string;
  rows: (readonly MatrixCell[])[];
  columns: number;
  spansKnown: boolean;
  notes: Piece[];
  repeated: Piece[];
  place: Place;
  pages: Set<number>;
}

/** A title stands no further above its table than this many lines. */
const TITLE_REACH = 6;

export function printedTables(document: SourceDocument): Printed {
  const pieces = new Pieces();
  const tables: Open[] = [];
  const passages: Passage[] = [];
  const margins: Piece[] = [];
  let pending: Piece[] = [];
  let order = 0;
  let open: Open | undefined;

  /** Paragraphs since the last table that turn out not to be about the next one. */
  const release = (kept: readonly Piece[]): void => {
    for (const piece of kept) passages.push({ piece, order: order++ });
  };

  const parts = document.blocks.flatMap((block): (Piece | GridPart)[] => {
    if (block.type === 'paragraph') return [pieceOf(block, pieces)];
    return [...gridParts(matrixOf(block, pieces, document.form), block.place)];
  });
  for (const part of parts) {
    if (!('matrix' in part)) {
      if (plainText(part.text) !== '') pending.push(part);
      continue;
    }
    const { matrix } = part;
    if (matrix.rows.length === 0) continue;
    const above = readAbove(pending);
    const margin = takeMargin(matrix);
    const named = margin.title ?? above.title;
    // A table with its own title leaves the line above it to the text, as the last line of a list of contents.
    if (margin.title && above.title) above.text.push(above.title);
    if (open && continues(open, margin.matrix, named, above.text)) {
      margins.push(...above.margins, ...margin.margins, ...(named ? [named] : []));
      release(above.text);
      addRows(open, margin.matrix);
      open.notes.push(...margin.notes);
    } else {
      closeNotes(open, above);
      release(above.text);
      margins.push(...above.margins, ...margin.margins);
      const scale = margin.scale ?? above.scale;
      open = {
        ...(named ? { title: named, name: tableTitle(named.text) ?? plainText(named.text) } : {}),
        ...(scale ? { scale } : {}),
        rows: [...margin.matrix.rows],
        columns: margin.matrix.columns,
        spansKnown: margin.matrix.spansKnown,
        notes: [...margin.notes],
        repeated: [],
        place: part.place,
        pages: new Set(matrix.page === undefined ? [] : [matrix.page]),
      };
      tables.push(open);
    }
    if (matrix.page !== undefined) open.pages.add(matrix.page);
    pending = [];
  }
  const rest = readAbove(pending);
  closeNotes(open, rest);
  release([...rest.text, ...(rest.title ? [rest.title] : [])]);
  margins.push(...rest.margins);
  const personal: PersonalPlace[] = [];
  return {
    tables: tables.flatMap((table) => {
      const repeated = [...table.repeated];
      const { rows: clean, personal: found } = withoutPersonal(table.rows);
      personal.push(...found);
      // A list of people: nothing of it is left.
      if (found.length > 0 && !clean.some((row) => row.some(({ piece, begins }) => begins && piece.numbers.length > 0))) return [];
      const rows = withoutBreaks(withoutRepeatedHeads(clean, repeated));
      return [{ ...table, ...withoutEmptyColumns(rows), repeated, pages: [...table.pages].sort((a, b) => a - b) }];
    }),
    passages,
    pieces,
    margins,
    personal,
  };
}

function pieceOf({ text, place }: Paragraph, pieces: Pieces): Piece {
  return pieces.piece(text, place);
}

interface Above {
  title?: Piece;
  scale?: string;
  text: Piece[];
  margins: Piece[];
}

/** What the paragraphs before a table are: its title and unit of money, and text that is about something else. */
function readAbove(pending: readonly Piece[]): Above {
  const above: Above = { text: [], margins: [] };
  let reach = TITLE_REACH;
  let at = pending.length - 1;
  for (; at >= 0 && reach > 0; at -= 1, reach -= 1) {
    const piece = pending[at] as Piece;
    const scale = printedScale(piece.text);
    const title = above.title ? undefined : tableTitle(piece.text);
    if (title !== undefined && !isNote(piece.text)) {
      above.title = piece;
      if (scale && !above.scale) above.scale = scale;
      break;
    }
    if (!isTableMargin(piece.text)) {
      // A line of text between title and table, such as “续表” or a sentence, ends the search only when it is long.
      if (plainText(piece.text).length > 40 || isNote(piece.text)) break;
      above.text.unshift(piece);
      continue;
    }
    above.margins.unshift(piece);
    if (scale && !above.scale) above.scale = scale;
  }
  const joined = printedScale(above.margins.map(({ text }) => text).join(''));
  if (joined && !above.scale) above.scale = joined;
  // Without a title the short lines are text like any other; what was passed over keeps its order.
  const before = pending.slice(0, above.title ? at : at + 1);
  return { ...above, text: [...before, ...above.text] };
}

/** Notes stand directly below the table that they are about. */
function closeNotes(open: Open | undefined, above: Above): void {
  if (!open) return;
  while (above.text.length > 0 && isNote((above.text[0] as Piece).text)) {
    const [first, ...others] = above.text as [Piece, ...Piece[]];
    open.notes.push(first);
    above.text = others;
    // A note of several numbered lines goes on.
    while (
      above.text.length > 0 &&
      /^[\s\u3000]*[2-9][.、．]/.test((above.text[0] as Piece).text) &&
      plainText((above.text[0] as Piece).text).length < 120
    ) {
      open.notes.push(above.text.shift() as Piece);
    }
  }
}

interface Margin {
  readonly matrix: Matrix;
  readonly title?: Piece;
  readonly scale?: string;
  readonly margins: readonly Piece[];
  readonly notes: readonly Piece[];
}

/** Spreadsheets and web pages put title, unit of money and notes into rows of the table itself. */
function takeMargin(matrix: Matrix): Margin {
  const rows = [...matrix.rows];
  const margins: Piece[] = [];
  const notes: Piece[] = [];
  let title: Piece | undefined;
  let scale: string | undefined;
  while (rows.length > 1) {
    const cells = ownCells(rows[0] as readonly MatrixCell[]);
    const pieces = cells.map(({ piece }) => piece);
    const found = cells.length === 1 ? tableTitle((cells[0] as MatrixCell).text) : undefined;
    if (found !== undefined && !title) title = pieces[0] as Piece;
    else if (cells.length <= 3 && cells.every(({ text }) => isTableMargin(text)) && !cells.some(({ text }) => isFigure(text)))
      margins.push(...pieces);
    else break;
    scale ??= printedScale(cells.map(({ text }) => text).join(' '));
    rows.shift();
  }
  while (rows.length > 1) {
    const cells = ownCells(rows.at(-1) as readonly MatrixCell[]);
    if (cells.length !== 1 || !isNote((cells[0] as MatrixCell).text)) break;
    notes.unshift((cells[0] as MatrixCell).piece);
    rows.pop();
  }
  return { matrix: { ...matrix, rows }, margins, notes, ...(title ? { title } : {}), ...(scale ? { scale } : {}) };
}

/** Whether a grid is the rest of the table before it: same columns, and no other title or text between. */
function continues(open: Open, matrix: Matrix, title: Piece | undefined, between: readonly Piece[]): boolean {
  if (open.notes.length > 0 || between.some(({ text }) => !isTableMargin(text))) return false;
  const name = title && (tableTitle(title.text) ?? plainText(title.text)).replace(/[（(]?续表?[）)]?/g, '');
  if (name !== undefined && name !== open.name) return false;
  const sameHead = rowText(matrix.rows[0]) === rowText(open.rows[0]);
  // A second table of the same name with its own head and total is another table, unless pages part it.
  if (name !== undefined && sameHead && hasTotalFirst(matrix)) return false;
  if (sameHead) return matrix.columns === open.columns;
  if (name !== undefined) return matrix.columns === open.columns;
  if (matrix.columns === open.columns) return open.spansKnown || !looksLikeHead(matrix);
  return matrix.columns < open.columns && !looksLikeHead(matrix) && aligned(open, matrix) !== undefined;
}

/**
 * A continuation that shows fewer columns, as a last page does that has only the line 合计 across code and name.
 * Its cells belong under the columns that they stand below; where no place says so, a first word stands for all that is merged.
 */
function aligned(open: Open, matrix: Matrix): readonly (readonly MatrixCell[])[] | undefined {
  const edges = columnEdges(open);
  const rows = matrix.rows.map((row) => {
    const placed = padded([], open.columns).slice();
    for (const [column, cell] of row.entries()) {
      if (!cell.begins || cell.text === '') continue;
      const box = cell.piece.place.box;
      const at = box && edges ? firstUnder(edges, box[0], box[2]) : column === 0 ? 0 : column + open.columns - matrix.columns;
      if (at === undefined || placed[at]?.text !== '') return undefined;
      placed[at] = cell;
    }
    return placed;
  });
  return rows.every((row) => row !== undefined) ? rows : undefined;
}

/** Left and right edge of each column, from the cells that take no more than one. */
function columnEdges({ rows, columns }: Open): readonly (readonly [number, number])[] | undefined {
  const edges = Array.from({ length: columns }, (_, column): readonly [number, number] | undefined => {
    const boxes = rows.flatMap((row) => (row[column]?.columnSpan === 1 ? (row[column]?.piece.place.box ?? []) : []));
    const [left, , right] = boxes;
    return left === undefined || right === undefined ? undefined : [left, right];
  });
  return edges.every((edge) => edge !== undefined) ? edges : undefined;
}

function firstUnder(edges: readonly (readonly [number, number])[], left: number, right: number): number | undefined {
  const at = edges.findIndex(([from, to]) => Math.min(to, right) - Math.max(from, left) > (to - from) / 2);
  return at < 0 ? undefined : at;
}

function rowText(row: readonly MatrixCell[] | undefined): string {
  return (row ?? []).map(({ text, begins }) => (begins ? text.replace(/\s/g, '') : '')).join('|');
}

function hasTotalFirst({ rows }: Matrix): boolean {
  const body = rows.findIndex((row) => row.some(({ text }) => isFigure(text) && /[.,]/.test(text)));
  return body >= 0 && ownCells(rows[body] as readonly MatrixCell[]).some(({ text }) => /^(合计|总计)$/.test(text));
}

/** A first row of several words and no figure. */
function looksLikeHead({ rows }: Matrix): boolean {
  const cells = ownCells(rows[0] ?? []);
  return cells.length >= 3 && cells.every(({ text }) => !isFigure(text) && text.length < 30);
}

/** Rows of a continuation below those that are there, without its repeated head. */
function addRows(open: Open, matrix: Matrix): void {
  let skip = 0;
  while (skip < matrix.rows.length && skip < open.rows.length && rowText(matrix.rows[skip]) === rowText(open.rows[skip])) skip += 1;
  const rows = matrix.columns < open.columns ? aligned(open, matrix) : undefined;
  open.repeated.push(...matrix.rows.slice(0, skip).flatMap((row) => ownCells(row).map(({ piece }) => piece)));
  open.rows.push(...(rows ?? matrix.rows).slice(skip).map((row) => padded(row, open.columns)));
}

/** Without the head that a page repeats among the rows, and what it repeats below it of a merged cell. */
function withoutRepeatedHeads(rows: readonly (readonly MatrixCell[])[], repeated: Piece[]): readonly (readonly MatrixCell[])[] {
  const [first] = rows;
  const head = rowText(first);
  if (!first || ownCells(first).length < 2 || ownCells(first).some(({ text }) => isFigure(text))) return rows;
  const kept: (readonly MatrixCell[])[] = [];
  const above: string[] = [];
  let afterHead = false;
  rows.forEach((row, index) => {
    if (index > 0 && (rowText(row) === head || printsHeadAgain(row, first))) {
      repeated.push(...ownCells(row).map(({ piece }) => piece));
      afterHead = true;
      return;
    }
    const same = afterHead ? sameAsAbove(row, above) : 0;
    repeated.push(...row.slice(0, same).map(({ piece }) => piece));
    kept.push(
      same > 0
        ? row.map((cell, column) => (column < same ? { ...cell, piece: { ...cell.piece, text: '', numbers: [] }, text: '' } : cell))
        : row,
    );
    row.forEach(({ text, begins }, column) => {
      if (text !== '' && begins) above[column] = text;
    });
    afterHead = false;
  });
  return kept;
}

/** The head again with other cells merged: nothing but its labels, in their order, most of them. */
function printsHeadAgain(row: readonly MatrixCell[], head: readonly MatrixCell[]): boolean {
  const labels = ownCells(head).map(({ text }) => text.replace(/\s/g, ''));
  const own = ownCells(row).map(({ text }) => text.replace(/\s/g, ''));
  let at = -1;
  const inOrder = own.every((text) => {
    at = labels.indexOf(text, at + 1);
    return at >= 0;
  });
  return inOrder && own.length >= 3 && own.length >= 0.6 * labels.length;
}

/** How many cells from the left only say again what they said before the page ended, name and figure of a group. */
function sameAsAbove(row: readonly MatrixCell[], above: readonly string[]): number {
  let same = 0;
  while (same < row.length && (row[same]?.text ?? '') !== '' && row[same]?.text === above[same]) same += 1;
  return same >= 2 && same < row.length ? same : 0;
}

/** Rows that a page broke in two, whole again. */
function withoutBreaks(rows: readonly (readonly MatrixCell[])[]): readonly (readonly MatrixCell[])[] {
  const whole: (readonly MatrixCell[])[] = [];
  for (const row of rows) {
    const last = whole.at(-1);
    if (last && isApart(last, row) && isRestOfRow(row, last)) whole[whole.length - 1] = withRest(last, row);
    else whole.push(row);
  }
  return whole;
}

/** Whether a page ends, or lines are left out, between two rows. */
function isApart(above: readonly MatrixCell[], below: readonly MatrixCell[]): boolean {
  const from = ownCells(above).at(-1)?.piece.place;
  const to = ownCells(below)[0]?.piece.place;
  return from?.page !== to?.page || (to?.line ?? 0) - (from?.line ?? 0) > 1;
}

/** A row whose cells go on in another: text joins the text above it, and where a figure stands above, the text beside. */
function withRest(row: readonly MatrixCell[], rest: readonly MatrixCell[]): readonly MatrixCell[] {
  const joined = [...row];
  rest.forEach((cell, column) => {
    if (cell.text === '' || !cell.begins) return;
    const isText = (at: number): boolean => (row[at]?.text ?? '').length > 1 && !isFigure(row[at]?.text ?? '');
    const beside = row.findIndex((_, at) => at > column && isText(at));
    const at = isText(column) || beside < 0 ? column : beside;
    const above = joined[at] as MatrixCell;
    const piece = joinPieces([above.piece, cell.piece]);
    joined[at] = { ...above, piece, text: plainText(piece.text) };
  });
  return joined;
}

/** The page broke within a row: its second part has text where the row had text, and neither code nor figure. */
function isRestOfRow(row: readonly MatrixCell[], above: readonly MatrixCell[]): boolean {
  const cells = ownCells(row);
  if (cells.length === 0 || cells.some(({ text }) => isFigure(text) || /^\d+$/.test(text))) return false;
  if (row[0]?.text !== '' && cells.length < 2) return false;
  const lead = row.findIndex(({ text, begins }) => begins && text !== '');
  // The name column of a side-by-side table is empty on the left while the right goes on: that row has figures.
  return (
    lead > 0 &&
    cells.every((cell) => (above[row.indexOf(cell)]?.text ?? '') !== '' && cell.text.length > 1) &&
    cells.some(({ text }) => text.length > 20)
  );
}

function padded(row: readonly MatrixCell[], columns: number): readonly MatrixCell[] {
  const blank: MatrixCell = { piece: { text: '', numbers: [], place: {} }, text: '', rowSpan: 1, columnSpan: 1, begins: true };
  return row.length >= columns ? row : [...row, ...Array.from({ length: columns - row.length }, () => blank)];
}
