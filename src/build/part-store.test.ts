import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { copyResult, linkInto, PartStore } from './part-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fill(text: string): (place: string) => void {
  return (place) => {
    mkdirSync(join(place, 'site/units'), { recursive: true });
    writeFileSync(join(place, 'site/units/page.html'), text);
    writeFileSync(join(place, 'rows.csv'), 'rows\n');
  };
}

const stored = (): PartStore => new PartStore(join(folder, 'store'));

it('finds what was made, in another process too', async () => {
  const place = await stored().make('pages-1', fill('one'));
  expect(stored().find('pages-1')).toBe(place);
  expect(stored().find('pages-2')).toBeUndefined();
});

it('knows nothing of what could not be made whole', async () => {
  const broken = stored().make('pages-1', () => {
    throw new Error('no room');
  });
  await expect(broken).rejects.toThrow('no room');
  expect(stored().find('pages-1')).toBeUndefined();
});

it('links the files of a site, and does not use one again that was written into there', async () => {
  const site = join(folder, 'site');
  linkInto(await stored().make('pages-1', fill('one')), 'site', site);
  expect(readdirSync(site)).toEqual(['units']);
  const page = join(site, 'units/page.html');
  expect(readFileSync(page, 'utf8')).toBe('one');
  expect(stored().find('pages-1')).toBeDefined();
  writeFileSync(page, 'two');
  expect(stored().find('pages-1')).toBeUndefined();
});

it('takes what another machine has made, if it is whole', async () => {
  const carried = join(folder, 'carried');
  copyResult(await stored().make('pages-1', fill('one')), join(carried, 'pages-1'));
  const other = (): PartStore => new PartStore(join(folder, 'other'), [carried]);
  expect(other().find('pages-1')).toBe(join(carried, 'pages-1'));
  rmSync(join(carried, 'pages-1/rows.csv'));
  expect(other().find('pages-1')).toBeUndefined();
});

it('drops what is asked for no more, and what processes that are gone have left', async () => {
  const store = stored();
  for (const key of ['pages-1', 'pages-2', 'record-1', 'record-2']) await store.make(key, fill(key));
  // No process has this number.
  mkdirSync(join(folder, 'store/pages-3.tmp-999999999'));
  mkdirSync(join(folder, `store/pages-4.tmp-${process.pid}`));
  store.keepOnly(new Set(['record-1']), 'record-');
  expect(readdirSync(store.place).sort()).toEqual(['pages-1', 'pages-2', `pages-4.tmp-${process.pid}`, 'record-1']);
  store.keepOnly(new Set(['pages-2']));
  expect(readdirSync(store.place).sort()).toEqual(['pages-2', `pages-4.tmp-${process.pid}`]);
});

it('removes a folder in a process that nobody waits for', async () => {
  const store = stored();
  await store.make('pages-1', fill('one'));
  const site = join(folder, 'site');
  linkInto(join(store.place, 'pages-1'), 'site', site);
  store.removeLater(site);
  expect(existsSync(site)).toBe(false);
  await vi.waitFor(() => expect(readdirSync(store.place)).toEqual(['pages-1']), { timeout: 10_000 });
  expect(stored().find('pages-1')).toBeDefined();
});
