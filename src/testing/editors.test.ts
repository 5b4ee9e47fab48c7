/** Editors find the schema of every file, and what is committed is as the schemas say. */
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { writeFrontMatterCompletion } from '../build/front-matter-completion.ts';
import { FIELD_WORDS } from '../language/fields-zh.ts';
import { filesOnDisk } from '../reading/files.ts';
import { PATTERNS } from '../reading/paths.ts';
import { type PublishedSchema, publishedSchema } from '../reporting/published-schemas.ts';
import { copyArchive, PROJECT, temporaryFolder } from './commands.ts';
import { type Editor, openEditor } from './language-server.ts';

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const { paths } = filesOnDisk(PROJECT);
const text = (file: string): string => readFileSync(join(PROJECT, file), 'utf8');
const schemaText = (name: PublishedSchema): object => JSON.parse(publishedSchema(name)) as object;

function faults(name: PublishedSchema, value: unknown): readonly string[] {
  const validate = ajv.getSchema(name) ?? ajv.addSchema(schemaText(name), name).getSchema(name);
  if (!validate) throw new Error(`no schema ${name}`);
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const DECLARATIONS: readonly (readonly [PublishedSchema, RegExp])[] = [
  ['archive', PATTERNS.facts],
  ['table-kind', PATTERNS.kind],
  ['profile', PATTERNS.profile],
];
const DOCUMENTS: readonly (readonly [PublishedSchema, RegExp])[] = [
  ['unit', PATTERNS.unit],
  ['disclosure', PATTERNS.disclosure],
  ['glossary', PATTERNS.term],
  ['page', PATTERNS.page],
];
const filesWith = (kinds: typeof DECLARATIONS): [string, PublishedSchema][] =>
  paths.flatMap((path): [string, PublishedSchema][] => kinds.filter(([, pattern]) => pattern.test(path)).map(([name]) => [path, name]));

describe('JSON', () => {
  it('names its schema, which is there, and is as it says', () => {
    const files = filesWith(DECLARATIONS);
    expect(files.length).toBeGreaterThan(20);
    for (const [file, name] of files) {
      const value = JSON.parse(text(file)) as { $schema?: string };
      expect(resolve(PROJECT, dirname(file), value.$schema ?? ''), file).toBe(join(PROJECT, `public/schemas/${name}.schema.json`));
      expect(faults(name, value), file).toEqual([]);
    }
  });

  it('that has a fault is refused by its schema', () => {
    expect(faults('archive', { ...(JSON.parse(text('data/archive.json')) as object), titel: '错' })).toHaveLength(1);
  });
});

describe('front matter', () => {
  it('is as its schema says', () => {
    const files = filesWith(DOCUMENTS);
    expect(files.length).toBeGreaterThan(20);
    for (const [file, name] of files) expect(faults(name, parse(/^---\n([\s\S]*?)\n---/.exec(text(file))?.[1] ?? '')), file).toEqual([]);
  });

  it('has words for each of its fields', () => {
    for (const name of [...DOCUMENTS.map(([each]) => each), 'archive'] as const) {
      const { properties } = schemaText(name as PublishedSchema) as { properties: Record<string, unknown> };
      const described = Object.keys(FIELD_WORDS[name] ?? {});
      expect(
        Object.keys(properties).filter((field) => field !== '$schema' && !described.includes(field)),
        name,
      ).toEqual([]);
    }
  });
});

describe('an editor with Astro’s language server', { timeout: 30_000 }, () => {
  const folder = temporaryFolder();
  const file = 'content/disclosures/haining-migrant-services/2023-budget.mdx';
  let editor: Editor;
  beforeAll(async () => {
    copyArchive(folder);
    writeFrontMatterCompletion(folder, folder);
    editor = await openEditor(folder);
  });
  afterAll(async () => {
    await editor.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('objects to nothing in a good file', async () => {
    editor.open(file, text(file));
    expect(await editor.problems(file)).toEqual([]);
  });

  it('offers fields and states, and objects to a field that is unknown', async () => {
    const other = 'content/disclosures/shangyu-new-residents/2024-budget.mdx';
    editor.open(
      other,
      '---\ntitle: 预算\nscope: unit\nsource: { form: pdf }\ntitel: 错\ntables:\n  - id: revenue\n    title: 收入\n    state: \n\n---\n',
    );
    expect(await editor.complete(other, 8, 11)).toEqual(expect.arrayContaining(['printed', 'empty', 'not-included', 'not-transcribed']));
    expect(await editor.complete(other, 9, 0)).toEqual(expect.arrayContaining(['profile', 'scale', 'publisher']));
    expect((await editor.problems(other)).join()).toContain('titel');
  });
});

it('Visual Studio Code is told of schemas that are there', () => {
  const { config, error } = ts.parseConfigFileTextToJson('settings.json', text('.vscode/settings.json'));
  expect(error).toBeUndefined();
  const { 'json.schemas': schemas } = config as { 'json.schemas': { fileMatch: string[]; url: string }[] };
  expect(schemas).toHaveLength(3);
  for (const { url } of schemas) expect(JSON.parse(text(url))).toHaveProperty('properties');
});
