/** Puts results on the page. Everything found is set as text, never as markup. */
import { type CharacterMap, contains, normalise, printedPattern } from '../domain/search-text.ts';
import type { SearchWords } from '../language/language.ts';
import type { NamedPlace } from '../views/search.ts';
import type { Counts, Hit, Line } from './search-match.ts';

export type { Counts };

const LINES_PER_PAGE = 6;
/** Characters of context before a match, and shown in all. */
const BEFORE = 24;
const EXCERPT = 90;

export function resultItem(
  hit: Hit,
  terms: readonly string[],
  characters: CharacterMap,
  keys: readonly string[],
  words: SearchWords,
): HTMLLIElement {
  const { url, title, filters, lines } = hit;
  const patterns = terms.map((term) => printedPattern(term, characters));
  const about = keys.flatMap((key) => filters[key] ?? []).filter((text) => !title.includes(text));
  const item = element('li', {}, element('h2', {}, element('a', { href: url }, ...marked(title, patterns))));
  if (about.length > 0) item.append(element('p', { className: 'about quiet' }, about.join(' · ')));
  const shown = [...wanted(lines, title, terms, characters)].slice(0, LINES_PER_PAGE);
  if (shown.length > 0) item.append(element('ul', {}, ...bySection(shown).map((section) => sectionItem(url, section, patterns))));
  if (lines.length > shown.length)
    item.append(element('p', { className: 'about quiet' }, fill(words.moreInPage, { n: String(lines.length - shown.length) })));
  return item;
}

/** A unit, code or term whose own name was typed. */
export function nameItem({ url, title, names, about }: NamedPlace, terms: readonly string[], characters: CharacterMap): HTMLLIElement {
  const patterns = terms.map((term) => printedPattern(term, characters));
  const item = element('li', {}, element('h2', {}, element('a', { href: url }, ...marked(title, patterns))));
  const others = [...names, about].filter((text) => text !== '').join(' · ');
  if (others) item.append(element('p', { className: 'about quiet' }, ...marked(others, patterns)));
  return item;
}

/** One choice per filter, with how many pages each would leave, where that is known. */
export function filterFields(
  counts: Counts,
  chosen: Readonly<Record<string, string>>,
  words: SearchWords,
  choose: (key: string, value: string) => void,
): HTMLElement[] {
  return Object.entries(words.filters).flatMap(([key, label]) => {
    const own = chosen[key];
    const values: [string, number][] = own ? [[own, counts[key]?.[own] ?? 0]] : Object.entries(counts[key] ?? {});
    if (values.length === 0) return [];
    // Years from the newest; the rest in the order of their characters, the same for every reader.
    values.sort(([a], [b]) => (key === 'year' ? (a < b ? 1 : -1) : a < b ? -1 : 1));
    const select = element('select', { name: key }, new Option(words.all, ''));
    for (const [value, count] of values)
      select.append(new Option(Number.isNaN(count) ? value : fill(words.choice, { value, n: String(count) }), value, false, own === value));
    select.addEventListener('change', () => choose(key, select.value));
    return [element('label', {}, element('span', {}, label), select)];
  });
}

/** Nothing was found: names that come near, and what to try. */
export function helpItem(nearest: readonly NamedPlace[], words: SearchWords): HTMLLIElement {
  const near = nearest.flatMap(({ url, title }, index) => [index === 0 ? '' : words.separator, element('a', { href: url }, title)]);
  return element(
    'li',
    {},
    ...(near.length > 0 ? [element('p', {}, words.nearest, ...near)] : []),
    element('ul', { className: 'help' }, ...words.noneHelp.map((line) => element('li', {}, line))),
  );
}

export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Lines with the most of what the title does not already say come first, as they stand on the page. */
function wanted(lines: readonly Line[], title: string, terms: readonly string[], characters: CharacterMap): readonly Line[] {
  const plainTitle = normalise(title, characters);
  const open = terms.filter((term) => !contains(plainTitle, term));
  if (open.length === 0) return lines;
  const weight = ({ text, kind }: Line): number => {
    const normal = normalise(text, characters);
    return open.filter((term) => contains(normal, term)).length * 2 + (kind === 'row' ? 1 : 0);
  };
  const weights = new Map(lines.map((line) => [line, weight(line)]));
  const useful = lines.filter((line) => (weights.get(line) ?? 0) > 1);
  return useful.toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
}

function sectionItem(url: string, [first, ...others]: readonly [Line, ...Line[]], patterns: readonly RegExp[]): HTMLLIElement {
  const href = ({ id }: Line): string => (id ? `${url}#${encodeURI(id)}` : url);
  if (first.kind === 'heading' && others.length === 0)
    return element('li', {}, element('a', { href: href(first) }, ...marked(first.text, patterns)));
  const lines = first.kind === 'heading' ? others : [first, ...others];
  const item = element('li', {});
  if (first.heading) item.append(element('span', { className: 'section' }, first.heading));
  for (const line of lines)
    item.append(element('a', { className: 'excerpt', href: href(line) }, ...marked(excerpt(line.text, patterns), patterns)));
  return item;
}

function bySection(lines: readonly Line[]): [Line, ...Line[]][] {
  const sections = new Map<string, [Line, ...Line[]]>();
  for (const line of lines) {
    const section = sections.get(line.heading);
    if (section) section.push(line);
    else sections.set(line.heading, [line]);
  }
  return [...sections.values()];
}

/** The part of a long line around its first match. */
function excerpt(text: string, patterns: readonly RegExp[]): string {
  const first = Math.min(...patterns.map((pattern) => text.search(pattern)).filter((at) => at >= 0), text.length);
  const from = text.length <= EXCERPT ? 0 : Math.max(0, first - BEFORE);
  const cut = text.slice(from, from + EXCERPT);
  return `${from > 0 ? '…' : ''}${cut}${from + EXCERPT < text.length ? '…' : ''}`;
}

/** Text as the page prints it, with what was looked for marked. */
function marked(text: string, patterns: readonly RegExp[]): (string | HTMLElement)[] {
  const printed = asPrinted(text);
  const spans = patterns
    .flatMap((pattern) => [...printed.matchAll(pattern)].map(({ index, 0: match }) => [index, index + match.length] as const))
    .sort(([a], [b]) => a - b);
  const parts: (string | HTMLElement)[] = [];
  let at = 0;
  for (const [from, to] of spans) {
    if (from < at) continue;
    parts.push(printed.slice(at, from), element('mark', {}, printed.slice(from, to)));
    at = to;
  }
  return [...parts, printed.slice(at)];
}

const WIDE: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '(': '（', ')': '）', '?': '？', '!': '！' };

/** The index keeps text in its normal form: Chinese punctuation and commas of thousands come back for the eye. */
function asPrinted(text: string): string {
  return text
    .replace(/(?<=[^\x20-\x7e])[,:;()?!]|[,:;()?!](?=[^\x20-\x7e])/g, (mark) => WIDE[mark] ?? mark)
    .replace(/(?<![\d.])\d{4,}(?=\.\d)/g, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','));
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: readonly (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
