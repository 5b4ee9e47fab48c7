/** A changed figure must not go unnoticed: every amount of the real budgets is changed, one at a time. */
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
          yield { cell: `${table.id}.${row.key}.${kind.id}`, table: table.id, row: row.key, column: kind.id, value };
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

const budgets = read.disclosures.filter(({ type }) => type === 'budget');

describe.each(budgets.map((disclosure) => [disclosure.unit, disclosure] as const))('%s', (_, disclosure) => {
  const before = checksOf(disclosure);
  const cells = [...amounts(disclosure)];

  it.each([
    ['1.00', decimal(100, 2)],
    ['0.10', decimal(10, 2)],
  ])('a change of %s in any figure fails a check', (_, delta) => {
    const unnoticed = cells.filter((at) => failures(checksOf(changed(disclosure, at, add(at.value, delta)))) <= failures(before));
    expect(unnoticed.map(({ cell }) => cell)).toEqual([]);
  });

  it('a change of 0.01 in any figure changes the report', () => {
    const unnoticed = cells.filter((at) => outcome(checksOf(changed(disclosure, at, add(at.value, decimal(1, 2))))) === outcome(before));
    expect(unnoticed.map(({ cell }) => cell)).toEqual([]);
  });
});
