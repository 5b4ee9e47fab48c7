import { expect, it } from 'vitest';
import { BUILT_SITE } from '../testing/site.ts';
import { measurePages } from './pages.ts';

it('measures the heaviest document as a slow phone loads it', async () => {
  const { heaviestDocument, times } = await measurePages(process.env[BUILT_SITE] ?? '', 'heaviest document', 1);
  expect(heaviestDocument.bytes).toBeGreaterThan(20_000);
  const [page] = times;
  expect(page?.address).toBe(heaviestDocument.address);
  // Not before the network has answered once.
  expect(page?.firstPaint).toBeGreaterThan(560);
  expect(page?.largestPaint).toBeGreaterThanOrEqual(page?.firstPaint ?? Number.NaN);
  expect(page?.shift).toBeLessThan(0.01);
  expect(page?.requests).toBe(1);
});
