/** A file that holds more than one document: each is named with what to type for it, and nothing is mixed. */
import { describe, expect, it } from 'vitest';
import { loadRules } from '../rules/load.ts';
import { madeExcel, madeHtml, parseMadeDocument } from '../testing/made-documents.ts';
import { CLEAR_RIVER, DESCRIBED } from '../testing/made-draft.ts';
import { readExcel } from './containers/excel/read-excel.ts';
import { parseHtml } from './containers/html.ts';
import { type Import, importDocument } from './import-file.ts';
import { parsePages } from './part-of-file.ts';
import type { SourceDocument } from './source-document.ts';

const rules = await loadRules();
const wanted = { unit: 'clear-river', year: 2024, type: 'budget' as const };

function imported(document: SourceDocument, how: Partial<Import> = {}) {
  const source = { name: '公开.pdf', form: document.form, sha256: '0'.repeat(64) };
  return importDocument(document, [], { ...wanted, ...how }, source, CLEAR_RIVER, rules);
}

function described(name: string) {
  const found = DESCRIBED.find((each) => each.name === name);
  if (!found) throw new Error(`no description ${name}`);
  return found.document;
}

/** Documents one after the other, a page for each part of each. */
function pagesOf(...names: readonly string[]): SourceDocument {
  const parts = names.flatMap((name) => described(name).pages);
  const blocks = parts.flatMap((part, index) =>
    parseHtml(madeHtml({ pages: [part] })).blocks.map((block) => ({
      ...block,
      place: { page: index + 1 },
      ...('cells' in block ? { cells: block.cells.map((cell) => ({ ...cell, place: { page: index + 1 } })) } : {}),
    })),
  );
  return { form: 'pdf', pages: parts.length, blocks };
}

/** The budget of each unit, a sheet for each. */
function workbook(...units: readonly string[]): SourceDocument {
  const sheet = (unit: string) => `=== ${unit}
收支总表
单位：${unit}　　金额单位：万元
| 收入 | < | 支出 | < |
| 项目 | 预算数 | 项目 | 预算数 |
| n | v | n | v |
| 一、一般公共预算拨款收入 | 120.00 | 一、一般公共服务支出 | 120.00 |
| 收入总计 | 120.00 | 支出总计 | 120.00 |
支出总表
单位：${unit}　　金额单位：万元
| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| c | n | v | v | v |
| 201 | 一般公共服务支出 | 120.00 | 100.00 | 20.00 |
| | 合计 | 120.00 | 100.00 | 20.00 |
`;
  const reading = readExcel(madeExcel(parseMadeDocument(units.map(sheet).join(''))));
  if (reading.refusal) throw new Error(reading.refusal.message);
  return reading.document;
}

describe('budget and final accounts in one file', () => {
  const both = pagesOf('codes-in-three-budget', 'final-accounts');

  it('are told apart, with the pages of each', () => {
    expect(imported(both)).toEqual({
      refusal: `这个文件里有 2 份，混在一起会分不清，没有写草稿。请一份一份导入，各加：
  --pages 1-5 --type budget　预算，清河镇便民服务中心：部门支出总体情况表、部门收支总体情况表 等 3 张表
  --pages 6-14 --type final-accounts　决算，清河镇便民服务中心：收入支出决算总表、收入决算表 等 9 张表`,
    });
  });

  it('are imported one by one', () => {
    const budget = imported(both, { part: { pages: [1, 5] } });
    const accounts = imported(both, { part: { pages: [6, 14] }, type: 'final-accounts', year: 2023 });
    if ('refusal' in budget || 'refusal' in accounts) throw new Error('each is a document of its own');
    expect(budget.recognised.tables.filter(({ title }) => title.includes('决算'))).toEqual([]);
    expect(accounts.recognised.tables).toHaveLength(9);
    expect(accounts.recognised.tables[0]?.place.page).toBe(6);
  });
});

describe('a workbook of several units', () => {
  const book = workbook('清河镇便民服务中心', '清河镇档案服务站');

  it('is not mixed: each unit is named with its sheets', () => {
    expect(imported(book)).toEqual({
      refusal: `这个文件里有 2 份，混在一起会分不清，没有写草稿。请一份一份导入，各加：
  --sheets 清河镇便民服务中心　清河镇便民服务中心：收支总表、支出总表 2 张表
  --sheets 清河镇档案服务站　清河镇档案服务站：收支总表、支出总表 2 张表`,
    });
  });

  it('is imported sheet by sheet', () => {
    const draft = imported(book, { part: { sheets: ['清河镇档案服务站'] } });
    if ('refusal' in draft) throw new Error(draft.refusal);
    expect(draft.recognised.tables.map(({ title }) => title)).toEqual(['收支总表', '支出总表']);
  });

  it('says which sheets there are', () => {
    expect(imported(book, { part: { sheets: ['目录'] } })).toEqual({
      refusal: '没有名叫“目录”的工作表，或者它是空的。有这些：清河镇便民服务中心、清河镇档案服务站。',
    });
    expect(imported(book, { part: { pages: [1, 2] } })).toEqual({
      refusal: '这份文件没有页码，不能用 --pages。是 Excel 工作簿，用 --sheets 指定工作表。',
    });
  });
});

describe('a table with a column of units', () => {
  it('is told, with the units, and its rows are all there', () => {
    const made = `清河镇2024年部门预算
支出总表
金额单位：万元
| 单位名称 | 科目编码 | 科目名称 | 合计 | 基本支出/人员经费 | 项目支出 |
| o | c | n | v | v | v |
| 清河镇便民服务中心 | 2010301 | 行政运行 | 120.00 | 100.00 | 20.00 |
| 清河镇便民服务中心 | 2210201 | 住房公积金 | 12.00 | 12.00 | |
| 清河镇档案服务站 | 2010301 | 行政运行 | 30.00 | 30.00 | |
| 清河镇档案服务站 | 2210201 | 住房公积金 | 3.00 | 3.00 | |
`;
    const draft = imported(parseHtml(madeHtml(parseMadeDocument(made))));
    if ('refusal' in draft) throw new Error(draft.refusal);
    expect(draft.recognised.tables[0]?.rows).toHaveLength(4);
    expect(draft.notices.map(({ message }) => message)).toEqual([
      '“支出总表”一张表里有 2 个单位的行（清河镇便民服务中心、清河镇档案服务站），同一个科目不止一行。是部门的文件，就作为部门的来用；只要一个单位的，在 Excel 里留下它的行，另存后再导入。',
    ]);
  });
});

describe('one document', () => {
  it.each(['final-accounts', 'several-units-budget'])('%s is not taken for several', (name) => {
    const how = name === 'final-accounts' ? { type: 'final-accounts' as const, year: 2023 } : {};
    expect('refusal' in imported(pagesOf(name), how)).toBe(false);
  });
});

describe('pages', () => {
  it.each([
    ['12-20', [12, 20]],
    ['5', [5, 5]],
    ['20-12', undefined],
    ['0-3', undefined],
    ['a', undefined],
  ])('%s', (text, pages) => {
    expect(parsePages(text)).toEqual(pages);
  });
});
