/** Differences of fields, records and texts: what the files of an archive are made of besides tables. */
import type { Difference } from './changes.ts';

/**
 * Fields of JSON or front matter, each by its path. Entries of a list that have an id go by that id, others by what
 * they say, so that one entry more is one difference.
 */
export function compareFields(before: unknown, after: unknown, path = ''): Difference[] {
  if (isList(before) && isList(after)) return compareLists(before, after, path);
  if (isRecord(before) && isRecord(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      compareFields(before[key], after[key], path === '' ? key : `${path}.${key}`),
    );
  const [from, to] = [asText(before), asText(after)];
  return from === to ? [] : [{ type: 'field', place: [path], ...values(from, to) }];
}

function compareLists(before: readonly unknown[], after: readonly unknown[], path: string): Difference[] {
  const named = [...before, ...after].every((item) => idOf(item) !== undefined);
  if (named) {
    const [old, now] = [before, after].map((items) => new Map(items.map((item) => [idOf(item) ?? '', item]))) as [
      Map<string, unknown>,
      Map<string, unknown>,
    ];
    const shared = (from: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string =>
      [...from.keys()].filter((id) => other.has(id)).join(' ');
    const found = [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => compareFields(old.get(id), now.get(id), `${path}[${id}]`));
    return shared(old, now) === shared(now, old) ? found : [...found, { type: 'order', place: [path] }];
  }
  if (before.length === after.length && before.some(isRecord))
    return before.flatMap((item, index) => compareFields(item, after[index], `${path}[${index}]`));
  const [old, now] = [before, after].map((items) => items.map((item) => asText(item) ?? '')) as [string[], string[]];
  return inTurn(old, now).map(({ from, to, at }) => ({ type: 'field', place: [`${path}[${at}]`], ...values(from, to) }));
}

/** Rows with a head; a row is known by its first `keys` columns. */
export function compareRecords(before: readonly (readonly string[])[], after: readonly (readonly string[])[], keys = 1): Difference[] {
  const [old, now] = [recordsOf(before, keys), recordsOf(after, keys)];
  const columns = [...new Set([...(before[0] ?? []), ...(after[0] ?? [])])];
  const found = [...new Set([...old.keys(), ...now.keys()])].flatMap((key): Difference[] => {
    const [from, to] = [old.get(key), now.get(key)];
    if (!from) return [{ type: 'row-added', place: [key], after: [...(to?.values() ?? [])].join(' | ') }];
    if (!to) return [{ type: 'row-removed', place: [key], before: [...from.values()].join(' | ') }];
    return columns
      .filter((column) => from.get(column) !== to.get(column))
      .map((column) => ({ type: 'cell', place: [key, column], ...values(from.get(column), to.get(column)) }));
  });
  const common = (records: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string =>
    [...records.keys()].filter((key) => other.has(key)).join('\n');
  return common(old, now) === common(now, old) ? found : [...found, { type: 'order', place: [] }];
}

/** Line by line; a line in the place of another is one change, not two. `line` names one by its number; `above` lines stand before each text in its file. */
export function compareLines(
  before: string,
  after: string,
  line: (line: number) => string,
  above: { readonly old: number; readonly now: number } = { old: 0, now: 0 },
): Difference[] {
  return (
    inTurn(before.split('\n'), after.split('\n'))
      // Empty lines only set paragraphs apart.
      .filter(({ from = '', to = '' }) => from.trim() !== '' || to.trim() !== '')
      .map(({ from, to, at }) => ({
        type: 'text',
        place: [line(at + 1 + (to === undefined ? above.old : above.now))],
        ...values(from, to),
      }))
  );
}

/** Items that are not alike, the first of one side with the first of the other; `at` is a place in the new, else in the old. */
function inTurn(old: readonly string[], now: readonly string[]) {
  const found: { readonly from: string | undefined; readonly to: string | undefined; readonly at: number }[] = [];
  let [i, j] = [0, 0];
  for (const [nextOld, nextNow] of [...commonLines(old, now), [old.length, now.length] as const]) {
    while (i < nextOld || j < nextNow) {
      const [from, to] = [i < nextOld ? old[i] : undefined, j < nextNow ? now[j] : undefined];
      found.push({ from, to, at: to === undefined ? i : j });
      if (from !== undefined) i += 1;
      if (to !== undefined) j += 1;
    }
    i += 1;
    j += 1;
  }
  return found;
}

function values(before: string | undefined, after: string | undefined): { before?: string; after?: string } {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value, or a whole entry, on one line; undefined for none. */
function asText(value: unknown): string | undefined {
  if (isList(value)) return `[${value.map(asText).join('、')}]`;
  if (isRecord(value))
    return Object.entries(value)
      .map(([key, item]) => `${key}: ${asText(item) ?? ''}`)
      .join('，');
  return value === undefined ? undefined : String(value);
}

function idOf(item: unknown): string | undefined {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? item.id : undefined;
}

function recordsOf([head = [], ...rows]: readonly (readonly string[])[], keys: number): Map<string, Map<string, string>> {
  const records = new Map<string, Map<string, string>>();
  for (const row of rows) {
    const name = row.slice(0, keys).join(' · ');
    let key = name;
    for (let again = 2; records.has(key); again += 1) key = `${name} (${again})`;
    records.set(key, new Map(head.map((column, index) => [column, row[index] ?? ''])));
  }
  return records;
}

/** Pairs of places of a longest common run of lines, in order; what stands alike at both ends is passed over first. */
function commonLines(old: readonly string[], now: readonly string[]): (readonly [number, number])[] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const [rows, columns] = [old.length - start - end, now.length - start - end];
  const lengths = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = rows - 1; i >= 0; i -= 1)
    for (let j = columns - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row) row[j] = old[start + i] === now[start + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const pairs: (readonly [number, number])[] = Array.from({ length: start }, (_, index) => [index, index] as const);
  for (let [i, j] = [0, 0]; i < rows && j < columns; ) {
    if (old[start + i] === now[start + j]) {
      pairs.push([start + i, start + j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  for (let index = end; index > 0; index -= 1) pairs.push([old.length - index, now.length - index]);
  return pairs;
}
