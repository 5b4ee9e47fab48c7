/** A government elsewhere as its readers see it: built from files alone, in English, with its own years, words and codes. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useSite } from './browser.ts';
import { PROJECT } from './commands.ts';
import { filesOf } from './site.ts';

const { site, visit } = useSite(() => join(PROJECT, 'src/testing/governments/port-alder'));

it('its unit opens with a sentence in its own years and currency', async () => {
  const page = await visit('/units/public-works/');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  const text = await page.locator('main').textContent();
  expect(text).toContain('27,365 thousands of dollars');
  expect(text).toContain('FY 2024–25');
  expect(text).toContain('Of every 100 dollars, 60 go to salaries and benefits');
  expect(text).toContain('2,105 thousands of dollars more (+8.3%) than the adopted budget of FY 2023–24; by the document’s own account');
  expect(text).toContain('FY 2023–24 actual');
  // Nothing of the words of Chinese budgets is left over.
  expect(text).not.toMatch(/\p{Script=Han}/u);
});

it('its charts are drawn: stages by year, programs, uses, objects', async () => {
  const page = await visit('/units/public-works/');
  const canvases = page.locator('main canvas');
  for (let index = 0; index < 4; index += 1) {
    await canvases.nth(index).scrollIntoViewIfNeeded();
    await page.waitForFunction((at) => {
      const canvas = document.querySelectorAll<HTMLCanvasElement>('main canvas')[at];
      const blank = Object.assign(document.createElement('canvas'), { width: canvas?.width ?? 0, height: canvas?.height ?? 0 });
      return canvas !== undefined && canvas.toDataURL() !== blank.toDataURL();
    }, index);
  }
  expect(await canvases.count()).toBe(4);
});

it('its tables stand as printed, negatives in parentheses', async () => {
  const page = await visit('/units/library/2024-25-adopted-budget/');
  const cell = page.locator('[id="program-budget.LB.10.100.change"]');
  expect((await cell.textContent())?.trim()).toBe('(45)');
  expect((await page.locator('[id="program-budget.LB.budget"]').textContent())?.trim()).toBe('$3,630');
  expect(await page.locator('main').textContent()).toContain('Adopted budget');
});

it('its codes have pages, with the divisions they stand in', async () => {
  const page = await visit('/classifications/programs/PW.30.300/');
  const text = await page.locator('main').textContent();
  expect(text).toContain('Storm drains and flood control');
  expect(text).toContain('Climate resilience');
  expect(text).toContain('FY 2024–25');
  // And with what became of them, and why.
  const changes = page.locator('.changes');
  expect(await changes.textContent()).toContain('moved from Water to the new division Climate resilience');
  await changes.getByRole('link', { name: 'PW.20.210 Storm drains' }).click();
  await page.waitForURL('**/classifications/programs/PW.20.210/');
});

it('has indexes of the codes that it uses, and no page of those that it does not', () => {
  const indexes = filesOf(site().folder).filter((file) => /^(functions|economic|classifications)\/([a-z]+\/)?index\.html$/.test(file));
  expect(indexes.sort()).toEqual(['classifications/objects/index.html', 'classifications/programs/index.html']);
});

it('its texts are found', async () => {
  const page = await visit('/search/?q=storm%20drains');
  await page.locator('[data-search-results] > li').first().waitFor();
  expect(await page.locator('[data-search-results]').textContent()).toContain('Public Works Department');
});
