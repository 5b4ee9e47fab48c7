import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';
import { expect, it } from 'vitest';
import type { Fault } from '../domain/finding.ts';
import { PROJECT } from '../testing/commands.ts';
import { parseNarrative } from './narrative.ts';
import { parsePlainNarrative } from './plain-narrative.ts';

const SYNTAX = { extensions: [gfm(), mdxjs()], mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()] };

const scraps = fc.constantFrom(
  ...[
    '财政',
    'a',
    'x',
    '1',
    ' ',
    '\n',
    '\n\n',
    '# ',
    '- ',
    '1. ',
    '> ',
    '* ',
    '*',
    '**',
    '_',
    '`',
    '```\n',
    '---',
    '-',
    ':',
    '|',
    '\n|-|\n',
    '\n:-\n',
  ],
  ...[
    '[',
    ']',
    '[x] ',
    '[^1]',
    '[^1]: ',
    '(/a)',
    '[a](/b)',
    '![',
    '<',
    '/>',
    '<Figure table="a" row="b" column="c" />',
    '{',
    '}',
    '\\',
    '&#64;',
    '&',
  ],
  ...['~', '~~', '@', '.com', 'www', 'www.', 'http', 'https://', '://', '/', '.', '\t', '    ', '  \n', '<!--', 'import a', 'export'],
);

/** Of what plain narratives are made. */
const words = fc.constantFrom(
  ...[
    '财政',
    '支出 ',
    'a',
    '1',
    '1.',
    '12) ',
    '2023 年',
    ' ',
    '  ',
    '\u3000',
    '\u00a0',
    '\n',
    '\n\n',
    '\n\n',
    '\n\n## ',
    '\n\n### 收入\n\n',
    '#',
    '# ',
    '######',
  ],
  ...[
    '“',
    '（',
    '<Figure table="a" row="b.c" column="d" />',
    ' <Statement id="x-1" />',
    '<Statement id="" />',
    '<A  b="c" />',
    '<A b="c"/>',
    '<A />',
  ],
  ...[
    '<A b="c" b="d" />',
    '<A b="c\nd" />',
    '<',
    '>',
    '"',
    '/>',
    '-',
    '=',
    '+',
    '!',
    ':',
    '。',
    'import ',
    'export',
    '٣. ',
    '😀',
    '\u2028',
    '\ufeff',
  ],
);

/** The tree, or that there is none. */
function whole(markdown: string): unknown {
  try {
    return fromMarkdown(markdown, SYNTAX);
  } catch {
    return { type: 'root', children: [] };
  }
}

function held(markdown: string): void {
  const faults: Fault[] = [];
  expect(parseNarrative('a.mdx', markdown, (fault) => void faults.push(fault)).tree, markdown).toEqual(whole(markdown));
}

const plain = readdirSync(join(PROJECT, 'content/disclosures'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').split('\n---\n')[1] ?? '')
  .filter((markdown) => parsePlainNarrative(markdown));

const edits = fc.array(fc.record({ at: fc.nat(3000), drop: fc.nat(3), put: scraps }), { maxLength: 2 });

it('reads Markdown as the whole syntax does', () => {
  fc.assert(
    fc.property(fc.array(scraps, { maxLength: 14 }), (parts) => held(parts.join(''))),
    { numRuns: 1000 },
  );
});

it('reads plain narratives, and what is nearly plain, as the whole syntax does', () => {
  expect(plain.length).toBeGreaterThan(3);
  for (const markdown of plain) held(markdown);
  const short = plain.map((markdown) => markdown.slice(0, 600));
  fc.assert(
    fc.property(fc.constantFrom(...short), edits, (markdown, made) => held(edited(markdown, made))),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 10 }), (parts) => held(parts.join(''))),
    { numRuns: 1000 },
  );
});

function edited(text: string, made: readonly { at: number; drop: number; put: string }[]): string {
  return made.reduce((now, { at, drop, put }) => {
    const place = at % (now.length + 1);
    return now.slice(0, place) + put + now.slice(place + drop);
  }, text);
}
