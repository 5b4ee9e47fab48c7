/** A table's CSV held against its kind: columns found by their printed labels, rows named, cells typed. */
import type { Cell, Column, Row } from '../domain/archive.ts';
import { codeFault, codeLevel, isCode } from '../domain/codes.ts';
import type { Classification, ColumnKind, Direction, RowKind, TableKind } from '../domain/declarations.ts';
import type { Fault } from '../domain/finding.ts';
import type { NumberFormat } from '../domain/number-format.ts';
import { type CsvFile, type CsvRow, fieldPlace, placeOnLine, wholeRows } from './csv.ts';
import { figureAdvice, parseFigure } from './figure.ts';
import { type FoundColumn, matchHead } from './heads.ts';
import { hasInvisible, plainLabel, plainName } from './labels.ts';

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

/** What a table is read by, besides its kind. */
export interface TableContext {
  /** Names under which the unit itself may stand in a row. */
  readonly unitNames: readonly string[];
  readonly numbers: NumberFormat;
  /** That of the kind, in the version in force. */
  readonly classification?: Classification | undefined;
  /** Between the parts of a code printed in several columns. */
  readonly join: string;
}

export function parseTable(csv: CsvFile, kind: TableKind, context: TableContext, report: Report): ParsedTable {
  const head = csv.rows[0];
  const matched = head && matchHead(csv, head, kind, report);
  if (!head || !matched) return UNREAD;
  const { columns: found } = matched;
  const names = rowNames(kind, context.unitNames);
  const isNumbering = numberingOf(found);
  const rows: Row[] = [];
  const codeColumns = found.filter(({ column }) => column.kind.role === 'code').length;
  const seen = new Map<string, number>();
  const above = new Map<string, string>();
  const whole = wholeRows(csv, report);
  let lacksRows = whole.length < csv.rows.length - 1;
  const doubt: Report = (fault) => {
    report(fault);
    lacksRows ||= DOUBTFUL.has(fault.rule);
  };
  for (const record of whole) {
    if (record.fields.every(isEmpty) || isNumbering(record)) {
      const start = record.fields.slice(0, 4).join(',');
      report({ rule: 'row-is-placeholder', place: fieldPlace(csv, record, 1), values: { start, startEn: start } });
      continue;
    }
    const row = parseRow(csv, record, kind, context, found, above, names, doubt);
    const times = (seen.get(row.key) ?? 0) + 1;
    seen.set(row.key, times);
    rows.push(times === 1 ? row : { ...row, key: `${row.key}~${times}` });
    if (times > 1 && row.key === row.code && codeColumns > 0) {
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

type DeclaredRow = (name: string, direction: Direction | undefined) => RowKind | undefined;

/**
 * Finds the declared row that a name is: on its own side, where both sides end in 总计, and whatever its number, since
 * 事业收入 comes third in one document and fourth in another.
 */
function rowNames(kind: TableKind, unitNames: readonly string[]): DeclaredRow {
  const { exact, unnumbered } = labelledRows(kind);
  const unitRow = kind.rows.find((row) => row.unitName);
  const unit = new Set(unitNames.map(plainLabel));
  return (name, direction) => {
    const label = plainLabel(name);
    const onSide = (found: readonly RowKind[] = []): RowKind[] =>
      found.filter((row) => !row.direction || !direction || row.direction === direction);
    const [declared] = onSide(exact.get(label));
    if (declared) return declared;
    if (unitRow && unit.has(label)) return unitRow;
    const bare = plainName(name);
    const [other, ...others] = bare === label ? [] : onSide(unnumbered.get(bare));
    return others.length === 0 ? other : undefined;
  };
}

interface LabelledRows {
  readonly exact: ReadonlyMap<string, readonly RowKind[]>;
  readonly unnumbered: ReadonlyMap<string, readonly RowKind[]>;
}

const labelled = new WeakMap<TableKind, LabelledRows>();

/** The declared rows of a kind by their labels, with and without a number before them. */
function labelledRows(kind: TableKind): LabelledRows {
  const known = labelled.get(kind);
  if (known) return known;
  const by = (plain: (label: string) => string): ReadonlyMap<string, readonly RowKind[]> => {
    const rows = kind.rows.flatMap((row) => [...new Set(row.labels.map(plain))].map((label) => ({ row, label })));
    return new Map([...Map.groupBy(rows, ({ label }) => label)].map(([label, found]) => [label, found.map(({ row }) => row)]));
  };
  const rows = { exact: by(plainLabel), unnumbered: by(plainName) };
  labelled.set(kind, rows);
  return rows;
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
  { numbers, classification, join }: TableContext,
  columns: readonly FoundColumn[],
  above: Map<string, string>,
  declaredRow: DeclaredRow,
  report: Report,
): Row {
  const cells = new Map<string, Cell>();
  const codes: { readonly text: string; readonly column: string; readonly field: number; readonly raw: string }[] = [];
  let name = '';
  let direction: Direction | undefined;
  for (const { column, field } of columns) {
    const raw = record.fields[field - 1] ?? '';
    const { id, role, merged } = column.kind;
    const figure = role === 'amount' || role === 'percent' || role === 'count';
    const text = raw.trim() === '' && merged && !figure ? (above.get(id) ?? '') : raw.trim();
    if (merged && !figure) above.set(id, text);
    if (figure) {
      const cell = parseFigure(raw, field, role, column.kind.words, numbers);
      if (typeof cell === 'string') {
        report({
          rule: 'figure-not-readable',
          place: fieldPlace(csv, record, field),
          values: {
            label: column.label,
            found: raw.length > 40 ? `${raw.slice(0, 40)}…` : raw,
            fault: cell,
            ...figureAdvice(cell, numbers),
          },
        });
        cells.set(id, { raw, content: 'unreadable', field });
      } else cells.set(id, cell);
      continue;
    }
    cells.set(id, { raw, content: raw.trim() === '' ? 'blank' : 'words', field });
    if (role === 'name' && name === '') name = text;
    if (role === 'direction') direction = parseDirection(text, column.kind);
    if (role === 'direction' && direction === undefined) {
      report({ rule: 'direction-unknown', place: fieldPlace(csv, record, field), values: { found: raw, ...directionWords(column.kind) } });
    }
    if (role === 'code' && text !== '') codes.push({ text, column: id, field, raw });
    if (hasInvisible(raw)) report({ rule: 'invisible-character', place: fieldPlace(csv, record, field), values: { label: column.label } });
    if (FORMULA.test(text)) {
      report({ rule: 'formula-in-text', place: fieldPlace(csv, record, field), values: { label: column.label, found: text } });
    }
  }
  const { code, malformed } = joinCode(codes, join, classification);
  for (const { column, field, raw } of malformed) {
    cells.set(column, { raw, content: 'unreadable', field });
    report({ rule: 'code-malformed', place: fieldPlace(csv, record, field), values: { found: raw, ...codeFault(classification) } });
  }
  if (name === '' && code === '' && !kind.key && !declaredRow('', direction)) reportNameless(csv, record, columns, report);
  const rowKind = code === '' ? declaredRow(name, direction) : undefined;
  return {
    key: rowKey(kind, cells, above, code, name, rowKind),
    name,
    ...(code === '' ? (kind.codeFromName && !rowKind && name !== '' ? { code: name } : {}) : { code }),
    ...(rowKind ? { declared: rowKind.id } : {}),
    level: rowKind ? rowKind.level : code !== '' ? codeLevel(code, classification) : kind.rows.length > 0 ? 1 : 0,
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

/** The code of a row, and those of its parts that no code can have. */
function joinCode<Part extends { readonly text: string }>(
  parts: readonly Part[],
  join: string,
  classification: Classification | undefined,
): { code: string; malformed: readonly Part[] } {
  const code = parts.map(({ text }) => text).join(join);
  if (code === '' || isCode(code, classification)) return { code, malformed: [] };
  const malformed = parts.filter(({ text }) => !isCode(text, classification));
  const sound = parts.filter((part) => !malformed.includes(part));
  return {
    code: malformed.length > 0 ? sound.map(({ text }) => text).join(join) : '',
    malformed: malformed.length > 0 ? malformed : parts,
  };
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

const DIRECTION_WORDS: Readonly<Record<Direction, readonly string[]>> = {
  revenue: ['收入', 'revenue'],
  expenditure: ['支出', 'expenditure'],
};

function parseDirection(text: string, { directions = DIRECTION_WORDS }: ColumnKind): Direction | undefined {
  const means = (direction: Direction): boolean => directions[direction].some((word) => plainLabel(word) === plainLabel(text));
  return means('revenue') ? 'revenue' : means('expenditure') ? 'expenditure' : undefined;
}

/** As they are printed. */
export function directionWords({ directions = DIRECTION_WORDS }: ColumnKind): { revenue: string; expenditure: string } {
  return { revenue: directions.revenue[0] ?? '', expenditure: directions.expenditure[0] ?? '' };
}

/** Nothing, or asterisks alone. */
function isEmpty(field: string): boolean {
  return field === '' || /^\s*\**\s*$/.test(field);
}

/** Whether a row prints only the columns' numbers: `**,**,1,2,3`. */
function numberingOf(columns: readonly FoundColumn[]): (record: CsvRow) => boolean {
  const fieldsOf = (roles: readonly string[]): readonly number[] =>
    columns.filter(({ column }) => roles.includes(column.kind.role)).map(({ field }) => field - 1);
  const figures = fieldsOf(['amount', 'percent', 'count']);
  const others = fieldsOf(['code', 'name']);
  return ({ fields }) => {
    const text = (index: number): string => fields[index]?.trim() ?? '';
    if (figures.length < 2 || others.some((index) => !/^(\**|\d?|栏次|行次)$/.test(text(index)))) return false;
    return figures.every((index, at) => at === 0 || Number(text(index)) === Number(text(figures[at - 1] ?? 0)) + 1);
  };
}
