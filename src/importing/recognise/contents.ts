/** Tables that the contents name and the body lacks. */
import type { Profile, TableKind } from '../../domain/declarations.ts';
import type { DraftTable } from './draft-table.ts';
import { titleLikeness } from './match-kind.ts';
import type { Piece } from './piece.ts';
import type { Printed } from './printed-tables.ts';
import type { Expected, MissingTable } from './recognise.ts';
import { comparableTitle, likeness, tableTitle } from './titles.ts';

const SAME = 0.8;
const OF_KIND = 0.75;

export function missingTables(
  printed: Printed,
  tables: readonly DraftTable[],
  profile: Profile | undefined,
  { unitNames }: Expected,
  kinds: readonly TableKind[],
  newId: (kind: TableKind | undefined) => string,
): MissingTable[] {
  const entries = contentsOf(printed).map(({ piece, title, printed: there }) => ({
    piece,
    title,
    there,
    plain: comparableTitle(title, unitNames),
  }));
  const plain = tables.map(({ title }) => comparableTitle(title, unitNames));
  const found = new Map<number, number>();
  const pairs = entries.flatMap((entry, from) => plain.map((name, to) => ({ from, to, score: likeness(entry.plain, name) })));
  for (const { from, to, score } of pairs.sort((a, b) => b.score - a.score || a.from - b.from)) {
    if (score >= SAME && !found.has(from) && ![...found.values()].includes(to)) found.set(from, to);
  }
  // A list that has nothing in common with the tables is no list of them.
  if (found.size < Math.max(1, entries.length / 3)) return [];
  return entries.flatMap(({ piece, title, there, plain: wanted }, index): MissingTable[] => {
    if (found.has(index)) return [];
    const kind = kindOf(wanted, profile, kinds, tables);
    const next = [...found].filter(([from]) => from > index).sort((a, b) => a[0] - b[0])[0];
    return [{ id: newId(kind), ...(kind ? { kind } : {}), title, before: next?.[1] ?? tables.length, unread: there, piece }];
  });
}

/** Titles of tables under 目录, up to where the first of them comes again. */
function contentsOf({ passages, tables }: Printed): { piece: Piece; title: string; printed: boolean }[] {
  const start = passages.findIndex(({ piece }) => /^目录$/.test(piece.text.replace(/[\s\u3000]/g, '')));
  if (start < 0 || tables.length === 0) return [];
  const titles = passages.slice(start).flatMap(({ piece }) => {
    const title = tableTitle(piece.text);
    return title === undefined || isHeading(title) ? [] : [{ piece, title }];
  });
  const seen = new Set<string>();
  const end = titles.findIndex(({ title }) => seen.size === seen.add(title).size);
  const rest = new Set(end < 0 ? [] : titles.slice(end).map(({ title }) => title));
  return (end < 0 ? titles : titles.slice(0, end)).map((entry) => ({ ...entry, printed: rest.has(entry.title) }));
}

/** “四、2023年某单位单位预算表”: the part of the document that has the tables, no table. */
function isHeading(title: string): boolean {
  return /(部门|单位|年度?)(预算|决算)(公开)?(附?表|报表)$/.test(title.replace(/\s/g, ''));
}

function kindOf(
  wanted: string,
  profile: Profile | undefined,
  kinds: readonly TableKind[],
  tables: readonly DraftTable[],
): TableKind | undefined {
  const among = profile ? kinds.filter(({ id }) => profile.tables.includes(id)) : kinds;
  const free = among.filter((kind) => !tables.some((table) => table.kind === kind));
  const scored = free.map((kind) => ({ kind, score: titleLikeness(wanted, kind) })).sort((a, b) => b.score - a.score);
  const [best] = scored;
  return best && best.score >= OF_KIND ? best.kind : undefined;
}
