import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filesOf } from '../testing/site.ts';
import { PlaceTaken, placeFiles } from './place-files.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mingzhang-place-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const files = { 'data/x/2024-budget/a.csv': 'a\n', 'data/x/2024-budget/b.csv': 'b\n', 'content/x/2024-budget.mdx': '---\n---\n' };

it('writes all of them and leaves nothing else', () => {
  placeFiles(root, files);
  expect(filesOf(root)).toEqual(Object.keys(files).sort());
  for (const [path, content] of Object.entries(files)) expect(readFileSync(join(root, path), 'utf8')).toBe(content);
});

it('changes nothing where one of them is there already', () => {
  put('content/x/2024-budget.mdx', 'mine');
  expect(() => placeFiles(root, files)).toThrow(PlaceTaken);
  expect(filesOf(root)).toEqual(['content/x/2024-budget.mdx']);
  expect(readFileSync(join(root, 'content/x/2024-budget.mdx'), 'utf8')).toBe('mine');
});

it('changes nothing where tables of somebody’s are there already', () => {
  put('data/x/2024-budget/a.csv', 'mine');
  expect(() => placeFiles(root, files)).toThrow(PlaceTaken);
  expect(filesOf(root)).toEqual(['data/x/2024-budget/a.csv']);
});

it('goes on where a run before was killed between the tables and the document', () => {
  put('data/x/2024-budget/a.csv', 'a\n');
  put('data/x/2024-budget/b.csv', 'b\n');
  placeFiles(root, files);
  expect(filesOf(root)).toEqual(Object.keys(files).sort());
});

it('takes the tables back where the document cannot be written', () => {
  put('content/x', 'a file where a folder should be');
  expect(() => placeFiles(root, files)).toThrow();
  expect(filesOf(root)).toEqual(['content/x']);
  expect(existsSync(join(root, 'data/x/2024-budget'))).toBe(false);
});

function put(path: string, content: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
}
