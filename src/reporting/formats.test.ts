import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileArchive } from '../archive/compile.ts';
import { filesInMemory } from '../reading/files.ts';
import { EXAMPLE_ARCHIVE, EXPENDITURE } from '../rules/example-archive.ts';
import { loadRules } from '../rules/load.ts';
import { badArchive } from '../rules/rule.ts';
import { githubAnnotations, gitlabReport, jsonReport, sarifReport } from './formats.ts';
import { publishedSchemas } from './published-schemas.ts';
import { reportSchema } from './report-schema.ts';

const rules = await loadRules();
const broken = compileArchive(
  filesInMemory(badArchive(EXAMPLE_ARCHIVE, { file: EXPENDITURE, replace: ['0.30', '0.30万元'], at: {} })),
  rules,
);

it('JSON is as its published schema says', () => {
  expect(reportSchema.parse(jsonReport(broken))).toMatchObject({ archive: '示例档案', disclosures: 2 });
});

it.each(Object.entries(publishedSchemas()))('%s as published is the one in use: npm run schemas', (name, content) => {
  expect(readFileSync(new URL(`../../public/schemas/${name}`, import.meta.url), 'utf8')).toBe(content);
});

it('annotations stand on the line of the cell', () => {
  expect(githubAnnotations(broken, 'archive/').split('\n')).toContain(
    '::error file=archive/data/disclosures/river-town/2024-budget/expenditure.csv,line=6,col=21,title=figure-not-readable::“人员支出”一栏里的“0.30万元”不是可以计算的数字：数字后面带着单位，请只写数字，单位写在文件头的 scale。',
  );
});

it('SARIF names rule, level and place', () => {
  const [run] = sarifReport(broken).runs;
  expect(run?.results).toContainEqual(expect.objectContaining({ ruleId: 'figure-not-readable', level: 'error' }));
  expect(run?.tool.driver.rules.map(({ id }) => id)).toContain('figure-not-readable');
});

it('a code-quality report names each finding once, with its file, line and a print of its own', () => {
  const report = gitlabReport(broken, 'archive/');
  expect(report[0]).toMatchObject({
    check_name: 'figure-not-readable',
    severity: 'critical',
    location: { path: 'archive/data/disclosures/river-town/2024-budget/expenditure.csv', lines: { begin: 6 } },
  });
  expect(report).toHaveLength(broken.findings.length);
  expect(new Set(report.map(({ fingerprint }) => fingerprint)).size).toBe(report.length);
});
