/** Differences of fields, records and texts: what the files of an archive are made of besides tables. */
import type { Difference } from './changes.ts';

/** Fields of JSON or front matter, each by its path; entries of a list that have an id by that id. */
export function compareFields(before: unknown, after: unknown): Difference[] {
  const [old, now] = [flatten(before), flatten(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const [from, to] = [old.get(path), now.get(path)];
    return from === to ? [] : [{ type: 'field' as const, place: [path], ...values(from, to) }];
  });
}

/** Rows with a head; a row is known by its first `keys` columns. */
export function compareRecords(before: readonly (readonly string[])[], after: readonly (readonly string[])[], keys = 1): Difference[] {
  const [old, now] = [recordsOf(before, keys), recordsOf(after, keys)];
  const columns = [...new Set([...(before[0] ?? []), ...(after[0] ?? [])])];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key): Difference[] => {
    const [from, to] = [old.get(key), now.get(key)];
    if (!from) return [{ type: 'row-added', place: [key], after: [...(to?.values() ?? [])].join(' | ') }];
    if (!to) return [{ type: 'row-removed', place: [key], before: [...from.values()].join(' | ') }];
    return columns
      .filter((column) => from.get(column) !== to.get(column))
      .map((column) => ({ type: 'cell', place: [key, column], ...values(from.get(column), to.get(column)) }));
  });
}

/** Line by line; a line in the place of another is one change, not two. `above` lines stand before each text in its file. */
export function compareLines(
  before: string,
  after: string,
  above: { readonly old: number; readonly now: number } = { old: 0, now: 0 },
): Difference[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const found: Difference[] = [];
  let [i, j] = [0, 0];
  for (const [nextOld, nextNow] of [...commonLines(old, now), [old.length, now.length] as const]) {
    while (i < nextOld || j < nextNow) {
      const [from, to] = [i < nextOld ? old[i] : undefined, j < nextNow ? now[j] : undefined];
      // Empty lines only set paragraphs apart.
      if ((from ?? '').trim() !== '' || (to ?? '').trim() !== '')
        found.push({ type: 'text', place: [`第 ${(to === undefined ? above.old + i : above.now + j) + 1} 行`], ...values(from, to) });
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

function flatten(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) flatten(item, `${path}[${idOf(item) ?? index}]`, into);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) flatten(item, path === '' ? key : `${path}.${key}`, into);
  } else if (value !== undefined) into.set(path, String(value));
  return into;
}

function idOf(item: unknown): string | undefined {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? item.id : undefined;
}

function recordsOf([head = [], ...rows]: readonly (readonly string[])[], keys: number): Map<string, Map<string, string>> {
  const records = new Map<string, Map<string, string>>();
  for (const row of rows) {
    const name = row.slice(0, keys).join(' · ');
    let key = name;
    for (let again = 2; records.has(key); again += 1) key = `${name}（第 ${again} 个）`;
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
