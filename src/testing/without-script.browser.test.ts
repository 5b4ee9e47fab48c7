/** Truth without JavaScript: every figure of the archive stands in the HTML, and can be seen. */
import { beforeAll, describe, expect, it } from 'vitest';
import { compileFolder } from '../archive/compile.ts';
import type { Archive, Disclosure } from '../domain/archive.ts';
import { formatCellReference } from '../domain/cell-reference.ts';
import { PHONE, useSite } from './browser.ts';
import { PROJECT } from './commands.ts';

const { visit } = useSite();
let archive: Archive;

beforeAll(async () => {
  archive = await compileFolder(PROJECT);
});

describe('with JavaScript off', () => {
  it('every figure of every table is printed in its cell', async () => {
    let compared = 0;
    for (const disclosure of archive.disclosures.values()) {
      if (disclosure.type === 'assessment') continue;
      const shown = await visibleText(disclosure, 'td[id], th[id]');
      const expected = cellsOf(disclosure);
      compared += expected.length;
      expect(
        expected.filter(({ id, figure }) => shown[id] !== figure).map((cell) => ({ ...cell, shown: shown[cell.id] })),
        disclosure.id,
      ).toEqual([]);
    }
    expect(compared).toBeGreaterThan(1000);
  });

  it('every point of every scoring scheme is printed in its row', async () => {
    const schemes = [...archive.disclosures.values()].filter(({ type }) => type === 'assessment');
    for (const disclosure of schemes) {
      const shown = await visibleText(disclosure, 'tr[id]');
      for (const { row, figure } of cellsOf(disclosure, 'parts')) expect(shown[row], row).toContain(figure);
    }
    expect(schemes.length).toBeGreaterThan(0);
  });

  it('every figure of the documents’ own text is printed', async () => {
    for (const disclosure of archive.disclosures.values()) {
      const shown = await visibleText(disclosure, 'tr[id^="statements."]');
      const missing = disclosure.statements.filter(({ id, raw }) => !shown[`statements.${id}`]?.includes(printed(raw).replace('-', '')));
      expect(
        missing.map(({ id, raw }) => `${id} ${raw}`),
        disclosure.id,
      ).toEqual([]);
    }
  });

  it('the search page offers a way to every unit and every disclosure', async () => {
    const page = await visit('/search/', { javaScriptEnabled: false, viewport: PHONE });
    for (const { unit, id } of archive.disclosures.values()) {
      expect(await page.locator(`main a[href="/units/${unit}/"]`).first().isVisible()).toBe(true);
      expect(await page.locator(`main a[href="/units/${unit}/${id}/"]`).first().isVisible()).toBe(true);
    }
  });
});

/** Text of the elements that are shown, by id, without marks and thousands separators. */
async function visibleText({ unit, id }: Disclosure, selector: string): Promise<Record<string, string>> {
  const page = await visit(`/units/${unit}/${id}/`, { javaScriptEnabled: false, viewport: PHONE });
  const texts = await page.locator(selector).evaluateAll((elements) =>
    elements
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .map((element): [string, string] => {
        const copy = element.cloneNode(true) as Element;
        for (const mark of copy.querySelectorAll('button.mark')) mark.remove();
        return [element.id, copy.textContent?.replace(/[\s,]+/g, '') ?? ''];
      }),
  );
  await page.context().close();
  return Object.fromEntries(texts);
}

/** Figures, blanks and dashes as the CSV has them; of a scoring scheme only the parts, which its rows print. */
function cellsOf({ tables }: Disclosure, only?: 'parts'): { id: string; row: string; figure: string }[] {
  return tables
    .filter(({ state }) => state === 'printed')
    .flatMap(({ id: table, kind, rows, columns }) => {
      const group = kind?.identities.find(({ type }) => type === 'group-sum');
      const wanted = columns.filter(({ kind: { id, role } }) =>
        only && group?.type === 'group-sum' ? id === group.parts : ['amount', 'percent', 'count'].includes(role),
      );
      return rows.flatMap(({ key: row, cells }) =>
        wanted.flatMap(({ kind: { id: column } }) => {
          const cell = cells.get(column);
          return cell ? [{ id: formatCellReference({ table, row, column }), row: `${table}.${row}`, figure: printed(cell.raw) }] : [];
        }),
      );
    });
}

function printed(raw: string): string {
  return raw.replace(/[\s,]+/g, '');
}
