import { describe, expect, it } from 'vitest';
import type { TableKind } from '../domain/declarations.ts';
import { filesOnDisk } from '../reading/files.ts';
import { readArchive } from '../reading/read-archive.ts';
import { emptyTable } from './empty-table.ts';

const { kinds } = readArchive(filesOnDisk(new URL('../..', import.meta.url).pathname));

it('has a mark for spreadsheets, the printed heads, and the declared rows with their names', () => {
  const kind = kinds.get('three-public') as TableKind;
  expect(emptyTable(kind, '河口镇人民政府')).toBe(
    '\ufeff单位名称,“三公”经费合计,因公出国(境)费用,公务用车购置及运行费/小计,公务用车购置及运行费/公务用车购置费,公务用车购置及运行费/公务用车运行维护费,公务接待费\n合计,,,,,,\n河口镇人民政府,,,,,,\n',
  );
});

it('says the side of a row where the table has a column for it', () => {
  const lines = emptyTable(kinds.get('revenue-expenditure') as TableKind, '').split('\n');
  expect(lines[1]).toBe('收入,一、财政拨款,');
  expect(lines.at(-2)).toBe('支出,支出总计,');
});

describe.each([...kinds.values()])('of $id', (kind) => {
  it('has no row that nothing names, and no column that may be left out', () => {
    const [head = '', ...rows] = emptyTable(kind, '某单位').trimEnd().split('\n');
    expect(head.split(',')).toHaveLength(kind.columns.filter(({ optional }) => !optional).length);
    // A table of one row may name it nowhere.
    const named = kind.columns.some(({ role }) => role === 'name' || role === 'direction');
    if (named) for (const row of rows) expect(row.replaceAll(',', '')).not.toBe('');
  });
});
