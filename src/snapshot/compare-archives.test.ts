/** Twenty changes are planted in a copy of the project's archive; exactly those twenty are listed. */
import { describe, expect, it } from 'vitest';
import { languageOf } from '../language/languages.ts';
import { type ArchiveFiles, filesInMemory, filesOnDisk } from '../reading/files.ts';
import { PROJECT } from '../testing/commands.ts';
import type { Change } from './changes.ts';
import { compareArchives } from './compare-archives.ts';
import { formatComparison } from './comparison-formats.ts';

const HAINING = 'data/disclosures/haining-migrant-services/2023-budget';
const SHANGYU = 'data/disclosures/shangyu-new-residents/2024-budget';

const PORT_ALDER = `${PROJECT}/src/testing/governments/port-alder`;

const SIDES = { before: 'old', after: 'new' };

/** File, what stands there, what shall stand there, and how the change is listed. */
const PLANTED: readonly (readonly [file: string, from: string | RegExp, to: string, type: Change['type'], after: string | undefined])[] = [
  [`${HAINING}/expenditure.csv`, ',合计,339.43,', ',合计,339.44,', 'cell', '339.44'],
  [`${HAINING}/projects.csv`, '57.00', '75.00', 'cell', '75.00'],
  [`${HAINING}/revenue-expenditure.csv`, /\n[^\n]+\n$/, '\n', 'row-removed', undefined],
  [`${SHANGYU}/expenditure.csv`, /^(\uFEFF?)([^\n]+\n[^\n]+\n[^\n]+?)(\d)\.(\d\d)/, '$1$2$3.$4$4', 'cell', 'a figure'],
  [`${HAINING}/statements.csv`, /\n[^\n]+\n$/, '\n', 'row-removed', undefined],
  ['data/regions.csv', /\n([^\n,]+),([^\n,]+),([^\n]*)\n$/, '\n$1,$2改,$3\n', 'cell', 'a name'],
  ['data/acknowledged.csv', /(?=[^\n,]*\n$)/, '核对', 'cell', 'a reviewer'],
  ['data/archive.json', '"居住证"', '"居住证明"', 'field', '居住证明'],
  ['data/archive.json', '"2040250"', '"2040299"', 'field', '2040299'],
  ['data/table-kinds/expenditure.json', /"zh": "[^"]+"/, '"zh": "另一张表"', 'field', '另一张表'],
  ['data/profiles/zhejiang-unit-budget.json', /"zh": "[^"]+"/, '"zh": "另一种"', 'field', '另一种'],
  ['data/classifications/functional/2023.csv', /\n[^\n]+\n$/, '\n', 'row-removed', undefined],
  ['content/units/shangyu-new-residents.mdx', /^name: .+$/m, 'name: 另一个中心', 'field', '另一个中心'],
  ['content/pages/about.mdx', /\n[^\n]+\n$/, '\n末一行改了。\n', 'text', '末一行改了。'],
  ['content/glossary/carry-over.md', /^term: .+$/m, 'term: 结转', 'field', '结转'],
  ['content/glossary/reserve-fund.md', /\n[^\n]+\n$/, '\n这一行改了。\n', 'text', '这一行改了。'],
  ['content/disclosures/haining-migrant-services/2023-budget.mdx', /^title: .+$/m, 'title: 另一份预算', 'field', '另一份预算'],
  ['content/disclosures/haining-migrant-services/2023-budget.mdx', /\n[^\n]+\n$/, '\n最后一句改了。\n', 'text', '最后一句改了。'],
];

function planted(): { before: ArchiveFiles; after: ArchiveFiles } {
  const disk = filesOnDisk(PROJECT);
  const before = Object.fromEntries(disk.paths.map((path) => [path, Buffer.from(disk.read(path))] as const));
  const after: Record<string, Uint8Array> = { ...before };
  for (const [file, from, to] of PLANTED) {
    const old = Buffer.from(after[file] ?? []).toString();
    const now = old.replace(from, to);
    expect(now, file).not.toBe(old);
    after[file] = Buffer.from(now);
  }
  delete after['content/glossary/year-end-balance.md'];
  after[`${HAINING}/source/原件.pdf`] = Buffer.from('%PDF');
  return { before: filesInMemory(before), after: filesInMemory(after) };
}

describe('a comparison', () => {
  it('lists exactly the twenty changes that were planted', async () => {
    const { before, after } = planted();
    const comparison = await compareArchives(before, after);
    const { changes } = comparison;
    expect(changes.length, formatComparison(comparison, 'text', SIDES)).toBe(PLANTED.length + 2);
    for (const [file, , , type, value] of PLANTED) {
      const own = changes.filter((change) => change.file === file && change.type === type);
      expect(own.length, file).toBeGreaterThan(0);
      if (value && !value.startsWith('a ')) expect(own.map((change) => change.after)).toContain(value);
    }
    expect(changes).toContainEqual(expect.objectContaining({ type: 'file-removed', file: 'content/glossary/year-end-balance.md' }));
    expect(changes).toContainEqual(expect.objectContaining({ type: 'file-added', file: `${HAINING}/source/原件.pdf` }));
  });

  it('names a figure as a reader would', async () => {
    const { before, after } = planted();
    const text = formatComparison(await compareArchives(before, after), 'text', SIDES);
    expect(text).toContain('海宁市流动人口管理服务中心 2023 年预算');
    expect(text).toMatch(/2023年单位支出预算总表, 合计 总计: 339\.43 → 339\.44/);
    expect(text).toContain('共 20 处不同。');
  });

  it('of an archive with itself is empty, and of other line ends says only that', async () => {
    const { before } = planted();
    expect((await compareArchives(before, before)).changes).toEqual([]);
    const file = `${HAINING}/expenditure.csv`;
    const files = Object.fromEntries(before.paths.map((path) => [path, before.read(path)]));
    const crlf = Buffer.from(Buffer.from(before.read(file)).toString().replaceAll('\n', '\r\n'));
    const { changes } = await compareArchives(before, filesInMemory({ ...files, [file]: crlf }));
    expect(changes).toEqual([expect.objectContaining({ type: 'spelling', file })]);
  });

  it('speaks the language of the archive', async () => {
    const before = filesOnDisk(PORT_ALDER);
    const file = 'data/disclosures/library/2024-25-adopted-budget/positions.csv';
    const changed = Buffer.from(before.read(file)).toString().replace('143.5', '144.5');
    const after = { ...before, read: (path: string) => (path === file ? Buffer.from(changed) : before.read(path)) };
    const text = formatComparison(await compareArchives(before, after), 'text', SIDES);
    expect(text).toMatch(/Port Alder Public Library .*\n {2}changed {2}Positions, Total Vacant: 143\.5 → 144\.5\n\n1 difference\.\n$/);
  });

  it('as a page shows values as text, never as markup', () => {
    const change: Change = {
      type: 'cell',
      file: 'a.csv',
      document: '<b>',
      place: ['<i>'],
      before: '1',
      after: '<script>alert(1)</script>',
    };
    const html = formatComparison({ changes: [change], language: languageOf('zh-CN') }, 'html', { before: '<u>', after: 'b' });
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('原来：&lt;u&gt;。');
  });
});
