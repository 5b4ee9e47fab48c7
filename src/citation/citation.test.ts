import { describe, expect, it } from 'vitest';
import { citations } from './citation.ts';
import { type CitedWork, citedPart } from './cited-work.ts';

const work: CitedWork = {
  id: 'haining-migrant-services.2023-budget',
  author: '海宁市流动人口管理服务中心',
  title: '海宁市流动人口管理服务中心2023年单位预算',
  archive: '流动人口服务部门预算档案',
  version: '545c2ab860ec',
  published: '2023-02-13',
  address: 'https://budgets.example/units/haining-migrant-services/2023-budget/',
  language: 'zh-CN',
};

describe('a document', () => {
  const cited = citations(work, '2026-11-21');

  it('by GB/T 7714—2015', () =>
    expect(cited.gbt7714).toBe(
      '海宁市流动人口管理服务中心. 海宁市流动人口管理服务中心2023年单位预算[DS/OL]//流动人口服务部门预算档案. 版本 545c2ab860ec. (2023-02-13)[2026-11-21]. https://budgets.example/units/haining-migrant-services/2023-budget/.',
    ));

  it('by APA', () =>
    expect(cited.apa).toBe(
      '海宁市流动人口管理服务中心. (2023, February 13). 海宁市流动人口管理服务中心2023年单位预算 (Version 545c2ab860ec) [Data set]. 流动人口服务部门预算档案. Retrieved November 21, 2026, from https://budgets.example/units/haining-migrant-services/2023-budget/',
    ));

  it('in BibTeX', () =>
    expect(cited.bibtex).toBe(`@misc{haining-migrant-services.2023-budget,
  author = {{海宁市流动人口管理服务中心}},
  title = {{海宁市流动人口管理服务中心2023年单位预算}},
  howpublished = {流动人口服务部门预算档案},
  version = {545c2ab860ec},
  note = {Version 545c2ab860ec},
  year = {2023},
  date = {2023-02-13},
  url = {https://budgets.example/units/haining-migrant-services/2023-budget/},
  urldate = {2026-11-21},
  langid = {chinese},
}`));

  it('in CSL-JSON', () =>
    expect(JSON.parse(cited.csl)).toEqual([
      {
        id: 'haining-migrant-services.2023-budget',
        type: 'dataset',
        title: work.title,
        author: [{ literal: work.author }],
        'container-title': work.archive,
        version: work.version,
        issued: { 'date-parts': [[2023, 2, 13]] },
        accessed: { 'date-parts': [[2026, 11, 21]] },
        URL: work.address,
        language: 'zh-CN',
      },
    ]));
});

describe('what is not known', () => {
  const { published: _, author: __, ...unknown } = work;
  const cited = citations(unknown);

  it('is not made up: no year, no author, no day of access', () => {
    expect(cited.gbt7714).toBe(
      '海宁市流动人口管理服务中心2023年单位预算[DS/OL]//流动人口服务部门预算档案. 版本 545c2ab860ec. [引用日期]. https://budgets.example/units/haining-migrant-services/2023-budget/.',
    );
    expect(cited.apa).toBe(
      '海宁市流动人口管理服务中心2023年单位预算 (Version 545c2ab860ec) [Data set]. (n.d.). 流动人口服务部门预算档案. https://budgets.example/units/haining-migrant-services/2023-budget/',
    );
    expect(cited.bibtex).not.toMatch(/year|author|urldate/);
    expect(JSON.parse(cited.csl)).toEqual([expect.not.objectContaining({ issued: expect.anything(), accessed: expect.anything() })]);
  });
});

it('a cell has its own name, address and key', () => {
  const cell = citedPart(citedPart(work, 'expenditure', '支出预算总表'), 'expenditure.合 计.total', '支出预算总表，合计，总计，339.43');
  expect(cell.address).toBe('https://budgets.example/units/haining-migrant-services/2023-budget/#expenditure.%E5%90%88%20%E8%AE%A1.total');
  expect(citations(cell).gbt7714).toContain('2023年单位预算：支出预算总表：支出预算总表，合计，总计，339.43[DS/OL]');
});

it('characters that TeX takes for commands are texts', () => {
  const { bibtex } = citations({ ...work, title: 'A & B: 50% of #1 {x} \\y_z' });
  expect(bibtex).toContain('title = {{A \\& B: 50\\% of \\#1 x y\\_z}},');
});
