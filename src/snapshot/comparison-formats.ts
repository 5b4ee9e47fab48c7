/** A comparison as text, for programs, and as a page that stands by itself. */
import type { Language } from '../language/language.ts';
import type { Change } from './changes.ts';
import type { Comparison } from './compare-archives.ts';

export const COMPARISON_FORMATS = ['text', 'json', 'html'] as const;
export type ComparisonFormat = (typeof COMPARISON_FORMATS)[number];

/** What the two are called, for a page that is kept or sent on. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

type Words = Language['snapshot']['comparison'];

export function formatComparison({ changes, language }: Comparison, format: ComparisonFormat, sides: Sides): string {
  if (format === 'json') return `${JSON.stringify({ changes }, null, 2)}\n`;
  const words = language.snapshot.comparison;
  return format === 'html' ? asHtml(changes, sides, language.tag, words) : asText(changes, words);
}

function asText(changes: readonly Change[], words: Words): string {
  const groups = [...Map.groupBy(changes, ({ document, file }) => (document === file ? file : `${document}  ${file}`))];
  const blocks = groups.map(
    ([name, own]) => `${name}\n${own.map((change) => `  ${words.changes[change.type]}  ${line(change, words)}\n`).join('')}`,
  );
  return `${blocks.join('\n')}${blocks.length > 0 ? '\n' : ''}${words.count(changes.length)}\n`;
}

/** `支出预算总表, 2040250 总计: 205.07 → 205.70` */
function line({ place, before, after }: Change, words: Words): string {
  const where = place.join(', ');
  if (before === undefined && after === undefined) return where;
  const what = `${shown(before, words)} → ${shown(after, words)}`;
  return where === '' ? what : `${where}: ${what}`;
}

function shown(value: string | undefined, { none, blank }: Words): string {
  if (value === undefined) return none;
  return value === '' ? blank : value.replaceAll('\n', '⏎');
}

function asHtml(changes: readonly Change[], { before, after }: Sides, tag: string, words: Words): string {
  const { place, change, before: old, after: now } = words.head;
  const groups = [...Map.groupBy(changes, ({ document }) => document)];
  const tables = groups.map(
    ([document, own]) => `<section>
<h2>${escapeHtml(document)}</h2>
<table>
<thead><tr><th scope="col">${place}</th><th scope="col">${change}</th><th scope="col">${old}</th><th scope="col">${now}</th></tr></thead>
<tbody>
${own.map((each) => row(each, words)).join('\n')}
</tbody>
</table>
</section>`,
  );
  return `<!doctype html>
<html lang="${tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
th, td { border-bottom: 1px solid #8886; padding: .3rem .6rem .3rem 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th:nth-child(2) { width: 6.5rem; }
del, ins { font-variant-numeric: tabular-nums; }
small { display: block; opacity: .75; }
@media (max-width: 40rem) {
  thead { display: none; }
  table, tbody, tr, td { display: block; }
  tr { border-bottom: 1px solid #8886; padding: .4rem 0; }
  td { border: 0; padding: 0; }
  td:empty { display: none; }
}
</style>
</head>
<body>
<h1>${words.title}</h1>
<p>${words.sides(escapeHtml(before), escapeHtml(after))}${words.count(changes.length)}</p>
${tables.join('\n')}
</body>
</html>
`;
}

function row({ type, file, document, place, before, after }: Change, words: Words): string {
  const where = `${escapeHtml(place.join(words.between))}${file === document ? '' : `<small>${escapeHtml(file)}</small>`}`;
  const old = before === undefined ? '' : `<del>${escapeHtml(shown(before, words))}</del>`;
  const now = after === undefined ? '' : `<ins>${escapeHtml(shown(after, words))}</ins>`;
  return `<tr><td>${where}</td><td>${words.changes[type]}</td><td>${old}</td><td>${now}</td></tr>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
