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

/** What nearly all names are made of; none of it means something in an address. */
const PLAIN = /^[\w.~-]*$/;

/** A cell's name as it stands behind the `#` of an address. */
export function anchorOf(cell: string): string {
  return PLAIN.test(cell) ? cell : encodeURI(cell);
}

const DIVIDER = '|';
const ESCAPED = '%7C';

/** Cells in a line, each shortened by the parts that it shares with `of`: `.2040250.`, beside `expenditure.204.total`. */
export function formatCellList(cells: readonly string[], of: string): string {
  const here = parseCellReference(of);
  if (!here || here.table === STATEMENTS) return cells.map(escaped).join(DIVIDER);
  const sameTable = `${here.table}.`;
  return cells
    .map((cell) => {
      const there = cell.startsWith(sameTable) ? parseCellReference(cell) : undefined;
      if (!there) return escaped(cell);
      const row = there.row === here.row ? '' : escaped(there.row);
      return `.${row}.${there.column === here.column ? '' : escaped(there.column)}`;
    })
    .join(DIVIDER);
}

function escaped(cell: string): string {
  return cell.includes('%') || cell.includes(DIVIDER) ? cell.replaceAll('%', '%25').replaceAll(DIVIDER, ESCAPED) : cell;
}

export function parseCellList(text: string, of: string): string[] {
  if (text === '') return [];
  const here = parseCellReference(of);
  return text
    .split(DIVIDER)
    .map((cell) => cell.replaceAll(ESCAPED, DIVIDER).replaceAll('%25', '%'))
    .map((cell) => {
      if (!here || !cell.startsWith('.')) return cell;
      const last = cell.lastIndexOf('.');
      return formatCellReference({
        table: here.table,
        row: cell.slice(1, last) || here.row,
        column: cell.slice(last + 1) || here.column,
      });
    });
}
