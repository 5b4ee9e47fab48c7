/** The handbook shows what the commands really print, and names files and rules that are there. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadRules } from '../rules/load.ts';
import { copyArchive, PROJECT, runCommand, temporaryFolder } from './commands.ts';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const handbook = readFileSync(join(PROJECT, 'CONTRIBUTING.md'), 'utf8');
const readme = readFileSync(join(PROJECT, 'README.md'), 'utf8');
const shown = [...handbook.matchAll(/```text\n([\s\S]*?)```/g)].map(([, text = '']) => text);
const [created = '', ...checked] = shown;

describe('what the handbook shows of npm run check', () => {
  it.each(
    [
      ['a mistyped total', 'data/disclosures/haining-migrant-services/2023-budget/projects.csv', '合计,57.00,57.00', '合计,57.00,75.00'],
      [
        'a mistyped reference',
        'content/disclosures/haining-migrant-services/2023-budget.mdx',
        '<Statement id="vehicles" />',
        '<Statement id="vehicle" />',
      ],
    ].map((example, index) => [...example, index] as const),
  )('is what it prints: %s', async (...[, file, found, put, index]) => {
    const archive = copyArchive(join(folder, String(index)));
    const path = join(archive, String(file));
    const before = readFileSync(path, 'utf8');
    expect(before).toContain(found);
    writeFileSync(path, before.replace(String(found), String(put)));
    const { code, output } = await runCommand('check', ['--archive', archive], { env: { NO_COLOR: '1' } });
    expect(code).toBe(1);
    const printed = new Set(output.split('\n'));
    const lines = checked[Number(index)]?.split('\n') ?? [];
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter((line) => !printed.has(line))).toEqual([]);
  });

  it('is all compared', () => {
    expect(checked).toHaveLength(2);
  });
});

it('what the handbook shows of npm run new is what it prints', async () => {
  const archive = copyArchive(join(folder, 'new'));
  const [, call = ''] = /^npm run new -- (disclosure --.*)$/m.exec(handbook) ?? [];
  const { code, output } = await runCommand('new', [...call.split(' '), '--archive', archive]);
  expect(code, output).toBe(0);
  const printed = new Set(output.split('\n'));
  expect(created.split('\n').length).toBeGreaterThan(5);
  expect(created.split('\n').filter((line) => !printed.has(line))).toEqual([]);
}, 30_000);

it('rules that the handbook names are there', async () => {
  const rules = await loadRules();
  const named = [...handbook.matchAll(/^(?:错误 .* |)([a-z]+(?:-[a-z]+){2,})(?:,|$)/gm)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((name) => !rules.has(name))).toEqual([]);
});

it.each([
  ['README.md', readme],
  ['CONTRIBUTING.md', handbook],
])('files that %s names are there', (_, text) => {
  const named = [
    ...text.matchAll(/`((?:src|scripts|data|content|public|\.ci)\/[A-Za-z0-9_./-]+)`/g),
    ...text.matchAll(/\]\(((?!https?:|#)[^)]+)\)/g),
  ].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
});

it('every command that README.md lists is a script, and every script is listed', () => {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const listed = new Set(
    [...readme.matchAll(/(?:`|^|&& )npm (?:run )?([a-z:-]+)/gm)].map(([, name = '']) => name).filter((name) => name !== 'install'),
  );
  expect([...listed].filter((name) => !(name in scripts))).toEqual([]);
  // Parts of `npm test` need no line of their own.
  expect(Object.keys(scripts).filter((name) => !listed.has(name) && !['lint', 'format', 'types'].includes(name))).toEqual([]);
});

it('every dependency that readers or builders use is accounted for in README.md', () => {
  const { dependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  const accounted = Object.keys(dependencies).map((name) => [
    name,
    new RegExp(`^\\|[^|]*(?<![\\w-])${name.replaceAll('.', '\\.')}(?![\\w-])[^|]*\\|`, 'm').test(readme),
  ]);
  expect(accounted.filter(([, there]) => !there)).toEqual([]);
});
