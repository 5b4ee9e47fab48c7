/**
 * Whether a file holds more than one document: the same tables printed again for another unit, or final accounts beside
 * the budget. Tables of several documents are never put into one draft unasked.
 */
import type { DisclosureType } from '../../domain/declarations.ts';
import type { DraftTable } from './draft-table.ts';
import type { Passage, Printed } from './printed-tables.ts';
import { comparableTitle } from './titles.ts';

export interface DocumentInFile {
  readonly type?: DisclosureType;
  /** Where it begins: a page, or the sheets that it takes. */
  readonly pages?: readonly [number, number];
  readonly sheets?: readonly string[];
  readonly tables: readonly string[];
  /** As the margins of its tables name it. */
  readonly unit?: string;
}

/** Tables that a document prints once; forms of projects come as often as there are projects. */
const ONCE = /收支|收入|支出|拨款|基金|国有资本|三公/;
/** So many tables must say it, for one may be a comparison with another year. */
const FEWEST = 2;

/** Two or more, in the order of the file; none where it is one document. */
export function severalDocuments(
  tables: readonly DraftTable[],
  { margins }: Printed,
  passages: readonly Passage[],
  unitNames: readonly string[],
): readonly DocumentInFile[] {
  const own = tables.filter(
    ({ title, place }) => ONCE.test(title) && !title.includes('：') && (place.page !== undefined || place.sheet !== undefined),
  );
  const groups = byType(own) ?? again(own, unitNames);
  if (!groups) return [];
  const lines = [...margins, ...passages.map(({ piece }) => piece)];
  return groups.map(({ type, members }, index): DocumentInFile => {
    const sheets = [...new Set(members.flatMap(({ place }) => place.sheet ?? []))];
    const from = firstPage(members[0]);
    const next = groups[index + 1]?.members[0];
    const to = next
      ? Math.max(from ?? 1, (firstPage(next) ?? 1) - 1)
      : Math.max(...members.flatMap(({ pages, place }) => [...pages, place.page ?? 0]));
    const within = lines.filter(({ place }) =>
      sheets.length > 0 ? sheets.includes(place.sheet ?? '') : (place.page ?? 0) >= (from ?? 0) && (place.page ?? 0) <= to,
    );
    const unit = within.flatMap(({ text }) => /(?:单位|部门)(?:名称)?[：:]\s*([^\s：:]{4,40})/.exec(text)?.[1] ?? [])[0];
    return {
      ...(type ? { type } : {}),
      ...(sheets.length > 0 ? { sheets } : { pages: [index === 0 ? 1 : (from ?? 1), to] }),
      tables: members.map(({ title }) => title),
      ...(unit && !/^(万元|元)$/.test(unit) ? { unit } : {}),
    };
  });
}

interface Group {
  readonly type?: DisclosureType;
  readonly members: readonly DraftTable[];
}

function firstPage(table: DraftTable | undefined): number | undefined {
  return table && (table.pages[0] ?? table.place.page);
}

/** Budget and final accounts, as titles say; a title that says neither goes with the one before it. */
function byType(tables: readonly DraftTable[]): Group[] | undefined {
  let type: DisclosureType | undefined;
  const groups: { type: DisclosureType; members: DraftTable[] }[] = [];
  for (const table of tables) {
    const said = table.title.includes('决算')
      ? 'final-accounts'
      : table.title.includes('预算表') || /预算(?:收|支|总)/.test(table.title)
        ? 'budget'
        : undefined;
    // 一般公共预算财政拨款支出决算表 is one of final accounts.
    type = said ?? type ?? 'budget';
    const last = groups.at(-1);
    if (last?.type === type) last.members.push(table);
    else groups.push({ type, members: [table] });
  }
  const large = groups.filter(({ members }) => members.length >= FEWEST);
  return large.length > 1 && large.length === groups.length && new Set(large.map((group) => group.type)).size > 1 ? large : undefined;
}

/** The tables printed again: those from one first table to the next. */
function again(tables: readonly DraftTable[], unitNames: readonly string[]): Group[] | undefined {
  const named = tables.map((table) => ({ table, name: comparableTitle(table.title, unitNames) }));
  const repeated = [...Map.groupBy(named, ({ name }) => name).values()].filter((each) => each.length > 1);
  const times = repeated[0]?.length ?? 0;
  if (repeated.length < FEWEST || !repeated.every((each) => each.length === times)) return undefined;
  const sheets = new Set(tables.map(({ place }) => place.sheet));
  // A sheet for each unit, or page after page; tables that take turns cannot be parted by pages.
  const starts = named.flatMap(({ name }, index) => (name === repeated[0]?.[0]?.name ? [index] : []));
  const groups = starts.map((start, order) => ({ members: tables.slice(order === 0 ? 0 : start, starts[order + 1] ?? tables.length) }));
  const apart = groups.every(
    ({ members }) => new Set(members.map(({ title }) => comparableTitle(title, unitNames))).size === members.length,
  );
  if (!apart) return undefined;
  const shared =
    sheets.size > 1 &&
    groups.some(({ members }, order) =>
      members.some(({ place }) =>
        groups.some((other, at) => at !== order && other.members.some((table) => table.place.sheet === place.sheet)),
      ),
    );
  return shared ? undefined : groups;
}

/** Units whose rows one table of codes holds, each code once for each of them; none where a row is a row of the whole. */
export function unitsWithin({ columns, rows, kind }: DraftTable): readonly string[] {
  const units = columns.findIndex(({ label, column }) => /(?:单位|部门)(?:名称)?$/.test(label) && column?.role !== 'name');
  const codes = columns.findIndex(({ label, column }) => column?.role === 'code' || (!kind && /科目编码|科目代码/.test(label)));
  if (units < 0 || codes < 0) return [];
  const names = [...new Set(rows.flatMap((row) => row[units]?.text || []))].filter((name) => !/^(?:合计|总计|小计)$/.test(name));
  const printed = rows.flatMap((row) => row[codes]?.text || []);
  return names.length > 1 && new Set(printed).size < printed.length ? names : [];
}
