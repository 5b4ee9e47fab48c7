/** The same documents printed by a browser: ruled, on landscape paper, with three lines only. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../testing/browser.ts';
import { figureAgreement } from '../testing/figure-agreement.ts';
import { madeHtml } from '../testing/made-documents.ts';
import { DESCRIBED, draftOf } from '../testing/made-draft.ts';
import { readPdf } from './containers/pdf/read-pdf.ts';

let browser: Browser | undefined;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser?.close());

const THREE_LINES = 'td{padding:2px 6px}thead{border-top:1.5pt solid;border-bottom:.75pt solid}table{border-bottom:1.5pt solid}';
const NO_LINES = 'td{padding:2px 6px}';

async function printed(html: string, landscape: boolean) {
  const page = await browser?.newPage();
  if (!page) throw new Error('the browser opens before the first test');
  try {
    await page.setContent(html);
    const margin = { top: '2cm', bottom: '2cm', left: '1.5cm', right: '1.5cm' };
    return await readPdf(new Uint8Array(await page.pdf({ format: 'A4', landscape, margin })));
  } finally {
    await page.close();
  }
}

describe.each(DESCRIBED)('$name', (described) => {
  it.each([false, true])('with every cell ruled has every figure in its place; landscape: %s', async (landscape) => {
    const draft = draftOf(described, await printed(madeHtml(described.document), landscape));
    const { wrong, missing } = figureAgreement(described.document, draft.recognised.tables);
    expect({ wrong, missing }).toEqual({ wrong: [], missing: [] });
  });

  it.each([false, true])('with three lines has every figure in its place; landscape: %s', async (landscape) => {
    const draft = draftOf(described, await printed(madeHtml(described.document, THREE_LINES), landscape));
    const { wrong, missing } = figureAgreement(described.document, draft.recognised.tables);
    expect({ wrong, missing }).toEqual({ wrong: [], missing: [] });
  });

  it('without any line has no figure in a wrong place; what was not read is listed', async () => {
    const draft = draftOf(described, await printed(madeHtml(described.document, NO_LINES), true));
    const { right, wrong, missing } = figureAgreement(described.document, draft.recognised.tables);
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(9 * missing.length);
  });
});
