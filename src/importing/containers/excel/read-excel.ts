/**
 * Workbooks (.xlsx): each visible sheet in order. Where a sheet has borders they make the table, as ruling does on paper,
 * and rows without are titles and notes; without borders a table is where rows have several cells.
 */
import type { Block, Grid, GridCell } from '../../source-document.ts';
import { joinCellLines, tidy } from '../joining.ts';
import { listOfPages, type Notice, notice } from '../notices.ts';
import type { Reading } from '../reading.ts';
import { XmlFault } from '../xml.ts';
import { openZip, ZipRefusal } from '../zip.ts';
import { cellName, columnName, MOST_CELLS, type Range, readSheet, type Sheet, type SheetRow, TooManyCells } from './sheet.ts';
import { readWorkbook } from './workbook.ts';

export function readExcel(bytes: Uint8Array): Reading {
  try {
    const zip = openZip(bytes);
    const workbook = readWorkbook(zip);
    if (workbook.sheets.length === 0) return { refusal: notice('document-broken', { form: 'Excel', reason: '没有工作表' }) };
    const blocks: Block[] = [];
    const notices: Notice[] = [];
    for (const { name, part, hidden } of workbook.sheets) {
      if (hidden) {
        notices.push(notice('sheet-hidden', { sheet: name }));
        continue;
      }
      const sheet = readSheet(zip, part, workbook);
      blocks.push(...blocksOf(sheet, name));
      notices.push(...noticesOf(sheet, name));
    }
    const pictures = zip.names.filter((name) => /^xl\/media\//.test(name)).length;
    if (blocks.length === 0 && pictures > 0) return { refusal: notice('document-only-pictures', { count: String(pictures) }) };
    if (pictures > 0) notices.push(notice('pictures-skipped', { count: String(pictures) }));
    return { document: { form: 'excel', pages: workbook.sheets.length, blocks }, notices };
  } catch (error) {
    if (error instanceof ZipRefusal) return { refusal: error.notice };
    if (error instanceof TooManyCells) return { refusal: notice('too-many-cells', { cells: String(MOST_CELLS) }) };
    if (error instanceof XmlFault) return { refusal: notice('document-broken', { form: 'Excel', reason: error.message.slice(0, 60) }) };
    throw error;
  }
}

function noticesOf({ rows, hiddenColumns, faults }: Sheet, sheet: string): Notice[] {
  const notices: Notice[] = [];
  const hidden = rows.filter((row) => row.hidden && row.texts.size > 0).map((row) => row.index + 1);
  if (hidden.length > 0) notices.push(notice('rows-hidden', { sheet, rows: listOfPages(hidden) }));
  const holding = hiddenColumns.filter(([from, to]) =>
    rows.some((row) => [...row.texts.keys()].some((column) => column >= from && column <= to)),
  );
  if (holding.length > 0) {
    const names = holding.map(([from, to]) => (from === to ? columnName(from) : `${columnName(from)}–${columnName(to)}`));
    notices.push(notice('columns-hidden', { sheet, columns: names.join('、') }));
  }
  // One notice for each fault of a kind, with every cell.
  for (const group of Map.groupBy(faults, ({ code, value }) => `${code}\n${value}`).values()) {
    const { code, value } = group[0] as (typeof group)[number];
    const shown = group.slice(0, 20).map(({ cell }) => cell);
    const cells = group.length > shown.length ? `${shown.join('、')} 等 ${group.length} 格` : shown.join('、');
    notices.push(notice(code, { sheet, cell: cells, value, format: value }));
  }
  return notices;
}

function blocksOf(sheet: Sheet, name: string): Block[] {
  const isHidden = (column: number): boolean => sheet.hiddenColumns.some(([from, to]) => column >= from && column <= to);
  const hiddenRows = new Set(sheet.rows.filter(({ hidden }) => hidden).map(({ index }) => index));
  const rows = sheet.rows
    .filter((row) => !row.hidden)
    .map((row) => ({ ...row, texts: new Map([...row.texts].filter(([column]) => !isHidden(column))) }));
  const ruled = rows.some((row) => row.bordered && row.bordered[1] > row.bordered[0]);
  const inTable = (row: SheetRow): boolean => (ruled ? row.bordered !== undefined : row.texts.size > 1 || spansRows(row, sheet.merged));
  const blocks: Block[] = [];
  let table: SheetRow[] = [];
  const close = (): void => {
    while (table.at(-1)?.texts.size === 0) table.pop();
    const grid = gridOf(table, sheet.merged, name, isHidden);
    if (grid) blocks.push(grid);
    else for (const row of table) blocks.push(...lineOf(row, name));
    table = [];
  };
  rows.forEach((row, index) => {
    const last = table.at(-1);
    const gap = last ? gapBetween(last.index, row.index, hiddenRows) : 0;
    if (last && gap > 0) close();
    // Without borders a lone cell between rows of a table is a row of it: a group's name.
    const within =
      !ruled &&
      table.length > 0 &&
      (isTotal(row) ||
        rows.slice(index + 1, index + 3).some((next, at) => inTable(next) && gapBetween(row.index, next.index, hiddenRows) <= at));
    if (inTable(row) || within) table.push(row);
    else {
      close();
      blocks.push(...lineOf(row, name));
    }
  });
  close();
  return blocks;
}

/** A last row without figures still belongs to its table. */
function isTotal({ texts }: SheetRow): boolean {
  return texts.size === 1 && [...texts.values()].every((text) => /^[合总小]\s*计$/.test(tidy(text)));
}

/** Rows between two that show nothing; hidden ones are no gap. */
function gapBetween(from: number, to: number, hidden: ReadonlySet<number>): number {
  let gap = 0;
  for (let index = from + 1; index < to && gap === 0; index++) if (!hidden.has(index)) gap++;
  return gap;
}

function spansRows(row: SheetRow, merged: readonly Range[]): boolean {
  return row.texts.size > 0 && merged.some(({ top, bottom }) => top < bottom && row.index > top && row.index <= bottom);
}

function lineOf(row: SheetRow, sheet: string): Block[] {
  const cells = [...row.texts].sort(([a], [b]) => a - b);
  const first = cells[0]?.[0] ?? 0;
  const lines = cells
    .map(([, text]) => text)
    .join(' ')
    .split('\n')
    .map(tidy);
  return lines
    .filter((text) => text !== '')
    .map((text) => ({ type: 'paragraph', text, place: { sheet, cell: cellName(row.index, first) } }));
}

/** Undefined when the rows hold no table: nothing, or one column. */
function gridOf(
  rows: readonly SheetRow[],
  merged: readonly Range[],
  sheet: string,
  isHidden: (column: number) => boolean,
): Grid | undefined {
  const top = rows[0]?.index;
  if (top === undefined) return undefined;
  const taken = rows.flatMap(({ texts, bordered }) => [...texts.keys(), ...(bordered ?? [])]);
  const from = Math.min(...taken);
  const to = Math.max(...taken);
  const columns: number[] = [];
  for (let column = from; column <= to; column++) if (!isHidden(column)) columns.push(column);
  while (
    columns.length > 0 &&
    rows.every(({ texts, bordered }) => !texts.has(columns.at(-1) as number) && (bordered?.[1] ?? -1) < (columns.at(-1) as number))
  )
    columns.pop();
  if (columns.length < 2 || rows.every(({ texts }) => texts.size === 0)) return undefined;
  if (rows.length * columns.length > MOST_CELLS) throw new TooManyCells();
  const covered = new Set<string>();
  const ranges = rangesByCorner(rows, columns, merged);
  const cells: GridCell[] = [];
  rows.forEach((row, rowAt) => {
    columns.forEach((column, columnAt) => {
      if (covered.has(`${rowAt} ${columnAt}`)) return;
      const range = ranges.get(`${rowAt} ${columnAt}`);
      const rowSpan = range?.rowSpan ?? 1;
      const columnSpan = range?.columnSpan ?? 1;
      for (let r = rowAt; r < rowAt + rowSpan; r++) for (let c = columnAt; c < columnAt + columnSpan; c++) covered.add(`${r} ${c}`);
      const text = joinCellLines((row.texts.get(column) ?? '').split('\n'));
      cells.push({ row: rowAt, column: columnAt, rowSpan, columnSpan, text, place: { sheet, cell: cellName(row.index, column) } });
    });
  });
  return { type: 'grid', cells, rows: rows.length, columns: columns.length, place: { sheet, cell: cellName(top, columns[0] as number) } };
}

/** Merged ranges by the corner that is left of them when hidden and foreign rows and columns are taken away. */
function rangesByCorner(
  rows: readonly SheetRow[],
  columns: readonly number[],
  merged: readonly Range[],
): Map<string, { rowSpan: number; columnSpan: number }> {
  const found = new Map<string, { rowSpan: number; columnSpan: number }>();
  const rowAt = new Map(rows.map((row, at) => [row.index, at]));
  for (const { top, left, bottom, right } of merged) {
    const inRows: number[] = [];
    for (let index = top; index <= bottom && index - top < 100_000; index++) if (rowAt.has(index)) inRows.push(rowAt.get(index) as number);
    const inColumns = columns.flatMap((column, at) => (column >= left && column <= right ? [at] : []));
    const [row, column] = [inRows[0], inColumns[0]];
    if (row === undefined || column === undefined) continue;
    found.set(`${row} ${column}`, { rowSpan: inRows.length, columnSpan: inColumns.length });
  }
  return found;
}
