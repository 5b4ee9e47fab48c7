import type { Check, Row } from '../../domain/archive.ts';
import type { ArchiveFacts, Identity } from '../../domain/declarations.ts';
import { plainName } from '../../reading/labels.ts';
import type { ReadDisclosure, ReadTable } from '../../reading/read-archive.ts';
import { BALANCE } from '../example-archive.ts';
import { reconcileEqual, tablesOfKind } from '../reconcile.ts';
import { defineRule } from '../rule.ts';

type Scales = ArchiveFacts['scales'];

export default defineRule({
  severity: 'error',
  title: {
    zh: '两张表里的同一个数不相同',
    en: 'Two tables print the same fact differently',
  },
  explanation: {
    zh: '同一个数在一份文件的几张表里出现，应当完全相同，一分不差。两张表的金额单位不同（元与万元），换算后核对，容许各自末位的四舍五入。',
    en: 'A fact that several tables of a document print must be the same in all, to the last digit. Between tables of different scales it is converted, and rounding in the last place of each is allowed.',
  },
  message: {
    zh: '“{row}”的“{column}”为 {stated}，“{other}”为 {sum}，相差 {difference}。请对照原件核对两处。',
    en: '“{column}” of “{row}” is {stated}, “{other}” says {sum}: {difference} apart. Check both places against the published document.',
  },
  bad: { file: BALANCE, replace: ['支出,公共安全支出,10.00', '支出,公共安全支出,10.10'], at: { line: 6 } },
  *reconcile(disclosure, { facts: { scales } }) {
    for (const table of disclosure.tables) {
      if (table.rows.length === 0) continue;
      for (const identity of table.kind?.identities ?? []) {
        if (identity.type === 'same-cell') yield* sameCell(disclosure, table, identity, scales);
        if (identity.type === 'same-column') yield* sameColumn(disclosure, table, identity, scales);
      }
    }
  },
});

function* sameCell(
  disclosure: ReadDisclosure,
  table: ReadTable,
  identity: Extract<Identity, { type: 'same-cell' }>,
  scales: Scales,
): Iterable<Check> {
  const row = table.rows.find(({ key }) => key === identity.row);
  if (!row) return;
  for (const other of tablesOfKind(disclosure, identity.other.kind)) {
    const otherRow = other.rows.find(({ key }) => key === identity.other.row);
    if (!otherRow) continue;
    const check = reconcileEqual(
      'tables-disagree',
      { table, row, column: identity.column },
      { table: other, row: otherRow, column: identity.other.column },
      scales,
    );
    if (check) yield check;
  }
}

function* sameColumn(
  disclosure: ReadDisclosure,
  table: ReadTable,
  identity: Extract<Identity, { type: 'same-column' }>,
  scales: Scales,
): Iterable<Check> {
  for (const other of tablesOfKind(disclosure, identity.other.kind)) {
    if (other === table) continue;
    const counterparts = byName(other.rows, identity.by, undefined);
    for (const [name, row] of byName(table.rows, identity.by, identity.direction)) {
      const otherRow = counterparts.get(name);
      if (!otherRow) continue;
      const check = reconcileEqual(
        'tables-disagree',
        { table, row, column: identity.column },
        { table: other, row: otherRow, column: identity.other.column },
        scales,
      );
      if (check) yield check;
    }
  }
}

/** Rows by code, or by name and how often the name has come before: 款 and 项 may share one. */
function byName(rows: readonly Row[], by: 'code' | 'name', direction: Row['direction']): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows) {
    if (direction && row.direction !== direction) continue;
    const name = by === 'code' ? row.code : plainName(row.name);
    if (!name || row.total) continue;
    let key = name;
    for (let times = 2; found.has(key); times += 1) key = `${name}~${times}`;
    found.set(key, row);
  }
  return found;
}
