/** `npm run compare` on two archives that differ in twenty ways, and on snapshots of them. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../testing/browser.ts';
import { copyArchive, runCommand, temporaryFolder } from '../testing/commands.ts';
import { filesOf } from '../testing/site.ts';
import type { Change } from './changes.ts';
import { writeZip } from './zip.ts';

const HAINING = 'haining-migrant-services/2023-budget';
const SHANGYU = 'shangyu-new-residents/2024-budget';
const table = (document: string, name: string): string => `data/disclosures/${document}/${name}.csv`;
const page = (document: string): string => `content/disclosures/${document}.mdx`;

interface Planted {
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  /** What the list says of it, on one line. */
  readonly said: string | RegExp;
}

const EDITS: readonly Planted[] = [
  {
    file: table(HAINING, 'expenditure'),
    from: ',合计,339.43,',
    to: ',合计,339.34,',
    said: '改  2023年单位支出预算总表, 合计 总计: 339.43 → 339.34',
  },
  {
    file: table(HAINING, 'revenue-expenditure'),
    from: '收入,政府性基金预算,\n',
    to: '收入,政府性基金预算,0.00\n',
    said: /改 {2}2023年单位收支预算总表, .*政府性基金预算 预算数: （空） → 0\.00/,
  },
  {
    file: table(HAINING, 'projects'),
    from: /$/,
    to: '海宁市流动人口管理服务中心,另一个项目,1.00,1.00,,,,\n',
    said: /增行 {2}.*另一个项目/,
  },
  { file: table(HAINING, 'basic-expenditure'), from: /30101,[^\n]+\n/, to: '', said: /删行 {2}.*30101 基本工资/ },
  { file: table(HAINING, 'general-public-budget'), from: '204,公共安全支出', to: '204,公共安全', said: /改 {2}.*公共安全支出 → 公共安全$/ },
  { file: table(SHANGYU, 'statements'), from: /\n([^\n,]+),[^\n,]+,/, to: '\n$1,三（九）,', said: /改 {2}\S+, section: .+ → 三（九）/ },
  {
    file: page(HAINING),
    from: '    title: 2023年单位支出预算总表\n',
    to: '    title: 2023年单位支出预算总表\n    state: empty\n',
    said: '改  tables[expenditure].state: （无） → empty',
  },
  { file: page(HAINING), from: 'scope: unit', to: 'scope: department', said: '改  scope: unit → department' },
  { file: page(HAINING), from: /\n[^\n]+\n$/, to: '\n最后一句改了。\n', said: /改 {2}第 \d+ 行: .+ → 最后一句改了。/ },
  { file: page(SHANGYU), from: /\n$/, to: '\n\n又添了一句。\n', said: /改 {2}第 \d+ 行: （无） → 又添了一句。/ },
  { file: 'content/units/shangyu-new-residents.mdx', from: /^name: (.+)$/m, to: 'name: $1（筹）', said: /改 {2}name: (.+) → \1（筹）/ },
  { file: 'content/glossary/carry-over.md', from: /^short: .+$/m, to: 'short: 换了一种说法。', said: /改 {2}short: .+ → 换了一种说法。/ },
  { file: 'content/pages/about.mdx', from: /^title: .+$/m, to: 'title: 关于', said: /改 {2}title: .+ → 关于/ },
  { file: 'data/archive.json', from: '"居住证"', to: '"居住证", "暂住证"', said: /改 {2}\S+\[\d+\]: （无） → 暂住证/ },
  { file: 'data/acknowledged.csv', from: /,编辑部\n$/, to: ',另一个人\n', said: /改 {2}.*checked_by: 编辑部 → 另一个人/ },
  {
    file: 'data/classifications/functional/2023.csv',
    from: '201,一般公共服务支出',
    to: '201,一般公共服务',
    said: '改  201, label: 一般公共服务支出 → 一般公共服务',
  },
  { file: 'data/regions.csv', from: /\n([^\n,]+),([^\n,]+),([^\n]*)\n$/, to: '\n$1,$2新区,$3\n', said: /改 {2}\d+, name: (.+) → \1新区/ },
];
/** A unit added, a term removed, a disclosure removed with all of its files. */
const ADDED_UNIT = 'content/units/a-new-unit.mdx';
const REMOVED_TERM = 'content/glossary/year-end-balance.md';
const REMOVED_DOCUMENT = 'yuecheng-migrant-services/2021-final-accounts';
const TWENTY = EDITS.length + 3;

const folder = temporaryFolder();
const [old, now] = [join(folder, '原来'), join(folder, '现在 #2')];

beforeAll(() => {
  copyArchive(old);
  copyArchive(now);
  for (const { file, from, to } of EDITS) {
    const before = readFileSync(join(now, file), 'utf8');
    const after = before.replace(from, to);
    expect(after, `${file}: ${from}`).not.toBe(before);
    writeFileSync(join(now, file), after);
  }
  writeFileSync(join(now, ADDED_UNIT), '---\nname: 一个新单位\nregion: "330400"\n---\n\n新设立。\n');
  rmSync(join(now, REMOVED_TERM));
  rmSync(join(now, page(REMOVED_DOCUMENT)));
  rmSync(join(now, 'data/disclosures', REMOVED_DOCUMENT), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `verify` would call a damaged snapshot, and what `compare` must read all the same: the archive in its place. */
function asSnapshot(archive: string, name: string): { readonly folder: string; readonly zip: string } {
  const to = join(folder, name);
  mkdirSync(join(to, 'data'), { recursive: true });
  cpSync(archive, join(to, 'data/archive'), { recursive: true });
  const zip = `${to}.zip`;
  writeZip(zip, name, filesOf(to), (path) => readFileSync(join(to, path)));
  return { folder: to, zip };
}

const changeLines = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('  '));

describe('compare', () => {
  it('lists exactly the twenty changes that were planted, each on its line', async () => {
    expect(TWENTY).toBe(20);
    const { code, output } = await runCommand('compare', [old, now]);
    expect(code).toBe(1);
    expect(output).toContain('共 20 处不同。');
    const lines = changeLines(output).map((line) => line.trim());
    expect(lines, output).toHaveLength(TWENTY);
    const said = [...EDITS.map((each) => each.said), '增文件', '删文件', /^删整份 {2}\d+ 个文件$/];
    for (const words of said) {
      const own = lines.filter((line) => (typeof words === 'string' ? line === words : words.test(line)));
      expect(own, `${words} in\n${output}`).toHaveLength(1);
    }
    expect(output).toContain('海宁市流动人口管理服务中心 2023 年预算');
    for (const file of [ADDED_UNIT, REMOVED_TERM, page(REMOVED_DOCUMENT)]) expect(output).toContain(file);
  });

  it('gives programs and readers the same twenty', async () => {
    const json = await runCommand('compare', [old, now, '--format', 'json']);
    const { changes } = JSON.parse(json.output) as { changes: Change[] };
    expect(changes).toHaveLength(TWENTY);
    expect(changes).toContainEqual(expect.objectContaining({ cell: 'expenditure.total.total', before: '339.43', after: '339.34' }));
    const html = join(folder, 'page.html');
    expect((await runCommand('compare', [old, now, '--format', 'html', '--out', html])).code).toBe(1);
    const browser = await openBrowser();
    try {
      const shown = await browser.newPage();
      await shown.setContent(readFileSync(html, 'utf8'));
      expect(await shown.locator('tbody tr').count()).toBe(TWENTY);
      expect(await shown.locator('tr', { hasText: '339.34' }).locator('del').textContent()).toBe('339.43');
    } finally {
      await browser.close();
    }
  });

  it('reads snapshots, as folders and as ZIPs, and archives, and says the same of all', async () => {
    const [before, after] = [asSnapshot(old, 'old'), asSnapshot(now, 'new')];
    const { output } = await runCommand('compare', [old, now]);
    for (const pair of [
      [before.folder, after.zip],
      [before.zip, after.folder],
      [old, after.zip],
    ])
      expect((await runCommand('compare', pair)).output).toBe(output);
    const back = await runCommand('compare', [after.zip, before.zip]);
    expect(back.output).toContain('共 20 处不同。');
    expect(back.output).toMatch(/增整份 {2}\d+ 个文件/);
    expect(await runCommand('compare', [now, after.zip])).toMatchObject({ code: 0, output: '没有不同。\n' });
  });
});
