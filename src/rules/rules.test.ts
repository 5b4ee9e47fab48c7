import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blockingFindings } from '../archive/blocking.ts';
import { compileArchive } from '../archive/compile.ts';
import { filesInMemory } from '../reading/files.ts';
import { EXAMPLE_ARCHIVE } from './example-archive.ts';
import { loadRules } from './load.ts';
import { type BadExample, badArchive } from './rule.ts';

const rules = await loadRules();

const check = (example: BadExample) => compileArchive(filesInMemory(badArchive(EXAMPLE_ARCHIVE, example)), rules).findings;

describe('the example archive', () => {
  const archive = compileArchive(filesInMemory(EXAMPLE_ARCHIVE), rules);

  it('satisfies every rule', () => {
    expect(archive.findings).toEqual([]);
    expect(blockingFindings(archive)).toEqual([]);
  });

  it('has a sum for every rule that reconciles', () => {
    const reconciled = new Set([...archive.disclosures.values()].flatMap(({ checks }) => checks.map(({ rule }) => rule)));
    const reconciling = [...rules.values()].filter((rule) => rule.reconcile).map(({ code }) => code);
    expect([...reconciled].sort()).toEqual(reconciling.sort());
  });
});

describe.each([...rules.values()])('$code', (rule) => {
  it('finds the fault of its example, where it says', () => {
    const { bad } = rule;
    const findings = check(bad).filter((finding) => finding.rule === rule.code);
    expect(findings.length).toBeGreaterThan(0);
    const { file = bad.file, line, column } = bad.at;
    expect(findings[0]?.place).toMatchObject({ file, ...(line ? { line } : {}), ...(column ? { column } : {}) });
  });

  it('fills its message in both languages', () => {
    for (const { message } of check(rule.bad).filter((finding) => finding.rule === rule.code)) {
      expect(message.zh).not.toMatch(/\{\w+\}/);
      expect(message.en).not.toMatch(/\{\w+\}/);
    }
  });

  it('is explained in both languages', () => {
    for (const text of [rule.title, rule.explanation, rule.message]) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/[a-z]/);
    }
  });
});

it('every fault that reading reports has its rule', () => {
  const folder = new URL('../reading/', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const reported = new Set(
    files.flatMap((file) => [...readFileSync(new URL(file, folder), 'utf8').matchAll(/rule: '([a-z-]+)'/g)].map(([, code]) => code ?? '')),
  );
  expect([...reported].filter((code) => !rules.has(code))).toEqual([]);
});
