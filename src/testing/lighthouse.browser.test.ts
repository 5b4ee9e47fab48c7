/** Lighthouse, as a phone on a slow network: every kind of page, 95 or more in each category, and nothing moves. Other languages have the same pages. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import chromiumPackage from '@sparticuz/chromium';
import lighthouse from 'lighthouse';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { routesOf } from './routes.ts';
import { openSite, type Site } from './site.ts';

const LEAST = 95;
/** Of the window, times how far it moves: what nobody sees. */
const MOST_SHIFT = 0.01;
/** Speed is that of the machine too: what a busy one says is asked again. */
const ATTEMPTS = 3;

/** The network is simulated from what was seen on this one, and a page of files has soon done its work. */
const PATIENCE = { pauseAfterFcpMs: 250, pauseAfterLoadMs: 250, networkQuietThresholdMs: 250, cpuQuietThresholdMs: 250 };
/** Half of its time, for nothing that counts: a picture of the whole page, going back to it, and each of thousands of links, for which see `links.build.test.ts`. */
const LEFT_OUT = { disableFullPageScreenshot: true, skipAudits: ['bf-cache', 'crawlable-anchors', 'link-text'] };

let site: Site;
let browser: Browser;
let port: number;

beforeAll(async () => {
  site = await openSite();
  port = await freePort();
  browser = await chromium.launch({
    executablePath: process.env.MINGZHANG_CHROMIUM ?? (await chromiumPackage.executablePath()),
    args: ['--no-sandbox', `--remote-debugging-port=${port}`],
  });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

it('every kind of page is quick, accessible, sound and found', { timeout: 1_200_000 }, async () => {
  const low: Record<string, Record<string, number>> = {};
  for (const { pages } of routesOf(site.folder).filter(({ base }) => base === '')) {
    const [path] = pages;
    // The page for wrong addresses asks search engines to leave it out, as it should.
    if (path === undefined || path === '/404.html') continue;
    let lacking = await scoresBelow(path);
    for (let attempt = 1; attempt < ATTEMPTS && Object.keys(lacking).length > 0; attempt += 1) lacking = await scoresBelow(path);
    if (Object.keys(lacking).length > 0) low[path] = lacking;
  }
  expect(low).toEqual({});
});

/** Categories of a page that score less than they should, and what moved while it loaded. */
async function scoresBelow(path: string): Promise<Record<string, number>> {
  const result = await lighthouse(`${site.address}${path}`, { port, output: 'json', logLevel: 'silent', ...PATIENCE, ...LEFT_OUT });
  const categories = Object.values(result?.lhr.categories ?? {});
  expect(categories.length, path).toBeGreaterThanOrEqual(4);
  const shift = result?.lhr.audits['cumulative-layout-shift']?.numericValue ?? 1;
  return {
    ...Object.fromEntries(
      categories.map(({ id, score }) => [id, Math.round((score ?? 0) * 100)] as const).filter(([, score]) => score < LEAST),
    ),
    ...(shift > MOST_SHIFT ? { shift } : {}),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return free;
}
