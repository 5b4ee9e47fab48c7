import { expect, it } from 'vitest';
import { compileArchive } from '../archive/compile.ts';
import { filesInMemory } from '../reading/files.ts';
import { EXAMPLE_ARCHIVE } from '../rules/example-archive.ts';
import { loadRules } from '../rules/load.ts';
import { ownEdition } from './editions.ts';
import { homePage } from './home.ts';
import { unitIndexPage } from './units.ts';

const rules = await loadRules();
const [, described = ''] = Object.entries(EXAMPLE_ARCHIVE).find(([path]) => path.startsWith('content/units/')) ?? [];

/** The example with so many more units, none of which has a document. */
function withUnits(more: number) {
  const units = Array.from({ length: more }, (_, index) => [
    `content/units/town-${index}.mdx`,
    described.replace(/^name: .*$/m, `name: 第${index}镇`),
  ]);
  return ownEdition(compileArchive(filesInMemory({ ...EXAMPLE_ARCHIVE, ...(Object.fromEntries(units) as Record<string, string>) }), rules));
}

it('a few units are listed with what they spend', () => {
  const { regions } = unitIndexPage(withUnits(10));
  const units = regions.flatMap((region) => region.units);
  expect(units).toHaveLength(11);
  expect(units.some(({ text }) => text !== undefined)).toBe(true);
  expect(unitIndexPage(withUnits(10)).filtered).toBeUndefined();
});

it('thousands of units are counted by province and city, and named there alone', () => {
  const edition = withUnits(3000);
  const { regions, filtered } = unitIndexPage(edition);
  expect(filtered).toBe(3001);
  expect(regions.flatMap((region) => region.units)).toEqual([]);
  expect(regions.reduce((sum, { count }) => sum + count, 0)).toBe(3001);
  const units = regions.flatMap(({ cities }) => cities ?? []).flatMap((city) => city.units);
  expect(units).toHaveLength(3001);
  expect(JSON.stringify(units).length / units.length).toBeLessThan(100);
  // The first page counts them by province.
  expect(JSON.stringify(homePage(edition).regions)).not.toContain('第17镇');
});
