/**
 * Forms print small tables as labels with their figures beside them: 计划安排资金 | 48.29 | 实际到位资金 | 48.29, and below
 * 其中：中央财政 with its figure beside each. The labels are a kind's columns; the figures beside them its row 合计.
 */
import type { ColumnKind, TableKind } from '../../domain/declarations.ts';
import { plainLabel } from '../../reading/labels.ts';
import { type MatrixCell, ownCells, pagesOfRows } from './matrix.ts';
import { NOTHING, type Piece } from './piece.ts';
import { isFigure } from './printed-figure.ts';
import type { PrintedTable } from './printed-tables.ts';

interface Pair {
  readonly label: MatrixCell;
  readonly value: MatrixCell | undefined;
}

type Row = readonly MatrixCell[];

/** The tables that a form's labels and figures are, top to bottom. */
export function labelLists(form: PrintedTable, kinds: readonly TableKind[]): readonly PrintedTable[] {
  const tables: PrintedTable[] = [];
  for (let at = 0; at < form.rows.length; ) {
    const found = kinds.flatMap((kind) => listAt(form.rows.slice(at), kind) ?? []).sort((a, b) => b.columns.length - a.columns.length)[0];
    if (found) tables.push(tableOf(form, found));
    at += found?.length ?? 1;
  }
  return tables;
}

interface List {
  readonly kind: TableKind;
  readonly columns: readonly { readonly column: ColumnKind; readonly label: MatrixCell }[];
  /** Names, each with the figures of the columns in their order; the first is the total. */
  readonly rows: readonly { readonly name: Piece; readonly values: readonly (Piece | undefined)[] }[];
  /** How many rows of the form it takes. */
  readonly length: number;
}

/** The list that begins in the first of the rows: two columns of the kind at least, and a named row below them. */
function listAt([first, ...below]: readonly Row[], kind: TableKind): List | undefined {
  const total = kind.rows.find((row) => row.total)?.labels[0];
  const pairs = pairsOf(first ?? []);
  const columns = pairs.flatMap(({ label }) => {
    const column = columnOf(label, kind);
    return column ? [{ column, label }] : [];
  });
  const distinct = new Set(columns.map(({ column }) => column)).size;
  if (total === undefined || columns.length < 2 || columns.length !== pairs.length || distinct !== columns.length) return undefined;
  const rows = [{ name: { ...NOTHING, text: total }, values: pairs.map(({ value }) => value?.piece) }];
  const names = new Set(kind.rows.flatMap(({ labels }) => labels.map(plainLabel)));
  let length = 1;
  for (const row of below) {
    const own = pairsOf(row);
    const [only] = own;
    const further = own.length === 1 && only ? columnOf(only.label, kind) : undefined;
    const name = plainLabel(only?.label.text ?? '');
    if (further && only && !columns.some(({ column }) => column === further)) {
      columns.push({ column: further, label: only.label });
      rows[0]?.values.push(only.value?.piece);
    } else if (only && names.has(name) && own.length === pairs.length && own.every(({ label }) => plainLabel(label.text) === name))
      rows.push({ name: only.label.piece, values: own.map(({ value }) => value?.piece) });
    else break;
    length += 1;
  }
  return rows.length > 1 ? { kind, columns, rows, length } : undefined;
}

/** Words, each with the figure or the blank to its right; none where a row has anything else. */
function pairsOf(row: Row): Pair[] {
  const pairs: { label: MatrixCell; value: MatrixCell | undefined }[] = [];
  for (const cell of ownCells(row)) {
    const last = pairs.at(-1);
    if (!isFigure(cell.text)) pairs.push({ label: cell, value: undefined });
    else if (last && !last.value) last.value = cell;
    else return [];
  }
  return pairs;
}

function columnOf({ text }: MatrixCell, kind: TableKind): ColumnKind | undefined {
  const label = plainLabel(text);
  return kind.columns.find(({ role, labels }) => role === 'amount' && labels.some((each) => plainLabel(each) === label));
}

function tableOf(form: PrintedTable, { kind, columns, rows }: List): PrintedTable {
  const { title: _, ...ofForm } = form;
  const place = columns[0]?.label.piece.place ?? form.place;
  const name = kind.columns.find(({ role }) => role === 'name')?.labels[0] ?? '';
  const cell = (piece: Piece): MatrixCell => ({ piece, text: piece.text, rowSpan: 1, columnSpan: 1, begins: true });
  return {
    ...ofForm,
    name: `${form.name ?? ''}：${kind.title.zh.split('：').at(-1) ?? ''}`.replace(/^：/, ''),
    kind: kind.id,
    rows: [
      [cell({ ...NOTHING, text: name }), ...columns.map(({ label }) => ({ ...label, rowSpan: 1, columnSpan: 1, begins: true }))],
      ...rows.map((row) => [cell(row.name), ...columns.map((_column, at) => cell(row.values[at] ?? NOTHING))]),
    ],
    columns: columns.length + 1,
    spansKnown: true,
    notes: [],
    repeated: [],
    doubts: [
      {
        text: `原文把栏目和数并排列出，没有表头：“${columns.map(({ label }) => label.text).join('”“')}”认作栏目，各数归“${rows[0]?.name.text ?? ''}”一行`,
        place,
      },
    ],
    place,
    pages: pagesOfRows([
      columns.map(({ label }) => label),
      ...rows.map(({ name: own, values }) => [own, ...values].flatMap((piece) => (piece ? [cell(piece)] : []))),
    ]),
  };
}
