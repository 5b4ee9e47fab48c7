import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptRenderer, type RendererOptions } from './kept-renderer.ts';

let root: string;
let bundled: number;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mingzhang-renderer-'));
  bundled = 0;
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const archive = (pages: string): string => {
  const folder = join(root, 'archives', pages);
  mkdirSync(join(folder, 'content/pages'), { recursive: true });
  writeFileSync(join(folder, 'content/pages/about.mdx'), pages);
  return folder;
};

function renderer(asked: Partial<RendererOptions> = {}): Promise<string> {
  const usual = { root, archiveRoot: archive('about'), base: '/', languages: [], generator: 'one', waiting: () => {} };
  return keptRenderer({ ...usual, ...asked }, async ({ folder }) => {
    bundled += 1;
    await setTimeout(20);
    writeFileSync(join(folder, 'entry.mjs'), String(bundled));
  });
}

it('is made once', async () => {
  const first = await renderer();
  expect(readdirSync(first)).toContain('entry.mjs');
  expect(await renderer()).toBe(first);
  expect(bundled).toBe(1);
});

it('is made once for builds that begin together', async () => {
  const [one, two] = await Promise.all([renderer(), renderer()]);
  expect(one).toBe(two);
  expect(bundled).toBe(1);
});

it('serves archives whose editors wrote the same pages', async () => {
  const first = await renderer();
  const other = join(root, 'other');
  mkdirSync(join(other, 'content/pages'), { recursive: true });
  writeFileSync(join(other, 'content/pages/about.mdx'), 'about');
  expect(await renderer({ archiveRoot: other })).toBe(first);
});

it('is another one for another program, path, language or page of the editors', async () => {
  const first = await renderer();
  const others: Partial<RendererOptions>[] = [
    { generator: 'two' },
    { base: '/budgets/' },
    { languages: ['/en'] },
    { archiveRoot: archive('about us') },
    { archiveRoot: join(root, 'no pages') },
  ];
  const made = new Set([first]);
  for (const other of others) made.add(await renderer(other));
  expect(made.size).toBe(others.length + 1);
  expect(bundled).toBe(others.length + 1);
});

it('is made again when it was deleted, or somebody wrote into it', async () => {
  writeFileSync(join(await renderer(), 'entry.mjs'), 'something else');
  await renderer();
  expect(bundled).toBe(2);
  rmSync(join(root, '.cache'), { recursive: true });
  await renderer();
  expect(bundled).toBe(3);
});

it('does not stay forever: those used last do', async () => {
  const used = await renderer();
  for (let other = 0; other < 12; other += 1) {
    await renderer({ generator: `another ${other}` });
    await renderer();
  }
  expect(readdirSync(join(root, '.cache/renderers'))).toHaveLength(8);
  expect(await renderer()).toBe(used);
  expect(bundled).toBe(13);
});
