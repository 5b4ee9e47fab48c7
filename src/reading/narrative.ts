/**
 * Markdown with a few components, parsed and checked as a tree and never executed.
 * Content is data from people we may not know: no import, no export, no expression, no HTML.
 */
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { type MdxJsxFlowElement, type MdxJsxTextElement, mdxFromMarkdown } from 'mdast-util-mdx';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';
import type { Fault, Place } from '../domain/finding.ts';
import { nearest } from './nearest.ts';

/** Components that a narrative may use, with their attributes, all required. */
export const COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  Figure: ['table', 'row', 'column'],
  Statement: ['id'],
};

export interface ParsedNarrative {
  readonly tree: Root;
  /** Place of a node in the file. */
  place(node: Nodes): Place;
}

type Component = MdxJsxFlowElement | MdxJsxTextElement;

const EMPTY: Root = { type: 'root', children: [] };

/** `firstLine` is the file's line on which the Markdown begins, from 1. */
export function parseNarrative(file: string, markdown: string, report: (fault: Fault) => void, firstLine = 1): ParsedNarrative {
  const place = (node: { position?: Nodes['position'] }): Place => ({
    file,
    line: (node.position?.start.line ?? 1) + firstLine - 1,
    column: node.position?.start.column ?? 1,
  });
  let tree: Root;
  try {
    tree = fromMarkdown(markdown, { extensions: [gfm(), mdxjs()], mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()] });
  } catch (error) {
    const { line, column } = errorPoint(error);
    report({ rule: 'markdown-not-readable', place: { file, line: line + firstLine - 1, column }, values: { reason: reasonOf(error) } });
    return { tree: EMPTY, place };
  }
  visit(tree, (node) => {
    if (node.type === 'mdxjsEsm' || node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression' || node.type === 'html') {
      report({ rule: 'markdown-has-code', place: place(node), values: { found: excerpt(node.value) } });
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      checkComponent(node, place(node), report);
    } else if (
      (node.type === 'link' || node.type === 'image' || node.type === 'definition') &&
      !/^(https?:|mailto:|\/(?!\/)|#|\.{0,2}\/)/.test(node.url)
    ) {
      report({ rule: 'link-not-allowed', place: place(node), values: { found: excerpt(node.url) } });
    }
  });
  return { tree, place };
}

export function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}

/** Literal attributes by name; those that are not literal are left out, and reported by the check. */
export function literalAttributes(node: Component): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string') attributes[attribute.name] = attribute.value;
  }
  return attributes;
}

function checkComponent(node: Component, place: Place, report: (fault: Fault) => void): void {
  const name = node.name ?? '';
  const expected = COMPONENTS[name];
  if (!expected) {
    const rule = /^[A-Z]/.test(name) ? 'component-unknown' : 'markdown-has-code';
    report({
      rule,
      place,
      values: { found: `<${name}>`, near: nearest(name, Object.keys(COMPONENTS)) ?? Object.keys(COMPONENTS).join(', ') },
    });
    return;
  }
  const literal = literalAttributes(node);
  const given = node.attributes.map((attribute) => (attribute.type === 'mdxJsxAttribute' ? attribute.name : '…'));
  for (const attribute of given) {
    if (expected.includes(attribute) && attribute in literal) continue;
    report({ rule: 'attribute-not-valid', place, values: { component: name, attribute, expected: expected.join(', ') } });
  }
  for (const attribute of expected) {
    if (given.includes(attribute)) continue;
    report({ rule: 'attribute-missing', place, values: { component: name, attribute } });
  }
  if (node.children.length > 0) {
    report({ rule: 'attribute-not-valid', place, values: { component: name, attribute: 'children', expected: expected.join(', ') } });
  }
}

function errorPoint(error: unknown): { line: number; column: number } {
  if (typeof error === 'object' && error !== null) {
    const { line, column } = error as { line?: number; column?: number };
    if (line) return { line, column: column ?? 1 };
  }
  return { line: 1, column: 1 };
}

function reasonOf(error: unknown): string {
  const { reason, message } = error as { reason?: string; message?: string };
  return reason ?? message ?? String(error);
}

function excerpt(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
