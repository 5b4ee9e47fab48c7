import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { compileArchive } from '../archive/compile.ts';
import { filesInMemory } from '../reading/files.ts';
import { EXAMPLE_ARCHIVE, EXPENDITURE } from '../rules/example-archive.ts';
import { loadRules } from '../rules/load.ts';
import { badArchive } from '../rules/rule.ts';
import { githubAnnotations, jsonReport } from './formats.ts';
import { printReport } from './terminal.ts';

const rules = await loadRules();
const files = badArchive(EXAMPLE_ARCHIVE, { file: EXPENDITURE, replace: ['2040250,事业运行,9.50', '2040250,事业运行,9.60'], at: {} });
const inLanguage = (language: string) => {
  const facts = { ...(JSON.parse(EXAMPLE_ARCHIVE['data/archive.json'] ?? '{}') as object), language };
  return compileArchive(filesInMemory({ ...files, 'data/archive.json': JSON.stringify(facts) }), rules);
};

it.each([
  ['zh-CN', /^错误 .*\n.*expenditure\.csv:5:14（C 列）\n.*相差 0\.10/m, /1 个单位，2 份公开文件；[\s\S]*处错误，请改正后再试。\n$/],
  [
    'en',
    /^Error .*\n.*expenditure\.csv:5:14 \(column C\)\n.*0\.10 apart/m,
    /1 unit, 2 published documents; [\s\S]*errors?\. Mend (it|them) and try again\.\n$/,
  ],
])('a report in %s', (language, finding, summary) => {
  const report = printed(inLanguage(language));
  expect(report).toMatch(finding);
  expect(report).toMatch(summary);
});

it('programs are told in the archive’s language too', () => {
  expect(githubAnnotations(inLanguage('en'))).toContain('0.10 apart');
  expect(jsonReport(inLanguage('en')).archive).toBe('Example archive');
});

function printed(archive: ReturnType<typeof inLanguage>): string {
  const stream = new PassThrough();
  printReport(archive, { stream });
  return String(stream.read());
}
