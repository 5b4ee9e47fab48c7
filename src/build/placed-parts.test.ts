import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PartStore } from './part-store.ts';
import { PlacedParts } from './placed-parts.ts';

let folder: string;
let store: PartStore;
let site: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-placed-'));
  store = new PartStore(join(folder, 'store'));
  site = join(folder, 'site');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function part(key: string, files: readonly string[]): Promise<string> {
  return store.make(key, (place) => {
    for (const file of files) {
      mkdirSync(dirname(join(place, 'site', file)), { recursive: true });
      writeFileSync(join(place, 'site', file), key);
    }
    writeFileSync(join(place, 'rows.csv'), 'rows');
  });
}

const placed = (): string[] =>
  readdirSync(site, { recursive: true })
    .map((name) => `${name}`.replaceAll('\\', '/'))
    .sort();

it('places all parts, and takes away those that turned out to be wrong', async () => {
  const right = await part('pages-1', ['units/a/index.html']);
  const wrong = await part('pages-2', ['units/b/index.html', 'units/b/embed/index.html']);
  const instead = await part('pages-3', ['units/b/index.html']);
  const parts = new PlacedParts(site, store);
  parts.begin([right, wrong]);
  await parts.finish([right, instead]);
  expect(placed()).toEqual(['units', 'units/a', 'units/a/index.html', 'units/b', 'units/b/index.html']);
  expect(readFileSync(join(site, 'units/b/index.html'), 'utf8')).toBe('pages-3');
});

it('places all at the end where nothing was kept, into a folder that is empty', async () => {
  mkdirSync(site);
  writeFileSync(join(site, 'of-a-process-that-was-killed.html'), '');
  await new PlacedParts(site, store).finish([await part('pages-1', ['units/a/index.html'])]);
  expect(placed()).toEqual(['units', 'units/a', 'units/a/index.html']);
});

it('leaves nothing where the command ends before all are placed', async () => {
  const some = await part('pages-1', ['units/a/index.html']);
  const command = join(folder, 'command.mjs');
  writeFileSync(
    command,
    `
    const { PartStore } = await import(${JSON.stringify(join(import.meta.dirname, 'part-store.ts'))});
    const { PlacedParts } = await import(${JSON.stringify(join(import.meta.dirname, 'placed-parts.ts'))});
    new PlacedParts(${JSON.stringify(site)}, new PartStore(${JSON.stringify(store.place)})).begin([${JSON.stringify(some)}]);
    setTimeout(() => process.exit(1), 1500);`,
  );
  const { status, stderr } = spawnSync(process.execPath, [command], { encoding: 'utf8' });
  expect(status, stderr).toBe(1);
  expect(readdirSync(folder).sort()).toEqual(['command.mjs', 'store']);
});
