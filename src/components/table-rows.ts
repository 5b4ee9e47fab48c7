/**
 * The rows of a printed table as HTML: a disclosure has some thousand cells, so they are one string, without the end tags
 * that HTML does not ask for.
 */
import type { Language } from '../language/language.ts';
import type { CellMark, TableCell, TableRow } from '../views/page.ts';
import { attribute, classes, escapeHtml } from './html.ts';

/** Levels of indentation that have a style. */
const DEEPEST = 5;

/** `marksOf` gives the HTML of the signs in a cell. */
export function tableRowsHtml(rows: readonly TableRow[], marksOf: (cell: TableCell) => string): string {
  return rows.map((row) => rowHtml(row, marksOf)).join('');
}

function rowHtml({ id, level, total, cells }: TableRow, marksOf: (cell: TableCell) => string): string {
  // Continuation rows of a merged cell have no name to head them.
  const nameAt = cells.findIndex(({ role }) => role === 'name');
  const inside = cells.map((cell, index) => cellHtml(cell, index === nameAt, marksOf)).join('');
  return `<tr id="${escapeHtml(id)}" class="${classes(`level-${Math.min(level, DEEPEST)}`, total && 'total')}">${inside}`;
}

function cellHtml(cell: TableCell, isName: boolean, marksOf: (cell: TableCell) => string): string {
  const { id, role, text, gloss, href, content, zero, marks } = cell;
  // The heading of a row is its name, and a cell with an address a figure: neither needs a class to say so.
  const heads = isName && text !== '';
  const name = heads ? 'th' : 'td';
  const figure = role === 'figure';
  const own = classes(!heads && !figure && role, zero && 'zero', figure && content === 'words' && 'words', isName && !heads && 'pinned');
  const words = glossedHtml(text, gloss);
  const inside = href === undefined ? words : `<a${attribute('href', href)}>${words}</a>`;
  return `<${name}${heads ? ' scope="row"' : ''}${attribute('id', id)}${attribute('class', own)}>${inside}${marks.length > 0 ? marksOf(cell) : ''}`;
}

/** Printed words, with what they are called in the page's language before them. */
function glossedHtml(text: string, gloss: string | undefined): string {
  const printed = escapeHtml(text);
  return gloss === undefined ? printed : `${escapeHtml(gloss)} <span class="printed">${printed}</span>`;
}

/**
 * The sign in a cell whose sum has something to say. On screen it opens the sum; in print it is numbered:
 * `number` is that of the note, from 1.
 */
export function cellMarksHtml(marks: readonly CellMark[], table: string, number: number, language: Language): string {
  // A cell may take part in several sums; what does not agree is said before what rounding explains.
  const main = marks.find(({ verdict }) => verdict === 'fail') ?? marks[0];
  if (!main) return '';
  const { verdict, sign } = main;
  const name = attribute('aria-label', language.table.markOf(verdict));
  return (
    `<button type="button" class="mark ${verdict}" popovertarget="${escapeHtml(`mark-${table}-${number}`)}"${name}>` +
    `<span aria-hidden="true">${escapeHtml(sign)}</span><sup class="print-only" aria-hidden="true">${number}</sup></button>`
  );
}
