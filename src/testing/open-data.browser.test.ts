/** Open data and citations on a site that says where it stands, with a browser's own parsers. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { PHONE, useSite } from './browser.ts';
import { copyArchive, temporaryFolder } from './commands.ts';
import { addressOf, filesOf } from './site.ts';

const BASE = 'https://budgets.example';
const DISCLOSURE = '/units/haining-migrant-services/2023-budget/';

const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const { site, visit } = useSite(() => {
  const archive = copyArchive(join(temporary, 'archive'));
  const file = join(archive, 'data/archive.json');
  writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), baseUrl: `${BASE}/` }));
  return archive;
});

const read = (path: string): string => readFileSync(join(site().folder, path), 'utf8');

/** Elements of an XML file as the browser reads them; a fault of the parser is an element of its own. */
function elementsOf(page: Page, xml: string): Promise<{ name: string; text: string; parent: string; href: string | null }[]> {
  return page.evaluate(
    (text) =>
      [...new DOMParser().parseFromString(text, 'application/xml').querySelectorAll('*')].map((each) => ({
        name: each.localName,
        text: each.children.length === 0 ? (each.textContent ?? '') : '',
        parent: each.parentElement?.localName ?? '',
        href: each.getAttribute('href'),
      })),
    xml,
  );
}

describe('the feed', () => {
  it('is Atom: every element that RFC 4287 requires, once, in its form', async () => {
    const elements = await elementsOf(await visit('/'), read('feed.xml'));
    expect(elements.map(({ name }) => name)).not.toContain('parsererror');
    const entries = elements.filter(({ name }) => name === 'entry').length;
    expect(entries).toBeGreaterThanOrEqual(7);
    for (const name of ['id', 'title', 'updated']) {
      expect(elements.filter((each) => each.name === name && each.parent === 'feed')).toHaveLength(1);
      expect(elements.filter((each) => each.name === name && each.parent === 'entry')).toHaveLength(entries);
    }
    const ids = elements.filter(({ name }) => name === 'id').map(({ text }) => text);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids)
      expect(id).toMatch(/^(https:\/\/budgets\.example\/|urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$)/);
    for (const { text } of elements.filter(({ name }) => name === 'updated')) expect(text).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
    const links = elements.filter(({ name }) => name === 'link').map(({ href }) => href ?? '');
    for (const link of links) expectServed(link);
    expect(elements.filter(({ name, parent }) => name === 'name' && parent === 'author')).toHaveLength(entries + 1);
  });

  it('tells of acknowledged faults of documents', () => {
    expect(read('feed.xml').match(/<category term="acknowledgement"\/>/g)).toHaveLength(3);
  });

  it('is announced on every page', async () => {
    const page = await visit(DISCLOSURE);
    expect(await page.getAttribute('link[type="application/atom+xml"]', 'href')).toBe('/feed.xml');
  });
});

describe('the sitemap', () => {
  it('names every page that may be found, once, and robots.txt names the sitemap', async () => {
    const elements = await elementsOf(await visit('/'), read('sitemap.xml'));
    expect(elements.map(({ name }) => name)).not.toContain('parsererror');
    const listed = elements.filter(({ name }) => name === 'loc').map(({ text }) => decodeURI(text));
    const pages = filesOf(site().folder)
      .filter((file) => file.endsWith('.html'))
      .map((file) => BASE + addressOf(file));
    expect(listed.toSorted()).toEqual(pages.filter((page) => !/\/(404\.html|search\/)$/.test(page)).toSorted());
    expect(elements.find(({ name, text }) => name === 'lastmod' && text === '2023-02-13')).toBeDefined();
    expect(read('robots.txt')).toContain(`Sitemap: ${BASE}/sitemap.xml`);
  });
});

describe('linked data', () => {
  it.each(['/units/haining-migrant-services/', DISCLOSURE, '/units/beilun-migrant-services/2023-assessment/', '/data/'])(
    'of %s is a Dataset whose files are there',
    async (path) => {
      const page = await visit(path);
      const [text = ''] = await page.locator('script[type="application/ld+json"]').allTextContents();
      const data = JSON.parse(text) as Record<string, unknown> & { distribution: { contentUrl: string; encodingFormat: string }[] };
      expect(data).toMatchObject({ '@context': 'https://schema.org/', '@type': 'Dataset', url: BASE + path });
      expect(String(data.name).length).toBeGreaterThan(5);
      // Search engines of data sets want so much.
      expect(String(data.description).length).toBeGreaterThanOrEqual(50);
      expect(data.license).toMatch(/^https:/);
      expect(data.version).toMatch(/^[0-9a-f]{64}$/);
      for (const { contentUrl } of data.distribution) expectServed(contentUrl);
      expect(data.distribution.length).toBeGreaterThan(0);
    },
  );
});

describe('a citation', () => {
  it('is complete without script but for the day of access', async () => {
    const page = await visit(DISCLOSURE, { javaScriptEnabled: false });
    const text = await page.locator('[data-form="gbt7714"]').textContent();
    expect(text).toMatch(
      /^海宁市流动人口管理服务中心\. 海宁市流动人口管理服务中心2023年单位预算\[DS\/OL\]\/\/流动人口服务部门预算档案\. 版本 [0-9a-f]{12}\. \[引用日期\]\. https:\/\/budgets\.example\/units\/haining-migrant-services\/2023-budget\/\.$/,
    );
    expect(await page.locator('.citation button:visible').count()).toBe(0);
    expect(await page.locator('[data-cite-bar]').isVisible()).toBe(false);
  });

  it('has the day of access with script', async () => {
    const page = await visit(DISCLOSURE);
    const today = await page.evaluate(() => new Date().toLocaleDateString('sv-SE'));
    expect(await page.locator('[data-form="gbt7714"]').textContent()).toContain(`[${today}]`);
    const csl = JSON.parse((await page.locator('[data-form="csl"]').textContent()) ?? '') as { accessed: object }[];
    expect(csl[0]?.accessed).toEqual({ 'date-parts': [today.split('-').map(Number)] });
  });

  it('of a cell: pressing it gives its name, its address and its citation to copy', async () => {
    const page = await visit(DISCLOSURE);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const before = await page.evaluate(() => scrollY);
    const cell = page.locator('[id="expenditure.total.personnel"]');
    await cell.scrollIntoViewIfNeeded();
    const scrolled = await page.evaluate(() => scrollY);
    await cell.click();
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    expect(before).not.toBe(scrolled);
    expect(await page.locator('[data-cite-chosen]').textContent()).toBe(
      '2023年单位支出预算总表，合计，基本支出/人员支出，256.41（单位：万元）',
    );
    expect(new URL(page.url()).hash).toBe('#expenditure.total.personnel');
    await page.getByRole('button', { name: '复制引文', exact: true }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('2023年单位预算：2023年单位支出预算总表，合计，基本支出/人员支出，256.41（单位：万元）[DS/OL]');
    expect(copied).toContain(`${BASE}${DISCLOSURE}#expenditure.total.personnel.`);
    await page.getByRole('button', { name: '复制网址' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${BASE}${DISCLOSURE}#expenditure.total.personnel`);
    await page.getByRole('button', { name: '取消' }).click();
    expect(await page.locator('[data-cite-bar]').isVisible()).toBe(false);
    expect(await page.locator('[data-form="gbt7714"]').textContent()).not.toContain('256.41');
  });

  it('of a cell that a link led to stands at the end of the page, and nothing covers what one came to read', async () => {
    const page = await visit(`${DISCLOSURE}#expenditure.total.total`, { viewport: PHONE });
    expect(await page.locator('[data-cite-bar]').isVisible()).toBe(false);
    expect(await page.locator('[data-form="bibtex"]').textContent()).toContain('#expenditure.total.total}');
  });

  it('of a table and of a figure in the text', async () => {
    const page = await visit(`${DISCLOSURE}#expenditure`);
    expect(await page.locator('[data-form="apa"]').textContent()).toContain('2023年单位预算：2023年单位支出预算总表 (Version');
    const statement = page.locator('[id="statements.revenue-change"]');
    await statement.locator('.figure').click();
    expect(await page.locator('[data-cite-chosen]').textContent()).toContain('减少 43.29 万元');
  });
});

/** An absolute address of the site leads to a file of it. */
function expectServed(address: string): void {
  expect(address).toMatch(/^https:\/\/budgets\.example\//);
  const path = decodeURIComponent(new URL(address).pathname);
  const file = path.endsWith('/') ? `${path}index.html` : path;
  expect([address, existsSync(join(site().folder, file))]).toEqual([address, true]);
}
