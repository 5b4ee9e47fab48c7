/** Live editing, as an editor sees it: what is saved is on the page, and so is what is wrong with it. */
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { filesOnDisk } from '../reading/files.ts';
import { DESK, openBrowser, PHONE } from './browser.ts';
import { copyArchive, PROJECT, startCommand, temporaryFolder } from './commands.ts';
import { freePort } from './site.ts';

const PAGE = '/units/haining-migrant-services/2023-budget/';
const FOLDER = 'data/disclosures/haining-migrant-services/2023-budget';
const PROJECTS = `${FOLDER}/projects.csv`;
const DOCUMENT = 'content/disclosures/haining-migrant-services/2023-budget.mdx';
const KIND = 'data/table-kinds/projects.json';
/** On an idle machine a second is the promise; a machine that runs everything at once gets more. */
const SECONDS = Number(process.env.MINGZHANG_LIVE_SECONDS ?? 10);
const SAVES = 10;

const folder = temporaryFolder();
const archive = join(folder, 'archive');
let server: ReturnType<typeof startCommand>;
let terminal = '';
let address: string;
let browser: Browser;
let page: Page;

const hear = (text: string): void => {
  terminal += text;
};

beforeAll(async () => {
  copyArchive(archive);
  const port = await freePort();
  address = `http://localhost:${port}`;
  server = startCommand('dev', ['--archive', archive, '--port', String(port)]);
  for (const stream of [server.stdout, server.stderr]) stream.setEncoding('utf8').on('data', hear);
  browser = await openBrowser();
  await vi.waitFor(() => expect(terminal).toContain('ready in'), { timeout: 60_000 });
  // The first page makes the server read its programs.
  await (await fetch(`${address}${PAGE}`)).text();
});
afterAll(async () => {
  await browser.close();
  const ended = once(server, 'exit');
  server.kill();
  await ended;
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  page = await (await browser.newContext({ viewport: DESK })).newPage();
  await page.goto(`${address}${PAGE}`);
  await gone();
});
afterEach(async () => {
  restore();
  await gone();
  await page.context().close();
});

const read = (file: string): string => readFileSync(join(archive, file), 'utf8');
function save(file: string, found: string, put: string): void {
  const before = read(file);
  if (!before.includes(found)) throw new Error(`${file} does not contain ${found}`);
  writeFileSync(join(archive, file), before.replace(found, put));
}
/** Every file as the project has it, touching only those that are otherwise. */
function restore(): void {
  const { paths, has, read: content } = filesOnDisk(PROJECT);
  for (const path of filesOnDisk(archive).paths) if (!has(path)) rmSync(join(archive, path));
  const there = filesOnDisk(archive);
  for (const path of paths)
    if (!there.has(path) || !Buffer.from(there.read(path)).equals(content(path))) writeFileSync(join(archive, path), content(path));
}
const findings = () => page.locator('.findings li');
const shows = (text: string): Promise<void> =>
  vi.waitFor(async () => expect(await page.locator('.findings').allInnerTexts()).toEqual([expect.stringContaining(text)]), {
    timeout: SECONDS * 1000,
    interval: 50,
  });
const gone = (): Promise<void> =>
  vi.waitFor(async () => expect(await page.locator('.findings').count()).toBe(0), { timeout: SECONDS * 1000, interval: 50 });

/** The handbook's pictures are what this test sees: with MINGZHANG_PICTURES set, they are taken anew. */
async function picture(name: string, ...of: readonly Locator[]): Promise<void> {
  if (!process.env.MINGZHANG_PICTURES) return;
  await page.setViewportSize({ width: 900, height: 900 });
  await of[0]?.scrollIntoViewIfNeeded();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const boxes = (await Promise.all(of.map((each) => each.boundingBox()))).filter((box) => box !== null);
  const margin = 12;
  const [x, y] = [Math.min(...boxes.map((box) => box.x)) - margin, Math.min(...boxes.map((box) => box.y)) - margin];
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + margin;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + margin;
  await page.screenshot({ path: join(PROJECT, `src/testing/pictures/${name}.png`), clip: { x, y, width: right - x, height: bottom - y } });
}

describe('a slip in a cell', () => {
  it('is told at the top, beside the cell and in the terminal, and gone when it is mended', async () => {
    terminal = '';
    save(PROJECTS, '合计,57.00,57.00', '合计,57.00,75.00');
    await shows('一般公共预算”为 75.00');
    const cell = page.locator('[id="projects.total.general-public"]');
    expect(await cell.textContent()).toContain('75.00');
    const mark = cell.locator('.finding-mark');
    expect(await mark.getAttribute('aria-label')).toContain('列出的各行合计 57.00');
    await mark.focus();
    await expect.poll(() => page.locator('.note:popover-open').textContent()).toContain('相差 18.00');
    await picture('finding-list', page.locator('.findings'));
    await picture(
      'finding-in-cell',
      page.locator('.table-block', { has: page.locator('[id="projects"]') }),
      page.locator('.note:popover-open'),
    );
    expect(terminal).toContain(`${PROJECTS}:2:11（D 列）`);
    save(PROJECTS, '合计,57.00,75.00', '合计,57.00,57.00');
    await gone();
    expect(await page.locator('.finding-mark').count()).toBe(0);
    expect(terminal).toMatch(/改好了 \d+ 个问题。/);
    expect(terminal).toContain('没有问题。');
  });

  it('that is no number is told by a tap, on a phone too', async () => {
    await page.setViewportSize(PHONE);
    save(PROJECTS, '合计,57.00,57.00', '合计,57.00万元,57.00');
    await shows('不是可以计算的数字');
    await page.locator('[id="projects.total.total"] .finding-mark').click();
    await expect.poll(() => page.locator('.note:popover-open').textContent()).toContain('单位写在文件头的 scale');
    const link = findings().first().getByRole('link');
    expect(await link.getAttribute('href')).toBe(`${PAGE}#projects.total.total`);
  });

  it('in a head is told at the table, in a name beside the name', async () => {
    save(PROJECTS, '单位资金', '单位资');
    await shows('单位资');
    await expect.poll(() => page.locator('h3[id="projects"] .finding-mark').count()).toBe(1);
    save(PROJECTS, '流动人口管理服务经费', '流动人口管\u200b理服务经费');
    await shows('看不见的字符');
    await expect.poll(() => page.locator('[id^="projects."] .finding-mark').count()).toBe(1);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['JSON', KIND, '"columns"', '"columns'],
    ['front matter', DOCUMENT, 'scope: unit', 'scope: [unit'],
    ['a unit’s front matter', 'content/units/haining-migrant-services.mdx', 'region:', 'region'],
    ['a narrative', DOCUMENT, '## 单位概况', '## 单位概况 {1 + 1}\n\nimport x from "y"'],
    ['the archive’s own facts', 'data/archive.json', '{', '{{'],
    ['a page of the editors', 'content/pages/about.mdx', 'title: ', 'titel: '],
  ])('is told of, and mended: %s', async (_, file, found, put) => {
    save(file, found, put);
    await shows(file);
    save(file, put, found);
    await gone();
    expect(await page.locator('h1').textContent()).toContain('海宁市');
  });
});

describe('files', () => {
  it('that go are told of, and come back', async () => {
    renameSync(join(archive, PROJECTS), join(archive, `${FOLDER}/project.csv`));
    await shows('project.csv');
    renameSync(join(archive, `${FOLDER}/project.csv`), join(archive, PROJECTS));
    await gone();
    expect(await page.locator('[id="projects.total.total"]').textContent()).toContain('57.00');
  });

  it('of a new disclosure have a page at once', async () => {
    const from = 'haining-migrant-services/2023-budget';
    const to = 'haining-migrant-services/2024-budget';
    cpSync(join(archive, 'data/disclosures', from), join(archive, 'data/disclosures', to), { recursive: true });
    mkdirSync(join(archive, 'data/disclosures', to), { recursive: true });
    writeFileSync(join(archive, `content/disclosures/${to}.mdx`), read(DOCUMENT).replace('title: 海宁市', 'title: 新的海宁市'));
    const seen = async (): Promise<string> => (await (await fetch(`${address}/units/${to}/`)).text()).match(/<h1[^>]*>([^<]*)/)?.[1] ?? '';
    await expect.poll(seen, { timeout: SECONDS * 1000 }).toContain('新的海宁市');
    rmSync(join(archive, `content/disclosures/${to}.mdx`));
    rmSync(join(archive, 'data/disclosures', to), { recursive: true });
    await expect.poll(async () => (await fetch(`${address}/units/${to}/`)).status, { timeout: SECONDS * 1000 }).toBe(404);
  });
});

describe('from a saved file to the page', () => {
  it.each([
    ['a CSV', PROJECTS, '流动人口管理服务经费', (value: string) => `流动人口管理服务经费${value}`],
    ['MDX', DOCUMENT, '协助做好全市流动人口', (value: string) => `协助做好${value}全市流动人口`],
    ['JSON', 'data/archive.json', '基层单位预算档案', (value: string) => `基层单位预算档案${value}`],
    ['a table kind', KIND, '"labels": ["项目名称"', (value: string) => `"labels": ["${value}", "项目名称"`],
  ])('%s is there within its time', async (what, file, found, put) => {
    const before = read(file);
    const times: number[] = [];
    for (let save = 0; save < SAVES; save += 1) {
      const value = `第${save}次`;
      // Whatever the file changes, the page is loaded anew from an archive that has it.
      const anew = page.waitForEvent('load', { timeout: SECONDS * 1000 });
      const from = performance.now();
      writeFileSync(join(archive, file), before.replace(found, put(value)));
      await anew;
      if (what !== 'a table kind') await page.waitForFunction((text) => document.documentElement.textContent?.includes(text), value);
      times.push(performance.now() - from);
      await page.waitForLoadState('networkidle');
    }
    times.sort((a, b) => a - b);
    const p95 = times[Math.ceil(times.length * 0.95) - 1] ?? 0;
    console.log(`${what}: half within ${Math.round(times[times.length >> 1] ?? 0)} ms, 95 % within ${Math.round(p95)} ms`);
    expect(p95).toBeLessThan(SECONDS * 1000);
  });
});
