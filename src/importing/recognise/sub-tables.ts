/**
 * Forms print several small tables in one: a project's funds, then its indicators, under heads of their own. Where no
 * kind fits the whole, each row that reads like a declared head begins a table of its own.
 */
import type { TableKind } from '../../domain/declarations.ts';
import { matchColumns, printedColumns } from './match-columns.ts';
import { type MatrixCell, ownCells, pagesOfRows } from './matrix.ts';
import { isFigure } from './printed-figure.ts';
import type { PrintedTable } from './printed-tables.ts';

const LABELS_KNOWN = 0.8;

/** The small tables of a form, top to bottom; none where it has no head that a kind declares. */
export function subTables(form: PrintedTable, kinds: readonly TableKind[], year: number): readonly PrintedTable[] {
  const heads = form.rows.flatMap((row, index) => {
    const kind = kindOfHead(row, kinds, year);
    return kind ? [{ kind, index }] : [];
  });
  return heads.flatMap(({ kind, index }, order): PrintedTable[] => {
    const lines = withNames(form.rows.slice(index, heads[order + 1]?.index ?? form.rows.length));
    const shifted = shiftedHead(lines, kind, year);
    const [head, ...below] = shifted ? [shifted, ...lines.slice(1)] : lines;
    // The last characters of a label may have slipped into a line of their own.
    const rest = below[0] && ownCells(below[0]).length === 1 && (ownCells(below[0])[0]?.text ?? '').length <= 2 ? 1 : 0;
    const end = below.findIndex((row, at) => at >= rest && !isOfTable(row, head ?? [], kind, year));
    const body = below.slice(rest, end < 0 ? below.length : end);
    if (!head || body.length === 0) return [];
    const strange = strangeColumns(head, kind, year);
    // What stands under a label of no column says that rows and head do not stand in line: nothing is sure then.
    if (body.some((row) => strange.some((column) => row[column]?.begins && row[column]?.text !== ''))) return [];
    const keep = (row: readonly MatrixCell[]): readonly MatrixCell[] => row.filter((_, column) => !strange.includes(column));
    const place = ownCells(head)[0]?.piece.place ?? form.place;
    const { title: _, ...ofForm } = form;
    return [
      {
        ...ofForm,
        name: `${form.name ?? ''}：${kind.title.zh.split('：').at(-1) ?? ''}`.replace(/^：/, ''),
        kind: kind.id,
        rows: [head, ...body].map(keep),
        columns: head.length - strange.length,
        spansKnown: true,
        notes: [],
        repeated: [],
        ...(shifted ? { doubts: [{ text: '表头多一格，各行的栏目比表头靠左一格：已照此对齐', place }] } : {}),
        place,
        pages: pagesOfRows([head, ...body]),
      },
    ];
  });
}

/**
 * The head moved one column to the left, where its first label is the name of the form's part and the rows below, which
 * are not indented under it, leave the last column empty. Undefined where rows and head stand in line.
 */
function shiftedHead(
  [head, ...body]: readonly (readonly MatrixCell[])[],
  kind: TableKind,
  year: number,
): readonly MatrixCell[] | undefined {
  const first = head?.[0];
  if (!head || !first || strangeColumns(head, kind, year).join() !== '0') return undefined;
  const prints = (column: number): boolean => body.some((row) => row[column]?.begins && row[column]?.text !== '');
  if (!prints(0) || body.some((row) => isLast(row, head.length))) return undefined;
  const blank: MatrixCell = { ...first, text: '', rowSpan: 1, columnSpan: 1, begins: true };
  const moved = [...head.slice(1), blank];
  return body.some((row) => isOfTable(row, moved, kind, year) && ownCells(row).some(({ text }) => isFigure(text))) ? moved : undefined;
}

/** Whether a row prints something in its last column, other than the rest of a label. */
function isLast(row: readonly MatrixCell[], width: number): boolean {
  const last = row[width - 1];
  return last?.begins === true && last.text.length > 2;
}

/** All of a kind's needed labels, or nearly, in one row. */
function kindOfHead(row: readonly MatrixCell[], kinds: readonly TableKind[], year: number): TableKind | undefined {
  const cells = ownCells(row);
  if (cells.length < 3 || cells.some(({ text }) => isFigure(text))) return undefined;
  const columns = printedColumns(
    row.map(({ begins, text }) => (begins && text !== '' ? [text] : [])),
    [],
  );
  const scored = kinds.flatMap((kind) => {
    const needed = kind.columns.filter(({ optional }) => !optional);
    const found = matchColumns(columns, kind.columns, year).filter(({ score }) => score >= LABELS_KNOWN);
    const share = found.filter(({ column }) => !column.optional).length / needed.length;
    return share >= LABELS_KNOWN && found.length >= 3 ? [{ kind, score: share * found.length }] : [];
  });
  return scored.sort((a, b) => b.score - a.score)[0]?.kind;
}

/** A label over two columns, the names standing in the second: 项目资金 | (blank) over (blank) | 年度资金总额. */
function withNames(rows: readonly (readonly MatrixCell[])[]): readonly (readonly MatrixCell[])[] {
  const [head, ...body] = rows;
  const first = head?.findIndex(({ text }) => text !== '') ?? -1;
  const next = head?.[first + 1];
  if (!head || first < 0 || (next && next.text !== '' && next.begins)) return rows;
  const names = body.filter((row) => row[first]?.begins && row[first]?.text !== '').length;
  const beside = body.filter((row) => row[first + 1]?.begins && row[first + 1]?.text !== '').length;
  if (beside <= names) return rows;
  return rows.map((row, index) => row.filter((_, column) => column !== (index === 0 ? first + 1 : first)));
}

/** Columns under a label that the kind does not have, as the name of the form's part beside the first head. */
function strangeColumns(head: readonly MatrixCell[], kind: TableKind, year: number): readonly number[] {
  const columns = printedColumns(
    head.map(({ begins, text }) => (begins && text !== '' ? [text] : [])),
    [],
  );
  const known = new Set(matchColumns(columns, kind.columns, year).flatMap(({ printed }) => printed.at));
  return head.flatMap(({ begins, text }, column) => (begins && text !== '' && !known.has(column) ? [column] : []));
}

/** Figures stand where the kind has figures, and no words do. */
function isOfTable(row: readonly MatrixCell[], head: readonly MatrixCell[], kind: TableKind, year: number): boolean {
  const columns = printedColumns(
    head.map(({ begins, text }) => (begins && text !== '' ? [text] : [])),
    [],
  );
  const own = ownCells(row);
  // The heading of the form's next part, or who signs it.
  if (own.some(({ text }) => /签字|盖章/.test(text)) || (own.length === 1 && /^[一二三四五六七八九十]+、/.test(own[0]?.text ?? '')))
    return false;
  return matchColumns(columns, kind.columns, year).every(({ printed, column }) => {
    if (column.role !== 'amount' && column.role !== 'count' && column.role !== 'percent') return true;
    const cell = row[printed.at[0] ?? 0];
    const text = cell?.begins ? cell.text.replace(/(?:万元|元|分)$/, '') : '';
    return text === '' || isFigure(text) || text === '-' || column.words.includes(text);
  });
}
