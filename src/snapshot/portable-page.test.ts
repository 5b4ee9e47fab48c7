import { describe, expect, it } from 'vitest';
import { portablePage } from './portable-page.ts';

const site = {
  files: new Set([
    'index.html',
    'search/index.html',
    'units/x/index.html',
    'units/x/2024-budget/index.html',
    '_astro/a.css',
    'favicon.svg',
  ]),
  moved: new Map([['units/x/2024-budget/expenditure.csv', '../archive/data/disclosures/x/2024-budget/expenditure.csv']]),
  scripts: new Map([['_astro/Page.js', 'scripts/page.js']]),
};
const portable = (html: string): string => portablePage('units/x/2024-budget/index.html', html, site);

describe('a portable page', () => {
  it.each([
    ['<a href="/">', '<a href="../../../index.html">'],
    ['<a class="a" href="/units/x/#b.c">', '<a class="a" href="../index.html#b.c">'],
    ['<a href="/units/x/2024-budget/#表">', '<a href="index.html#表">'],
    ['<a href="/search/?q=%E6%80%BB">', '<a href="../../../search/index.html?q=%E6%80%BB">'],
    ['<form action="/search/" method="get">', '<form action="../../../search/index.html" method="get">'],
    [
      '<a href="/units/x/2024-budget/expenditure.csv" download>',
      '<a href="../../../../archive/data/disclosures/x/2024-budget/expenditure.csv" download>',
    ],
    ['<a href="#x">', '<a href="#x">'],
    ['<a href="https://example.org/x">', '<a href="https://example.org/x">'],
    ['<script type="module">import(0)</script><p>', '<p>'],
    ['<script type="text/plain" data-module="/_astro/Page.js"></script>', '<script defer src="../../../scripts/page.js"></script>'],
    ['<script type="application/json">{"href":"/units/"}</script>', '<script type="application/json">{"href":"/units/"}</script>'],
    ['<p>href="/units/nowhere/"</p>', '<p>href="/units/nowhere/"</p>'],
    ['<p title="a > b" data-x="&quot;"><a href="/">', '<p title="a > b" data-x="&quot;"><a href="../../../index.html">'],
  ])('%s', (web, disk) => expect(portable(web)).toBe(disk));

  it('may use its own styles, which its policy knows by their digest', () => {
    const policy = (styles: string): string => `<meta http-equiv="Content-Security-Policy" content="${styles}">`;
    expect(portable(policy("script-src 'sha256-x'; style-src 'self' 'sha256-a/b+c='; img-src 'self'"))).toContain(
      "style-src 'self' file: 'sha256-a/b+c=';",
    );
    expect(portable(policy("style-src 'self'"))).toContain("style-src 'self' file:;");
  });

  it('is not made with a link to nothing or a module without a script', () => {
    expect(() => portable('<a href="/units/y/">')).toThrow('/units/y/');
    expect(() => portable('<script type="text/plain" data-module="/_astro/Other.js"></script>')).toThrow('Other.js');
  });
});
