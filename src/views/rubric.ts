/** A scoring scheme: who or what is scored, for what, with how many points. */
import type { Disclosure, Row, Table } from '../domain/archive.ts';
import { formatCellReference } from '../domain/cell-reference.ts';
import { sum } from '../domain/decimal.ts';
import { digits } from './amount.ts';
import type { Edition } from './edition.ts';
import type { Rubric, RubricGroup } from './page.ts';
import { disclosurePath } from './select.ts';

/** Tables whose kind says that a merged column groups rows and points add up within a group. */
export function rubrics(edition: Edition, disclosure: Disclosure): Rubric[] {
  const { language } = edition;
  return disclosure.tables.flatMap((table) => {
    const identity = table.kind?.identities.find(({ type }) => type === 'group-sum');
    if (identity?.type !== 'group-sum') return [];
    const { id, title, remark, file, page } = table;
    const groups = groupRows(table, identity);
    const criteria = groups.reduce((count, group) => count + group.criteria.length, 0);
    const points = sum(table.rows.flatMap((row) => row.cells.get(identity.total)?.value ?? []));
    // Bodies are scored side by side: their points make no whole.
    const perBody = identity.by === 'body';
    return [
      {
        id,
        title,
        summary: perBody
          ? language.rubric.byBody(groups.length, criteria)
          : language.rubric.byTopic(groups.length, criteria, digits(edition, points)),
        ...(file ? { csv: { href: `${disclosurePath(disclosure.unit, disclosure.id)}${id}.csv`, text: 'CSV' } } : {}),
        ...(page ? { page: language.table.page(page) } : {}),
        ...(remark ? { remark } : {}),
        groups,
      },
    ];
  });
}

function groupRows(table: Table, { by, total, parts }: { by: string; total: string; parts: string }): RubricGroup[] {
  const text = table.columns.find(({ kind }) => kind.role === 'text')?.kind.id ?? '';
  const cell = (row: Row, column: string): string => formatCellReference({ table: table.id, row: row.key, column });
  const groups: (Omit<RubricGroup, 'criteria'> & { criteria: RubricGroup['criteria'][number][] })[] = [];
  for (const row of table.rows) {
    if (row.cells.get(by)?.content !== 'blank' || groups.length === 0) {
      groups.push({ id: cell(row, total), name: row.cells.get(by)?.raw.trim() ?? '', points: printed(row, total), criteria: [] });
    }
    const criterion = { id: `${table.id}.${row.key}`, text: row.cells.get(text)?.raw.trim() ?? '', points: printed(row, parts) };
    groups.at(-1)?.criteria.push({ ...criterion, pointsId: cell(row, parts) });
  }
  return groups;
}

function printed(row: Row, column: string): string {
  return row.cells.get(column)?.raw.trim() ?? '';
}
