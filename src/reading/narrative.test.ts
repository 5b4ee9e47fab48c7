import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';
import { expect, it } from 'vitest';
import type { Fault } from '../domain/finding.ts';
import { parseNarrative } from './narrative.ts';

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

/** The tree, or that there is none. */
function whole(markdown: string): unknown {
  try {
    return fromMarkdown(markdown, SYNTAX);
  } catch {
    return { type: 'root', children: [] };
  }
}

it('reads Markdown as the whole syntax does', () => {
  fc.assert(
    fc.property(fc.array(scraps, { maxLength: 14 }), (parts) => {
      const markdown = parts.join('');
      const faults: Fault[] = [];
      expect(parseNarrative('a.mdx', markdown, (fault) => void faults.push(fault)).tree, markdown).toEqual(whole(markdown));
    }),
    { numRuns: 1000 },
  );
});
