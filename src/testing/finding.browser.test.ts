/** What people come for, done as they do it. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PHONE, useSite } from './browser.ts';

const { visit } = useSite();

describe('a figure from the home page', () => {
  it('is two clicks away, in the cell where the document prints it', async () => {
    const page = await visit('/', { viewport: PHONE });
    await page
      .locator('main')
      .getByRole('link', { name: /^海宁市/ })
      .first()
      .click();
    await page.waitForURL('**/units/*/');
    const figure = page.locator('.keys > div', { hasText: '人员' }).getByRole('link');
    expect(squeezed(await figure.textContent())).toBe('256.41万元');
    await figure.click();
    expect(await targetText(page)).toBe('256.41');
  });

  it('is found with one query', async () => {
    const page = await visit('/', { viewport: PHONE });
    await search(page, '海宁 2023 人员经费');
    const link = page.locator('[data-search-results] li li', { hasText: '256.41' }).getByRole('link').first();
    await link.click();
    await page.waitForURL('**/units/**');
    expect(await sectionText(page)).toContain('256.41');
  });
});

it('a unit’s page says which figure is published and which is implied', async () => {
  const page = await visit('/units/shangyu-new-residents/');
  const rows = (await page.locator('figure.chart.years tbody tr').allInnerTexts()).map(squeezed);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatch(/2023年执行.*推算.*356\.54/);
  expect(rows[1]).toMatch(/2024年(年初|初)预算.*422\.79/);
  expect(rows[1]).not.toContain('推算');
  expect(squeezed(await page.locator('section', { has: page.locator('#years') }).textContent())).toContain('2023年的数字不是直接公布的');
  const drawn = await page.locator('figure.chart.years canvas').getAttribute('aria-label');
  expect(drawn).toContain('2023 年执行（推算） 356.54 万元');
  expect(drawn).toMatch(/2024 年(年初|初)预算 422\.79 万元/);
});

describe('search', () => {
  it.each(['居住证', '绩效工资', '2040250'])('leads from %s to the places that contain it', async (query) => {
    const page = await visit('/search/');
    await page.locator('[data-search-box]').fill(query);
    await answered(page);
    const links = await page.locator('[data-search-results] a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) {
      await page.goto(link);
      expect(await sectionText(page), link).toContain(query);
    }
  });

  it('an amount as printed leads to its cell', async () => {
    const page = await visit('/search/?q=256.41');
    await answered(page);
    await page.locator('[data-search-results] li li a[href^="/units/"]').first().click();
    await page.waitForURL('**/units/**');
    expect(await sectionText(page)).toContain('256.41');
  });

  it('says so where nothing is found, and offers another way', async () => {
    const page = await visit('/search/');
    await page.locator('[data-search-box]').fill('qqzzxx');
    await answered(page);
    expect(await page.locator('[data-search-status]').textContent()).toContain('没有找到');
    expect(await page.locator('[data-search-results] li').count()).toBeGreaterThan(0);
  });

  it('never takes what was typed for markup', async () => {
    const page = await visit(`/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    await answered(page);
    expect(await page.locator('main img').count()).toBe(0);
  });

  it('narrows by unit, and keeps query and filter in the address', async () => {
    const page = await visit('/search/?q=居住证');
    await answered(page);
    const before = await page.locator('[data-search-results] > li').count();
    await page.locator('[data-search-filters] select[name="unit"]').selectOption({ index: 1 });
    await page.waitForFunction((count) => document.querySelectorAll('[data-search-results] > li').length < count, before);
    const address = page.url();
    await page.goto(address);
    await answered(page);
    expect(await page.locator('[data-search-results] > li').count()).toBeLessThan(before);
    expect(await page.locator('[data-search-box]').inputValue()).toBe('居住证');
  });
});

async function search(page: Page, query: string): Promise<void> {
  await page.locator('[data-search-box]').first().fill(query);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search/?q=*');
  await answered(page);
}

/** The status line names the query once its answer is there. */
async function answered(page: Page): Promise<void> {
  await page.waitForFunction(() => /^(“|没有找到)/.test(document.querySelector('[data-search-status]')?.textContent ?? ''));
}

async function targetText(page: Page): Promise<string> {
  await page.waitForFunction(() => document.querySelector(':target') !== null);
  const cell = page.locator(':target');
  expect(await cell.evaluate((element) => element.matches('td, th'))).toBe(true);
  return squeezed(await cell.textContent());
}

/** The text of the place that the address points at: a row, or a heading with what follows it. */
function sectionText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const target = document.querySelector(':target');
    if (!location.hash) return document.querySelector('main')?.textContent ?? '';
    if (!target) return `nothing has the id ${decodeURIComponent(location.hash.slice(1))}`;
    const row = target.closest('tr');
    if (row) return row.textContent ?? '';
    const whole = target.closest('caption') ? target.closest('section') : target.closest('figure');
    if (whole) return whole.textContent ?? '';
    let text = target.textContent ?? '';
    for (let next = target.nextElementSibling; next && !/^H[1-6]$/.test(next.tagName); next = next.nextElementSibling)
      text += next.textContent;
    return text;
  });
}

function squeezed(text: string | null): string {
  return text?.replace(/\s+/g, '') ?? '';
}
