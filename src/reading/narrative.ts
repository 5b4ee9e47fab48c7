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
import { parsePlainNarrative } from './plain-narrative.ts';

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

/** Made once: putting the syntax together costs more than most documents. */
const SYNTAX = { extensions: [gfm(), mdxjs()], mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()] };

/** Without tables, bare addresses, footnotes, tasks and crossed-out text, which every letter would be held against. */
const SHORT_SYNTAX = { extensions: [mdxjs()], mdastExtensions: [mdxFromMarkdown()] };

/** Nothing of what the short syntax leaves out can be without one of these. An entity may be any character. */
const LEFT_OUT = /[|~@&]|:-|-:|\[[\s^x]|http|www/i;

type Component = MdxJsxFlowElement | MdxJsxTextElement;

const EMPTY: Root = { type: 'root', children: [] };

/** `firstLine` is the file's line on which the Markdown begins, from 1. */
export function parseNarrative(file: string, markdown: string, report: (fault: Fault) => void, firstLine = 1): ParsedNarrative {
  const place = (node: { position?: Nodes['position'] }): Place => ({
    file,
    line: (node.position?.start.line ?? 1) + firstLine - 1,
    column: node.position?.start.column ?? 1,
  });
  const refuse = (line: number, column: number, reason: string): ParsedNarrative => {
    report({ rule: 'markdown-not-readable', place: { file, line: line + firstLine - 1, column }, values: { reason } });
    return { tree: EMPTY, place };
  };
  const deepLine = markdown.split('\n').findIndex((line) => DEEP_LINE.test(line));
  if (deepLine >= 0) return refuse(deepLine + 1, 1, 'nested too deep');
  let tree: Root;
  try {
    tree = parsePlainNarrative(markdown) ?? fromMarkdown(markdown, LEFT_OUT.test(markdown) ? SYNTAX : SHORT_SYNTAX);
  } catch (error) {
    const { line, column } = errorPoint(error);
    return refuse(line, column, reasonOf(error));
  }
  const deep = tree.children.find(isTooDeep);
  if (deep) return refuse(deep.position?.start.line ?? 1, deep.position?.start.column ?? 1, 'nested too deep');
  visit(tree, (node) => {
    if (node.type === 'mdxjsEsm' || node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression' || node.type === 'html') {
      report({ rule: 'markdown-has-code', place: place(node), values: { found: excerpt(node.value) } });
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      checkComponent(node, place(node), report);
    } else if (node.type === 'image' || node.type === 'imageReference') {
      report({ rule: 'image-not-allowed', place: place(node), values: { found: excerpt('url' in node ? node.url : (node.label ?? '')) } });
    } else if ((node.type === 'link' || node.type === 'definition') && !isSafeLink(node.url)) {
      report({ rule: 'link-not-allowed', place: place(node), values: { found: excerpt(node.url) } });
    }
  });
  return { tree, place };
}

/** Nobody nests deeper by intention, and every later step walks the tree by recursion. */
const DEEPEST = 100;
/** A line that opens more quotations or lists than that, found before the parser spends seconds on it. */
const DEEP_LINE = /^(?:[ \t]*(?:>|[-*+](?=[ \t]))){101}/;

function isTooDeep(root: Nodes): boolean {
  let level: readonly Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((node): readonly Nodes[] => ('children' in node ? node.children : []));
  }
  return false;
}

/** To the web, to a mailbox, within this site or this page; browsers take `//x` and `/\x` for other sites. */
function isSafeLink(url: string): boolean {
  return /^(https?:\/\/|mailto:|\/(?!\/)|#|\.\.?\/)/.test(url) && !/[\s\\\p{Cc}]/u.test(url);
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
  const expected = Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined;
  if (!expected) {
    const known = Object.keys(COMPONENTS);
    const meant = known.find((each) => each.toLowerCase() === name.toLowerCase());
    const rule = meant || /^[A-Z]/.test(name) ? 'component-unknown' : 'markdown-has-code';
    report({ rule, place, values: { found: `<${name}>`, near: meant ?? nearest(name, known) ?? known.join(', ') } });
    return;
  }
  const wrong = (attribute: string): void =>
    report({ rule: 'attribute-not-valid', place, values: { component: name, attribute, expected: expected.join(', ') } });
  const literal = literalAttributes(node);
  const given = node.attributes.map((attribute) => (attribute.type === 'mdxJsxAttribute' ? attribute.name : '…'));
  given.forEach((attribute, index) => {
    if (!expected.includes(attribute) || !Object.hasOwn(literal, attribute) || given.indexOf(attribute) < index) wrong(attribute);
  });
  for (const attribute of given.includes('…') ? [] : expected) {
    if (given.includes(attribute) && literal[attribute]?.trim() !== '') continue;
    report({ rule: 'attribute-missing', place, values: { component: name, attribute } });
  }
  if (node.children.length > 0) wrong(excerpt(node.children.map(textOf).join('')) || '…');
}

function textOf(node: Nodes): string {
  return 'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
}

function errorPoint(error: unknown): { line: number; column: number } {
  // A tag that is not closed is named with its own place; the error's is that of the paragraph around it.
  const opened = /\((\d+):(\d+)-\d+:\d+\)/.exec(reasonOf(error));
  if (opened) return { line: Number(opened[1]), column: Number(opened[2]) };
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
