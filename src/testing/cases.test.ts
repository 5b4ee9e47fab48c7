/**
 * Folders of input as clerks really send it, each with every finding it causes, in order.
 * `input/` and `removed.txt` change the example archive; `expected.json` is what must be said of it.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileArchive } from '../archive/compile.ts';
import { filesInMemory, filesOnDisk } from '../reading/files.ts';
import { EXAMPLE_ARCHIVE } from '../rules/example-archive.ts';
import { loadRules } from '../rules/load.ts';

const CASES = resolve(import.meta.dirname, 'cases');
const rules = await loadRules();

const linesOf = (file: string): string[] =>
  (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []).filter((line) => line !== '' && !line.startsWith('#'));

const names = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

function inputOf(folder: string): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = { ...EXAMPLE_ARCHIVE };
  for (const path of linesOf(join(folder, 'removed.txt'))) {
    if (!Object.hasOwn(files, path)) throw new Error(`removed.txt: the example archive has no ${path}`);
    delete files[path];
  }
  const given = filesOnDisk(join(folder, 'input'));
  for (const path of given.paths) files[path] = given.read(path);
  return files;
}

function findingsOf(folder: string): unknown[] {
  const { findings } = compileArchive(filesInMemory(inputOf(folder)), rules);
  for (const { message } of findings) expect(`${message.zh} ${message.en}`, 'a message that is not filled').not.toMatch(/\{[a-zA-Z]+\}/);
  return findings.map(({ rule, place: { file, line, column }, message }) => ({
    rule,
    file,
    ...(line ? { line } : {}),
    ...(column ? { column } : {}),
    message: message.zh,
  }));
}

describe('the case', () => {
  for (const name of names) {
    it(name, () => {
      const folder = join(CASES, name);
      const actualFile = join(folder, 'actual.json');
      rmSync(actualFile, { force: true });
      const expected: unknown = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
      const actual = findingsOf(folder);
      const written = `${JSON.stringify(actual, null, 2)}\n`;
      if (written !== `${JSON.stringify(expected, null, 2)}\n`) writeFileSync(actualFile, written);
      expect(actual, `differs from expected.json; what was found is in ${relative(process.cwd(), actualFile)}`).toEqual(expected);
    });
  }
});
