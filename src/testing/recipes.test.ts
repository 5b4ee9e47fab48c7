/** The recipes for continuous integration are well-formed, and what they run is there and does what they expect. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { FORMATS } from '../reporting/formats.ts';
import { PROJECT, runCommand } from './commands.ts';

const FOLDER = join(PROJECT, '.ci/recipes');
const COMMAND = /npm run (?:--silent )?([a-z]+)((?: .*)?)$/;

const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

describe.each(readdirSync(FOLDER))('%s', (file) => {
  const document = parseDocument(readFileSync(join(FOLDER, file), 'utf8'));
  const commands = commandsIn(document.toJS());

  it('is YAML without a fault', () => {
    expect([...document.errors, ...document.warnings]).toEqual([]);
  });

  it('runs commands that are there, with options that they have', () => {
    const ours = commands.flatMap((command) => COMMAND.exec(command) ?? []).length;
    expect(ours).toBeGreaterThan(0);
    for (const command of commands) {
      const [, name, rest = ''] = COMMAND.exec(command) ?? [];
      if (name === undefined) {
        expect(command).toMatch(/^npm install /);
        continue;
      }
      expect(scripts).toHaveProperty(name);
      const usage = readFileSync(join(PROJECT, `scripts/${name}.ts`), 'utf8');
      for (const [option] of rest.matchAll(/--[a-z]+(?= )/g)) expect(usage, command).toContain(option);
      const [, format] = /--format (\w+)/.exec(rest) ?? [];
      if (format) expect(FORMATS).toContain(format);
    }
  });
});

it('annotations and the code-quality report are all that is printed', async () => {
  expect(await runCommand('check', ['--archive', PROJECT, '--format', 'github'])).toMatchObject({ code: 0, output: '' });
  expect(JSON.parse((await runCommand('check', ['--archive', PROJECT, '--format', 'gitlab'])).output)).toEqual([]);
}, 60_000);

/** What stands under `run`, `script` and their like. */
function commandsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return /^(run|(before_|after_)?script)$/.test(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => commandsIn(each, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => commandsIn(each, name));
}
