/** A checked tree of Markdown → HTML, with figures printed from their cells and terms explained in place. */
import type { Element, ElementContent, Root as HtmlRoot, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Heading as MarkdownHeading, Root } from 'mdast';
import { type Handler, toHast } from 'mdast-util-to-hast';
import type { Heading, Narrative } from '../domain/archive.ts';
import { literalAttributes } from '../reading/narrative.ts';
import type { TermPattern } from './terms.ts';

/** What a reference prints, and the anchor it leads to; undefined for a reference to nothing. */
export type PrintFigure = (
  reference: { table: string; row: string; column: string } | { statement: string },
) => { text: string; href: string } | undefined;

/** Headings are lowered so that the narrative can stand under a heading of the page. */
export function renderNarrative(tree: Root, terms: TermPattern, print: PrintFigure, lowerHeadings: number): Narrative {
  const headings: Heading[] = [];
  const ids = new Map<string, number>();
  const component: Handler = (_state, node) => {
    const { table = '', row = '', column = '', id = '' } = literalAttributes(node);
    const printed = print(node.name === 'Statement' ? { statement: id } : { table, row, column });
    if (!printed)
      return {
        type: 'element',
        tagName: 'span',
        properties: { className: ['missing'] },
        children: [{ type: 'text', value: '（无此数字）' }],
      };
    return {
      type: 'element',
      tagName: 'a',
      properties: { className: ['figure'], href: printed.href },
      children: [{ type: 'text', value: printed.text }],
    };
  };
  const nothing: Handler = () => undefined;
  const heading: Handler = (state, node: MarkdownHeading) => {
    const children = state.all(node);
    const text = plainText(children);
    const base = text.replace(/[\s#?&]+/g, '');
    const times = (ids.get(base) ?? 0) + 1;
    ids.set(base, times);
    const id = times === 1 ? base : `${base}-${times}`;
    const depth = Math.min(6, node.depth + lowerHeadings);
    headings.push({ id, depth, text });
    return { type: 'element', tagName: `h${depth}`, properties: { id }, children };
  };
  const html = toHast(tree, {
    handlers: {
      mdxJsxFlowElement: component,
      mdxJsxTextElement: component,
      heading,
      html: nothing,
      mdxjsEsm: nothing,
      mdxFlowExpression: nothing,
      mdxTextExpression: nothing,
    },
  }) as HtmlRoot;
  const sections = textByHeading(html.children);
  explainTerms(html.children, terms, new Set());
  return {
    html: toHtml(html),
    headings,
    text: lines(html.children),
    sections,
  };
}

function textByHeading(nodes: readonly RootContent[]): Narrative['sections'] {
  const sections: { id: string; heading: string; nodes: RootContent[] }[] = [{ id: '', heading: '', nodes: [] }];
  for (const node of nodes) {
    if (node.type === 'element' && /^h[1-6]$/.test(node.tagName))
      sections.push({ id: String(node.properties.id), heading: plainText(node.children), nodes: [] });
    else sections.at(-1)?.nodes.push(node);
  }
  return sections
    .map(({ id, heading, nodes: own }) => ({ id, heading, text: lines(own) }))
    .filter(({ heading, text }) => heading !== '' || text !== '');
}

function lines(nodes: readonly RootContent[]): string {
  return plainText(nodes)
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

/** Each term once, at its first occurrence outside headings and links. */
function explainTerms(nodes: (RootContent | ElementContent)[], terms: TermPattern, seen: Set<string>): void {
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node?.type === 'element' && !/^(a|h[1-6]|code|button)$/.test(node.tagName)) explainTerms(node.children, terms, seen);
    if (node?.type !== 'text' || !terms.expression) continue;
    const parts: ElementContent[] = [];
    let from = 0;
    for (const match of node.value.matchAll(terms.expression)) {
      const id = terms.idOf(match[0]);
      if (!id || seen.has(id)) continue;
      seen.add(id);
      parts.push({ type: 'text', value: node.value.slice(from, match.index) }, termButton(id, match[0]));
      from = match.index + match[0].length;
    }
    if (parts.length === 0) continue;
    parts.push({ type: 'text', value: node.value.slice(from) });
    nodes.splice(index, 1, ...parts);
    index += parts.length - 1;
  }
}

function termButton(id: string, text: string): Element {
  return {
    type: 'element',
    tagName: 'button',
    properties: { type: 'button', className: ['term'], popoverTarget: `term-${id}` },
    children: [{ type: 'text', value: text }],
  };
}

function plainText(nodes: readonly (RootContent | ElementContent)[]): string {
  return nodes.map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? plainText(node.children) : '')).join('');
}
