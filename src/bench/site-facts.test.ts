import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { phasesOf, sizeOf } from './site-facts.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingzhang-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('reads from what a build printed how long each phase took, and what it held at the most', () => {
  const output = '  1.0 秒  核对档案\n没有错误。\n  3.0 秒  生成网页\n  4.5 秒  完成：site\n';
  const looks = [
    { seconds: 0.25, megabytes: 200 },
    { seconds: 2.5, megabytes: 900 },
    { seconds: 2.75, megabytes: 800 },
    { seconds: 3.5, megabytes: 400 },
  ];
  expect(phasesOf({ output, looks })).toEqual([
    { name: '核对档案', seconds: 3, megabytes: 900 },
    { name: '生成网页', seconds: 1.5, megabytes: 400 },
  ]);
});

it('counts pages and bytes of a site, those of its index apart', () => {
  for (const [path, bytes] of [
    ['index.html', 10],
    ['units/a/index.html', 20],
    ['data/cells.csv', 300],
    ['search-index/0/pagefind.js', 4000],
  ] as const) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), 'x'.repeat(bytes));
  }
  expect(sizeOf(folder)).toEqual({ pages: 2, bytes: 4330, pageBytes: 30, indexBytes: 4000 });
  expect(sizeOf(join(folder, 'none'))).toEqual({ pages: 0, bytes: 0, pageBytes: 0, indexBytes: 0 });
});
