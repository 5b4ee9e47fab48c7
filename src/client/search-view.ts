/** Puts results on the page. Everything found is set as text, never as markup. */
import type { SearchStrings } from '../language/strings.ts';
import { type FoundPlace, type Fragment, type Piece, placesOf } from './search-places.ts';

export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

const PLACES_PER_PAGE = 6;

export function resultItem(fragment: Fragment, phrase: string | undefined, keys: readonly string[], words: SearchStrings): HTMLLIElement {
  const [own, ...inner] = splitOwn(placesOf(fragment, phrase));
  const title = fragment.meta.title ?? fragment.url;
  const about = keys.flatMap((key) => fragment.filters[key] ?? []).filter((text) => !title.includes(text));
  const item = element('li', {}, element('h2', {}, link(fragment.url, title)));
  if (about.length > 0) item.append(element('p', { className: 'about quiet' }, about.join(' · ')));
  if (own) item.append(element('p', { className: 'excerpt' }, ...marked(own.excerpt)));
  if (inner.length > 0) item.append(element('ul', {}, ...bySection(inner.slice(0, PLACES_PER_PAGE)).map(sectionItem)));
  if (inner.length > PLACES_PER_PAGE) {
    item.append(element('p', { className: 'about quiet' }, fill(words.moreInPage, { n: String(inner.length - PLACES_PER_PAGE) })));
  }
  return item;
}

/** One choice per filter, with how many pages each would leave. */
export function filterFields(
  counts: Counts,
  chosen: Readonly<Record<string, string>>,
  words: SearchStrings,
  choose: (key: string, value: string) => void,
): HTMLElement[] {
  return Object.entries(words.filters).flatMap(([key, label]) => {
    const values = Object.entries(counts[key] ?? {}).filter(([value, count]) => count > 0 || chosen[key] === value);
    if (values.length === 0) return [];
    // Years from the newest; the rest in the order of their characters, the same for every reader.
    values.sort(([a], [b]) => (key === 'year' ? (a < b ? 1 : -1) : a < b ? -1 : 1));
    const select = element('select', { name: key }, new Option(words.all, ''));
    for (const [value, count] of values) select.append(new Option(`${value}（${count}）`, value, false, chosen[key] === value));
    select.addEventListener('change', () => choose(key, select.value));
    return [element('label', {}, element('span', {}, label), select)];
  });
}

export function helpItem(words: SearchStrings): HTMLLIElement {
  return element('li', {}, element('ul', { className: 'help' }, ...words.noneHelp.map((line) => element('li', {}, line))));
}

export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** A section with what was found in it: several rows of a table each lead to themselves. */
function sectionItem([first, ...others]: readonly [FoundPlace, ...FoundPlace[]]): HTMLLIElement {
  const item = element('li', {}, link(first.href, first.title), element('span', { className: 'excerpt' }, ...marked(first.excerpt)));
  for (const place of others) item.append(element('a', { className: 'excerpt', href: place.href }, ...marked(place.excerpt)));
  return item;
}

function bySection(places: readonly FoundPlace[]): [FoundPlace, ...FoundPlace[]][] {
  const sections: [FoundPlace, ...FoundPlace[]][] = [];
  for (const place of places) {
    const last = sections.at(-1);
    if (last && last[0].title === place.title) last.push(place);
    else sections.push([place]);
  }
  return sections;
}

/** The page's own text first, then its sections; a page found only in its sections has no text of its own here. */
function splitOwn(places: readonly FoundPlace[]): [FoundPlace | undefined, ...FoundPlace[]] {
  const own = places.find(({ title }) => title === '');
  return [own, ...places.filter((place) => place !== own)];
}

function marked(excerpt: readonly Piece[]): (string | HTMLElement)[] {
  return excerpt.map(({ text, matched }) => (matched ? element('mark', {}, text) : text));
}

function link(href: string, text: string): HTMLAnchorElement {
  return element('a', { href }, text);
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<Pick<HTMLElementTagNameMap[Name], keyof HTMLElementTagNameMap[Name]>>,
  ...children: readonly (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
