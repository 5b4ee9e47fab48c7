/**
 * Balance tables print functions by name alone. Where the kind says that its rows are those of another
 * table, the code of the row there gives the name its place in the hierarchy.
 */
import type { Row } from '../domain/archive.ts';
import { plainName } from '../reading/labels.ts';
import type { ReadTable } from '../reading/read-archive.ts';

export function matchNames(tables: readonly ReadTable[]): readonly ReadTable[] {
  return tables.map((table) => {
    const others = (table.kind?.identities ?? []).flatMap((each) =>
      each.type === 'same-column' && each.by === 'name' && each.direction === 'expenditure' ? [each.other.kind] : [],
    );
    const other = tables.find(({ kind, rows }) => rows.length > 0 && others.includes(kind?.id ?? ''));
    if (!other) return table;
    const codes = new Map<string, Pick<Row, 'code' | 'level'>[]>();
    for (const { name, code, level } of other.rows) {
      if (code) codes.set(plainName(name), [...(codes.get(plainName(name)) ?? []), { code, level }]);
    }
    const rows = table.rows.map((row): Row => {
      if (row.direction === 'revenue' || row.code || row.declared) return row;
      const found = codes.get(plainName(row.name))?.shift();
      return found?.code ? { ...row, matchedCode: found.code, level: found.level } : row;
    });
    return { ...table, rows };
  });
}
