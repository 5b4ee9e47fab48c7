import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Archive } from '../domain/archive.ts';
import type { ArchiveFiles } from '../reading/files.ts';
import { filesInMemory, filesOnDisk } from '../reading/files.ts';
import { loadRules } from '../rules/load.ts';
import type { CodedRule } from '../rules/rule.ts';
import { PROJECT } from '../testing/commands.ts';
import { compileArchive } from './compile.ts';
import { filesInParts, joinParts, partOf, rowsOfPart, unitsInParts } from './parts.ts';

let rules: ReadonlyMap<string, CodedRule>;
let project: Archive;
beforeAll(async () => {
  rules = await loadRules();
  project = compileArchive(filesOnDisk(PROJECT), rules);
});

function inParts(files: ArchiveFiles, disclosures: number, whole = compileArchive(files, rules)): { whole: Archive; joined: Archive } {
  const units = unitsInParts(files, disclosures);
  const { declarations, parts } = filesInParts(files, units);
  const declared = compileArchive(declarations, rules);
  const compiled = parts.map((part, index) => partOf(compileArchive(part, rules), units[index] ?? [], declared));
  return { whole, joined: joinParts(declared, units, compiled, whole.digest) };
}

it.each([2, 4])('parts of %i disclosures make the project’s archive', (disclosures) => {
  const { whole, joined } = inParts(filesOnDisk(PROJECT), disclosures, project);
  expect(joined).toEqual(whole);
});

it('every file is in one part', () => {
  const files = filesOnDisk(PROJECT);
  const { declarations, parts, own } = filesInParts(files, unitsInParts(files, 3));
  expect([...declarations.paths, ...own.flat()].sort()).toEqual([...files.paths].sort());
  for (const [index, part] of parts.entries()) expect([...declarations.paths, ...(own[index] ?? [])].sort()).toEqual(part.paths);
});

it('parts find what the whole finds, whichever files are damaged or gone', () => {
  const place = join(PROJECT, 'src/testing/governments/port-alder');
  const disk = filesOnDisk(place);
  const sound = Object.fromEntries(disk.paths.map((path) => [path, disk.read(path)]));
  const [cell, other] = ['public-works/2024-25-adopted-budget#a.b.c', 'nobody/2024-25-adopted-budget#a.b.c'];
  sound['data/corrections.csv'] = Buffer.from(`cell,was,now,date,reason\n${cell},1,2,2024-01-01,slip\n${other},1,2,2024-01-01,slip\n`);
  sound['data/acknowledged.csv'] = Buffer.from(
    `rule,cell,reason,checked_by\nrows-do-not-sum,${cell},so,us\nrows-do-not-sum,${other},so,us\n`,
  );
  const edit = fc.record({
    path: fc.constantFrom(...Object.keys(sound).filter((path) => path !== 'data/archive.json')),
    how: fc.constantFrom('gone', 'digit', 'cut', 'quote'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      const files: Record<string, string | Uint8Array> = { ...sound };
      for (const { path, how, at } of edits) {
        const text = Buffer.from(sound[path] ?? []).toString();
        const cut = Math.floor(text.length * at);
        if (how === 'gone') delete files[path];
        else if (how === 'cut') files[path] = text.slice(0, cut);
        else if (how === 'quote') files[path] = `${text.slice(0, cut)}"${text.slice(cut)}`;
        else files[path] = text.slice(0, cut) + text.slice(cut).replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
      }
      const { whole, joined } = inParts(filesInMemory(files), 1);
      expect(joined).toEqual(whole);
    }),
    { numRuns: 20 },
  );
}, 60_000);

it('a unit that comes or goes changes its own part alone', () => {
  const archive = (names: readonly string[]): ArchiveFiles =>
    filesInMemory(
      Object.fromEntries(
        names.flatMap((name) => [
          [`content/units/${name}.mdx`, ''],
          [`content/disclosures/${name}/2024-budget.mdx`, ''],
        ]),
      ),
    );
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 70, maxLength: 120 }),
      fc.stringMatching(/^[a-z]{7}$/),
      (names, more) => {
        const before = unitsInParts(archive(names), 8);
        const after = unitsInParts(archive([...names, more]), 8);
        expect(after.flat()).toEqual([...names, more].sort((a, b) => (`${a}/` < `${b}/` ? -1 : 1)));
        const kept = new Set(before.map(String));
        // Its own part, or the two that it divides it into.
        expect(after.filter((part) => !kept.has(String(part))).length).toBeLessThanOrEqual(2);
      },
    ),
  );
});

it('a row of a list of cells is of the part whose unit it names', () => {
  const list =
    'rule,cell,reason,checked_by\nr,one/2024-budget#a.b.c,so,us\nr,two/2024-budget#a.b.c,"of\ntwo lines",us\nr,nobody/2024-budget#a.b.c,so,us\n';
  const rows = (own: string, other: string): string[] => rowsOfPart(list, new Set([own]), new Set([other]));
  expect(rows('one', 'two')).toEqual([
    '1 rule,cell,reason,checked_by',
    '2 r,one/2024-budget#a.b.c,so,us',
    '5 r,nobody/2024-budget#a.b.c,so,us',
  ]);
  expect(rows('two', 'one')[1]).toBe('3 r,two/2024-budget#a.b.c,"of\ntwo lines",us');
  expect(rowsOfPart(`${list}"`, new Set(['one']), new Set(['two']))).toHaveLength(1);
});
