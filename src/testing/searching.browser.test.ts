/** Search by keyboard alone, on every page and on its own. */
import { describe, expect, it } from 'vitest';
import { useSite } from './browser.ts';

const { visit } = useSite();

describe('the box of every page', () => {
  it('loads nothing before it is touched, then answers while one types, from the keyboard', async () => {
    const page = await visit('/units/haining-migrant-services/');
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => path.startsWith('/search-index/'))).toEqual([]);

    await page.keyboard.press('/');
    await page.keyboard.type('居住证');
    const suggestions = page.locator('[data-suggestions] a');
    await suggestions.first().waitFor();
    expect(asked.some((path) => path.startsWith('/search-index/'))).toBe(true);

    await page.keyboard.press('ArrowDown');
    expect(await suggestions.first().evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.matches('[data-search-box]'))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await suggestions.first().isVisible()).toBe(false);

    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=*');
    await page.locator('[data-search-results] > li').first().waitFor();
  });

  it('finds a unit by its abbreviation and opens it with Enter', async () => {
    const page = await visit('/');
    await page.keyboard.press('/');
    await page.keyboard.type('越城流管中心');
    await page.locator('[data-suggestions] a').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/units/yuecheng-migrant-services/');
  });
});

describe('the page of results', () => {
  it('walks through results with the arrows', async () => {
    const page = await visit('/search/?q=人员经费');
    await page.locator('[data-search-results] a').first().waitFor();
    await page.locator('[data-search-box]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const at = await page
      .locator('[data-search-results] a')
      .evaluateAll((links) => links.indexOf(document.activeElement as HTMLAnchorElement));
    expect(at).toBe(1);
  });

  it('goes back to the query before', async () => {
    const page = await visit('/search/?q=居住证');
    await page.locator('[data-search-results] > li').first().waitFor();
    await page.locator('[data-search-box]').fill('2040250');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=2040250');
    await page.goBack();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[data-search-box]')?.value === '居住证');
  });

  it('suggests names that come near when nothing is found', async () => {
    const page = await visit('/search/?q=海宁市流动人囗中心');
    const near = page.locator('[data-search-results] a').first();
    await near.waitFor();
    expect(await near.textContent()).toContain('海宁市流动人口管理服务中心');
  });
});
