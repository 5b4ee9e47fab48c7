/** A grid as rows of pieces, each cell knowing which head it stands under. */
import type { Grid, SourceDocument } from '../source-document.ts';
import { type Piece, type Pieces, plainText } from './piece.ts';

export interface MatrixCell {
  readonly piece: Piece;
  /** Without breaks and spaces that the layout made. */
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The cell that begins here; false where one that began above or to the left still reaches. */
  readonly begins: boolean;
}

export interface Matrix {
  readonly rows: readonly (readonly MatrixCell[])[];
  readonly columns: number;
  /** Whether the container says which cells are merged; where it does not, blanks may be the rest of a merged cell. */
  readonly spansKnown: boolean;
  readonly page?: number;
}

/** Rows without any text are left out: forms are printed with empty lines at their end. */
export function matrixOf(grid: Grid, pieces: Pieces, form: SourceDocument['form']): Matrix {
  const blank: MatrixCell = { piece: { text: '', numbers: [], place: grid.place }, text: '', rowSpan: 1, columnSpan: 1, begins: true };
  const rows: MatrixCell[][] = Array.from({ length: grid.rows }, () => Array.from({ length: grid.columns }, () => blank));
  const inOrder = [...grid.cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const cell of inOrder) {
    const piece = pieces.piece(cell.text, cell.place);
    const made = { piece, text: plainText(piece.text), rowSpan: cell.rowSpan, columnSpan: cell.columnSpan };
    for (let down = 0; down < cell.rowSpan; down += 1) {
      for (let along = 0; along < cell.columnSpan; along += 1) {
        const row = rows[cell.row + down];
        if (row?.[cell.column + along]) row[cell.column + along] = { ...made, begins: down === 0 && along === 0 };
      }
    }
  }
  return {
    rows: rows.filter((row) => row.some(({ text, begins }) => begins && text !== '') && !isRule(row)),
    columns: grid.columns,
    spansKnown: form !== 'text' && grid.cells.some(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1),
    ...(grid.place.page === undefined ? {} : { page: grid.place.page }),
  };
}

/** What only draws a line (`--- | ---`). */
function isRule(row: readonly MatrixCell[]): boolean {
  return ownCells(row).every(({ text }) => /^[-—:]{2,}$/.test(text)) && ownCells(row).length > 1;
}

/** Columns that hold nothing of their own are traces of the layout, but for those under a head that says what would stand there. */
export function withoutEmptyColumns(rows: readonly (readonly MatrixCell[])[]): {
  rows: readonly (readonly MatrixCell[])[];
  columns: number;
} {
  const width = rows[0]?.length ?? 0;
  const kept = Array.from({ length: width }, (_, column) => column).filter((column) =>
    rows.some((row) => (row[column]?.text ?? '') !== '' && (row[column]?.begins === true || isOwn(rows, column))),
  );
  return { rows: rows.map((row) => kept.map((column) => row[column] as MatrixCell)), columns: kept.length };
}

/** Whether a column is more than the continuation of its left neighbour in every row. */
function isOwn(rows: readonly (readonly MatrixCell[])[], column: number): boolean {
  return rows.some((row) => {
    const cell = row[column];
    const left = row[column - 1];
    return cell !== undefined && (left === undefined || cell.piece !== left.piece) && cell.text !== '';
  });
}

/** What a row prints, each cell once. */
export function ownCells(row: readonly MatrixCell[]): readonly MatrixCell[] {
  return row.filter(({ begins, text }) => begins && text !== '');
}

/** The pages that rows stand on, from the first. */
export function pagesOfRows(rows: readonly (readonly MatrixCell[])[]): readonly number[] {
  return [...new Set(rows.flatMap((row) => row.flatMap(({ piece }) => piece.place.page ?? [])))].sort((a, b) => a - b);
}
