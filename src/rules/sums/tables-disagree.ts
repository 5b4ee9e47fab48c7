import type { Check, Row } from '../../domain/archive.ts';
import { ZERO } from '../../domain/decimal.ts';
import type { Identity } from '../../domain/declarations.ts';
import { plainName } from '../../reading/labels.ts';
import type { ReadArchive, ReadDisclosure, ReadTable } from '../../reading/read-archive.ts';
import { BALANCE } from '../example-archive.ts';
import { reconcileEqual, tablesOfKind } from '../reconcile.ts';
import { defineRule } from '../rule.ts';
import { sameAcrossScales } from '../scales.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '两张表里的同一个数不相同',
    en: 'Two tables print the same fact differently',
  },
  explanation: {
    zh: '同一个数在一份文件的几张表里出现，应当完全相同，一分不差。一张用元、一张用万元时，先换算；四舍五入造成的差额标作 ≈。',
    en: 'A fact that several tables of a document print must be the same in all, to the last digit. Where one is in 元 and one in 万元, they are converted, and a difference that rounding explains is marked ≈.',
  },
  message: {
    zh: '“{row}”的“{column}”为 {stated}，“{other}”为 {sum}，相差 {difference}。请对照原件核对两处。',
    en: '“{column}” of “{row}” is {stated}, “{other}” says {sum}: {difference} apart. Check both places against the published document.',
  },
  bad: { file: BALANCE, replace: ['支出,公共安全支出,10.00', '支出,公共安全支出,10.10'], at: { line: 6 } },
  *reconcile(disclosure, archive) {
    for (const table of disclosure.tables) {
      if (table.rows.length === 0) continue;
      for (const identity of table.kind?.identities ?? []) {
        if (identity.type === 'same-cell') yield* sameCell(archive, disclosure, table, identity);
        if (identity.type === 'same-column') yield* sameColumn(disclosure, table, identity);
      }
    }
  },
});

function* sameCell(
  archive: ReadArchive,
  disclosure: ReadDisclosure,
  table: ReadTable,
  identity: Extract<Identity, { type: 'same-cell' }>,
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
    );
    const found = check && (other.scale === table.scale ? check : acrossScales(archive, check, table, other));
    if (found) yield found;
  }
}

/** The check of two tables printed in different scales; nothing where the figures cannot be converted. */
function acrossScales(
  archive: ReadArchive,
  check: Check,
  { scale = '' }: ReadTable,
  { scale: otherScale = '' }: ReadTable,
): Check | undefined {
  if (check.verdict === 'not-checkable' || !check.stated) return check;
  const outcome = sameAcrossScales(
    { value: check.stated, unit: scale },
    { value: check.inputs[0]?.value ?? ZERO, unit: otherScale },
    archive,
  );
  return outcome && { ...check, ...outcome };
}

function* sameColumn(disclosure: ReadDisclosure, table: ReadTable, identity: Extract<Identity, { type: 'same-column' }>): Iterable<Check> {
  for (const other of tablesOfKind(disclosure, identity.other.kind)) {
    if (other === table || other.scale !== table.scale) continue;
    const counterparts = byName(other.rows, identity.by, undefined);
    for (const [name, row] of byName(table.rows, identity.by, identity.direction)) {
      const otherRow = counterparts.get(name);
      if (!otherRow) continue;
      const check = reconcileEqual(
        'tables-disagree',
        { table, row, column: identity.column },
        { table: other, row: otherRow, column: identity.other.column },
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
