/** What of a unit can be set side by side over its years, on the three budgets of 万里街道 and on invented ones. */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileArchive, compileFolder } from '../archive/compile.ts';
import { filesInMemory } from '../reading/files.ts';
import { EXAMPLE_ARCHIVE, STATEMENTS } from '../rules/example-archive.ts';
import { loadRules } from '../rules/load.ts';
import { codePage } from './code.ts';
import { ownEdition } from './editions.ts';
import type { YearTable } from './page.ts';
import { unitPage } from './unit.ts';

const edition = ownEdition(await compileFolder(resolve(import.meta.dirname, '../..')));
const page = unitPage(edition, 'putuo-wanli-subdistrict');

/** A row as a line: name, then its cells; `·` where nothing is known, `*` behind what was derived. */
function line(table: YearTable | undefined, label: string): string {
  const row = table?.rows.find((each) => each.label === label);
  const cells = row?.cells.map((cell) => (cell ? `${cell.text}${cell.origin === 'derived' ? '*' : ''}` : '·')) ?? [];
  return [row?.label, ...cells].join(' ');
}

const heads = (table: YearTable | undefined): string[] =>
  table?.columns.flatMap(({ year, stages }) => stages.map(({ name }) => `${year} ${name}`)) ?? [];

describe('a unit over three years', () => {
  const [functions, threePublic] = page.yearTables;

  it('says totals in one scale, with the year before by the change that the text states', () => {
    expect(page.years?.rows.map(({ label, text, origin }) => `${label} ${text} ${origin}`)).toEqual([
      '2022 年初预算 15,076.61 derived',
      '2023 年初预算 16,497.86 published',
      '2024 年初预算 15,621.11 published',
      '2025 年初预算 18,976.76 published',
    ]);
  });

  it('has its functions, the largest first, and a gap for one that a year does not have', () => {
    expect(heads(functions)).toEqual(['2023 年初预算', '2024 年初预算', '2025 年初预算']);
    expect(functions?.rows[0]?.label).toBe('城乡社区支出');
    expect(line(functions, '城乡社区支出')).toBe('城乡社区支出 12,131.99 11,938.53 15,436.93');
    expect(line(functions, '教育支出')).toBe('教育支出 · 25.00 25.00');
    expect(functions?.rows.map(({ change }) => change)).toContain('+29.3%');
    expect(functions?.gaps).not.toBe('');
  });

  it('has 三公 with what the text derives, and 机关运行经费 beside it', () => {
    expect(line(threePublic, '“三公”经费合计')).toBe('“三公”经费合计 22.91* 22.91 47.91 37.91');
    expect(line(threePublic, '公务用车购置')).toBe('公务用车购置 0* 0 25 15');
    expect(line(threePublic, '机关运行经费')).toBe('机关运行经费 · 786.09 443.18 464.64');
  });

  it('has for every 项 what was approved and what was executed, and gaps where neither is known', () => {
    expect(heads(page.items)).toEqual(['2022 执行', '2023 年初预算', '2023 执行', '2024 年初预算', '2025 年初预算']);
    expect(line(page.items, '统计信息事务：统计管理')).toBe('统计信息事务：统计管理 1.48 2.63 · · ·');
    expect(line(page.items, '其他城乡社区支出')).toBe('其他城乡社区支出 3,853.06 1,450.00 1,822.46 922.02 5,234.89');
    expect(page.items?.rows.filter(({ level }) => level > 0)).toHaveLength(35);
    expect(line(page.items, '教育支出')).toBe('教育支出 · · · 25.00 25.00');
  });

  it('says that execution in all is not published, rather than adding items up', () => {
    expect(page.yearsNote.flat()).toContain(edition.language.unit.executedByItem);
  });

  it('gives a code a chart of the unit, approved and executed as two series', () => {
    const [chart] = codePage(edition, 'functional', '2129999').years;
    expect(chart?.drawing.series.map(({ label }) => label)).toEqual(['年初预算', '执行']);
    expect(chart?.drawing.series.map(({ points }) => points.map(({ value }) => value))).toEqual([
      [null, 1450, 922.02, 5234.89],
      [3853.06, 1822.46, null, null],
    ]);
  });
});

describe('a unit of one year', () => {
  const rulesLoaded = loadRules();
  const pageOf = async (changes: Readonly<Record<string, string>>) =>
    unitPage(ownEdition(compileArchive(filesInMemory({ ...EXAMPLE_ARCHIVE, ...changes }), await rulesLoaded)), 'river-town');

  it('has no table of years, least of all one of zeros', () => {
    expect(unitPage(edition, 'haining-migrant-services').yearTables).toEqual([]);
  });

  it('has 三公 of the year before where its text says by how much it changed', () => {
    const [threePublic] = unitPage(edition, 'shangyu-new-residents').yearTables;
    expect(line(threePublic, '公务接待')).toBe('公务接待 0.60* 0.20');
  });

  it('has the execution that its text states beside its own plan', async () => {
    const head = EXAMPLE_ARCHIVE[STATEMENTS]?.split('\n')[0] ?? '';
    const executed =
      'a,一,事业运行：上年执行数,amount,7.50,万元,2022,executed,上年执行数,expenditure,fiscal-appropriation,functional,2040250,,,,';
    const { items } = await pageOf({ [STATEMENTS]: `${head}\n${executed}\n` });
    expect(line(items, '公安：事业运行')).toMatch(/^公安：事业运行 7\.50 /);
    expect(heads(items)[0]).toBe('2022 执行');
  });
});
