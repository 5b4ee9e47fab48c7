/** What a phone must load before it can show a page: the page itself and its styles, as hosts that compress send them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { BUILT_SITE, filesOf } from './site.ts';
import { DISCLOSURE, weightOf } from './weight.ts';

/** Of a disclosure's page, with its styles. */
const MOST = 55_000;
/** A page in another language prints each name twice, as printed and translated. */
const MOST_TRANSLATED = 60_000;

let folder: string;
let pages: readonly { readonly file: string; readonly html: string }[];

beforeAll(() => {
  folder = process.env[BUILT_SITE] ?? '';
  pages = filesOf(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ file, html: readFileSync(join(folder, file), 'utf8') }));
});

it('a disclosure’s page and its styles weigh little enough for a slow network', () => {
  const disclosures = pages.filter(({ file }) => DISCLOSURE.test(file));
  expect(disclosures.length).toBeGreaterThan(10);
  const heavy = disclosures.flatMap(({ file, html }) => {
    const weight = weightOf(folder, html);
    return weight > (file.startsWith('units/') ? MOST : MOST_TRANSLATED) ? [`${file}: ${weight}`] : [];
  });
  expect(heavy).toEqual([]);
});

it('nothing but the page itself is loaded before it shows itself', () => {
  const waiting = pages.flatMap(({ file, html }) =>
    [...html.matchAll(/<(?:script|link|img|iframe)\b[^>]*>/g)]
      .map(([tag]) => tag)
      // The inline module runs when the page is whole, and loads the others when it has been painted; data is never run.
      .filter((tag) => !/^<script type="(?:module|text\/plain|application\/(?:ld\+)?json)"(?! src)/.test(tag))
      .filter((tag) => !/^<link rel="(?:canonical|alternate|icon)"/.test(tag))
      // Read long after the first screen, on one page.
      .filter((tag) => !(tag.includes('href="/checks/filter.css"') && /(?:^|\/)checks\/index\.html$/.test(file)))
      .map((tag) => `${file}: ${tag}`),
  );
  expect(waiting).toEqual([]);
});
