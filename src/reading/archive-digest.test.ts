import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { archiveDigest } from './archive-digest.ts';
import { filesInMemory, filesOnDisk } from './files.ts';

const root = resolve(import.meta.dirname, '../..');

it('is what the system’s own tools work out', () => {
  const command =
    "find content data -type f ! -name '.*' ! -path 'data/disclosures/*/*/source/*' | LC_ALL=C sort | xargs sha256sum | sha256sum";
  const printed = execFileSync('sh', ['-c', command], { cwd: root, encoding: 'utf8' });
  expect(archiveDigest(filesOnDisk(root))).toBe(printed.slice(0, 64));
});

it('changes with one byte, with a name, not with a kept source', () => {
  const digest = (files: Record<string, string>): string => archiveDigest(filesInMemory(files));
  const one = { 'data/a.csv': '1\n', 'data/b.csv': '2\n' };
  expect(digest({ ...one, 'data/a.csv': '1' })).not.toBe(digest(one));
  expect(digest({ 'data/a.csv': '1\n', 'data/c.csv': '2\n' })).not.toBe(digest(one));
  expect(digest({ ...one, 'data/disclosures/u/2024-budget/source/x.pdf': 'x' })).toBe(digest(one));
});
