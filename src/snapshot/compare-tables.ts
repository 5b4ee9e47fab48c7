/** Differences of one printed table in two archives, cell by cell. */
import type { Row, Table } from '../domain/archive.ts';
import { formatCellReference } from '../domain/cell-reference.ts';
import type { Difference } from './changes.ts';

/** `head` is what a table's head is called. */
export function compareTables(before: Table, after: Table, head: string): Difference[] {
  const title = after.title;
  const labels = new Map([...before.columns, ...after.columns].map(({ kind, label }) => [kind.id, label]));
  const columnsOf = (table: Table): Map<string, string> => new Map(table.columns.map(({ kind, label }) => [kind.id, label]));
  const [oldColumns, newColumns] = [columnsOf(before), columnsOf(after)];
  const found: Difference[] = [];
  for (const [id, label] of labels) {
    const [from, to] = [oldColumns.get(id), newColumns.get(id)];
    if (from === undefined) found.push({ type: 'column-added', place: [title, label], after: label });
    else if (to === undefined) found.push({ type: 'column-removed', place: [title, label], before: label });
    else if (from !== to) found.push({ type: 'cell', place: [title, head], before: from, after: to });
  }
  const shared = [...labels.keys()].filter((id) => oldColumns.has(id) && newColumns.has(id));
  const { pairs, removed, added } = pairRows(before, after, shared);
  for (const [from, to] of pairs) {
    for (const id of shared) {
      const [old, now] = [rawOf(from, id), rawOf(to, id)];
      if (old === now) continue;
      const cell = formatCellReference({ table: after.id, row: to.key, column: id });
      found.push({ type: 'cell', place: [title, `${nameOf(to)} ${labels.get(id) ?? id}`], cell, before: old, after: now });
    }
  }
  for (const row of removed) found.push({ type: 'row-removed', place: [title, nameOf(row)], before: textOf(row, shared) });
  for (const row of added) found.push({ type: 'row-added', place: [title, nameOf(row)], after: textOf(row, shared) });
  const places = pairs.map(([, to]) => after.rows.indexOf(to));
  const moved = pairs.find((_, index) => index > 0 && (places[index - 1] ?? 0) > (places[index] ?? 0));
  if (moved) found.push({ type: 'order', place: [title, nameOf(moved[1])] });
  return found;
}

/** Rows of one key belong together; of the rest, those that stand in the same place and are alike for the greater part. */
function pairRows(before: Table, after: Table, columns: readonly string[]) {
  const now = new Map(after.rows.map((row) => [row.key, row]));
  const partners = new Map<Row, Row>();
  const pair = (row: Row, partner: Row | undefined): void => {
    if (!partner) return;
    partners.set(row, partner);
    now.delete(partner.key);
  };
  for (const row of before.rows) pair(row, now.get(row.key));
  for (const row of before.rows.filter((each) => !partners.has(each)))
    pair(
      row,
      [...now.values()].find((other) => other.line === row.line && share(row, other, columns) > 0.5),
    );
  const pairs = before.rows.flatMap((row): (readonly [Row, Row])[] => {
    const partner = partners.get(row);
    return partner ? [[row, partner]] : [];
  });
  return { pairs, removed: before.rows.filter((row) => !partners.has(row)), added: [...now.values()] };
}

function share(a: Row, b: Row, columns: readonly string[]): number {
  return columns.filter((id) => rawOf(a, id) === rawOf(b, id)).length / Math.max(1, columns.length);
}

function rawOf(row: Row, column: string): string {
  return row.cells.get(column)?.raw ?? '';
}

function nameOf({ code, name, key }: Row): string {
  return [code ?? '', name].filter((part) => part !== '').join(' ') || key;
}

function textOf(row: Row, columns: readonly string[]): string {
  return columns.map((id) => rawOf(row, id)).join(' | ');
}
