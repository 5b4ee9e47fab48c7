/**
 * A changed figure must not go unnoticed: every amount of the real budgets is changed, one at a time, by so many
 * units in the last place that its table prints: a hundredth of 万元, or whole 元.
 */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Check } from '../domain/archive.ts';
import { add, type Decimal, decimal, formatDecimal } from '../domain/decimal.ts';
import { filesOnDisk } from '../reading/files.ts';
import { type ReadDisclosure, readArchive } from '../reading/read-archive.ts';
import { loadRules } from './load.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = readArchive(filesOnDisk(ROOT));
const reconciling = [...(await loadRules()).values()].flatMap(({ reconcile }) => reconcile ?? []);

const checksOf = (disclosure: ReadDisclosure): Check[] => reconciling.flatMap((reconcile) => [...reconcile(disclosure, read)]);
const outcome = (checks: readonly Check[]): string =>
  checks.map(({ cell, rule, verdict, inputs }) => `${rule} ${cell} ${inputs.map((input) => input.cell)} ${verdict}`).join('\n');
const failures = (checks: readonly Check[]): number => checks.filter(({ verdict }) => verdict === 'fail').length;

function* amounts(disclosure: ReadDisclosure) {
  for (const table of disclosure.tables) {
    for (const row of table.rows) {
      for (const { kind } of table.columns) {
        const value = row.cells.get(kind.id)?.value;
        if ((kind.role === 'amount' || kind.role === 'percent') && value)
          yield {
            cell: `${table.id}.${row.key}.${kind.id}`,
            table: table.id,
            row: row.key,
            column: kind.id,
            value,
            places: table.scale === '元' ? 0 : 2,
          };
      }
    }
  }
}

function changed(disclosure: ReadDisclosure, at: { table: string; row: string; column: string }, value: Decimal): ReadDisclosure {
  return {
    ...disclosure,
    tables: disclosure.tables.map((table) => {
      if (table.id !== at.table) return table;
      const rows = table.rows.map((row) => {
        const cell = row.cells.get(at.column);
        if (row.key !== at.row || !cell) return row;
        return { ...row, cells: new Map(row.cells).set(at.column, { ...cell, raw: formatDecimal(value), value }) };
      });
      return { ...table, rows };
    }),
  };
}

/** The latest of each unit: those of its other years have the same tables. */
const budgets = [...Map.groupBy(read.disclosures, ({ unit }) => unit).values()].flatMap(
  (years) => years.findLast(({ type }) => type === 'budget') ?? [],
);

describe.each(budgets.map((disclosure) => [disclosure.unit, disclosure] as const))('%s', { timeout: 60_000 }, (_, disclosure) => {
  const before = checksOf(disclosure);
  const cells = [...amounts(disclosure)];

  it.each([100, 10])('a change of %s last places in any figure fails a check', (delta) => {
    const unnoticed = cells.filter(
      (at) => failures(checksOf(changed(disclosure, at, add(at.value, decimal(delta, at.places))))) <= failures(before),
    );
    expect(unnoticed.map(({ cell }) => cell)).toEqual([]);
  });

  it('a change of one last place in any figure changes the report', () => {
    const unnoticed = cells.filter(
      (at) => outcome(checksOf(changed(disclosure, at, add(at.value, decimal(1, at.places))))) === outcome(before),
    );
    expect(unnoticed.map(({ cell }) => cell)).toEqual([]);
  });
});
