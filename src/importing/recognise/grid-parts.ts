/** A sheet without borders, or a web page's one great table, holds several tables below each other, each under its title. */
import type { Place } from '../source-document.ts';
import { type Matrix, type MatrixCell, ownCells } from './matrix.ts';
import { isFigure } from './printed-figure.ts';
import { isTableMargin, printedScale, tableTitle } from './titles.ts';

export interface GridPart {
  readonly matrix: Matrix;
  readonly place: Place;
}

/** How many lines below a title its unit of money stands. */
const REACH = 3;

/** Cut above each title that the unit of money follows, and above the table's number that stands over it. */
export function gridParts(matrix: Matrix, place: Place): readonly GridPart[] {
  const { rows } = matrix;
  const cuts: number[] = [];
  rows.forEach((_, index) => {
    if (index === 0 || !isTitle(rows[index]) || !rows.slice(index, index + 1 + REACH).some(saysScale)) return;
    let from = index;
    while (from > 0 && isMargin(rows[from - 1])) from -= 1;
    if (from > 0 && rows.slice(cuts.at(-1) ?? 0, from).some(hasFigures)) cuts.push(from);
  });
  if (cuts.length === 0) return [{ matrix, place }];
  return [0, ...cuts].map((from, order) => {
    const part = rows.slice(from, cuts[order]);
    return { matrix: { ...matrix, rows: part }, place: order === 0 ? place : (ownCells(part[0] ?? [])[0]?.piece.place ?? place) };
  });
}

type Row = readonly MatrixCell[];

function only(row: Row | undefined): string | undefined {
  const cells = ownCells(row ?? []);
  return cells.length === 1 ? cells[0]?.text : undefined;
}

function isTitle(row: Row | undefined): boolean {
  const text = only(row);
  return text !== undefined && tableTitle(text) !== undefined;
}

function isMargin(row: Row | undefined): boolean {
  const text = only(row);
  return text !== undefined && isTableMargin(text) && !isFigure(text);
}

function saysScale(row: Row): boolean {
  return ownCells(row).length <= REACH && printedScale(row.map(({ begins, text }) => (begins ? text : '')).join('')) !== undefined;
}

function hasFigures(row: Row): boolean {
  return ownCells(row).length > 1 && ownCells(row).some(({ text }) => isFigure(text));
}
