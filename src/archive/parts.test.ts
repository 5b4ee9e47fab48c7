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
import { filesInParts, joinParts, unitsInParts } from './parts.ts';

let rules: ReadonlyMap<string, CodedRule>;
let project: Archive;
beforeAll(async () => {
  rules = await loadRules();
  project = compileArchive(filesOnDisk(PROJECT), rules);
});

function inParts(files: ArchiveFiles, disclosures: number, whole = compileArchive(files, rules)): { whole: Archive; joined: Archive } {
  const { declarations, parts } = filesInParts(files, unitsInParts(files, disclosures));
  const compiled = parts.map((part) => compileArchive(part, rules));
  return { whole, joined: joinParts(compileArchive(declarations, rules), compiled, whole.digest) };
}

it.each([2, 4])('parts of %i disclosures make the project’s archive', (disclosures) => {
  const { whole, joined } = inParts(filesOnDisk(PROJECT), disclosures, project);
  expect(joined).toEqual(whole);
});

it('every file is in one part', () => {
  const files = filesOnDisk(PROJECT);
  const { declarations, parts } = filesInParts(files, unitsInParts(files, 3));
  const own = parts.flatMap(({ paths }) => paths.filter((path) => !declarations.has(path)));
  expect([...declarations.paths, ...own].sort()).toEqual([...files.paths].sort());
});

it('parts find what the whole finds, whichever files are damaged or gone', () => {
  const place = join(PROJECT, 'src/testing/governments/port-alder');
  const disk = filesOnDisk(place);
  const sound = Object.fromEntries(disk.paths.map((path) => [path, disk.read(path)]));
  const edit = fc.record({
    path: fc.constantFrom(...disk.paths.filter((path) => path !== 'data/archive.json')),
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
