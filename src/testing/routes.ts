/** Which file of `src/pages` made which page, and pages that stand for all: a new route is tested without being listed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './commands.ts';
import { addressOf, filesOf } from './site.ts';

export interface Route {
  /** Relative to `src/pages`. */
  readonly file: string;
  /** `en/` where the pages are not in the archive's own language. */
  readonly base: string;
  /** Addresses of its pages, the longest page first. */
  readonly pages: readonly string[];
}

/** Of addresses that a site need not have: codes of a further classification. */
const OPTIONAL = /^classifications\//;

/** Every route of the project with its pages in a built site, in each of its languages. */
export function routesOf(folder: string): Route[] {
  const bases = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'units/index.html')));
  return ['', ...bases.map((name) => `${name}/`)].flatMap((base) => routesBelow(folder, base, bases));
}

function routesBelow(folder: string, base: string, bases: readonly string[]): Route[] {
  const other = (file: string): boolean => base === '' && bases.some((name) => file.startsWith(`${name}/`));
  const routes = filesOf(join(PROJECT, 'src/pages'))
    .filter((file) => file.endsWith('.astro'))
    // A fixed address is served before one with a parameter.
    .sort((a, b) => parameters(a) - parameters(b))
    .map((file) => ({ file, pattern: patternOf(file), found: [] as { address: string; size: number }[] }));
  for (const file of filesOf(folder).filter((each) => each.endsWith('.html') && each.startsWith(base) && !other(each))) {
    const route = routes.find(({ pattern }) => pattern.test(file.slice(base.length)));
    if (!route) throw new Error(`no file of src/pages makes ${file}`);
    route.found.push({ address: addressOf(file), size: readFileSync(join(folder, file)).length });
  }
  return routes
    .filter(({ file, found }) => found.length > 0 || !(OPTIONAL.test(file) || (base !== '' && file === '404.astro')))
    .map(({ file, found }) => ({ file, base, pages: found.sort((a, b) => b.size - a.size).map(({ address }) => address) }));
}

/** Of each route the longest page and the shortest; of disclosures the longest of each type. */
export function samplePages(folder: string): string[] {
  return routesOf(folder).flatMap(({ pages }) => {
    const types = Map.groupBy(pages, (page) => /\/\d{4}-([a-z-]+?)(-r\d+)?\/$/.exec(page)?.[1] ?? '');
    return [...new Set([...[...types.values()].map(([longest]) => longest ?? ''), pages.at(-1) ?? ''])].filter((page) => page !== '');
  });
}

function parameters(file: string): number {
  return file.split('[').length;
}

/** `units/[unit]/index.astro` and `search.astro` → what their built files are called. */
function patternOf(file: string): RegExp {
  const path = file.replace(/\.astro$/, '');
  const built = path === '404' || /(^|\/)index$/.test(path) ? path : `${path}/index`;
  const pattern = built
    .split(/\[[^\]]+\]/)
    .map((part) => part.replace(/[.*+?^${}()|\\]/g, '\\$&'))
    .join('[^/]+');
  return new RegExp(`^${pattern}\\.html$`);
}
