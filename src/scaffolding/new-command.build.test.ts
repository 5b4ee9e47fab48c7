/** `npm run new` as a clerk and as a script use it. */
import { once } from 'node:events';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { copyArchive, runCommand, startCommand, temporaryFolder } from '../testing/commands.ts';
import { filesOf } from '../testing/site.ts';

const PORT_ALDER = join(import.meta.dirname, '../testing/governments/port-alder');

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let archive: string;
let before: readonly string[];
let times = 0;
beforeEach(() => {
  times += 1;
  archive = copyArchive(join(folder, String(times)));
  before = filesOf(archive);
});

const made = (): string[] => filesOf(archive).filter((file) => !before.includes(file));
const read = (file: string): string => readFileSync(join(archive, file), 'utf8');
const create = (args: readonly string[], input?: string) =>
  runCommand('new', [...args, '--archive', archive], input === undefined ? {} : { input });
const check = () => runCommand('check', ['--archive', archive, '--format', 'json']);
const DISCLOSURE = ['disclosure', '--unit', 'haining-migrant-services', '--year', '2024', '--type', 'budget'];

describe('a unit', () => {
  it('is asked for, and asked again with a reason where an answer will not do', async () => {
    const { code, output } = await create(
      ['unit'],
      '桐乡市新居民服务中心\nTongXiang\nhaining-migrant-services\ntongxiang-services\n杭州\n嘉兴\n\n12/9\n129\n事业单位\n',
    );
    expect(code, output).toBe(0);
    for (const reason of [
      '“TongXiang”不能做编号',
      '编号 haining-migrant-services 已经有单位用了',
      'data/regions.csv 里没有“杭州”',
      '“12/9”不是单位代码',
    ])
      expect(output).toContain(reason);
    expect(output).toContain('330481　海宁市');
    expect(made()).toEqual(['content/units/tongxiang-services.mdx']);
    expect(read('content/units/tongxiang-services.mdx')).toMatch(
      /^---\nname: 桐乡市新居民服务中心\nregion: "330400"\ncode: "129"\nnature: 事业单位\n#/,
    );
    expect((await check()).code).toBe(0);
  });

  it('is made by options alone', async () => {
    const { code, output } = await create(['unit', '--id', 'tongxiang-services', '--name', '#1: 桐乡“中心”', '--region', '330400']);
    expect(code, output).toBe(0);
    expect(JSON.parse((await check()).output)).toMatchObject({ units: 7, errors: 0 });
    expect(read('content/units/tongxiang-services.mdx')).toContain('name: "#1: 桐乡“中心”"');
  });

  it('is not made of answers that are cut short, or of wrong options, all of which are named', async () => {
    const short = await create(['unit'], '桐乡市新居民服务中心\n');
    expect(short.code).toBe(2);
    expect(short.output).toContain('没有写入任何文件');
    const wrong = await create(['unit', '--id', 'A', '--name', '海宁市流动人口管理服务中心', '--region', '1']);
    expect(wrong.code).toBe(2);
    for (const option of ['--id：', '--name：']) expect(wrong.output).toContain(option);
    expect((await create(['unit', '--year', '2024'])).output).toContain('用不上 --year');
    expect((await create(['year'])).code).toBe(2);
    expect(made()).toEqual([]);
  });
});

describe('a disclosure', () => {
  it('has its tables’ CSVs; the check says what is to be filled in, and nothing else', async () => {
    const { code, output } = await create(DISCLOSURE);
    expect(code, output).toBe(0);
    const tables = made().filter((file) => file.endsWith('.csv'));
    expect(tables).toHaveLength(10);
    expect(read('content/disclosures/haining-migrant-services/2024-budget.mdx')).toContain(
      'title: 海宁市流动人口管理服务中心2024年单位预算\nprofile: zhejiang-unit-budget\n',
    );
    const report = await check();
    expect(report.code).toBe(0);
    const { findings } = JSON.parse(report.output) as { findings: { rule: string; severity: string; acknowledged?: string }[] };
    const open = findings.filter(({ acknowledged }) => acknowledged === undefined);
    expect(open.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(tables.map(() => 'warning table-not-filled'));
  });

  it('is done once its tables are filled in and their states taken away', async () => {
    await create([...DISCLOSURE, '--profile', 'none', '--tables', 'expenditure']);
    const table = join(archive, 'data/disclosures/haining-migrant-services/2024-budget/expenditure.csv');
    const document = join(archive, 'content/disclosures/haining-migrant-services/2024-budget.mdx');
    const bare = readFileSync(table, 'utf8');
    writeFileSync(table, bare.replace(',合计,,,,,,,', ',合计,9.00,9.00,,,,,'));
    expect((await check()).output).toContain('"rule": "table-state-contradicts"');
    writeFileSync(document, readFileSync(document, 'utf8').replace('    state: not-transcribed\n', ''));
    expect(await check()).toMatchObject({ code: 0 });
    writeFileSync(table, bare);
    expect((await check()).output).toContain('"rule": "table-state-contradicts"');
  });

  it('is asked for by number and by name, with only the profiles that fit', async () => {
    const { code, output } = await create(['disclosure'], '海宁\n24\n2024\n1\n\n\nkey-projects\n\n\n\n\nhttps://example.org/a.pdf\n');
    expect(code, output).toBe(0);
    expect(output).toContain('“24”不是年度');
    expect(output).toContain('zhejiang-unit-budget　浙江省单位预算公开');
    expect(output).not.toContain('guangzhou-department-budget　');
    expect(made()).toContain('data/disclosures/haining-migrant-services/2024-budget/key-projects.csv');
    expect((await check()).code).toBe(0);
  });

  it('that is there already is not touched; a document published again replaces it by name', async () => {
    await create(DISCLOSURE);
    const all = filesOf(archive);
    const again = await create(DISCLOSURE);
    expect(again.code).toBe(2);
    expect(again.output).toContain('2024-budget 已经有了');
    expect(filesOf(archive)).toEqual(all);
    expect((await create([...DISCLOSURE, '--revision', '2'])).code).toBe(0);
    expect(read('content/disclosures/haining-migrant-services/2024-budget-r2.mdx')).toContain('replaces: 2024-budget\n');
    expect((await check()).code).toBe(0);
  });

  it('is not made in an archive whose declarations cannot be read: 1', async () => {
    writeFileSync(join(archive, 'data/table-kinds/expenditure.json'), '{');
    const { code, output } = await create(DISCLOSURE);
    expect(code).toBe(1);
    expect(output).toContain('data/table-kinds/expenditure.json:1:');
    expect(made()).toEqual([]);
  });

  it('is there whole or not at all when it is killed', async () => {
    const whole = 11;
    let killed = 0;
    for (let wait = 200; wait <= 1400; wait += 150) {
      const running = startCommand('new', [...DISCLOSURE, '--archive', archive]);
      const ended = once(running, 'close');
      await Promise.race([setTimeout(wait), ended]);
      running.kill('SIGKILL');
      await ended;
      if (running.signalCode) killed += 1;
      const visible = made().filter((file) => !file.split('/').some((part) => part.startsWith('.')));
      expect([0, whole]).toContain(visible.length);
      if (visible.length === whole) break;
    }
    expect(killed).toBeGreaterThan(0);
    const { code } = await create(DISCLOSURE);
    expect([0, 2]).toContain(code);
    expect(made().filter((file) => file.endsWith('.csv'))).toHaveLength(10);
  });
});

it('speaks the language of another government, and knows its years, its documents and its heads', async () => {
  const own = join(folder, 'port-alder');
  cpSync(PORT_ALDER, own, { recursive: true });
  const { code, output } = await runCommand('new', ['disclosure', '--archive', own], {
    input: 'public library\n2024\n2023-24\nadopted\n\n\n\n\n\n\n\n\n',
  });
  expect(code, output).toBe(0);
  expect(output).toContain('“2024” is not a year; write it as 2024-25.');
  expect(output).toContain('2. adopted-budget　Adopted budget');
  expect(readFileSync(join(own, 'content/disclosures/library/2023-24-adopted-budget.mdx'), 'utf8')).toContain(
    'title: Port Alder Public Library, adopted budget FY 2023–24\nprofile: adopted-2023\n',
  );
  const table = (id: string): string => readFileSync(join(own, `data/disclosures/library/2023-24-adopted-budget/${id}.csv`), 'utf8');
  expect(table('object-budget')).toBe('\ufeffObject,Description,FY 2023–24 Budget\n,Total,\n');
  expect(table('sources-and-uses')).toContain('\nUses,Total uses,\n');
  expect((await runCommand('check', ['--archive', own])).code).toBe(0);
});
