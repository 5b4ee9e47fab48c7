/**
 * Search in a real browser against a plain scan of the text: nothing that is there may be missed, and nothing
 * may be found that is not there. Queries are drawn from the archive's own text by a seeded generator, on the
 * project's archive and on one that was not looked at while the search was written.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileFolder } from '../archive/compile.ts';
import { Random } from '../bench/random.ts';
import { writeSyntheticArchive } from '../bench/synthetic-archive.ts';
import { useSite } from '../testing/browser.ts';
import { PROJECT, temporaryFolder } from '../testing/commands.ts';
import { searchDocuments } from './documents.ts';

const QUERIES_PER_LENGTH = 100;
const LENGTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

interface PlainPage {
  readonly url: string;
  readonly lines: readonly string[];
}

/** Written here again and differently, so that a fault of the product's own normal form shows. */
function plain(text: string): string {
  const half = [...text]
    .map((character) => (/[！-～]/.test(character) ? String.fromCharCode(character.charCodeAt(0) - 0xfee0) : character))
    .join('');
  const bare = half.toLowerCase().replace(/[“”‘’"'「」『』《》〈〉]/g, '');
  return bare
    .replace(/(\d),(\d{3})(?!\d)/g, '$1$2')
    .replace(/(\d),(\d{3})(?!\d)/g, '$1$2')
    .replace(/\s+/g, ' ')
    .replace(/ (?![a-z0-9])|(?<![a-z0-9]) /g, '');
}

function scan(pages: readonly PlainPage[], query: string): string[] {
  const wanted = plain(query);
  const edge = (text: string, word: RegExp): string => (word.test(text) ? '1' : '');
  const before = edge(wanted, /^[a-z0-9]/) && '(?<![a-z0-9])(?<!\\d\\.)';
  const after = edge(wanted, /[a-z0-9]$/) && '(?![a-z0-9])(?!\\.\\d)';
  const pattern = new RegExp(before + wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') + after);
  return pages.filter(({ lines }) => lines.some((line) => pattern.test(line))).map(({ url }) => url);
}

/** Runs of Han characters and letters, cut from lines at random; whole numbers and codes. */
function drawQueries(pages: readonly PlainPage[], length: number, seed: number): string[] {
  const random = new Random(seed);
  const lines = pages.flatMap((page) => page.lines);
  const queries = new Set<string>();
  for (let tries = 0; queries.size < QUERIES_PER_LENGTH && tries < 200_000; tries += 1) {
    const line = lines[random.integer(0, lines.length - 1)] ?? '';
    const from = random.integer(0, Math.max(0, line.length - length));
    const query = line.slice(from, from + length);
    if (query.length === length && /^[\p{Script=Han}]/u.test(query) && /[\p{Script=Han}]$/u.test(query)) queries.add(query);
  }
  return [...queries];
}

function drawNumbers(pages: readonly PlainPage[], seed: number): string[] {
  const random = new Random(seed);
  const numbers = [
    ...new Set(pages.flatMap(({ lines }) => lines).flatMap((line) => line.match(/(?<![a-z0-9.])\d+(\.\d+)?(?![a-z0-9]|\.\d)/g) ?? [])),
  ];
  return random.choose(numbers, 400);
}

const synthetic = temporaryFolder();

describe.each([
  ['the project’s archive', PROJECT, 7],
  ['an archive it has not seen', synthetic, 11],
] as const)('%s', (_, archive, seed) => {
  const { visit } = useSite(() => {
    if (archive === synthetic) writeSyntheticArchive(synthetic, 15, PROJECT, seed);
    return archive;
  });
  let pages: PlainPage[];
  let engine: string;

  beforeAll(async () => {
    pages = [...searchDocuments(await compileFolder(archive))].map(({ url, title, sections }) => ({
      url,
      lines: [title, ...sections.flatMap(({ heading, lines }) => [heading, ...lines.map(({ text }) => text)])].map(plain),
    }));
    engine = await bundledEngine();
  });
  afterAll(() => rmSync(synthetic, { recursive: true, force: true }));

  async function compareAll(queries: readonly string[]): Promise<{ found: number; right: number; expected: number; wrong: string[] }> {
    const page = await visit('/search/', { bypassCSP: true });
    const answers = await answersOf(page, engine, queries);
    let [found, right, expected] = [0, 0, 0];
    const wrong: string[] = [];
    queries.forEach((query, index) => {
      const want = new Set(scan(pages, query));
      const got = answers[index] ?? [];
      const hits = got.filter((url) => want.has(url)).length;
      found += got.length;
      right += hits;
      expected += want.size;
      if (hits !== want.size || hits !== got.length) wrong.push(`${query}: found ${got.length}, there are ${want.size}`);
    });
    return { found, right, expected, wrong };
  }

  it.each(LENGTHS)('%i characters', async (length) => {
    const queries = drawQueries(pages, length, seed * 100 + length);
    expect(queries.length).toBeGreaterThan(archive === PROJECT ? QUERIES_PER_LENGTH - 1 : 20);
    const { found, right, expected, wrong } = await compareAll(queries);
    console.info(`${length} characters, ${queries.length} queries: recall ${percent(right, expected)}, precision ${percent(right, found)}`);
    expect(right, wrong.join('\n')).toBe(expected);
    expect(right / found, wrong.join('\n')).toBeGreaterThanOrEqual(0.995);
  });

  it('numbers and codes', async () => {
    const numbers = drawNumbers(pages, seed);
    const { found, right, expected, wrong } = await compareAll(numbers);
    console.info(`${numbers.length} numbers and codes: recall ${percent(right, expected)}, precision ${percent(right, found)}`);
    expect({ found, right, wrong }).toEqual({ found: expected, right: expected, wrong: [] });
  });
});

describe('queries as readers type them', () => {
  const { visit } = useSite();

  it('the same in other forms', async () => {
    const page = await visit('/search/', { bypassCSP: true });
    const engine = await bundledEngine();
    const pairs = [
      ['6150.64', '6,150.64'],
      ['339.43', '３３９．４３'],
      ['“三公”经费', '三公经费'],
      ['流动人口', '流動人口'],
      ['2016 年', '2016年'],
      ['IC', 'ic'],
    ] as const;
    const answers = await answersOf(page, engine, pairs.flat());
    for (const [index, pair] of pairs.entries()) {
      expect(answers[2 * index]?.length, pair[0]).toBeGreaterThan(0);
      expect(answers[2 * index], pair.join(' = ')).toEqual(answers[2 * index + 1]);
    }
  });

  it('no part of a longer number', async () => {
    const page = await visit('/search/', { bypassCSP: true });
    const engine = await bundledEngine();
    expect(await answersOf(page, engine, ['150.64', '339.4', '39.43', '204025', '6150'])).toEqual([[], [], [], [], []]);
  });

  it('abbreviations find the unit, several words are all needed, quotation marks keep their order', async () => {
    const page = await visit('/search/', { bypassCSP: true });
    const engine = await bundledEngine();
    const [abbreviation, both, none, phrase] = await answersOf(page, engine, [
      '越城流管中心',
      '海宁 人员经费',
      '海宁 居住证工本费',
      '"专管员 队伍"',
    ]);
    expect(abbreviation).toContain('/units/yuecheng-migrant-services/');
    expect(both).toEqual(['/units/haining-migrant-services/2023-budget/']);
    expect(none).toEqual([]);
    expect(phrase?.length).toBeGreaterThan(0);
  });
});

/** The query module as the browser gets it, alone. */
async function bundledEngine(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: join(PROJECT, 'src/client/search-engine.ts'), formats: ['es'], fileName: 'engine' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('the query module was not bundled');
  return output.output[0].code;
}

/** Addresses found for each query, sorted. */
async function answersOf(page: Page, code: string, queries: readonly string[]): Promise<string[][]> {
  // As text, since the test runner rewrites `import()` in functions.
  return page.evaluate<string[][]>(`(async () => {
    const url = URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: 'text/javascript' }));
    const { SearchEngine } = await import(url);
    const engine = await SearchEngine.open(new URL('/search-index/', location.href).href);
    const answers = [];
    for (const query of ${JSON.stringify(queries)}) {
      const found = [];
      for await (const hits of engine.search(query)) found.push(...hits.map((hit) => hit.url));
      answers.push(found.sort());
    }
    return answers;
  })()`);
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)} %`;
}
