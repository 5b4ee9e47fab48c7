/** From any figure to its cell, and from a cell to everything that is known of it. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileFolder } from '../archive/compile.ts';
import type { Archive } from '../domain/archive.ts';
import { PHONE, useSite } from './browser.ts';
import { copyArchive, temporaryFolder } from './commands.ts';
import { samplePages } from './routes.ts';

const DISCLOSURE = '/units/putuo-wanli-subdistrict/2024-budget/';
const KEY = 'putuo-wanli-subdistrict/2024-budget';
const CELL = 'expenditure.total.total';
const FORGE = 'https://forge.example/new?title={title}&body={body}';

const temporary = temporaryFolder();
const folder = join(temporary, 'archive');
let archive: Archive;

const { site, visit } = useSite(() => {
  copyArchive(folder);
  const file = join(folder, 'data/archive.json');
  writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), corrections: FORGE }));
  writeFileSync(
    join(folder, 'data/corrections.csv'),
    'cell,was,now,date,reason\nhaining-migrant-services/2023-budget#expenditure.total.total,334.93,339.43,2026-05-06,录颠倒了两个数字\n',
  );
  return folder;
});
beforeAll(async () => {
  archive = await compileFolder(folder);
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const panel = (page: Page) => page.locator('[data-cell-panel]');

describe('a chosen cell', () => {
  it('shows its figure, its place, the page and hash of the source', async () => {
    const page = await visit(DISCLOSURE);
    await page.locator(`[id="${CELL}"]`).click();
    const disclosure = archive.disclosures.get(KEY);
    const text = await panel(page).textContent();
    expect(text).toContain('156,211,123');
    expect(text).toContain('2024年部门支出预算总表');
    expect(text).toContain('原件第 16—20 页');
    expect(text).toContain(disclosure?.source.sha256);
    expect(await panel(page).locator('[data-panel-address]').textContent()).toContain(`${DISCLOSURE}#${CELL}`);
  });

  it('shows every check that it took part in, as total or as part', async () => {
    const page = await visit(DISCLOSURE);
    const checks = archive.disclosures.get(KEY)?.checks ?? [];
    const taking = (cell: string) => checks.filter((check) => check.cell === cell || check.inputs.some((input) => input.cell === cell));
    for (const cell of [CELL, 'expenditure.2080505.total', 'general-public-budget.total.total', 'expenditure.208.project']) {
      await page.locator(`[id="${cell}"]`).click();
      expect(taking(cell).length, cell).toBeGreaterThan(1);
      expect(await panel(page).locator('[data-panel-section="checks"] li').count(), cell).toBe(taking(cell).length);
    }
  });

  it('shows what other documents say of the same fact', async () => {
    const page = await visit(DISCLOSURE);
    const fact = archive.claims.find(({ best, others }) => `${best.unit}/${best.disclosure}` === KEY && others.length > 1);
    await page.locator(`[id="${fact?.best.cell}"]`).click();
    const claims = panel(page).locator('[data-panel-section="claims"] li');
    const links = await claims
      .locator('a')
      .evaluateAll((all) => all.map((each) => decodeURIComponent(new URL((each as HTMLAnchorElement).href).hash)));
    expect(links.toSorted()).toEqual(fact?.others.map(({ cell }) => `#${cell}`).toSorted());
    expect(await claims.first().textContent()).toMatch(/\d{4} 年/);
  });

  it('offers a report that names cell, figure and version of the document’s record', async () => {
    const page = await visit(DISCLOSURE);
    await page.locator(`[id="${CELL}"]`).click();
    const report = new URL((await panel(page).getByRole('link', { name: '报告此处有误' }).getAttribute('href')) ?? '');
    expect(report.origin).toBe('https://forge.example');
    expect(report.searchParams.get('title')).toContain('2024年部门支出预算总表，合计');
    const body = report.searchParams.get('body') ?? '';
    for (const part of [
      KEY,
      CELL,
      '156,211,123（单位：元）',
      (archive.disclosures.get(KEY)?.version ?? '').slice(0, 12),
      `${DISCLOSURE}#${CELL}`,
    ])
      expect(body).toContain(part);
  });

  it('is reached, read and left by keyboard', async () => {
    const page = await visit(DISCLOSURE);
    const table = page.locator('.sheet', { has: page.locator('[id="expenditure"]') });
    const stops = await table.locator('tbody [tabindex="0"]').evaluateAll((all) => all.map(({ id }) => id));
    expect(stops).toHaveLength(1);
    await table.locator('tbody [tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const focused = await page.evaluate(() => document.activeElement?.id);
    expect(focused).toMatch(/^expenditure\..+\.basic$/);
    await page.keyboard.press('Enter');
    expect(await panel(page).isVisible()).toBe(true);
    expect(new URL(page.url()).hash).toBe(`#${focused}`);
    await page.keyboard.press('ArrowRight');
    expect(await panel(page).locator('[data-panel-name]').textContent()).toContain('项目支出');
    await page.keyboard.press('Escape');
    expect(await panel(page).isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/\.project$/);
  });

  it('is never covered by what is said of it', async () => {
    for (const viewport of [PHONE, { width: 1280, height: 900 }]) {
      const page = await visit(DISCLOSURE, { viewport });
      for (const cell of [CELL, 'revenue.total.total', 'three-public.total.vehicles'].filter((id) => id)) {
        const place = page.locator(`[id="${cell}"]`);
        if ((await place.count()) === 0) continue;
        await place.click();
        const [over, box] = [await panel(page).boundingBox(), await place.boundingBox()];
        if (!over || !box) throw new Error(`${cell} is not shown`);
        const apart = box.x + box.width <= over.x || box.x >= over.x + over.width || box.y + box.height <= over.y;
        expect(apart, `${cell} at ${viewport.width}`).toBe(true);
      }
    }
  });
});

describe('every figure', () => {
  it('of a page is a link to the cell that prints it, or stands beside those that it follows from', async () => {
    const pages = samplePages(site().folder).filter((path) => /^(\/en)?\/((units|functions|economic|checks)\/.*)?$/.test(path));
    let found = 0;
    for (const path of pages) {
      const page = await visit(path, { javaScriptEnabled: false });
      const { lone, linked } = await page.locator('main').evaluate((main) => {
        const toCell = 'a[href*="#"]';
        const own = 'td[id], [id] > .figure, tr[id]';
        const apart = 'pre, script, .citation, .corrections, [popover], [data-chart] canvas, dt, .prose, .reason';
        const amounts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
        const unlinked: string[] = [];
        let count = 0;
        while (amounts.nextNode()) {
          const { parentElement: element, textContent: text } = amounts.currentNode;
          if (!element || element.closest(apart) || !/\d[\d,]*\.\d|\d\s*(万元|元)/.test(text ?? '')) continue;
          if (element.closest(toCell) || element.closest(own)) {
            count += 1;
            continue;
          }
          // Shares, changes, remainders and sums: what they follow from is linked in the same row, sentence or table.
          const around = element.closest('p, dd, td, li, summary')?.parentElement?.closest('tr, li, div, details, section, table');
          const table = element.closest('table');
          if (!around?.querySelector(toCell) && !table?.querySelector(toCell)) unlinked.push((text ?? '').trim().slice(0, 60));
        }
        return { lone: unlinked, linked: count };
      });
      expect(lone, path).toEqual([]);
      found += linked;
      await page.context().close();
    }
    expect(found).toBeGreaterThan(1000);
  });

  it('that a page says first of all leads to a cell that prints it', async () => {
    for (const path of [
      '/',
      '/units/',
      '/units/putuo-wanli-subdistrict/',
      '/units/haining-migrant-services/',
      DISCLOSURE,
      '/functions/204/',
    ]) {
      const page = await visit(path, { javaScriptEnabled: false });
      const figures = page
        .locator('main :is(.much, .keys .amount, .lede b, td.figure:not(.quiet, [id], [id] > *))')
        .filter({ hasText: /\.\d|元/ });
      const lone = await figures.evaluateAll((all) =>
        all.filter((each) => !each.closest('a[href*="#"]') && !each.querySelector('a[href*="#"]')).map((each) => each.textContent),
      );
      expect(lone, path).toEqual([]);
      await page.context().close();
    }
  });
});

describe('a correction', () => {
  it('stands on the page of its document, with what was and what is, and in the feed', async () => {
    const page = await visit('/units/haining-migrant-services/2023-budget/', { javaScriptEnabled: false });
    const row = page.locator('.history tbody tr');
    expect(await row.locator('del').textContent()).toBe('334.93');
    expect(await row.locator('ins').textContent()).toBe('339.43');
    expect(await row.locator('a').getAttribute('href')).toBe('#expenditure.total.total');
    const feed = readFileSync(join(site().folder, 'feed.xml'), 'utf8');
    const entry = feed.split('<entry>').find((each) => each.includes('<category term="correction"/>'));
    expect(entry).toContain('<updated>2026-05-06T00:00:00Z</updated>');
    expect(entry).toContain('334.93 改为 339.43。录颠倒了两个数字');
    expect(feed.indexOf('term="correction"'), 'the latest first').toBeLessThan(feed.indexOf('term="new"'));
  });
});

describe('without script', () => {
  it('each table and each document has its report, and the page has source, checks and other claims', async () => {
    const page = await visit(DISCLOSURE, { javaScriptEnabled: false });
    expect(await panel(page).isVisible()).toBe(false);
    const disclosure = archive.disclosures.get(KEY);
    const links = page.locator('.table-block > .report a');
    expect(await links.count()).toBe(disclosure?.tables.length);
    const third = new URL((await links.nth(2).getAttribute('href')) ?? '');
    expect(third.searchParams.get('body')).toContain('格子：expenditure\n');
    const whole = new URL((await page.locator('.corrections a').first().getAttribute('href')) ?? '');
    expect(whole.searchParams.get('body')).toContain(KEY);
    expect(await page.locator('.caption [data-page]').count()).toBe(disclosure?.tables.filter(({ state }) => state === 'printed').length);
    expect(await page.locator('.other-claims tbody tr').count()).toBeGreaterThan(10);
  });
});
