/** Every link, every anchor and every reference between elements of the built site leads to something. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PROJECT, temporaryFolder } from './commands.ts';
import { addressOf, buildSiteOf, filesOf } from './site.ts';

const temporary = temporaryFolder();
const folder = join(temporary, 'site');
const pages = new Map<string, PageLinks>();

interface PageLinks {
  readonly ids: ReadonlySet<string>;
  readonly repeated: readonly string[];
  /** As written, resolved to an address with its fragment. */
  readonly links: readonly URL[];
  /** Ids that its own elements name. */
  readonly named: readonly string[];
  /** Links that a crawler cannot follow, or whose words do not say where they lead. */
  readonly mute: readonly string[];
}

/** Words of a link that say nothing of its own. */
const NO_WORDS = /^(点击|点击?(这里|此处)|这里|此处|更多|详情|链接|click here|here|this|more|read more|learn more|link)?$/i;

/** Stands for whichever host serves the site. */
const HOST = 'http://site.invalid';

beforeAll(async () => {
  await buildSiteOf(PROJECT, folder);
  for (const file of filesOf(folder))
    if (file.endsWith('.html')) pages.set(addressOf(file), linksOf(addressOf(file), readFileSync(join(folder, file), 'utf8')));
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

it('every link within the site leads to a page or a file', () => {
  const broken = eachLink(({ pathname }) => !pages.has(pathname) && !existsSync(join(folder, decodeURIComponent(pathname))));
  expect(broken).toEqual([]);
});

it('every link to a page has the page’s own address', () => {
  // `/units` would be answered only by servers that redirect.
  expect(eachLink(({ pathname }) => !pages.has(pathname) && pages.has(`${pathname}/`))).toEqual([]);
});

it('every #anchor is on the page that it points into', () => {
  const broken = eachLink(({ pathname, hash }) => {
    const target = pages.get(pathname);
    return target !== undefined && hash.length > 1 && !target.ids.has(decodeURIComponent(hash.slice(1)));
  });
  expect(broken).toEqual([]);
});

it('every id is on its page once', () => {
  expect(
    [...pages]
      .filter(([, { repeated }]) => repeated.length > 0)
      .map(([path, { repeated }]) => `${path}: ${repeated.slice(0, 5).join(', ')}`),
  ).toEqual([]);
});

it('every label, description and popover that an element names is there', () => {
  expect([...pages].flatMap(([path, { ids, named }]) => named.filter((id) => !ids.has(id)).map((id) => `${path} names ${id}`))).toEqual([]);
});

it('every link can be followed by a crawler, and its words say where it leads', () => {
  expect([...pages].flatMap(([path, { mute }]) => mute.map((link) => `${path}: ${link}`))).toEqual([]);
});

it('no page can be reached only by its address', () => {
  const linked = new Set(
    [...pages].flatMap(([path, { links }]) => links.map(({ pathname }) => pathname).filter((pathname) => pathname !== path)),
  );
  expect([...pages.keys()].filter((path) => !linked.has(path) && path !== '/404.html')).toEqual([]);
});

function eachLink(isBroken: (link: URL) => boolean): string[] {
  const broken = [...pages].flatMap(([path, { links }]) =>
    links.filter((link) => link.origin === HOST && isBroken(link)).map((link) => `${path} → ${decodeURI(link.href.slice(HOST.length))}`),
  );
  return [...new Set(broken)];
}

function linksOf(path: string, html: string): PageLinks {
  const markup = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<script[^>]*>[\s\S]*?<\/script>/g, (script) => script.slice(0, script.indexOf('>') + 1));
  const ids = new Set<string>();
  const repeated: string[] = [];
  const links: URL[] = [];
  const named: string[] = [];
  for (const [, attributes = ''] of markup.matchAll(/<[a-z][a-z0-9-]*((?:\s+[^\s=>/]+(?:="[^"]*"|=[^\s">]+)?)*)\s*\/?>/gi)) {
    for (const [, name = '', quoted, bare] of attributes.matchAll(/([^\s=>/]+)(?:="([^"]*)"|=([^\s">]+))?/g)) {
      const value = plain(quoted ?? bare ?? '');
      if (name === 'id') {
        if (ids.has(value)) repeated.push(value);
        ids.add(value);
      } else if (name === 'href' || name === 'src' || name === 'action') links.push(new URL(value, HOST + path));
      else if (['aria-labelledby', 'aria-describedby', 'aria-controls', 'popovertarget', 'for'].includes(name))
        named.push(...value.split(/\s+/));
    }
  }
  return { ids, repeated, links, named, mute: muteIn(markup) };
}

function muteIn(markup: string): string[] {
  return [...markup.matchAll(/<a(\s[^>]*)?>([\s\S]*?)<\/a>/g)]
    .filter(([, attributes = '', content = '']) => {
      const words = /\saria-label="([^"]*)"/.exec(attributes)?.[1] ?? content.replace(/<[^>]*>/g, '');
      return !/\shref=(?!"?javascript:)/.test(attributes) || NO_WORDS.test(words.trim());
    })
    .map(([link]) => link);
}

function plain(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
