/**
 * Balance tables print functions by name alone. Where the kind says that its rows are those of another
 * table, the code of the row there gives the name its place in the hierarchy.
 */
import type { Row } from '../domain/archive.ts';
import { plainName } from '../reading/labels.ts';
import type { ReadTable } from '../reading/read-archive.ts';
import { codeLevel } from '../reading/table.ts';

export function matchNames(tables: readonly ReadTable[]): readonly ReadTable[] {
  return tables.map((table) => {
    const others = (table.kind?.identities ?? []).flatMap((each) =>
      each.type === 'same-column' && each.by === 'name' && each.direction === 'expenditure' ? [each.other.kind] : [],
    );
    const other = tables.find(({ kind, rows }) => rows.length > 0 && others.includes(kind?.id ?? ''));
    if (!other) return table;
    const codes = new Map<string, string[]>();
    for (const { name, code } of other.rows) if (code) codes.set(plainName(name), [...(codes.get(plainName(name)) ?? []), code]);
    const rows = table.rows.map((row): Row => {
      if (row.direction === 'revenue' || row.code || row.declared) return row;
      const code = codes.get(plainName(row.name))?.shift();
      return code ? { ...row, matchedCode: code, level: codeLevel(code) } : row;
    });
    return { ...table, rows };
  });
}
