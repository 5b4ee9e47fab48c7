/** What a reader with a phone on a slow network waits for: the weight of documents' pages, and when a page shows itself. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../testing/chromium.ts';
import { routesOf } from '../testing/routes.ts';
import { addressOf, filesOf, serveSite } from '../testing/site.ts';
import { DISCLOSURE, weightOf } from '../testing/weight.ts';

export interface PageTimes {
  readonly address: string;
  /** From the reader's click to the first paint, and to that of the largest element, in milliseconds: medians. */
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** Those that the first paint waits for, the page's own among them: median. */
  readonly requests: number;
  /** Cumulative layout shift: the most of all visits. */
  readonly shift: number;
}

export interface PageResults {
  /** HTML and style sheets, compressed as hosts send them. */
  readonly heaviestDocument: { readonly address: string; readonly bytes: number };
  readonly times: readonly PageTimes[];
}

/**
 * Lighthouse's slow phone, as it holds a browser to it: 150 ms to the server and back, 1.6 Mbit/s. A browser waits for
 * each request, not for each way there and back (connection, encryption), so that one request takes 3.75 of them, and
 * of the width of the network nine tenths are its own.
 */
const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
const SLOW_4G = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (0.9 * 1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.9 * 750 * 1024) / 8,
};
const SLOWER_PROCESSOR = 4;
/** The largest element is known when nothing larger has come for so long after the page was loaded. */
const SETTLED_MS = 500;
/** Pages that are long weigh much: so many of the longest are compressed. */
const LONGEST = 20;

/** The heaviest document's page, and the longest page of each kind or, of a made-up archive, that one alone. An odd number of visits has a median. */
export async function measurePages(site: string, which: 'every kind' | 'heaviest document', visitsEach = 5): Promise<PageResults> {
  const heaviestDocument = heaviestOf(site);
  const kinds = which === 'every kind' ? routesOf(site).filter(({ base, file }) => base === '' && file !== '404.astro') : [];
  const addresses = new Set([...kinds.flatMap(({ pages }) => pages.slice(0, 1)), heaviestDocument.address]);
  const server = await serveSite(site);
  const browser = await openBrowser();
  try {
    const times: PageTimes[] = [];
    // What the browser and the server do once is not of the first page.
    await visit(browser, `${server.address}/`);
    for (const address of addresses) {
      const visits: Visit[] = [];
      for (let index = 0; index < visitsEach; index += 1) visits.push(await visit(browser, server.address + encodeURI(address)));
      times.push({
        address,
        firstPaint: median(visits.map(({ firstPaint }) => firstPaint)),
        largestPaint: median(visits.map(({ largestPaint }) => largestPaint)),
        requests: median(visits.map(({ requests }) => requests)),
        shift: Math.max(...visits.map(({ shift }) => shift)),
      });
    }
    return { heaviestDocument, times };
  } finally {
    await browser.close();
    await server.close();
  }
}

function heaviestOf(site: string): PageResults['heaviestDocument'] {
  const [heaviest] = filesOf(site)
    .filter((file) => DISCLOSURE.test(file))
    .map((file) => ({ file, length: statSync(join(site, file)).size }))
    .sort((a, b) => b.length - a.length)
    .slice(0, LONGEST)
    .map(({ file }) => ({ address: addressOf(file), bytes: weightOf(site, readFileSync(join(site, file), 'utf8')) }))
    .sort((a, b) => b.bytes - a.bytes);
  if (!heaviest) throw new Error(`${site} has no document`);
  return heaviest;
}

type Visit = Omit<PageTimes, 'address'>;

/** What the observers below note in the page. */
interface Noted {
  paints: number[];
  shift: number;
}

/** By a browser that has never been there. */
async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', SLOW_4G);
  await network.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_PROCESSOR });
  await page.addInitScript(() => {
    const noted: Noted = { paints: [], shift: 0 };
    Object.assign(globalThis, { noted });
    const observe = (type: string, note: (entry: PerformanceEntry) => void): void =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
    observe('largest-contentful-paint', ({ startTime }) => noted.paints.push(startTime));
    observe('layout-shift', (entry) => (noted.shift += (entry as PerformanceEntry & { value: number }).value));
  });
  await page.goto(url, { waitUntil: 'load' });
  let paints = 0;
  for (let settled = false; !settled; ) {
    await page.waitForTimeout(SETTLED_MS);
    const now = await page.evaluate(() => (globalThis as unknown as { noted: Noted }).noted.paints.length);
    settled = now > 0 && now === paints;
    paints = now;
  }
  const result = await page.evaluate(() => {
    const { noted } = globalThis as unknown as { noted: Noted };
    const firstPaint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
    const resources = performance.getEntriesByType('resource') as (PerformanceEntry & { renderBlockingStatus: string })[];
    const blocking = resources.filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking').length;
    return { firstPaint, largestPaint: noted.paints.at(-1) ?? Number.NaN, shift: noted.shift, requests: 1 + blocking };
  });
  await context.close();
  return result;
}

/** Of an odd number of values. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[(values.length - 1) / 2] ?? Number.NaN;
}
