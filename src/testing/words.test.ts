/** Where words stand: those of the interface in `src/language` alone, and the same ones in each language. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../language/en.ts';
import type { CostChange } from '../language/language.ts';
import { languageOf, languages } from '../language/languages.ts';
import { zhCN } from '../language/zh-CN.ts';
import { PROJECT } from './commands.ts';

const SPOKEN = ['views', 'components', 'layouts', 'pages', 'client'];

it('no word of a language stands outside src/language', () => {
  const found = SPOKEN.flatMap((folder) =>
    readdirSync(join(PROJECT, 'src', folder), { recursive: true, withFileTypes: true })
      .filter(({ name }) => /\.(ts|astro)$/.test(name) && !name.endsWith('.test.ts'))
      .flatMap(({ parentPath, name }) => {
        const source = withoutComments(readFileSync(join(parentPath, name), 'utf8'));
        return [...source.matchAll(/.*\p{Script=Han}.*/gu)].map(([line]) => `${name}: ${line.trim()}: put it into src/language/`);
      }),
  );
  expect(found).toEqual([]);
});

describe('each language', () => {
  const all = [...languages().values()];

  it('is found by its file', () => {
    expect(all.map(({ tag }) => tag)).toEqual(['en', 'zh-CN']);
    expect([...languages().keys()]).toEqual(all.map(({ tag }) => tag));
  });

  it.each(all.map((language) => [language.tag, language] as const))('%s says everything', (_tag, language) => {
    expect(shapeOf(language)).toEqual(shapeOf(zhCN));
    expect(emptyIn(language)).toEqual([]);
  });
});

it('a tag without a file takes the language’s main part, else English', () => {
  expect(languageOf('zh-TW').tag).toBe('zh-CN');
  expect(languageOf('en-NZ').tag).toBe('en');
  expect(languageOf('pt-BR').tag).toBe('en');
});

it('English knows one from many', () => {
  expect(en.units.count(1)).toBe('1 unit');
  expect(en.units.count(1200)).toBe('1,200 units');
  expect(
    en.years([
      ['2018', '2018'],
      ['2020', '2022'],
    ]),
  ).toBe('2018 and 2020–2022');
  expect(en.revision(2)).toBe(' (2nd publication)');
  expect(en.revision(13)).toBe(' (13th publication)');
  expect(en.coverage.lede(1, { printed: 1, empty: 0, 'not-included': 2, 'not-transcribed': 0 })).toEqual([
    'In 1 published document, ',
    { strong: '1 table is transcribed' },
    ', 2 are not in the document',
    '.',
  ]);
});

it('the sentence of a total has the grammar of its language', () => {
  const words = {
    year: '2023',
    stage: 'approved',
    amount: '339.43 万元',
    href: '/',
    units: 'CNY 3,394,300',
  } as const;
  const against = { year: '2022', stage: 'executed', name: '执行', basis: '上年执行数', href: '/' } as const;
  const change = { sign: '−', size: '43.29', rate: '−11.3%', amount: '43.29 万元' } as const;
  const difference = { ...against, kind: 'difference', change } as const;
  const stated = { ...against, kind: 'stated', change } as const;
  const apart = { ...against, kind: 'apart', amount: '382.72 万元', reasons: ['stage', 'fund'] } as const;
  expect(said(en.sentences.cost({ ...words, changes: [difference] }))).toBe(
    'Planned spending in 2023: 339.43 万元 (CNY 3,394,300), 43.29 万元 less (−11.3%) than was spent in 2022',
  );
  expect(said(en.sentences.cost({ ...words, changes: [stated] }))).toBe(
    'Planned spending in 2023: 339.43 万元 (CNY 3,394,300), by the document’s own account 43.29 万元 less (−11.3%) than was spent in 2022',
  );
  expect(said(en.sentences.cost({ ...words, changes: [apart] }))).toBe(
    'Planned spending in 2023: 339.43 万元 (CNY 3,394,300); spent in 2022: 382.72 万元 (another stage and fund: no difference is taken)',
  );
  const chinese = (changes: readonly CostChange[]): string => said(zhCN.sentences.cost({ ...words, units: undefined, changes }));
  expect(chinese([difference])).toBe('2023 年计划支出 339.43 万元，比 2022 年执行数少 43.29 万元（−11.3%）');
  expect(chinese([stated])).toBe('2023 年计划支出 339.43 万元，文件称比上年执行数减少 43.29 万元（−11.3%）');
  expect(chinese([apart])).toBe('2023 年计划支出 339.43 万元，2022 年执行 382.72 万元（阶段、资金不同，两个数不相减）');
  expect(chinese([{ ...stated, change: { ...change, sign: '' } }])).toBe('2023 年计划支出 339.43 万元，文件称与上年执行数持平');
});

function said(phrase: ReturnType<typeof en.sentences.cost>): string {
  return phrase.map((part) => (typeof part === 'string' ? part : 'strong' in part ? part.strong : part.text)).join('');
}

/** Line comments, block comments and comments of a template; addresses keep their slashes. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '').replace(/<!--[\s\S]*?-->/g, '');
}

type Shape = string | { readonly [key: string]: Shape };

/** Keys and kinds of value. Lists may differ in length, for help is said in as many lines as a language needs. */
function shapeOf(value: unknown): Shape {
  if (Array.isArray(value)) return 'list';
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, shapeOf(each)]),
  );
}

/** Words that were left out. Between sentences Chinese has nothing. */
function emptyIn(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return value === '' && path !== '.sentences.between' ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => emptyIn(each, `${path}.${key}`));
}
