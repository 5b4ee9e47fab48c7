/** Whatever Astro changes: the pages of a kept bundle are those that it would make itself. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runScript, temporaryFolder } from '../testing/commands.ts';
import { filesOf } from '../testing/site.ts';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('makes the same pages, styles and scripts as Astro’s own build, byte for byte', async () => {
  const { code, output } = await runScript('src/testing/rendered-both-ways.ts', [folder]);
  expect(code, output).toBe(0);
  const [kept, astro] = [join(folder, 'kept'), join(folder, 'astro')];
  expect(filesOf(kept)).toEqual(filesOf(astro));
  expect(filesOf(astro).filter((file) => !readFileSync(join(kept, file)).equals(readFileSync(join(astro, file))))).toEqual([]);
  // Not blind: in both languages, with what belongs to the pages.
  expect(filesOf(astro)).toEqual(expect.arrayContaining(['404.html', 'about/index.html', 'en/about/index.html', 'favicon.svg']));
});
