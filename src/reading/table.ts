/** A table's CSV held against its kind: columns found by their printed labels, rows named, cells typed. */
import type { Cell, Column, Row } from '../domain/archive.ts';
import type { Direction, RowKind, TableKind } from '../domain/declarations.ts';
import type { Fault } from '../domain/finding.ts';
import { type CsvFile, type CsvRow, fieldPlace } from './csv.ts';
import { FIGURE_FAULTS, parseFigure } from './figure.ts';
import { nearest } from './nearest.ts';

export interface ParsedTable {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** Labels are compared without white space and with half-width brackets and quotation marks made alike. */
export function plainLabel(label: string): string {
  // The same few thousand labels come back in every disclosure.
  const known = plainLabels.get(label);
  if (known !== undefined) return known;
  const plain = label
    .replace(/[\s\u3000]+/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/["”“]/g, '”')
    .replaceAll(':', '：');
  if (plainLabels.size > 50_000) plainLabels.clear();
  plainLabels.set(label, plain);
  return plain;
}

const plainLabels = new Map<string, string>();

/** `names` are the names under which the unit itself may stand in a row. */
export function parseTable(csv: CsvFile, kind: TableKind, names: readonly string[], report: (fault: Fault) => void): ParsedTable {
  const head = csv.rows[0];
  if (!head) return { columns: [], rows: [] };
  const found = matchColumns(csv, head, kind, report);
  const unitNames = new Set(names.map(plainLabel));
  const declared = new Map(kind.rows.flatMap((row) => row.labels.map((label) => [plainLabel(label), row] as const)));
  const unitRow = kind.rows.find((row) => row.unitName);
  const seen = new Map<string, number>();
  const rows: Row[] = [];
  const above = new Map<string, string>();
  for (const record of csv.rows.slice(1)) {
    if (record.fields.every((field) => /^(\*+)?$/.test(field.trim())) || isNumbering(record, found)) {
      report({ rule: 'row-is-placeholder', place: fieldPlace(csv, record, 1), values: { start: record.fields.slice(0, 4).join(',') } });
      continue;
    }
    if (record.fields.length !== head.fields.length) continue;
    const declaredRow = (name: string): RowKind | undefined =>
      declared.get(plainLabel(name)) ?? (unitNames.has(plainLabel(name)) ? unitRow : undefined);
    const row = parseRow(csv, record, kind, found, above, declaredRow, report);
    const times = (seen.get(row.key) ?? 0) + 1;
    seen.set(row.key, times);
    rows.push(times === 1 ? row : { ...row, key: `${row.key}~${times}` });
    if (times > 1 && row.key === row.code && /^\d+$/.test(row.key)) {
      report({ rule: 'row-repeated', place: fieldPlace(csv, record, 1), values: { key: row.key, name: row.name } });
    }
  }
  return { columns: found.map(({ column }) => column), rows };
}

interface FoundColumn {
  readonly column: Column;
  readonly field: number;
}

function matchColumns(csv: CsvFile, head: CsvRow, kind: TableKind, report: (fault: Fault) => void): FoundColumn[] {
  const byLabel = new Map(kind.columns.flatMap((column) => column.labels.map((label) => [plainLabel(label), column] as const)));
  const found: FoundColumn[] = [];
  const taken = new Set<string>();
  head.fields.forEach((label, index) => {
    const column = byLabel.get(plainLabel(label));
    const place = fieldPlace(csv, head, index + 1);
    if (!column) {
      const free = kind.columns.filter(
        (each) => !taken.has(each.id) && !head.fields.some((other) => each.labels.some((known) => plainLabel(known) === plainLabel(other))),
      );
      const near = nearest(
        plainLabel(label),
        free.flatMap((each) => each.labels),
      );
      report({
        rule: 'head-unknown',
        place,
        values: { label: label === '' ? '（空）' : label, near: near ?? kind.columns.map((each) => each.labels[0]).join('、') },
      });
    } else if (taken.has(column.id)) {
      report({ rule: 'head-duplicated', place, values: { label } });
    } else {
      taken.add(column.id);
      found.push({ column: { kind: column, label }, field: index + 1 });
    }
  });
  for (const column of kind.columns) {
    if (taken.has(column.id) || column.optional) continue;
    report({ rule: 'head-missing', place: fieldPlace(csv, head, 1), values: { label: column.labels[0] ?? column.id } });
  }
  return found;
}

function parseRow(
  csv: CsvFile,
  record: CsvRow,
  kind: TableKind,
  columns: readonly FoundColumn[],
  above: Map<string, string>,
  declaredRow: (name: string) => RowKind | undefined,
  report: (fault: Fault) => void,
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
          values: { label: column.label, found: raw, fault: cell, advice: FIGURE_FAULTS[cell].zh, adviceEn: FIGURE_FAULTS[cell].en },
        });
        cells.set(id, { raw, content: 'words', field });
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
      else report({ rule: 'code-malformed', place: fieldPlace(csv, record, field), values: { found: raw } });
    }
    if (role !== 'text' && /\p{Cf}/u.test(raw)) {
      report({ rule: 'invisible-character', place: fieldPlace(csv, record, field), values: { label: column.label } });
    }
  }
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
  if (figures.length < 2 || others.some((text) => !/^(\**|\d?)$/.test(text))) return false;
  return figures.every((text, index) => index === 0 || Number(text) === Number(figures[index - 1]) + 1);
}
