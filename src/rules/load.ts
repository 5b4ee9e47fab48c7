/** Finds the rules by their files, so that adding one edits no list. */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { CodedRule, Rule } from './rule.ts';

const GROUPS = ['files', 'tables', 'sums', 'text', 'crosswalks', 'archive'] as const;

export async function loadRules(): Promise<ReadonlyMap<string, CodedRule>> {
  const rules = new Map<string, CodedRule>();
  for (const group of GROUPS) {
    const folder = new URL(`./${group}/`, import.meta.url);
    for (const file of readdirSync(folder).sort()) {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
      const module = (await import(new URL(file, folder).href)) as { default: Rule };
      const code = basename(file, '.ts');
      rules.set(code, { code, group, ...module.default });
    }
  }
  return rules;
}
