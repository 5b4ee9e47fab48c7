/**
 * A web page: what its reader sees, in order. Tables that only arrange the page are taken apart; tables of data become
 * grids, row and column spans as a browser lays them out.
 */
import type { Element, Nodes, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Block, Grid, GridCell, SourceDocument } from '../source-document.ts';
import { joinCellLines, tidy } from './joining.ts';
import { type CellSpan, placeCells } from './table-cells.ts';

const UNSEEN = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'select',
  'option',
  'svg',
  'object',
  'iframe',
  'button',
]);
/** Elements whose beginning and end break a line. */
const BREAKING =
  /^(address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|legend|li|main|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|td|th|caption|ul|br)$/;

export function parseHtml(html: string): SourceDocument {
  const page: Page = { blocks: [], line: '', tables: 0 };
  walk(fromHtml(html), page);
  breakLine(page);
  return { form: 'html', pages: undefined, blocks: page.blocks };
}

interface Page {
  readonly blocks: Block[];
  line: string;
  tables: number;
}

function breakLine(page: Page): void {
  const text = tidy(page.line);
  page.line = '';
  if (text !== '') page.blocks.push({ type: 'paragraph', text, place: {} });
}

function walk(node: Nodes, page: Page): void {
  if (node.type === 'text') {
    page.line += closeUp(node.value);
    return;
  }
  if (node.type === 'root') {
    for (const child of node.children) walk(child, page);
    return;
  }
  if (node.type !== 'element' || isHidden(node)) return;
  if (node.tagName === 'table') {
    breakLine(page);
    walkTable(node, page);
    return;
  }
  const breaks = BREAKING.test(node.tagName);
  if (breaks) breakLine(page);
  for (const child of node.children) walk(child, page);
  if (breaks) breakLine(page);
}

function walkTable(table: Element, page: Page): void {
  const rows = rowsOf(table);
  const caption = table.children.find((child) => isElement(child, 'caption'));
  if (caption) walk(caption, page);
  const arranges = rows.some((row) => row.some((cell) => contains(cell, 'table')));
  const grid = arranges ? undefined : gridOf(rows, page.tables + 1);
  if (grid) {
    page.tables++;
    page.blocks.push(grid);
    return;
  }
  for (const cell of rows.flat()) {
    breakLine(page);
    for (const child of cell.children) walk(child, page);
    breakLine(page);
  }
}

/** Undefined for a table of one column: a frame around text. */
function gridOf(rows: readonly (readonly Element[])[], table: number): Grid | undefined {
  const spans = rows.map((row) =>
    row.map(
      (cell): CellSpan => ({ rowSpan: spanOf(cell, 'rowSpan'), columnSpan: spanOf(cell, 'colSpan'), text: joinCellLines(linesOf(cell)) }),
    ),
  );
  const { cells, columns } = placeCells(spans);
  if (columns < 2 || cells.every(({ text }) => text === '')) return undefined;
  const placed = cells.map((cell): GridCell => ({ ...cell, place: { table } }));
  return { type: 'grid', cells: placed, rows: rows.length, columns, place: { table } };
}

function rowsOf(table: Element): Element[][] {
  const rows: Element[][] = [];
  const take = (parent: Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element' || isHidden(child)) continue;
      if (/^(thead|tbody|tfoot)$/.test(child.tagName)) take(child);
      else if (child.tagName === 'tr')
        rows.push(
          child.children.filter((cell): cell is Element => cell.type === 'element' && /^t[dh]$/.test(cell.tagName) && !isHidden(cell)),
        );
    }
  };
  take(table);
  return rows.filter((row) => row.length > 0);
}

function linesOf(cell: Element): string[] {
  const lines: string[] = [''];
  const add = (node: RootContent): void => {
    if (node.type === 'text') lines[lines.length - 1] += closeUp(node.value);
    if (node.type !== 'element' || isHidden(node)) return;
    const breaks = BREAKING.test(node.tagName);
    if (breaks) lines.push('');
    node.children.forEach(add);
    if (breaks) lines.push('');
  };
  cell.children.forEach(add);
  return lines;
}

/** Line ends of the HTML file between Han characters are nobody's spaces; elsewhere they part words. */
function closeUp(text: string): string {
  return text.replace(/(?<=[\p{Script=Han}，。、；：])[ \t]*[\r\n]\s*(?=[\p{Script=Han}，。、；：])/gu, '').replace(/[\n\r\t]+/g, ' ');
}

/** 0 asks for all that are left; browsers count no more than 1000 columns and 65534 rows. */
function spanOf(cell: Element, name: 'rowSpan' | 'colSpan'): number {
  const value = Number(cell.properties[name] ?? 1);
  if (!Number.isInteger(value) || value < 0) return 1;
  if (value === 0) return name === 'rowSpan' ? 65_534 : 1;
  return Math.min(value, name === 'rowSpan' ? 65_534 : 1000);
}

function isHidden(element: Element): boolean {
  if (UNSEEN.has(element.tagName) || element.properties.hidden === true) return true;
  if (element.tagName === 'input') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(String(element.properties.style ?? ''));
}

function isElement(node: RootContent, name: string): node is Element {
  return node.type === 'element' && node.tagName === name;
}

function contains(element: Element, name: string): boolean {
  return element.children.some((child) => child.type === 'element' && (child.tagName === name || contains(child, name)));
}
