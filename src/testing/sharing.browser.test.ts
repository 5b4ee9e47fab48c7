/** What one can take away: tables and charts in other pages, pictures, data, and cards beside links. */
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { PHONE, scriptsHaveRun, useSite } from './browser.ts';
import { copyArchive, temporaryFolder } from './commands.ts';
import { filesOf } from './site.ts';

const UNIT = '/units/putuo-wanli-subdistrict/';
const DISCLOSURE = '/units/haining-migrant-services/2023-budget/';
const BASE = 'https://budgets.example';

const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const { site, visit } = useSite(() => {
  const archive = copyArchive(join(temporary, 'archive'));
  const file = join(archive, 'data/archive.json');
  writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), baseUrl: BASE }));
  return archive;
});

describe('a table in another site’s page', () => {
  it.each([true, false])('is shown alone, and leads back (script: %s)', async (javaScriptEnabled) => {
    const page = await visit(`${DISCLOSURE}embed/#expenditure`, { javaScriptEnabled, viewport: PHONE });
    const shown = await page
      .locator('main > :is(.table-block, .chart)')
      .evaluateAll((all) => all.filter((each) => each.checkVisibility()).map((each) => each.querySelector('h3')?.id));
    expect(shown).toEqual(['expenditure']);
    expect(await page.locator('h1 a').getAttribute('href')).toBe(DISCLOSURE);
    expect(await page.locator('header, nav, form').count()).toBe(0);
    // What its address does not name, it shows whole.
    await page.goto(`${site().address}${DISCLOSURE}embed/`);
    expect(await page.locator('main > .table-block:visible').count()).toBeGreaterThan(5);
  });

  it('is framed by the code that its page gives', async () => {
    const page = await visit(DISCLOSURE);
    await page.getByRole('link', { name: '嵌入“2023年单位支出预算总表”' }).click();
    await page.waitForURL(/embed\/#expenditure$/);
    await scriptsHaveRun(page);
    const code = (await page.locator('.embed-code [data-copy-source]').textContent()) ?? '';
    expect(code).toContain('title="表 3 2023年单位支出预算总表');
    const host = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(`<!doctype html><title>host</title><link rel="icon" href="data:,"><body>${code}</body>`);
    }).listen(0);
    await once(host, 'listening');
    try {
      const browser = page.context().browser();
      const other = await browser?.newPage();
      await other?.goto(`http://localhost:${(host.address() as AddressInfo).port}/`);
      const frame = other?.frameLocator('iframe');
      await frame?.locator('[id="expenditure.total.total"]').waitFor();
      expect(await frame?.locator('[id="expenditure.total.total"]').textContent()).toContain('339.43');
      expect(await frame?.locator('.embed-code').isVisible(), 'the code is not offered within the frame').toBe(false);
      await other?.close();
    } finally {
      host.close();
    }
  });

  it('has a code without script too', async () => {
    const page = await visit(DISCLOSURE, { javaScriptEnabled: false });
    const code = await page.locator('details.embed-code pre').textContent();
    expect(code).toMatch(
      /^<iframe src="https:\/\/budgets\.example\/units\/haining-migrant-services\/2023-budget\/embed\/#[a-z-]+" title="[^"]+"/,
    );
  });

  it('costs one page for a document, and one for a unit that has something to show', () => {
    const files = filesOf(site().folder).filter((file) => /^units\/.*\/embed\/index\.html$/.test(file));
    expect(files).toHaveLength(8 + 5);
  });
});

/** Of a picture: its corner, its darkest spot, and whether the bars have the colour of bars on light paper. */
function coloursOf(page: Page, picture: Buffer): Promise<{ corner: string; title: string; bars: boolean }> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data = new Uint8ClampedArray() } = context?.getImageData(0, 0, image.width, image.height) ?? {};
    const pixels = new Set<string>();
    for (let at = 0; at < data.length; at += 4)
      pixels.add(`#${[...data.subarray(at, at + 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`);
    return { corner: [...pixels][0] ?? '', title: [...pixels].sort()[0] ?? '', bars: pixels.has('#a8711c') };
  }, picture.toString('base64'));
}

describe('a chart', () => {
  it('is a picture with its title, source and address on white paper, and a table of the same figures', async () => {
    const page = await visit(UNIT, { colorScheme: 'dark' });
    const figure = page.locator('[data-chart]').first();
    await figure.scrollIntoViewIfNeeded();
    const [picture] = await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: '下载图片' }).click()]);
    expect(picture.suggestedFilename()).toMatch(/^units-putuo-wanli-subdistrict-chart-years\.png$/);
    const bytes = readFileSync(await picture.path());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    const drawn = await figure.locator('canvas').boundingBox();
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    // Two pixels for each of the page's, and room around the drawing for words.
    expect(width).toBeGreaterThan(2 * (drawn?.width ?? 0));
    expect(height).toBeGreaterThan(2 * (drawn?.height ?? 0) + 200);
    expect(await coloursOf(page, bytes)).toEqual({ corner: '#ffffff', title: '#1d1c1a', bars: true });
    const [table] = await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: '下载数据' }).click()]);
    const rows = readFileSync(await table.path(), 'utf8')
      .replace(/^\ufeff/, '')
      .trim()
      .split('\r\n');
    const cells = await figure
      .locator('.parts-table tbody td')
      .evaluateAll((all) => all.map((each) => each.querySelector('a')?.textContent?.replaceAll(',', '') ?? ''));
    expect(rows.slice(1).map((row) => row.split(',')[1])).toEqual(cells.filter((cell) => cell !== ''));
  });

  it('offers neither without script, and its place in other pages all the same', async () => {
    const page = await visit(UNIT, { javaScriptEnabled: false });
    expect(await page.locator('.chart-tools button:visible').count()).toBe(0);
    expect(await page.locator('.chart-tools a').first().getAttribute('href')).toBe(`${UNIT}embed/#chart-years`);
  });
});

describe('a card beside a link', () => {
  it.each(['/', UNIT, DISCLOSURE, '/en/functions/204/'])('of %s has title, sentence, address and picture', async (path) => {
    const page = await visit(path);
    const meta = (property: string): Promise<string | null> => page.getAttribute(`meta[property="og:${property}"]`, 'content');
    expect(await meta('url')).toBe(BASE + path);
    expect(await meta('title')).toMatch(/\S/);
    expect(await meta('description')).toBe(await page.getAttribute('meta[name="description"]', 'content'));
    expect(await meta('locale')).toBe(path.startsWith('/en/') ? 'en' : 'zh_CN');
    const image = new URL((await meta('image')) ?? '');
    expect(image.origin).toBe(BASE);
    expect(existsSync(join(site().folder, image.pathname))).toBe(true);
  });
});
