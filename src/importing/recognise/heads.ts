/** Which rows of a table are its head, and what each column is called: labels of all levels from top to bottom. */
import { plainLabel } from '../../reading/labels.ts';
import { type MatrixCell, ownCells } from './matrix.ts';
import { isAmount } from './printed-figure.ts';
import type { PrintedTable } from './printed-tables.ts';

export interface Head {
  /** For each column its labels, top level first. */
  readonly paths: readonly (readonly string[])[];
  /** Rows that the head takes, with the row of column numbers below it. */
  readonly depth: number;
  readonly body: readonly (readonly MatrixCell[])[];
  /** The title, where it stands in the place of the first label. */
  readonly title?: string;
  /** What was taken for granted where labels and columns do not stand in line. */
  readonly guess?: string;
}

const MOST_LEVELS = 5;
const CODE_PART = /^[类款项]$/;
const TOTALS = /^(合计|总计|小计|本年合计)$/;

/** The heads that a table may have; the first is the likeliest by its form alone. */
export function possibleHeads(table: PrintedTable): readonly Head[] {
  const { rows } = table;
  const numbered = rows.slice(0, MOST_LEVELS + 1).findIndex(isColumnNumbers);
  if (numbered > 0) {
    // 类, 款, 项 may stand in the same line as the numbers.
    const parts = ownCells(rows[numbered] ?? []).some(({ text }) => CODE_PART.test(text));
    return [headOf(table, parts ? numbered + 1 : numbered, numbered + 1)];
  }
  const body = rows.findIndex((row, index) => index > 0 && isBody(row));
  const most = Math.min(body < 0 ? rows.length : body, MOST_LEVELS);
  const depths = Array.from({ length: most }, (_, index) => most - index).filter((depth) => depth > 0 && !isCutBySpan(rows, depth));
  // Between the first line of words and the first of figures the head may end anywhere, if nothing stands in figures.
  return depths.map((depth) => headOf(table, depth, depth));
}

function headOf(table: PrintedTable, levels: number, depth: number): Head {
  return { paths: labelPaths(table.rows.slice(0, levels), table.spansKnown), depth, body: table.rows.slice(depth) };
}

/** `**, **, 1, 2, 3` or `栏次 1 2 3=4+5`: numbers of columns, no figures. */
export function isColumnNumbers(row: readonly MatrixCell[]): boolean {
  const texts = ownCells(row).map(({ text }) => text);
  if (
    texts.length < 2 ||
    !texts.every((text) => /^(\*+|栏次|行次|[类款项]|[-—]+|\d{1,2}|[甲乙丙丁]|\d{1,2}\s*[=＝][\d\s+\-＋－×÷/()（）]+)$/.test(text))
  )
    return false;
  const numbers = texts.flatMap((text) => (/^\d/.test(text) ? [Number.parseInt(text, 10)] : []));
  if (numbers.length === 0) return texts.some((text) => text.startsWith('*'));
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1) && (numbers[0] ?? 9) <= 2;
}

function isBody(row: readonly MatrixCell[]): boolean {
  const cells = ownCells(row);
  const [first] = cells;
  return (
    cells.some(({ text }) => isAmount(text)) ||
    (cells.length === 1 && first !== undefined && TOTALS.test(plainLabel(first.text))) ||
    (first !== undefined && /^\d{3,7}$/.test(first.text)) ||
    (first !== undefined && /^一、/.test(first.text))
  );
}

/** A cell of the head would reach into the body. */
function isCutBySpan(rows: readonly (readonly MatrixCell[])[], depth: number): boolean {
  const below = rows[depth];
  const above = rows[depth - 1];
  return below?.some((cell, column) => cell.rowSpan > 1 && cell.text !== '' && cell.piece === above?.[column]?.piece) ?? false;
}

function labelPaths(rows: readonly (readonly MatrixCell[])[], spansKnown: boolean): string[][] {
  const width = rows[0]?.length ?? 0;
  const texts = rows.map((row) =>
    isColumnNumbers(row) ? row.map(({ text }) => (CODE_PART.test(text) ? text : '')) : row.map(({ text }) => text),
  );
  if (!spansKnown) spread(texts);
  return Array.from({ length: width }, (_, column) => {
    const path: string[] = [];
    rows.forEach((row, level) => {
      const text = texts[level]?.[column] ?? '';
      const same = level > 0 && row[column]?.piece === rows[level - 1]?.[column]?.piece && row[column]?.text !== '';
      if (text !== '' && !same) path.push(cleanLabel(text));
    });
    return path;
  });
}

/** Without marks of merged cells, a blank to the right of an upper label belongs to it as long as labels stand below. */
function spread(texts: string[][]): void {
  for (let level = 0; level + 1 < texts.length; level += 1) {
    const row = texts[level] ?? [];
    const below = texts.slice(level + 1);
    for (let column = 1; column < row.length; column += 1) {
      const hasBelow = below.some((other) => (other[column] ?? '') !== '');
      // Where an upper level is shared, so is the level below it, or the label is another's.
      const apart = level > 0 && texts.slice(0, level).some((upper) => upper[column] !== upper[column - 1]);
      if (row[column] === '' && hasBelow && row[column - 1] !== '' && !apart && below.some((other) => (other[column - 1] ?? '') !== '')) {
        row[column] = row[column - 1] ?? '';
      }
    }
  }
}

function cleanLabel(text: string): string {
  return text.replace(/(?<=[^\dA-Za-z])[\s\u3000]+|[\s\u3000]+(?=[^\dA-Za-z])/g, '');
}
