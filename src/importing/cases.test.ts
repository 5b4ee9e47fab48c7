/**
 * Made-up documents as published, each with the draft that must come of it. `source.*` is the document, `case.json`
 * says whose it is, `expected.json` is the draft: files, numbers accounted for, doubts. 清河镇 does not exist.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesInMemory, filesOnDisk } from '../reading/files.ts';
import { loadRules } from '../rules/load.ts';
import { PROJECT } from '../testing/commands.ts';
import { readSourceFile } from './containers/read-source-file.ts';
import { placeInWords } from './draft/places.ts';
import { type Import, importDocument } from './import-file.ts';

const CASES = resolve(import.meta.dirname, 'cases');
const UNIT = '---\nname: 清河镇便民服务中心\nregion: "330481"\naliases: [清河街道办事处]\n---\n\n清河镇是为测试而编的。\n';
const rules = await loadRules();

/** What this project declares, and one unit. */
const own = filesOnDisk(PROJECT);
const declarations = Object.fromEntries(
  own.paths
    .filter((path) => path.startsWith('data/') && !path.startsWith('data/disclosures/') && path !== 'data/acknowledged.csv')
    .map((path) => [path, own.read(path)]),
);
const archive = filesInMemory({ ...declarations, 'content/units/clear-river.mdx': UNIT });

async function draftOf(folder: string): Promise<unknown> {
  const name = readdirSync(folder).find((file) => file.startsWith('source.')) ?? '';
  const reading = await readSourceFile(join(folder, name));
  if (reading.refusal) return { refusal: reading.refusal.message };
  const wanted = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')) as Omit<Import, 'unit'>;
  const source = { name, form: reading.document.form, sha256: '0'.repeat(64) };
  const draft = importDocument(reading.document, reading.notices, { ...wanted, unit: 'clear-river' }, source, archive, rules);
  if ('refusal' in draft) return draft;
  const { accounting, recognised, findings, checks, personal, files } = draft;
  return {
    files: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.split('\n')])),
    numbers: { total: accounting.total, ...Object.fromEntries(Object.entries(accounting.counts).filter(([, count]) => count > 0)) },
    unplaced: accounting.unplaced.map(({ text, place }) => `${placeInWords(place)}：${text}`),
    doubts: recognised.tables.flatMap(({ doubts }) => doubts.map(({ text, place }) => `${placeInWords(place)}：${text}`)),
    personal: personal.map(({ found, place }) => `${placeInWords(place)}：${found}`),
    checks,
    findings: findings.map(({ finding, source: place }) => `${finding.rule} ${place ? placeInWords(place) : finding.place.file}`),
  };
}

describe('the document', () => {
  for (const { name } of readdirSync(CASES, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    it(name, async () => {
      const folder = join(CASES, name);
      const [expectedFile, actualFile] = [join(folder, 'expected.json'), join(folder, 'actual.json')];
      rmSync(actualFile, { force: true });
      const actual = await draftOf(folder);
      const expected: unknown = existsSync(expectedFile) ? JSON.parse(readFileSync(expectedFile, 'utf8')) : undefined;
      if (JSON.stringify(actual) !== JSON.stringify(expected)) writeFileSync(actualFile, `${JSON.stringify(actual, null, 2)}\n`);
      expect(actual, `differs from expected.json; what came of it is in ${relative(process.cwd(), actualFile)}`).toEqual(expected);
    });
  }
});
