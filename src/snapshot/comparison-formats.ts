/** A comparison as text, for programs, and as a page that stands by itself. */
import type { Change, ChangeType } from './changes.ts';

export const COMPARISON_FORMATS = ['text', 'json', 'html'] as const;
export type ComparisonFormat = (typeof COMPARISON_FORMATS)[number];

const NAMES: Readonly<Record<ChangeType, string>> = {
  cell: '改',
  field: '改',
  text: '改',
  file: '换',
  'row-added': '增行',
  'row-removed': '删行',
  'column-added': '增栏',
  'column-removed': '删栏',
  order: '换次序',
  'document-added': '增整份',
  'document-removed': '删整份',
  'file-added': '增文件',
  'file-removed': '删文件',
  spelling: '只有写法不同',
};

/** What the two are called, for a page that is kept or sent on. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

export function formatComparison(changes: readonly Change[], format: ComparisonFormat, sides: Sides): string {
  if (format === 'json') return `${JSON.stringify({ changes }, null, 2)}\n`;
  return format === 'html' ? asHtml(changes, sides) : asText(changes);
}

function asText(changes: readonly Change[]): string {
  const groups = [...Map.groupBy(changes, ({ document, file }) => (document === file ? file : `${document}  ${file}`))];
  const blocks = groups.map(([name, own]) => `${name}\n${own.map((change) => `  ${NAMES[change.type]}  ${line(change)}\n`).join('')}`);
  return `${blocks.join('\n')}${blocks.length > 0 ? '\n' : ''}${summary(changes)}\n`;
}

/** `支出预算总表, 2040250 总计: 205.07 → 205.70` */
function line({ place, before, after }: Change): string {
  const where = place.join(', ');
  if (before === undefined && after === undefined) return where;
  const what = `${shown(before)} → ${shown(after)}`;
  return where === '' ? what : `${where}: ${what}`;
}

function shown(value: string | undefined): string {
  if (value === undefined) return '（无）';
  return value === '' ? '（空）' : value.replaceAll('\n', '⏎');
}

function summary(changes: readonly Change[]): string {
  return changes.length === 0 ? '没有不同。' : `共 ${changes.length} 处不同。`;
}

function asHtml(changes: readonly Change[], { before, after }: Sides): string {
  const groups = [...Map.groupBy(changes, ({ document }) => document)];
  const tables = groups.map(
    ([document, own]) => `<section>
<h2>${escapeHtml(document)}</h2>
<table>
<thead><tr><th scope="col">何处</th><th scope="col">怎样</th><th scope="col">原来</th><th scope="col">现在</th></tr></thead>
<tbody>
${own.map(row).join('\n')}
</tbody>
</table>
</section>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>两份快照的不同</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
th, td { border-bottom: 1px solid #8886; padding: .3rem .6rem .3rem 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th:nth-child(2) { width: 4.5rem; }
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
<h1>两份快照的不同</h1>
<p>原来：${escapeHtml(before)}。现在：${escapeHtml(after)}。${summary(changes)}</p>
${tables.join('\n')}
</body>
</html>
`;
}

function row({ type, file, document, place, before, after }: Change): string {
  const where = `${escapeHtml(place.join('，'))}${file === document ? '' : `<small>${escapeHtml(file)}</small>`}`;
  const old = before === undefined ? '' : `<del>${escapeHtml(shown(before))}</del>`;
  const now = after === undefined ? '' : `<ins>${escapeHtml(shown(after))}</ins>`;
  return `<tr><td>${where}</td><td>${NAMES[type]}</td><td>${old}</td><td>${now}</td></tr>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
