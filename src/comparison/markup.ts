/**
 * A piece of a page as a tree, printed once: the build writes it as HTML, the browser as elements. Text is text in
 * both, never markup.
 */
export type Piece = string | Markup;

export interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Piece[];
}

export function markup(tag: string, attributes: Readonly<Record<string, string | undefined>>, ...children: readonly Piece[]): Markup {
  const given = Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return { tag, attributes: Object.fromEntries(given), children: children.filter((child) => child !== '') };
}

const EMPTY = new Set(['col', 'br', 'input']);

export function toHtml(piece: Piece): string {
  if (typeof piece === 'string') return escaped(piece);
  const attributes = Object.entries(piece.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const start = `<${piece.tag}${attributes.join('')}>`;
  return EMPTY.has(piece.tag) ? start : `${start}${piece.children.map(toHtml).join('')}</${piece.tag}>`;
}

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => NAMES[character] ?? character);
}
