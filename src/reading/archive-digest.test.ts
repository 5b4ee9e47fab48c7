import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { archiveDigest, fileDigests, versionsOf } from './archive-digest.ts';
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

it('of a document and of a unit are what the system’s own tools work out', () => {
  const { units, disclosures } = versionsOf(fileDigests(filesOnDisk(root)));
  const unit = 'haining-migrant-services';
  const printed = (where: string): string =>
    execFileSync('sh', ['-c', `find ${where} -type f ! -path '*/source/*' | LC_ALL=C sort | xargs sha256sum | sha256sum`], {
      cwd: root,
      encoding: 'utf8',
    }).slice(0, 64);
  expect(disclosures.get(`${unit}/2023-budget`)).toBe(
    printed(`content/units/${unit}.mdx content/disclosures/${unit}/2023-budget.mdx data/disclosures/${unit}/2023-budget`),
  );
  expect(units.get(unit)).toBe(printed(`content/units/${unit}.mdx content/disclosures/${unit} data/disclosures/${unit}`));
});

it('of a document changes with its own files and its unit’s description alone', () => {
  const document = (files: Record<string, string>): string | undefined =>
    versionsOf(fileDigests(filesInMemory(files))).disclosures.get('u/2024-budget');
  const own = {
    'content/units/u.mdx': 'u',
    'content/disclosures/u/2024-budget.mdx': 'd',
    'data/disclosures/u/2024-budget/expenditure.csv': '1',
  };
  const others = { 'content/units/v.mdx': 'v', 'content/disclosures/u/2023-budget.mdx': 'before', 'data/archive.json': '{}' };
  expect(document({ ...own, ...others })).toBe(document(own));
  for (const path of Object.keys(own)) expect(document({ ...own, [path]: 'changed' }), path).not.toBe(document(own));
});
