/** Printed columns held against the columns that a table kind declares. */
import type { ColumnKind } from '../../domain/declarations.ts';
import { plainLabel } from '../../reading/labels.ts';
import type { MatrixCell } from './matrix.ts';
import { isAmount } from './printed-figure.ts';
import { likeness } from './titles.ts';

/** What stands in a column, by its cells. */
export type Filling = 'figures' | 'words' | 'codes' | 'nothing';

export interface PrintedColumn {
  /** Places in the printed rows; several where a code is printed in parts. */
  readonly at: readonly number[];
  readonly path: readonly string[];
  readonly filling: Filling;
}

export interface ColumnMatch {
  readonly printed: PrintedColumn;
  readonly column: ColumnKind;
  /** 1: the label is declared; less: it resembles one. */
  readonly score: number;
  /** The label that the CSV gets: as printed where the kind knows it, else the declared one that it resembles. */
  readonly label: string;
  readonly known: boolean;
}

const PARTS = /^[类款项目]$/;
const SURE = 0.9;

export function printedColumns(paths: readonly (readonly string[])[], body: readonly (readonly MatrixCell[])[]): PrintedColumn[] {
  return paths.map((path, column) => ({ at: [column], path, filling: fillingOf(body, column) }));
}

/** 类, 款, 项 in columns of their own → one column of codes, for kinds that declare one. */
export function joinCodeParts(columns: readonly PrintedColumn[]): PrintedColumn[] {
  const joined: PrintedColumn[] = [];
  for (let index = 0; index < columns.length; index += 1) {
    const first = columns[index] as PrintedColumn;
    let end = index;
    while (end < columns.length && PARTS.test(columns[end]?.path.at(-1) ?? '')) end += 1;
    if (first.path.at(-1) === '类' && end - index >= 2) {
      const group = columns.slice(index, end);
      joined.push({ at: group.flatMap(({ at }) => at), path: first.path.slice(0, -1), filling: 'codes' });
      index = end - 1;
    } else joined.push(first);
  }
  return joined;
}

function fillingOf(body: readonly (readonly MatrixCell[])[], column: number): Filling {
  let figures = 0;
  let codes = 0;
  let words = 0;
  for (const row of body) {
    const cell = row[column];
    const text = cell?.begins ? cell.text : '';
    // 合计 across code and name says nothing of either.
    if (text === '' || /^[合总小]\s*计$/.test(text)) continue;
    if (/^\d{3}(\d\d){0,2}$|^0?\d{1,2}$/.test(text)) codes += 1;
    if (isAmount(text)) figures += 1;
    else if (text !== '-' && text !== '—') words += 1;
  }
  if (figures === 0 && words === 0) return 'nothing';
  if (words > figures) return 'words';
  return codes === figures && figures > 0 ? 'codes' : 'figures';
}

/** The best pairs, each column once; of equals the first of each side. */
export function matchColumns(printed: readonly PrintedColumn[], columns: readonly ColumnKind[], year: number): ColumnMatch[] {
  const pairs = printed.flatMap((one, from) =>
    columns.flatMap((column, to) => {
      const { score, label, known } = labelScore(one, column, year);
      return score > 0.5 ? [{ printed: one, column, score, label, known, from, to }] : [];
    }),
  );
  pairs.sort((a, b) => b.score - a.score || Math.abs(a.from - a.to) - Math.abs(b.from - b.to) || a.from - b.from);
  const takenPrinted = new Set<PrintedColumn>();
  const takenColumns = new Set<ColumnKind>();
  const matches: ColumnMatch[] = [];
  for (const { from: _, to: __, ...pair } of pairs) {
    if (takenPrinted.has(pair.printed) || takenColumns.has(pair.column)) continue;
    takenPrinted.add(pair.printed);
    takenColumns.add(pair.column);
    matches.push(pair);
  }
  return matches.sort((a, b) => (a.printed.at[0] ?? 0) - (b.printed.at[0] ?? 0));
}

function labelScore({ path, filling }: PrintedColumn, column: ColumnKind, year: number): { score: number; label: string; known: boolean } {
  const fit = fits(filling, column) ? 1 : 0.4;
  const whole = path.join('/');
  let best = { score: 0, label: column.labels[0] ?? column.id, known: false };
  for (const label of column.labels) {
    const score = pathScore(path, label.split('/'), year);
    if (score === 1) return { score: fit, label: whole, known: true };
    if (score * fit > best.score) best = { score: score * fit, label, known: score >= SURE };
  }
  return best;
}

function fits(filling: Filling, { role }: ColumnKind): boolean {
  const numeric = role === 'amount' || role === 'percent' || role === 'count';
  if (filling === 'nothing') return true;
  if (role === 'code') return filling === 'codes';
  if (numeric) return filling !== 'words';
  return role === 'text' ? true : filling === 'words';
}

function pathScore(printed: readonly string[], declared: readonly string[], year: number): number {
  if (printed.map(plainLabel).join('/') === declared.map(plainLabel).join('/')) return 1;
  const a = printed.map(comparable);
  const b = declared.map(comparable);
  if (a.join('/') === b.join('/')) return 1;
  const dated = `${year}年`;
  const bare = a.map((part) => (part.startsWith(dated) ? part.slice(dated.length).replace(/^度/, '') : part));
  const goal = b.at(-1) ?? '';
  const texts: readonly (readonly string[])[] = [a, bare.filter((part) => part !== '')];
  for (const text of texts) {
    if (text.join('') === b.join('')) return 0.97;
    if (endsWith(text, b) || (endsWith(b, text) && text.length > 0)) return 0.93;
    // A label whose lines were read as levels (一般公共预算财政拨 over 款).
    if (goal.length > 3 && text.length > 1 && text.join('').endsWith(b.join(''))) return 0.92;
  }
  const last = bare.at(-1) ?? '';
  if (last === goal && last !== '') return 0.8 + 0.1 * likeness(bare.join(''), b.join(''));
  const close = likeness(last, goal);
  if (close > 0.6 && yearOf(a) === yearOf(b)) return 0.4 + 0.35 * close + 0.1 * likeness(bare.join(''), b.join(''));
  if ((last.includes(goal) || goal.includes(last)) && Math.min(last.length, goal.length) >= 2) return 0.62;
  return 0;
}

function yearOf(path: readonly string[]): string {
  return /(?:19|20)\d{2}/.exec(path.join(''))?.[0] ?? '';
}

function endsWith(path: readonly string[], end: readonly string[]): boolean {
  return end.length > 0 && end.length < path.length && end.every((part, index) => part === path[path.length - end.length + index]);
}

/** The same few hundred labels are compared with every column of every table. */
const comparables = new Map<string, string>();

function comparable(label: string): string {
  const known = comparables.get(label);
  if (known !== undefined) return known;
  const plain = plainLabel(label)
    .replace(/[（](万元|元|单位[：:]?万?元)[）]$/, '')
    .replace(/^其中[：:]/, '')
    .replace(/[：:]$/, '');
  if (comparables.size > 20_000) comparables.clear();
  comparables.set(label, plain);
  return plain;
}
