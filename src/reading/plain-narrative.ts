/**
 * The text of most documents: headings, and paragraphs of a line each, of words and of components that stand among
 * them. It is read in a twentieth of the time that Markdown takes. What is written in any other way is left to Markdown;
 * what is read here is, to the last position, the tree that Markdown would give.
 */
import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxAttribute } from 'mdast-util-mdx';

/** Signs that mean, or may mean, something in Markdown, but for those of components. */
const SIGNS = /[\\`*_[\]&{}~|@]|:-|-:|http|www|(?!\n)\p{Cc}/iu;

const HEADING = /^(#{1,6}) (?=[^ #])/;
/** A line that is a paragraph: it begins with no sign of a list, and is no program. */
const PARAGRAPH = /^(?!\d+[.)]|import|export)[\p{L}\p{Nd}“‘《〈（【「『]/u;
const COMPONENT = /<([A-Z][A-Za-z]*)((?: [a-z]+="[^"<>]*")+) \/>/g;
const ATTRIBUTE = / ([a-z]+)="([^"]*)"/g;

interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

interface Position {
  readonly start: Point;
  readonly end: Point;
}

export function parsePlainNarrative(markdown: string): Root | undefined {
  if (SIGNS.test(markdown)) return undefined;
  const children: RootContent[] = [];
  const lines = markdown.split('\n');
  let offset = 0;
  let blank = true;
  for (const [index, line] of lines.entries()) {
    if (line !== '') {
      const block = blank ? parseBlock(line, index + 1, offset) : undefined;
      if (!block) return undefined;
      children.push(block);
    }
    blank = line === '';
    offset += line.length + 1;
  }
  if (children.length === 0) return undefined;
  const end = { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset: markdown.length };
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } };
}

function parseBlock(text: string, line: number, offset: number): RootContent | undefined {
  const sign = HEADING.exec(text);
  if ((!sign && !PARAGRAPH.test(text)) || /\s$/.test(text)) return undefined;
  const at = (column: number): Point => ({ line, column: column + 1, offset: offset + column });
  const within = (start: number, end: number): Position => ({ start: at(start), end: at(end) });
  const begin = sign?.[0].length ?? 0;
  const children = parseWords(text, begin, within);
  if (!children) return undefined;
  const position = within(0, text.length);
  if (!sign) return { type: 'paragraph', children, position } satisfies Paragraph;
  return text.includes('#', begin) ? undefined : { type: 'heading', depth: sign[1]?.length as 1, children, position };
}

function parseWords(text: string, begin: number, within: (start: number, end: number) => Position): PhrasingContent[] | undefined {
  const children: PhrasingContent[] = [];
  let from = begin;
  const addWords = (end: number): boolean => {
    const value = text.slice(from, end);
    if (value !== '') children.push({ type: 'text', value, position: within(from, end) });
    return !/[<>]/.test(value);
  };
  for (const { 0: tag, 1: name = '', 2: given = '', index } of text.matchAll(COMPONENT)) {
    if (!addWords(index)) return undefined;
    const start = index + 1 + name.length;
    const attributes = [...given.matchAll(ATTRIBUTE)].map(
      ({ 0: whole, 1: attribute = '', 2: value = '', index: place }): MdxJsxAttribute => ({
        type: 'mdxJsxAttribute',
        name: attribute,
        value,
        position: within(start + place + 1, start + place + whole.length),
      }),
    );
    from = index + tag.length;
    children.push({ type: 'mdxJsxTextElement', name, attributes, children: [], position: within(index, from) });
  }
  return addWords(text.length) ? children : undefined;
}
