/** What a reader of another language meets: the switch, the same page, search that stays in the language. */
import { expect, it } from 'vitest';
import { PHONE, useSite } from './browser.ts';
import { samplePages } from './routes.ts';

const { site, visit } = useSite();
const UNIT = '/units/haining-migrant-services/';

it('the switch leads to the same page in the other language, and back, without script', async () => {
  const page = await visit(`${UNIT}2023-budget/`, { javaScriptEnabled: false, viewport: PHONE });
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  await page.getByRole('link', { name: 'English' }).click();
  expect(new URL(page.url()).pathname).toBe(`/en${UNIT}2023-budget/`);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.locator('.lede').first().textContent()).toMatch(/^Planned spending in 2023: 339\.43 万元 \(CNY 3,394,300\)/);
  await page.getByRole('link', { name: '简体中文' }).click();
  expect(new URL(page.url()).pathname).toBe(`${UNIT}2023-budget/`);
});

it('every page has its counterpart', async () => {
  const paths = samplePages(site().folder).filter((path) => path !== '/404.html');
  const own = paths.filter((path) => !path.startsWith('/en/'));
  for (const path of own) expect((await fetch(`${site().address}/en${path}`)).status, path).toBe(200);
  expect(paths.length).toBeGreaterThan(own.length);
});

it('on an English page, what is printed in Chinese says so', async () => {
  for (const path of samplePages(site().folder).filter((each) => each.startsWith('/en/'))) {
    const page = await visit(path);
    const unmarked = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (!parent || parent.closest('script, option') || !/\p{Script=Han}/u.test(node.textContent ?? '')) continue;
        if (!parent.closest('[lang]')?.getAttribute('lang')?.startsWith('zh')) found.push((node.textContent ?? '').trim().slice(0, 40));
      }
      return found;
    });
    expect(unmarked, path).toEqual([]);
    await page.context().close();
  }
});

it('search finds English names, and its results stay in English', async () => {
  const page = await visit(`/en${UNIT}`);
  await page.getByRole('searchbox').fill('Haining Migrant');
  const suggestion = page.locator('[data-suggestions] a').first();
  await suggestion.waitFor();
  expect(await suggestion.getAttribute('href')).toBe(`/en${UNIT}`);
  await page.getByRole('searchbox').fill('339.43');
  await page.getByRole('searchbox').press('Enter');
  const result = page.locator('[data-search-results] a').first();
  await result.waitFor();
  expect(new URL(page.url()).pathname).toBe('/en/search/');
  expect(await result.getAttribute('href')).toMatch(/^\/en\/units\//);
});

it('a translated head keeps the printed one beside it', async () => {
  const page = await visit(`/en${UNIT}2023-budget/`);
  const head = page.locator('#expenditure').locator('xpath=ancestor::table').locator('thead th', { hasText: 'Personnel' });
  expect(await head.locator('.printed').textContent()).toBe('人员支出');
});
