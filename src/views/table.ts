/** A table as printed: heads over two levels, indentation, anchors, and a mark where a sum has something to say. */

import type { Archive, Cell, Check, Column, Disclosure, Row, Table } from '../domain/archive.ts';
import { formatCellReference } from '../domain/cell-reference.ts';
import { formatDecimal, isZero } from '../domain/decimal.ts';
import { isPlain } from '../domain/number-format.ts';
import { scaleName } from './amount.ts';
import { codeHref, codesInUse } from './code.ts';
import { type Edition, gloss, textOf } from './edition.ts';
import type { HeadCell, TableCell, TableRow, TableView } from './page.ts';
import { disclosurePath } from './select.ts';
import { termIn } from './terms.ts';
import { cellMark, verdictSummary } from './verdict.ts';

/** Rows beyond which the browser may render the table when it comes near. */
const LONG = 40;

/** `own` are the checks of its cells. */
export function tableView(edition: Edition, disclosure: Disclosure, table: Table, position: number, own: readonly Check[]): TableView {
  const { language } = edition;
  const { id, title, state, statement, note, remark } = table;
  const stateText = language.table.states[state];
  const marks = Map.groupBy(
    own.filter(({ verdict }) => verdict !== 'ok'),
    ({ cell }) => cell,
  );
  const columns = table.columns.map((column) => ({ column, role: headRole(column) }));
  const amounts = table.columns.some(({ kind }) => kind.role === 'amount');
  return {
    id,
    number: language.table.number(position),
    title,
    ...optional('gloss', titleGloss(edition, table)),
    state,
    ...(stateText ? { stateText } : {}),
    ...(statement ? { statement } : {}),
    ...(note ? { note } : {}),
    ...(remark ? { remark } : {}),
    ...(table.scale && amounts ? { scale: language.scaleNote(scaleName(edition, table.scale, disclosure.currency)) } : {}),
    ...(table.file ? { csv: { href: `${disclosurePath(disclosure.unit, disclosure.id)}${id}.csv`, text: 'CSV' } } : {}),
    ...(table.page ? { page: language.table.page(table.page) } : {}),
    ...(own.length > 0 ? { checks: verdictSummary(edition, own).text } : {}),
    head: tableHead(edition, table.columns),
    rows: table.rows.map((row) => tableRow(edition, table, row, columns, marks)),
    long: table.rows.length > LONG,
  };
}

function titleGloss(edition: Edition, { title, kind }: Table): string | undefined {
  const translated = gloss(edition, title);
  if (translated !== undefined || !kind || isOwn(edition)) return translated;
  const named = textOf(edition, kind.title);
  return named === title || named === kind.title.zh ? undefined : named;
}

/** A column's own name in the table kind, else that of the words that are printed. */
function headGloss(edition: Edition, printed: string, column: Column | undefined): string | undefined {
  if (isOwn(edition)) return undefined;
  return (edition.language.text === 'en' ? column?.kind.en : undefined) ?? gloss(edition, printed);
}

/** In the archive's own language nothing printed needs another word beside it. */
function isOwn({ base }: Edition): boolean {
  return base === '';
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: Value });
}

/** `基本支出/人员支出` becomes two levels; a label of one level spans both. */
function tableHead(edition: Edition, columns: readonly Column[]): HeadCell[][] {
  const paths = columns.map(({ label }) => label.split('/'));
  const depth = Math.max(1, ...paths.map((path) => path.length));
  return Array.from({ length: depth }, (_, level) =>
    columns.flatMap((column, index): HeadCell[] => {
      const path = paths[index] ?? [];
      if (level >= path.length) return [];
      const same = (other: number): boolean =>
        paths[other]?.slice(0, level + 1).join('/') === path.slice(0, level + 1).join('/') && level < (paths[other]?.length ?? 0) - 1;
      const isLeaf = level === path.length - 1;
      if (!isLeaf && index > 0 && same(index - 1)) return [];
      let span = 1;
      while (!isLeaf && index + span < columns.length && same(index + span)) span += 1;
      const role = headRole(column);
      const term = termIn(edition.archive, path[level] ?? '');
      return [
        {
          label: path[level] ?? '',
          ...optional('gloss', headGloss(edition, path[level] ?? '', isLeaf ? column : undefined)),
          columns: span,
          rows: isLeaf ? depth - level : 1,
          align: role === 'figure' ? 'end' : 'start',
          role,
          ...(term ? { term } : {}),
        },
      ];
    }),
  );
}

function headRole({ kind }: Column): HeadCell['role'] {
  if (kind.role === 'code' || kind.role === 'name') return kind.role;
  return kind.role === 'text' || kind.role === 'direction' ? 'text' : 'figure';
}

const NO_MARKS: TableCell['marks'] = [];

/** `marks` are the checks that a cell's sign tells of. */
function tableRow(
  edition: Edition,
  table: Table,
  row: Row,
  columns: readonly { readonly column: Column; readonly role: HeadCell['role'] }[],
  marks: ReadonlyMap<string, readonly Check[]>,
): TableRow {
  const classification = table.kind?.classification;
  return {
    id: `${table.id}.${row.key}`,
    level: row.level,
    total: row.total,
    cells: columns.map(({ column, role }): TableCell => {
      const cell: Cell = row.cells.get(column.kind.id) ?? { raw: '', content: 'blank', field: 0 };
      const text = cellText(edition, cell, column);
      const { content } = cell;
      const zero = cell.value !== undefined && isZero(cell.value);
      if (role === 'figure') {
        const id = formatCellReference({ table: table.id, row: row.key, column: column.kind.id });
        const own = marks.get(id)?.flatMap((check) => cellMark(edition, check) ?? []) ?? NO_MARKS;
        if (own.length === 0) return { text, role, content, zero, id, marks: NO_MARKS };
        return { text, role, content, zero, id, marks: own, column: column.label.replaceAll('/', ' ') };
      }
      const code = row.code ?? row.matchedCode;
      const named = role === 'code' || (role === 'name' && !columns.some((other) => other.role === 'code'));
      const known = classification !== undefined && code !== undefined && codeSet(edition.archive, classification).has(code);
      const translated = !isOwn(edition) && (role === 'name' || role === 'text') ? gloss(edition, text) : undefined;
      const href = known && named && text !== '' ? codeHref(edition, classification, code) : undefined;
      return { text, role, content, zero, ...optional('gloss', translated), marks: NO_MARKS, ...(href ? { href } : {}) };
    }),
  };
}

/** As printed; where the archive declares no way to print numbers, with thousands commas, which the source may have or lack. */
function cellText({ archive }: Edition, { raw, value }: Cell, { kind }: Column): string {
  if (!value || !isPlain(archive.facts.numbers)) return raw.trim();
  return `${formatDecimal(value, { grouping: true })}${kind.role === 'percent' && raw.trim().endsWith('%') ? '%' : ''}`;
}

const sets = new WeakMap<Archive, Map<string, Set<string>>>();

function codeSet(archive: Archive, classification: string): Set<string> {
  const known = sets.get(archive) ?? new Map<string, Set<string>>();
  sets.set(archive, known);
  let set = known.get(classification);
  if (!set) {
    set = new Set(codesInUse(archive, classification));
    known.set(classification, set);
  }
  return set;
}
