import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basePath, placeUnder } from './sub-path.ts';

it.each([
  [undefined, '/'],
  ['https://example.org', '/'],
  ['https://example.org/', '/'],
  ['https://example.org/budgets', '/budgets/'],
  ['https://example.org/a//b/', '/a/b/'],
])('the path of %s is %s', (address, path) => {
  expect(basePath(address)).toBe(path);
});

describe('a page under a path', () => {
  it('leads to pages and files under it', () => {
    expect(placeUnder('/b/', '<a href="/">x</a><form action="/search/"><a class="y" href="/units/u/#t.r.c">')).toBe(
      '<a href="/b/">x</a><form action="/b/search/"><a class="y" href="/b/units/u/#t.r.c">',
    );
  });

  it('leaves what has the path, other hosts, its own parts and its texts', () => {
    const html =
      '<script src="/b/_astro/x.js">"/units/"</script><a href="https://e.org/">href="/x"</a><a href="//e.org/"></a><a href="#t"></a><link href="/b/_astro/x.css">';
    expect(placeUnder('/b/', html)).toBe(html);
  });

  it('may have the name of one of its own folders', () => {
    expect(placeUnder('/units/', '<a href="/units/x/">')).toBe('<a href="/units/units/x/">');
  });

  it('at the root is as it was, and elsewhere loses nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<a href="/', 'units/', '">', 'text', '"', '<', ' src="/', '</a>', '<script>', '</script>')),
        (parts) => {
          const html = parts.join('');
          expect(placeUnder('/', html)).toBe(html);
          expect(placeUnder('/b/', html).replaceAll('"/b/', '"/')).toBe(html);
        },
      ),
    );
  });
});
