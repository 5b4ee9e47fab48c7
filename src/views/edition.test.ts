import { expect, it } from 'vitest';
import { compileArchive } from '../archive/compile.ts';
import { filesInMemory } from '../reading/files.ts';
import { EXAMPLE_ARCHIVE } from '../rules/example-archive.ts';
import { loadRules } from '../rules/load.ts';
import { codePage } from './code.ts';
import { disclosurePage } from './disclosure.ts';
import { archiveTitle, href, label } from './edition.ts';
import { editionAt, editionsOf } from './editions.ts';
import { homePage } from './home.ts';
import { plainPhrase } from './terms.ts';
import { unitPage } from './unit.ts';

const rules = await loadRules();
const UNIT = 'river-town';
const facts = JSON.parse(EXAMPLE_ARCHIVE['data/archive.json'] ?? '{}') as object;

function archiveWith(changed: object, files: Readonly<Record<string, string>> = {}) {
  const archive = compileArchive(
    filesInMemory({ ...EXAMPLE_ARCHIVE, ...files, 'data/archive.json': JSON.stringify({ ...facts, ...changed }) }),
    rules,
  );
  expect(archive.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return archive;
}

const bilingual = archiveWith(
  { languages: ['zh-CN', 'en'] },
  { 'data/translations/en.csv': 'text,translation\n河口镇,River Town\n公共安全支出,Public security\n' },
);

it('an archive has an edition for each language it offers, its own at the root', () => {
  expect(editionsOf(bilingual).map(({ base, language }) => [base, language.tag])).toEqual([
    ['', 'zh-CN'],
    ['/en', 'en'],
  ]);
  expect(editionsOf(archiveWith({})).map(({ base }) => base)).toEqual(['']);
  expect(editionsOf(archiveWith({ language: 'en', languages: ['zh-CN'] })).map(({ base }) => base)).toEqual(['', '/zh-cn']);
});

it('an address says its language', () => {
  expect(editionAt(bilingual, '/en/units/river-town/').language.tag).toBe('en');
  expect(editionAt(bilingual, '/en/').language.tag).toBe('en');
  expect(editionAt(bilingual, '/english/').language.tag).toBe('zh-CN');
  expect(href(editionAt(bilingual, '/en/'), '/units/')).toBe('/en/units/');
});

it('names are translated where the archive says how, and stay as printed where not', () => {
  const en = editionAt(bilingual, '/en/');
  expect(archiveTitle(en)).toBe('Example archive');
  expect(label(en, '河口镇')).toBe('River Town');
  expect(label(en, '一、公共安全支出')).toBe('Public security');
  expect(label(en, '公安')).toBe('公安');
  expect(label(editionAt(bilingual, '/'), '河口镇')).toBe('河口镇');
});

it('the definition of a code is translated, or says that it is not', () => {
  const file = 'data/classifications/functional/2024.csv';
  const defined = { [file]: (EXAMPLE_ARCHIVE[file] ?? '').replace('2040250,事业运行,,20402,', '2040250,事业运行,,20402,日常运转的支出。') };
  const definitionIn = (path: string, files: Readonly<Record<string, string>> = {}) =>
    codePage(editionAt(archiveWith({ languages: ['zh-CN', 'en'] }, { ...defined, ...files }), path), 'functional', '2040250').definition;
  expect(definitionIn('/')).toEqual({ text: '日常运转的支出。', foreign: false });
  expect(definitionIn('/en/')).toEqual({ text: '日常运转的支出。', foreign: true });
  const translation = { 'data/translations/en.csv': 'text,translation\n日常运转的支出。,Daily operation.\n' };
  expect(definitionIn('/en/', translation)).toEqual({ text: 'Daily operation.', foreign: false });
});

it('every link of a view stays in its language; files have one address', () => {
  const en = editionAt(bilingual, '/en/');
  const page = disclosurePage(en, `${UNIT}/2024-budget`);
  const hrefs = [...JSON.stringify([page, unitPage(en, UNIT), homePage(en)]).matchAll(/"href":"(\/[^"]*)"/g)].map(
    ([, address = '']) => address,
  );
  expect(hrefs.length).toBeGreaterThan(20);
  expect(hrefs.filter((address) => !address.startsWith('/en/') && !address.endsWith('.csv'))).toEqual([]);
  expect(hrefs.filter((address) => address.startsWith('/en/') && address.endsWith('.csv'))).toEqual([]);
});

it('the same sentence in both languages', () => {
  const [zh, en] = editionsOf(bilingual).map((edition) => plainPhrase(unitPage(edition, UNIT).lede));
  expect(zh).toMatch(/^2024 年计划支出 [\d.]+ 万元/);
  expect(en).toMatch(/^Planned spending in 2024: [\d.]+ 万元 \(CNY [\d,]+\)/);
});

it('what no document of the archive knows of is not called missing', () => {
  const without = archiveWith({ language: 'en' });
  const knows = without.observations.some(({ classification }) => classification === 'three-public');
  const absences = unitPage(editionsOf(without)[0], UNIT).absences.map(plainPhrase).join(' ');
  expect(absences.includes('three public')).toBe(knows);
  expect(absences.includes('economic')).toBe(without.classifications.has('economic/2024'));
});
