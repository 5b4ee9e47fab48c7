/** `sitemap.xml` (https://www.sitemaps.org/protocol.html) and `robots.txt`, for an archive that says where it stands. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Archive } from '../domain/archive.ts';
import { addressOf, disclosurePath } from './addresses.ts';
import { writeText } from './file-sink.ts';
import { knownDay } from './known-dates.ts';
import { xmlText } from './xml.ts';

/** The protocol's limit for one file. */
export const MOST_ADDRESSES = 50_000;

/** Whether they were written: without a base URL they cannot be, since they name absolute addresses. */
export function writeSitemap(site: string, archive: Archive, most = MOST_ADDRESSES): boolean {
  const { facts } = archive;
  if (!facts.baseUrl) return false;
  const days = new Map([...archive.disclosures.values()].map((each) => [disclosurePath(each), knownDay(each)]));
  const addresses = pagesOf(site)
    .filter((file) => file === 'index.html' || file.endsWith('/index.html'))
    .map((file) => ({ path: `/${file.replace(/index\.html$/, '')}`, head: readFileSync(join(site, file), 'utf8').slice(0, 4000) }))
    .filter(({ path, head }) => isFound(head, addressOf(facts, path)))
    .map(({ path }) => path);
  const parts = Array.from({ length: Math.ceil(addresses.length / most) }, (_, index) => addresses.slice(index * most, (index + 1) * most));
  const write = (path: string, top: string, lines: readonly string[]): void =>
    void writeText(
      site,
      path,
      `<?xml version="1.0" encoding="utf-8"?>\n<${top} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('')}</${top}>\n`,
    );
  const entry = (tag: string, path: string, day?: string): string =>
    `  <${tag}><loc>${xmlText(encodeURI(addressOf(facts, path)))}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}</${tag}>\n`;
  for (const [index, part] of parts.entries())
    write(
      parts.length > 1 ? `sitemap-${index + 1}.xml` : 'sitemap.xml',
      'urlset',
      part.map((path) => entry('url', path, days.get(path))),
    );
  if (parts.length > 1)
    write(
      'sitemap.xml',
      'sitemapindex',
      parts.map((_, index) => entry('sitemap', `/sitemap-${index + 1}.xml`)),
    );
  writeText(site, 'robots.txt', `User-agent: *\nAllow: /\nSitemap: ${addressOf(facts, '/sitemap.xml')}\n`);
  return true;
}

/** HTML files, relative to the site, with forward slashes, sorted. */
function pagesOf(site: string): string[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => relative(site, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Not what search engines are to leave out, nor what names another page as the one to find. */
function isFound(head: string, address: string): boolean {
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(head)?.[1];
  return !head.includes('<meta name="robots" content="noindex') && (canonical === undefined || canonical === address);
}
