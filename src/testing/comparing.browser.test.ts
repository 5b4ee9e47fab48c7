/** The page of comparisons as a reader uses it: choosing, sharing what was chosen, going back, by keyboard, without script. */
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { compileFolder } from '../archive/compile.ts';
import { formatSubject } from '../comparison/figure.ts';
import { formatOffer, inPart, offerOf, partOf } from '../comparison/parts.ts';
import { subjectOf } from '../views/subjects.ts';
import { DESK, PHONE, useSite } from './browser.ts';
import { PROJECT } from './commands.ts';

const WANLI = '上海市普陀区人民政府万里街道办事处';
const GUANGZHOU = '广州市来穗人员服务管理局';

describe('the real archive', () => {
  const { visit } = useSite();

  it('keeps what is chosen in the address, for others and for the way back', async () => {
    const page = await visit('/compare/');
    await choose(page, '政府采购');
    await page.waitForURL('**/compare/?of=measures%2Fprocurement');
    await page.locator('[data-compare-choices] summary', { hasText: '单位' }).click();
    await page.getByRole('checkbox', { name: WANLI }).check();
    await page.getByRole('checkbox', { name: GUANGZHOU }).check();
    await page.waitForURL('**unit=putuo-wanli-subdistrict&unit=guangzhou-migrant-affairs');
    const shown = await result(page);
    expect(shown).toContain('1,085.90');
    expect(shown).not.toContain('海宁');

    const shared = await visit(page.url().replace(/^https?:\/\/[^/]+/, ''));
    await shared.waitForFunction(() => document.querySelector('[data-compare-result]')?.textContent?.includes('政府采购'));
    expect(await result(shared)).toBe(shown);
    expect(await shared.locator('[data-compare-choices] summary').first().textContent()).toContain(GUANGZHOU);

    await page.goBack();
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('[data-compare-result]')?.textContent?.includes('海宁'));
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('[data-compare-result]')?.textContent?.includes('支出合计'));
    expect(await page.locator('[data-compare-form] select[name="of"]').inputValue()).toBe('measures/total');
    expect(await page.locator('[data-compare-clear]').isVisible()).toBe(false);
  });

  it('loads the figures of what is asked, and of nothing else', async () => {
    const page = await visit('/');
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    await page.goto(new URL('/compare/?of=functional/2080505', page.url()).href);
    await page.locator('.compared-summary', { hasText: '2080505' }).first().waitFor();
    expect(asked.filter((path) => path.startsWith('/compare/figures/'))).toEqual(['/compare/figures/functional/2080505.json']);
  });

  it('loads of figures that are kept in parts what can be chosen, and the parts of the units that are', async () => {
    const subject = subjectOf(await compileFolder(PROJECT), 'measures/total');
    const page = await visit('/');
    const asked: string[] = [];
    // A site of this size keeps none in parts: the page is told otherwise, and given the parts that a large one has.
    await page.route(/\/compare\/(\?.*)?$/, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace('<option value="measures/total"', '<option data-parted value="measures/total"');
      await route.fulfill({ response: answer, body });
    });
    await page.route('**/compare/figures/**', async (route) => {
      const [, name = ''] = /figures\/(.+)\.json$/.exec(route.request().url()) ?? [];
      asked.push(name);
      const part = name.replace('measures/total/', '');
      const body = part === 'choices' ? formatOffer(offerOf(subject)) : formatSubject(inPart(subject, part));
      await route.fulfill({ contentType: 'application/json', body });
    });
    const address = new URL('/compare/', page.url()).href;
    await page.goto(address);
    await page.locator('[data-compare-choices] summary', { hasText: '单位' }).click();
    await page.getByRole('checkbox', { name: WANLI }).check();
    await page.waitForFunction(() => !document.querySelector('[data-compare-result]')?.textContent?.includes('海宁'));
    expect(await result(page)).toContain('18,976.76');
    expect(asked).toEqual(['measures/total/choices', `measures/total/${partOf('putuo-wanli-subdistrict')}`]);
  });

  it('leads from each figure to its cell', async () => {
    const page = await visit('/compare/?of=functional/2120199&unit=putuo-wanli-subdistrict');
    await page.locator('.compared-summary', { hasText: '2120199' }).first().waitFor();
    const link = page.locator('[data-compare-result] td.figure a').first();
    const figure = (await link.textContent()) ?? '';
    expect(figure).toBe('4,992.71');
    await link.click();
    await page.waitForURL('**/units/putuo-wanli-subdistrict/2023-budget/#*');
    await page.waitForFunction(() => document.querySelector(':target') !== null);
    expect((await page.locator(':target').textContent())?.replaceAll(',', '')).toContain('49927');
  });

  it('is drawn, and shown without script as the browser prints it', async () => {
    const drawn = await visit('/compare/');
    await drawn.waitForFunction(() => (document.querySelector<HTMLCanvasElement>('[data-compare-result] canvas')?.width ?? 0) > 300);
    const still = await visit('/compare/', { javaScriptEnabled: false });
    expect(await result(still)).toBe(await result(drawn));
    await choose(drawn, '收入合计');
    await choose(drawn, '支出合计');
    expect(await result(drawn)).toBe(await result(still));
    expect(await still.locator('[data-compare-form]').isVisible()).toBe(false);
    const others = still.locator('details.fold', { hasText: '政府采购' });
    await others.locator('summary').click();
    expect(await others.locator('tr', { hasText: WANLI }).first().isVisible()).toBe(true);
  });

  it('is worked from the keyboard alone', async () => {
    const page = await visit('/compare/');
    await page.locator('[data-compare-choices] summary').first().waitFor();
    await page.locator('[data-compare-form] select[name="of"]').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.waitForURL('**/compare/?unit=*');
    expect(await page.evaluate(() => document.activeElement?.matches('input[type="checkbox"]:checked'))).toBe(true);
  });

  it.each([
    ['light', PHONE],
    ['dark', DESK],
  ] as const)('axe finds nothing when choices are open, %s %o', async (colorScheme, viewport) => {
    const page = await visit('/en/compare/?of=functional/2120199', { colorScheme, viewport });
    await page.locator('.compared-summary', { hasText: '2120199' }).first().waitFor();
    for (const list of await page.locator('[data-compare-choices] summary').all()) await list.click();
    for (const list of await page.locator('details.fold > summary').all()) await list.click();
    await page.evaluate(axe.source);
    const found = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }));
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  });
});

describe('a classification that changed', () => {
  const { visit } = useSite(() => join(PROJECT, 'src/testing/governments/port-alder'));

  it('is a break as published, with the reason, and a sum on a comparable basis', async () => {
    const page = await visit('/compare/?of=programs/PW.20&stage=approved');
    await page.locator('.compared-summary', { hasText: 'PW.20' }).first().waitFor();
    expect(await result(page)).toContain('‖notcomparablewithFY2023–24');
    expect(await result(page)).toContain('Stormdrainsmoved');
    expect(
      await page.evaluate(() => JSON.parse(document.querySelector('[data-compare-result] [data-drawing]')?.textContent ?? '').breaks),
    ).toEqual([{ category: 2 }]);
    await page.getByLabel('On a comparable basis').check();
    await page.waitForURL('**basis=comparable');
    expect(await result(page)).not.toContain('‖not');
    expect(await result(page)).toContain('converted');
    expect(await result(page)).toMatch(/PW\.20\.200[\d,]+/);
  });
});

async function choose(page: Page, title: string): Promise<void> {
  await page.locator('[data-compare-form] select[name="of"]').selectOption({ label: title });
  await page.locator('[data-compare-result] .compared-summary', { hasText: title }).waitFor();
}

async function result(page: Page): Promise<string> {
  return ((await page.locator('[data-compare-result]').textContent()) ?? '').replace(/\s+/g, '');
}
