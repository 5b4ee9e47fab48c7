/** Charts, keyboard and paper. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { PHONE, useSite } from './browser.ts';
import { copyArchive, temporaryFolder } from './commands.ts';
import { filesOf } from './site.ts';

const UNIT = '/units/haining-migrant-services/';
const DISCLOSURE = `${UNIT}2023-budget/`;

const folder = temporaryFolder();
const { visit } = useSite(() => withGap(copyArchive(folder)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The same budget again as that of 2020, whose text names 2019: 2021 is in neither. */
/** What the profile would say. */
const VERSIONS = 'classifications: { functional: "2023", economic: "2023" }\n';

function withGap(archive: string): string {
  const unit = 'haining-migrant-services';
  const document = readFileSync(join(archive, `content/disclosures/${unit}/2023-budget.mdx`), 'utf8');
  // The profile does not hold for 2020.
  writeFileSync(join(archive, `content/disclosures/${unit}/2020-budget.mdx`), document.replace(/^profile: .*\n/m, VERSIONS));
  const data = join(archive, `data/disclosures/${unit}`);
  cpSync(join(data, '2023-budget'), join(data, '2020-budget'), { recursive: true });
  const statements = join(data, '2020-budget/statements.csv');
  writeFileSync(statements, readFileSync(statements, 'utf8').replaceAll(',2022,', ',2019,'));
  return archive;
}

describe('charts', () => {
  it('are drawn when they come near, and not before', async () => {
    const page = await visit(DISCLOSURE, { viewport: PHONE });
    const scripts: string[] = [];
    page.on('request', (request) => void (request.resourceType() === 'script' && scripts.push(request.url())));
    await page.waitForLoadState('networkidle');
    expect(await inked(page, 'figure.chart canvas')).toBe(0);
    expect(scripts).toEqual([]);
    await page.locator('figure.chart').first().scrollIntoViewIfNeeded();
    await expect.poll(() => inked(page, 'figure.chart canvas')).toBeGreaterThan(1000);
    expect(scripts.length).toBeGreaterThan(0);
  });

  it.each([UNIT, DISCLOSURE])('move nothing when they arrive: %s', async (path) => {
    const page = await visit(path, { viewport: PHONE });
    await page.evaluate(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const charts = page.locator('figure.chart');
    for (let index = 0; index < (await charts.count()); index += 1) {
      const heightBefore = await charts.nth(index).evaluate((chart) => chart.getBoundingClientRect().height);
      await charts.nth(index).scrollIntoViewIfNeeded();
      await expect.poll(() => inked(page, 'figure.chart canvas', index)).toBeGreaterThan(0);
      expect(await charts.nth(index).evaluate((chart) => chart.getBoundingClientRect().height)).toBe(heightBefore);
    }
    const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBe(0);
  });

  it('leave a year without a figure empty', async () => {
    const page = await visit(UNIT);
    const years = page.locator('figure.chart.years');
    const drawing = JSON.parse((await years.locator('[data-drawing]').textContent()) ?? '') as {
      categories: string[];
      series: { points: { value: number | null }[] }[];
    };
    expect(drawing.categories).toEqual(['2019', '2020', '2021', '2022', '2023']);
    expect(drawing.series.map(({ points }) => points[2]?.value)).toEqual(drawing.series.map(() => null));
    expect(await years.locator('tbody').textContent()).not.toContain('2021');

    await years.scrollIntoViewIfNeeded();
    await expect.poll(() => inked(page, 'figure.chart.years canvas')).toBeGreaterThan(1000);
    // Columns of the drawing between the axis and its labels: how many pixels of each year are coloured.
    const coloured = await years.locator('canvas').evaluate((canvas: HTMLCanvasElement, count) => {
      const { width, height } = canvas;
      const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
      if (!context) return [];
      context.drawImage(canvas, 0, 0);
      const axis = Math.round((width / canvas.clientWidth) * 44);
      const band = (width - axis) / count;
      return Array.from({ length: count }, (_, index) => {
        const { data } = context.getImageData(
          Math.round(axis + index * band + band * 0.25),
          Math.round(height * 0.3),
          Math.round(band * 0.5),
          Math.round(height * 0.5),
        );
        let pixels = 0;
        // The hair lines of the grid are grey; columns have a hue.
        for (let at = 0; at < data.length; at += 4)
          if ((data[at + 3] ?? 0) > 60 && Math.abs((data[at] ?? 0) - (data[at + 2] ?? 0)) > 24) pixels += 1;
        return pixels;
      });
    }, drawing.categories.length);
    expect(coloured[2]).toBe(0);
    for (const index of [0, 1, 3, 4]) expect(coloured[index], drawing.categories[index]).toBeGreaterThan(0);
  });
});

describe('keyboard', () => {
  it('reaches the text with the first Tab and Enter', async () => {
    const page = await visit(UNIT);
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    expect(await skip.getAttribute('href')).toBe('#content');
    expect(await skip.isVisible()).toBe(true);
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });

  it.each(['/', UNIT, '/search/'])('reaches the search box with a slash: %s', async (path) => {
    const page = await visit(path);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.matches('[data-search-box]'))).toBe(true);
    await page.keyboard.type('1/2');
    expect(await page.locator(':focus').inputValue()).toBe('1/2');
  });

  it.each([
    ['a term', UNIT, 'button.term'],
    ['a mark of a sum', '/units/shangyu-new-residents/2024-budget/', 'button.mark'],
  ])('opens %s with Enter and closes it with Escape', async (_, path, selector) => {
    const page = await visit(path);
    const button = page.locator(selector).first();
    const note = page.locator(`[id="${await button.getAttribute('popovertarget')}"]`);
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await note.isVisible()).toBe(true);
    expect((await note.textContent())?.trim()).toBeTruthy();
    await page.keyboard.press('Escape');
    expect(await note.isVisible()).toBe(false);
    expect(await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)).toBe(true);
  });

  it('shows where it is: whatever has the focus is marked', async () => {
    const page = await visit(UNIT);
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab');
      const { outline, name } = await page.evaluate(() => {
        const focused = document.activeElement as HTMLElement;
        const style = getComputedStyle(focused);
        return {
          outline: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0,
          name: focused.outerHTML.slice(0, 120),
        };
      });
      expect(outline, name).toBe(true);
    }
  });
});

describe('on paper', () => {
  it('a disclosure is a document: no navigation, no controls, every table whole', async () => {
    const page = await visit(DISCLOSURE);
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['nav', 'form', '.skip', 'canvas']) {
      const visible = await page
        .locator(selector)
        .evaluateAll((all) =>
          all.filter((element) => element.checkVisibility({ visibilityProperty: true })).map((element) => element.outerHTML.slice(0, 100)),
        );
      expect(visible, selector).toEqual([]);
    }
    expect(await page.locator('h1').isVisible()).toBe(true);
    const cut = await page
      .locator('.sheet')
      .evaluateAll((sheets) =>
        sheets.filter((sheet) => sheet.scrollHeight > sheet.clientHeight + 1).map((sheet) => sheet.getAttribute('aria-label')),
      );
    expect(cut).toEqual([]);
    const heads = await page
      .locator('table.budget thead')
      .evaluateAll((all) => [...new Set(all.map((head) => getComputedStyle(head).display))]);
    expect(heads).toEqual(['table-header-group']);
    const paper = await page.pdf({ format: 'A4' });
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    expect(paper.length).toBeGreaterThan(20_000);
  });

  it('the address stands at the foot', async () => {
    const page = await visit(DISCLOSURE);
    await page.emulateMedia({ media: 'print' });
    const foot = page.locator('.foot .address');
    expect(await foot.isVisible()).toBe(true);
    expect(await foot.textContent()).toContain(DISCLOSURE);
  });
});

it('the archive with a gap is the project’s own with one more document', () => {
  expect(filesOf(join(folder, 'content/disclosures')).filter((file) => file.includes('2020'))).toEqual([
    'haining-migrant-services/2020-budget.mdx',
  ]);
});

/** How many pixels of a canvas are not empty. */
function inked(page: Page, selector: string, index = 0): Promise<number> {
  return page
    .locator(selector)
    .nth(index)
    .evaluate((canvas: HTMLCanvasElement) => {
      if (canvas.width === 0 || canvas.height === 0) return 0;
      // A copy is read: reading the drawing itself would change how the browser keeps it.
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
      copy?.drawImage(canvas, 0, 0);
      const { data } = copy?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      let pixels = 0;
      for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) pixels += 1;
      return pixels;
    });
}
