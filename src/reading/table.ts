/** A table's CSV held against its kind: columns found by their printed labels, rows named, cells typed. */
import type { Cell, Column, Row } from '../domain/archive.ts';
import type { Direction, RowKind, TableKind } from '../domain/declarations.ts';
import type { Fault } from '../domain/finding.ts';
import { type CsvFile, type CsvRow, fieldPlace, placeOnLine, wholeRows } from './csv.ts';
import { FIGURE_FAULTS, parseFigure } from './figure.ts';
import { type FoundColumn, matchHead } from './heads.ts';
import { hasInvisible, plainLabel } from './labels.ts';

type Report = (fault: Fault) => void;

/** What of a table could not be read, so that nothing is said of what is not there. */
export interface Gaps {
  /** Rows are left out, or it is not certain what they are. */
  readonly lacksRows?: boolean;
  /** Columns are left out. */
  readonly lacksColumns?: boolean;
}

export interface ParsedTable extends Gaps {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A table of which nothing could be read. */
export const UNREAD: ParsedTable = { columns: [], rows: [], lacksRows: true, lacksColumns: true };

/** `names` are the names under which the unit itself may stand in a row. */
export function parseTable(csv: CsvFile, kind: TableKind, unitNames: readonly string[], report: Report): ParsedTable {
  const head = csv.rows[0];
  const matched = head && matchHead(csv, head, kind, report);
  if (!head || !matched) return UNREAD;
  const { columns: found } = matched;
  const names = rowNames(kind, unitNames);
  const rows: Row[] = [];
  const seen = new Map<string, number>();
  const above = new Map<string, string>();
  const whole = wholeRows(csv, report);
  let lacksRows = whole.length < csv.rows.length - 1;
  const doubt: Report = (fault) => {
    report(fault);
    lacksRows ||= DOUBTFUL.has(fault.rule);
  };
  for (const record of whole) {
    if (record.fields.every((field) => /^(\*+)?$/.test(field.trim())) || isNumbering(record, found)) {
      const start = record.fields.slice(0, 4).join(',');
      report({ rule: 'row-is-placeholder', place: fieldPlace(csv, record, 1), values: { start, startEn: start } });
      continue;
    }
    const row = parseRow(csv, record, kind, found, above, names, doubt);
    const times = (seen.get(row.key) ?? 0) + 1;
    seen.set(row.key, times);
    rows.push(times === 1 ? row : { ...row, key: `${row.key}~${times}` });
    if (times > 1 && row.key === row.code && /^\d+$/.test(row.key)) {
      doubt({ rule: 'row-repeated', place: fieldPlace(csv, record, 1), values: { key: row.key, name: row.name } });
    }
  }
  reportUndeclared(csv, kind, found, rows, doubt);
  return {
    columns: found.map(({ column }) => column),
    rows,
    ...(lacksRows ? { lacksRows } : {}),
    ...(matched.incomplete ? { lacksColumns: true } : {}),
  };
}

/** After one of these nobody knows which rows belong to a sum. */
const DOUBTFUL: ReadonlySet<string> = new Set(['code-malformed', 'row-repeated', 'row-misspelt', 'row-unknown', 'field-missing']);

/** Finds the declared row that a name is. */
function rowNames(kind: TableKind, unitNames: readonly string[]): (name: string) => RowKind | undefined {
  const declared = new Map(kind.rows.flatMap((row) => row.labels.map((label) => [plainLabel(label), row] as const)));
  const unitRow = kind.rows.find((row) => row.unitName);
  for (const name of unitRow ? unitNames.map(plainLabel) : []) if (unitRow && !declared.has(name)) declared.set(name, unitRow);
  return (name) => declared.get(plainLabel(name));
}

/** Rows that are neither coded nor declared: a total with a slip in its name, or a code in the wrong column. */
function reportUndeclared(csv: CsvFile, kind: TableKind, found: readonly FoundColumn[], rows: readonly Row[], report: Report): void {
  const present = new Set(rows.map(({ declared }) => declared));
  const absent = kind.rows.filter(({ id }) => !present.has(id)).flatMap(({ labels }) => labels);
  const nameColumn = found.find(({ column }) => column.kind.role === 'name');
  const codeColumn = found.find(({ column }) => column.kind.role === 'code');
  if (!nameColumn) return;
  for (const row of rows) {
    if (row.declared || (row.code !== undefined && row.code !== row.name) || row.name === '') continue;
    if ([...row.cells.values()].some((cell) => cell.content === 'unreadable' && cell.field === codeColumn?.field)) continue;
    const place = placeOnLine(csv, row.line, nameColumn.field);
    if (!place) continue;
    const plain = plainLabel(row.name);
    const near = absent.find((label) => plain.length > 1 && differsByOne(plain, plainLabel(label)));
    if (near) report({ rule: 'row-misspelt', place, values: { found: row.name, near } });
    else if (codeColumn && kind.rows.length > 0 && !kind.codeFromName)
      report({ rule: 'row-unknown', place, values: { name: row.name, column: codeColumn.column.label } });
  }
}

function parseRow(
  csv: CsvFile,
  record: CsvRow,
  kind: TableKind,
  columns: readonly FoundColumn[],
  above: Map<string, string>,
  declaredRow: (name: string) => RowKind | undefined,
  report: Report,
): Row {
  const cells = new Map<string, Cell>();
  let code = '';
  let name = '';
  let direction: Direction | undefined;
  for (const { column, field } of columns) {
    const raw = record.fields[field - 1] ?? '';
    const { id, role, merged } = column.kind;
    const figure = role === 'amount' || role === 'percent' || role === 'count';
    const text = raw.trim() === '' && merged && !figure ? (above.get(id) ?? '') : raw.trim();
    if (merged && !figure) above.set(id, text);
    if (figure) {
      const cell = parseFigure(raw, field, role, column.kind.words);
      if (typeof cell === 'string') {
        report({
          rule: 'figure-not-readable',
          place: fieldPlace(csv, record, field),
          values: {
            label: column.label,
            found: raw.length > 40 ? `${raw.slice(0, 40)}…` : raw,
            fault: cell,
            advice: FIGURE_FAULTS[cell].zh,
            adviceEn: FIGURE_FAULTS[cell].en,
          },
        });
        cells.set(id, { raw, content: 'unreadable', field });
      } else cells.set(id, cell);
      continue;
    }
    cells.set(id, { raw, content: raw.trim() === '' ? 'blank' : 'words', field });
    if (role === 'name' && name === '') name = text;
    if (role === 'direction') direction = parseDirection(text);
    if (role === 'direction' && direction === undefined) {
      report({ rule: 'direction-unknown', place: fieldPlace(csv, record, field), values: { found: raw } });
    }
    if (role === 'code' && text !== '') {
      if (/^\d+$/.test(text)) code += text;
      else {
        cells.set(id, { raw, content: 'unreadable', field });
        report({ rule: 'code-malformed', place: fieldPlace(csv, record, field), values: { found: raw } });
      }
    }
    if (hasInvisible(raw)) report({ rule: 'invisible-character', place: fieldPlace(csv, record, field), values: { label: column.label } });
    if (FORMULA.test(text)) {
      report({ rule: 'formula-in-text', place: fieldPlace(csv, record, field), values: { label: column.label, found: text } });
    }
  }
  if (name === '' && code === '' && !kind.key && !declaredRow('')) reportNameless(csv, record, columns, report);
  const rowKind = code === '' ? declaredRow(name) : undefined;
  return {
    key: rowKey(kind, cells, above, code, name, rowKind),
    name,
    ...(code === '' ? (kind.codeFromName && !rowKind && name !== '' ? { code: name } : {}) : { code }),
    ...(rowKind ? { declared: rowKind.id } : {}),
    level: rowKind ? rowKind.level : /^\d+$/.test(code) ? codeLevel(code) : kind.rows.length > 0 ? 1 : 0,
    total: rowKind?.total ?? false,
    ...(direction ? { direction } : {}),
    cells,
    line: record.line,
  };
}

function differsByOne(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let differing = 0;
  for (let index = 0; index < a.length && differing < 2; index += 1) if (a[index] !== b[index]) differing += 1;
  return differing === 1;
}

/** What a spreadsheet would run when it opens the file. */
const FORMULA = /^[=＝@]|^[+-][A-Za-z(]/;

function reportNameless(csv: CsvFile, record: CsvRow, columns: readonly FoundColumn[], report: Report): void {
  const column = columns.find(({ column: { kind } }) => kind.role === 'name' && !kind.merged);
  if (!column || columns.some(({ column: { kind }, field }) => kind.role === 'code' && record.fields[field - 1]?.trim())) return;
  report({ rule: 'field-missing', place: fieldPlace(csv, record, column.field), values: { field: column.column.label } });
}

/** 类, 款, 项: 3, 5 and 7 digits. */
export function codeLevel(code: string): number {
  return Math.max(0, Math.floor((code.length - 3) / 2));
}

function rowKey(
  kind: TableKind,
  cells: ReadonlyMap<string, Cell>,
  above: ReadonlyMap<string, string>,
  code: string,
  name: string,
  rowKind: RowKind | undefined,
): string {
  if (rowKind) return rowKind.id;
  if (kind.key) {
    for (const id of kind.key) {
      const text = (cells.get(id)?.raw.trim() || above.get(id) || '').replace(/[\s\u3000]+/g, '');
      if (text) return text;
    }
  }
  return code !== '' ? code : name.replace(/[\s\u3000]+/g, '') || 'row';
}

function parseDirection(text: string): Direction | undefined {
  if (text === '收入' || text === 'revenue') return 'revenue';
  if (text === '支出' || text === 'expenditure') return 'expenditure';
  return undefined;
}

/** A row that prints only the columns' numbers: `**,**,1,2,3`. */
function isNumbering(record: CsvRow, columns: readonly FoundColumn[]): boolean {
  const figures = columns
    .filter(({ column }) => ['amount', 'percent', 'count'].includes(column.kind.role))
    .map(({ field }) => record.fields[field - 1]?.trim() ?? '');
  const others = columns
    .filter(({ column }) => ['code', 'name'].includes(column.kind.role))
    .map(({ field }) => record.fields[field - 1]?.trim() ?? '');
  if (figures.length < 2 || others.some((text) => !/^(\**|\d?|栏次|行次)$/.test(text))) return false;
  return figures.every((text, index) => index === 0 || Number(text) === Number(figures[index - 1]) + 1);
}
