/** The layout of the code: who may import whom, which file may hold which library, how files are called. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from './commands.ts';

/**
 * Imports run downward only: each folder of `src`, and the folders that it may import besides itself.
 * A star means types only.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  reading: ['domain'],
  rules: ['reading', 'domain'],
  archive: ['rules', 'reading', 'language', 'domain'],
  language: ['views*', 'domain'],
  citation: ['domain'],
  comparison: ['views*', 'language*', 'domain'],
  export: ['citation', 'language', 'archive', 'domain'],
  views: ['export', 'citation', 'comparison', 'archive', 'language', 'reading', 'domain'],
  client: ['views*', 'citation', 'comparison', 'language', 'domain'],
  components: ['views', 'comparison', 'rules', 'language', 'client', 'domain'],
  layouts: ['components', 'views', 'language', 'client', 'domain'],
  pages: ['layouts', 'components', 'views', 'comparison', 'export', 'archive', 'language', 'client', 'domain'],
  search: ['views', 'archive', 'language', 'rules', 'reading', 'domain'],
  reporting: ['views', 'archive', 'language', 'rules', 'reading', 'domain'],
  build: ['export', 'citation', 'search', 'reporting', 'views', 'archive', 'language', 'rules', 'reading', 'domain'],
  scaffolding: ['archive', 'language', 'rules', 'reading', 'domain'],
  snapshot: ['export', 'build', 'search', 'reporting', 'views', 'archive', 'language', 'rules', 'reading', 'domain'],
  importing: ['archive', 'rules', 'reading', 'domain'],
  bench: ['testing', 'archive', 'rules', 'reading', 'domain'],
};

/** Libraries that stay behind one door, so that another can take their place. */
const DOORS: Readonly<Record<string, RegExp>> = {
  papaparse: /^reading\/csv\.ts$/,
  'chart.js': /^client\/chart\.ts$/,
  pagefind: /^search\//,
  'pdfjs-dist/legacy/build/pdf.mjs': /^importing\/containers\/pdf\//,
  saxes: /^importing\/containers\/xml\.ts$/,
  zod: /^(reading|reporting)\//,
  'hyparquet-writer': /^export\/parquet\.ts$/,
  'node:sqlite': /^export\/sqlite\.ts$/,
  'astro:': /^(pages|layouts|components)\/|^content\.config\.ts$|^build\/renderer-entry\.ts$/,
};

const LONGEST = 300;

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typesOnly: boolean;
}

/** Relative to `src`, with forward slashes. */
const files = readdirSync(join(PROJECT, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    posix.join(
      ...join(entry.parentPath, entry.name)
        .slice(join(PROJECT, 'src').length + 1)
        .split(/[\\/]/),
    ),
  )
  .sort();
const sources = files.filter((file) => /\.(ts|astro)$/.test(file));
const text = new Map(sources.map((file) => [file, readFileSync(join(PROJECT, 'src', file), 'utf8')]));
const tested = sources.filter((file) => !/\.test\.ts$/.test(file) && !file.startsWith('testing/'));
const imports = tested.flatMap((file) => importsOf(file, text.get(file) ?? ''));

describe('imports', () => {
  it('are found', () => {
    expect(imports.length).toBeGreaterThan(200);
    expect(imports).toContainEqual({ file: 'reading/csv.ts', from: 'papaparse', typesOnly: false });
    expect(imports).toContainEqual({ file: 'client/charts.ts', from: 'client/chart.ts', typesOnly: false });
  });

  it('run downward only', () => {
    const upward = imports.flatMap(({ file, from, typesOnly }) => {
      const here = folderOf(file);
      const there = folderOf(from);
      if (here === there || !from.includes('/') || !sources.includes(from)) return [];
      const allowed = MAY_IMPORT[here];
      if (!allowed) return here === '' ? [] : [`src/${here}/ is new: say in MAY_IMPORT of src/testing/imports.test.ts what it may import`];
      if (allowed.includes(there) || (typesOnly && allowed.includes(`${there}*`))) return [];
      return [
        `src/${file} imports ${typesOnly ? 'types of ' : ''}src/${from}; ${here}/ may import ${allowed.join(', ') || 'nothing of ours'} (* types only). Move what both need down, or hand it in from above.`,
      ];
    });
    expect([...new Set(upward)]).toEqual([]);
  });

  it('leave each library behind its door', () => {
    const outside = imports.flatMap(({ file, from }) => {
      const door = Object.entries(DOORS).find(([library]) => from === library || (library.endsWith(':') && from.startsWith(library)));
      if (!door || door[1].test(file)) return [];
      return [`src/${file} imports ${from}; only ${door[1].source} may. Ask that file for what you need.`];
    });
    expect(outside).toEqual([]);
  });

  it('let one file load the search engine in the browser', () => {
    const loading = tested.filter((file) => file.startsWith('client/') && (text.get(file) ?? '').includes('/pagefind.js'));
    expect(loading).toHaveLength(1);
  });

  it('touch the disk only where files are read or made', () => {
    const touching = imports.filter(
      ({ file, from }) =>
        /^node:fs/.test(from) &&
        !/^(reading\/|importing\/(containers\/|draft\/write-draft\.ts$)|build\/|search\/|snapshot\/|scaffolding\/|export\/|bench\/|rules\/load\.ts$|language\/languages\.ts$)/.test(
          file,
        ),
    );
    expect(touching.map(({ file }) => `src/${file} imports node:fs; let src/reading read it and hand the value on`)).toEqual([]);
  });
});

describe('files', () => {
  it('are called in kebab-case, components in PascalCase', () => {
    const wrong = sources.filter((file) => {
      const name = basename(file);
      if (/^(components|layouts)\/.*\.astro$/.test(file)) return !/^[A-Z][A-Za-z0-9]*\.astro$/.test(name);
      if (file.startsWith('pages/')) return !/^(\[[a-z]+\]|[a-z0-9-]+)(\.[a-z]+)*\.(astro|ts)$/.test(name);
      if (file.startsWith('language/')) return !/^[a-z]+(-[a-z]+)*\.ts$/.test(name) && !/^[a-z]{2,3}(-[A-Z][A-Za-z]+)?\.ts$/.test(name);
      return !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|browser\.test|build\.test|config|d))?\.ts$/.test(name);
    });
    expect(wrong.map((file) => `src/${file}: kebab-case.ts, components PascalCase.astro`)).toEqual([]);
  });

  it('are called after what they hold', () => {
    const vague = files.filter((file) =>
      file
        .split('/')
        .some(
          (part) => /^(utils?|helpers?|managers?|common|misc|shared|lib)(\.|$)/i.test(part) || /-(utils?|helpers?|manager)\./i.test(part),
        ),
    );
    expect(vague.map((file) => `src/${file}: name it after the one thing it does`)).toEqual([]);
  });

  it(`of more than ${LONGEST} lines say why at their top`, () => {
    const long = files
      .filter((file) => /\.(ts|astro|css)$/.test(file))
      .filter((file) => {
        const content = readFileSync(join(PROJECT, 'src', file), 'utf8').replace(/^---\n/, '');
        return content.split('\n').length > LONGEST && !/^(\/\*[\s\S]*?\*\/|\/\/.*\n)/.test(content);
      });
    expect(long.map((file) => `src/${file}: split it, or begin it with a comment that says why it is long`)).toEqual([]);
  });

  it('of scripts/ are thin: what is worth testing stands in src', () => {
    const scripts = readdirSync(join(PROJECT, 'scripts')).filter((file) => file.endsWith('.ts'));
    const long = scripts.filter((file) => readFileSync(join(PROJECT, 'scripts', file), 'utf8').split('\n').length > 100);
    expect(long.map((file) => `scripts/${file}: move its work into src and leave arguments and printing`)).toEqual([]);
  });
});

function folderOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

/** Static, dynamic and re-exporting imports; paths of our own relative to `src`. */
function importsOf(file: string, source: string): Import[] {
  const found: Import[] = [];
  const add = (from: string, typesOnly: boolean): void => {
    found.push({ file, from: from.startsWith('.') ? posix.normalize(posix.join(dirname(file), from)) : from, typesOnly });
  };
  for (const [, words = '', from = ''] of source.matchAll(/^\s*(?:import|export)\s+([^'"`;]*?)\s*from\s*['"]([^'"]+)['"]/gm))
    add(from, onlyTypes(words));
  for (const [, from = ''] of source.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm)) add(from, false);
  for (const [, from = ''] of source.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)) add(from, false);
  return found;
}

/** `import type { A }` and `import { type A, type B }`. */
function onlyTypes(words: string): boolean {
  if (words.startsWith('type ')) return true;
  const names = /^\{([\s\S]*)\}$/
    .exec(words.trim())?.[1]
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return names?.every((name) => name.startsWith('type ')) ?? false;
}
