/** A site under a path of its host, as on GitHub Pages: every address leads somewhere, search finds. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { useSite } from './browser.ts';
import { copyArchive, temporaryFolder } from './commands.ts';
import { filesOf } from './site.ts';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { visit, site } = useSite(() => {
  const archive = copyArchive(join(folder, 'archive'));
  const facts = join(archive, 'data/archive.json');
  writeFileSync(facts, readFileSync(facts, 'utf8').replace('"language"', '"baseUrl": "https://example.org/budgets/site/",\n  "language"'));
  return archive;
});

it('leads within the site under its path only, and to what is there', () => {
  const files = new Set(filesOf(site().folder));
  const lost: string[] = [];
  for (const page of [...files].filter((file) => file.endsWith('.html'))) {
    const html = readFileSync(join(site().folder, page), 'utf8');
    for (const [, address = ''] of html.matchAll(/\s(?:href|src|action)="(\/[^"#?]*)/g)) {
      const path = decodeURIComponent(address.replace(/^\/budgets\/site\//, ''));
      if (!files.has(path === '' || path.endsWith('/') ? `${path}index.html` : path)) lost.push(`${page}: ${address}`);
    }
  }
  expect(lost).toEqual([]);
});

it('opens, is walked through, and finds', async () => {
  const page = await visit('/budgets/site/');
  await page
    .locator('main')
    .getByRole('link', { name: /^海宁市/ })
    .first()
    .click();
  await page.waitForURL('**/budgets/site/units/*/');
  const box = page.locator('[data-search-box]').first();
  await box.fill('海宁市流动人口管理服务中心');
  const first = page.locator('[data-suggestions] a').first();
  await first.waitFor();
  expect(await first.getAttribute('href')).toMatch(/^\/budgets\/site\/units\//);
  await box.press('Enter');
  await page.waitForURL('**/budgets/site/search/?q=*');
  const hit = page.locator('[data-search-results] h2 a').first();
  await hit.click();
  await page.waitForURL('**/budgets/site/units/**');
  expect(await page.locator('h1').textContent()).toContain('海宁市');
});
