import { hash } from 'node:crypto';
import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { KnownDigests } from './known-digests.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mingzhang-digests-'));
  writeFileSync(join(root, 'a.csv'), 'one');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const LATER = 60_000;
const list = (): string => join(root, 'digests');

function found(path = 'a.csv', now = Date.now() + LATER): string {
  const known = new KnownDigests(root, list(), now);
  const digest = known.digest(path);
  known.keep();
  return digest;
}

it('are those of the files', () => {
  expect(found()).toBe(hash('sha256', 'one'));
  expect(found()).toBe(hash('sha256', 'one'));
});

it('are not worked out again while nothing has touched the file', () => {
  found();
  const { size, mtimeMs, ctimeMs, ino } = statSync(join(root, 'a.csv'));
  // Were the file read, this would not be believed.
  writeFileSync(list(), `made-up ${size} ${mtimeMs} ${ctimeMs} ${ino}\ta.csv`);
  expect(found()).toBe('made-up');
});

it.each<[string, (path: string) => void]>([
  ['written anew', (path) => writeFileSync(path, 'another')],
  ['written anew in as many bytes, its time set back', rewriteSetBack],
  [
    'another of the same name',
    (path) => {
      writeFileSync(`${path}.new`, 'two');
      renameSync(`${path}.new`, path);
    },
  ],
])('notice a file that is %s', (_, change) => {
  const before = found();
  change(join(root, 'a.csv'));
  expect(found()).not.toBe(before);
});

it('keep nothing of a file that was written a moment before: it may change again and look the same', () => {
  found('a.csv', Date.now());
  expect(readFileSync(list(), 'utf8')).toBe('');
});

function rewriteSetBack(path: string): void {
  const { atime, mtime } = statSync(path);
  writeFileSync(path, 'two');
  utimesSync(path, atime, mtime);
}
