/** A table's CSV before anybody has filled it in: the head as printed, and the rows that its kind declares. */
import type { ColumnKind, RowKind, TableKind } from '../domain/declarations.ts';
import { directionWords } from '../reading/table.ts';

/** Spreadsheets that open UTF-8 without a mark take it for the system's old encoding. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Columns that a printed table may leave out are left out, and so are rows without a name of their own.
 * `unitName` stands in the row that carries the unit's name.
 */
export function emptyTable(kind: TableKind, unitName: string): string {
  const columns = kind.columns.filter(({ optional }) => !optional);
  const head = columns.map(({ id, labels: [label] }) => label ?? id);
  const rows = kind.rows.flatMap((row) => {
    const name = row.unitName ? unitName : row.labels.find((label) => label.trim() !== '');
    return name === undefined ? [] : [columns.map((column) => fixedCell(column, row, name, columns))];
  });
  return `${BYTE_ORDER_MARK}${[head, ...rows].map((fields) => `${fields.map(csvField).join(',')}\n`).join('')}`;
}

function fixedCell(column: ColumnKind, row: RowKind, name: string, columns: readonly ColumnKind[]): string {
  if (column === columns.find(({ role }) => role === 'name')) return name;
  return column.role === 'direction' && row.direction ? directionWords(column)[row.direction] : '';
}

function csvField(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
