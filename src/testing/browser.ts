/** Real browsers for tests. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openBrowser } from './chromium.ts';
import { openSite, type Site } from './site.ts';

export { openBrowser };

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };

export interface Visits {
  readonly site: () => Site;
  /** Opens a page of the site in a browser of its own; closed after the test. Nothing may go wrong on it. */
  readonly visit: (path: string, options?: BrowserContextOptions) => Promise<Page>;
}

/** The site of an archive and a browser for the tests of a file. `archive` is asked when they begin. */
export function useSite(archive?: () => string): Visits {
  let site: Site | undefined;
  let browser: Browser | undefined;
  const faults: string[] = [];

  beforeAll(async () => {
    site = await openSite(archive?.());
    browser = await openBrowser();
  });
  afterEach(async () => {
    await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
    expect(faults.splice(0), 'errors, failed requests or requests to other hosts').toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const opened = (): Site => {
    if (!site) throw new Error('the site opens before the first test');
    return site;
  };
  return {
    site: opened,
    visit: async (path, options = {}) => {
      if (!browser) throw new Error('the browser opens before the first test');
      const context = await browser.newContext({ viewport: DESK, reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      watch(page, opened().address, (fault) => void faults.push(fault));
      await page.goto(`${opened().address}${path}`);
      if (options.javaScriptEnabled !== false) await scriptsHaveRun(page);
      return page;
    },
  };
}

/** They come after the first picture, and go when they have run. */
export async function scriptsHaveRun(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[data-module]') === null);
}

/** Reports whatever a reader's browser would complain of, and whatever it asks of anybody else. */
export function watch(page: Page, address: string, report: (fault: string) => void): void {
  const where = (): string => page.url().replace(address, '');
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') report(`${where()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => report(`${where()}: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${address}/`) && !/^(data|blob):/.test(url)) report(`${where()} asks for ${url}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A reader who leaves a page stops what it was loading.
    if (reason !== 'net::ERR_ABORTED') report(`${where()}: ${request.url()} failed, ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) report(`${where()}: ${response.url()} answered ${response.status()}`);
  });
}
