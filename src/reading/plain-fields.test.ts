import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { PROJECT } from '../testing/commands.ts';
import { parsePlainFields } from './plain-fields.ts';

/** What `yaml` reads; undefined where it has anything to say against the text. */
function whole(text: string): unknown {
  const document = parseDocument(text, { uniqueKeys: true, prettyErrors: false });
  return document.errors.length + document.warnings.length > 0 ? undefined : document.toJS();
}

const frontMatter = readdirSync(join(PROJECT, 'content'), { recursive: true, withFileTypes: true })
  .filter((entry) => /\.mdx?$/.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').split(/^---\n/m)[1] ?? '');
const declarations = ['data', 'data/table-kinds', 'data/profiles'].flatMap((folder) =>
  readdirSync(join(PROJECT, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(PROJECT, folder, name), 'utf8')),
);

const scraps = fc.constantFrom(
  ...['a', 'key', 'true', 'null', '财政', '“', '1', '0', '0.50', '1e3', '0x1f', '2024-02-13', '31-35', '-', '- ', ': ', ':', '?', '? '],
  ...[' ', '  ', '\n', '\n  ', '\n- ', '\n  - ', '"', "'", '#', ' #', '&a', '*a', '!', '|', '>', '>-', '[', ']', '{', '}', '[]', ','],
  ...[
    '\t',
    '\r',
    '\\',
    '<<',
    '---',
    '...',
    '%',
    '@',
    '`',
    '~',
    '.',
    '+',
    '=',
    '__proto__',
    '\u3000',
    '\u00a0',
    '\u2028',
    '\u0085',
    '\ufeff',
    '😀',
  ],
);

const small = [
  ...declarations.filter((text) => text.length < 2000),
  '{"a": {"b": [1, "c"], "d": -1.50}, "e": true}',
  '[{\n "a":1e3,\n "b" :null}]',
];

/** The text with some of it taken away or put in. */
function edited(text: string, edits: readonly { at: number; drop: number; put: string }[]): string {
  return edits.reduce((now, { at, drop, put }) => {
    const place = at % (now.length + 1);
    return now.slice(0, place) + put + now.slice(place + drop);
  }, text);
}

const edits = fc.array(fc.record({ at: fc.nat(5000), drop: fc.nat(3), put: scraps }), { maxLength: 4 });

describe('plain fields', () => {
  it('are those of nearly all files', () => {
    expect(frontMatter.filter((text) => parsePlainFields(text, false) !== undefined).length).toBeGreaterThan(frontMatter.length * 0.9);
    for (const text of declarations) expect(parsePlainFields(text, true)).toEqual(JSON.parse(text));
  });

  it('are what the whole reader reads', () => {
    const held = (text: string, isJson: boolean): void => {
      const plain = parsePlainFields(text, isJson);
      if (plain !== undefined) expect(plain, text).toStrictEqual(whole(text));
    };
    for (const text of frontMatter) held(text, false);
    for (const text of declarations) held(text, true);
    fc.assert(
      fc.property(fc.constantFrom(...frontMatter), edits, (text, made) => held(edited(text, made), false)),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...small), edits, (text, made) => held(edited(text, made), true)),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 12 }), (parts) => held(parts.join(''), false)),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(scraps, fc.constantFrom('key: ', '\nother: ', '\nkey:\n  - ')), { maxLength: 12 }), (parts) =>
        held(`key: ${parts.join('')}`, false),
      ),
      { numRuns: 3000 },
    );
  });
});
