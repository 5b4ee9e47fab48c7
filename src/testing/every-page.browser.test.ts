/** What must hold on every page of the site, tried on pages of every route. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { DESK, PHONE, useSite } from './browser.ts';
import { routesOf, samplePages } from './routes.ts';
import { filesOf } from './site.ts';

const { site, visit } = useSite();

/** Two cores: two pages at a time. */
const AT_ONCE = 2;

it('every route has a page in the archive, so that it is tried here', () => {
  expect(routesOf(site().folder).filter(({ pages }) => pages.length === 0)).toEqual([]);
});

it('every page forbids everything that is not the site’s own', () => {
  for (const path of filesOf(site().folder).filter((file) => file.endsWith('.html'))) {
    const html = readFileSync(join(site().folder, path), 'utf8');
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).not.toContain('unsafe-inline');
    expect(policy, path).not.toMatch(/https?:|\*/);
  }
});

it('an address that leads nowhere shows the page for it', async () => {
  const answer = await fetch(`${site().address}/units/no-such-unit/`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('没有这一页');
});

it('no page reports an error, is wider than its window or has anything that axe finds', { timeout: 600_000 }, async () => {
  const found: Record<string, readonly string[]> = {};
  const waiting = samplePages(site().folder);
  const work = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const page = await visit(path, { viewport: PHONE, colorScheme: 'light' });
      await scrollToItsEnd(page);
      const faults = await axeOn(page);
      for (const width of [320, PHONE.width, DESK.width]) {
        await page.setViewportSize({ width, height: DESK.height });
        faults.push(...(await widerThan(page, width)));
      }
      // What depends on the colours does not depend on the width, and the other way about.
      await page.emulateMedia({ colorScheme: 'dark' });
      faults.push(...(await axeOn(page, 'color-contrast')));
      if (faults.length > 0) found[path] = faults;
      await page.context().close();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(found).toEqual({});
});

async function scrollToItsEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo(0, top);
      await new Promise((done) => setTimeout(done, 10));
    }
  });
  await page.waitForLoadState('networkidle');
}

/** By one rule, or by all. */
async function axeOn(page: Page, rule?: string): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(
    (only) => (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'], ...(only ? { runOnly: only } : {}) }),
    rule,
  );
  return results.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(' · ')} (${nodes.length})`,
  );
}

/** What sticks out, not what scrolls inside its own frame. */
async function widerThan(page: Page, width: number): Promise<string[]> {
  const out = await page.evaluate(async () => {
    // Tables learn of their frame's new width with the frame that is drawn next: nobody sees one before.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const limit = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= limit) return [];
    const framed = (element: Element): boolean => {
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
        if (getComputedStyle(up).overflowX !== 'visible') return true;
      return false;
    };
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > limit + 1 && !framed(element))
      .slice(0, 5)
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className} reaches ${Math.round(element.getBoundingClientRect().right)} px`,
      );
  });
  return out.map((each) => `${width} px: ${each}`);
}
