/**
 * A cell's name within its disclosure: `expenditure.2040250.total`, table, row and column.
 * It is the anchor in the page, and what statements and figures in prose refer to.
 * `statements.<id>` names a statement.
 */
export interface CellReference {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

export const STATEMENTS = 'statements';

export function formatCellReference(reference: CellReference): string {
  const { table, row, column } = reference;
  return table === STATEMENTS ? `${STATEMENTS}.${row}` : `${table}.${row}.${column}`;
}

/** Table and column ids hold no full stop, so a row's may: the first and the last divide. */
export function parseCellReference(text: string): CellReference | undefined {
  const first = text.indexOf('.');
  const last = text.lastIndexOf('.');
  if (first <= 0 || last === text.length - 1) return undefined;
  const table = text.slice(0, first);
  if (table === STATEMENTS) return { table, row: text.slice(first + 1), column: 'value' };
  if (first === last) return undefined;
  return { table, row: text.slice(first + 1, last), column: text.slice(last + 1) };
}
