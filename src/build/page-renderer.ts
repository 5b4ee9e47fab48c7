/** Makes pages with their bundled code, and writes them where they belong. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import { placeUnder } from './sub-path.ts';

/** Below a bundle's folder: what renders the pages, and what the site has besides them, such as scripts and styles. */
export const PROGRAM = 'program';
export const ASSETS = 'assets';

export interface Page {
  /** From the site's root, without the path under which it stands: `/units/x/`, `/compare/figures/a.json`. */
  readonly address: string;
  readonly route: RouteData;
}

/** What the bundle gives: see `renderer-entry.ts`. */
export interface PageCode {
  /** With or without a slash at their ends. */
  readonly addresses: () => Promise<{ readonly pathname: string; readonly route: RouteData }[]>;
  readonly render: (request: Request, route: RouteData) => Promise<Response>;
}

/** The one page that is not a folder's, because servers look for it by this name. */
const NOT_FOUND = '/404/';

export class PageRenderer {
  readonly #code: PageCode;
  readonly #base: string;

  private constructor(code: PageCode, base: string) {
    this.#code = code;
    this.#base = base;
  }

  /** `folder` is the bundle's, and `base` the path that it was made for. */
  static async open(folder: string, base: string): Promise<PageRenderer> {
    const program = join(folder, PROGRAM);
    const entry = readdirSync(program).find((name) => name.startsWith('prerender-entry.'));
    if (entry === undefined) throw new Error(`${program} is no bundle of Astro's`);
    return new PageRenderer((await import(pathToFileURL(join(program, entry)).href)) as PageCode, base);
  }

  /**
   * All pages of the current addresses, each address once: pages of a fixed address go before those that could be of any.
   * In the order of their addresses, so that those which show the same follow each other: a page and the one to embed.
   */
  async pages(): Promise<Page[]> {
    const first = new Map<string, Page>();
    for (const { pathname, route } of await this.#code.addresses()) {
      const address = route.type === 'page' ? pathname.replace(/\/?$/, '/') : pathname;
      if (!first.has(address)) first.set(address, { address, route });
    }
    return [...first.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
  }

  /** Makes a page of the current archive, below a site's folder. */
  async write({ address, route }: Page, site: string): Promise<void> {
    const response = await this.#code.render(new Request(new URL(`${this.#base}${address.slice(1)}`, 'http://localhost')), route);
    const { status, body } = response;
    if (!response.ok && !(status === 404 && address === NOT_FOUND)) throw new Error(`${address} was not made: ${status}`);
    // As with Astro, a page that answers with nothing is none.
    if (!body) return;
    const file = join(site, fileOf(address));
    mkdirSync(dirname(file), { recursive: true });
    const placed = route.type === 'page' && this.#base !== '/';
    const content = placed ? placeUnder(this.#base, await response.text()) : await response.bytes();
    // Nothing is written over: what is there may be the same file as one that is kept.
    writeFileSync(file, content, { flag: 'wx' });
  }
}

function fileOf(address: string): string {
  if (address === NOT_FOUND) return '404.html';
  return address.endsWith('/') ? `${address}index.html` : address;
}

/** The unit whose page or whose disclosure's page has the address, in any language; nothing for all other pages. */
export function unitOfPage(address: string): string | undefined {
  return /^\/?(?:[a-z]{2,3}(?:-[a-z]+)?\/)?units\/([^/]+)/.exec(address)?.[1];
}

/** The code or measure whose page or figures have the address: `functional/2040250`, `measures/total`; nothing for all other pages. */
export function subjectOfPage(address: string): string | undefined {
  const [, folder = '', code] =
    /^\/?(?:[a-z]{2,3}(?:-[a-z]+)?\/)?(functions|economic|classifications\/[^/]+)\/([^/]+)\//.exec(address) ?? [];
  if (code !== undefined) return `${folder === 'functions' ? 'functional' : folder.replace('classifications/', '')}/${code}`;
  const [, kind, compared] = /^\/?compare\/figures\/([^/]+)\/([^/]+?)(?:\.json|\/[^/]+\.json)$/.exec(address) ?? [];
  return compared === undefined ? undefined : `${kind}/${compared}`;
}
