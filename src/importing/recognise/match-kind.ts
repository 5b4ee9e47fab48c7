/** Which declared kind a printed table is, by its title, its head and the names of its rows. */
import type { TableKind } from '../../domain/declarations.ts';
import { plainLabel } from '../../reading/labels.ts';
import { oneBelowTheOther } from './column-groups.ts';
import { type Head, possibleHeads } from './heads.ts';
import { type ColumnMatch, joinCodeParts, matchColumns, type PrintedColumn, printedColumns } from './match-columns.ts';
import type { PrintedTable } from './printed-tables.ts';
import { type Side, sidesOf } from './side-by-side.ts';
import { comparableTitle, likeness } from './titles.ts';

export interface KindMatch {
  readonly kind: TableKind;
  /** 0 to 1, of title, head and rows together. */
  readonly score: number;
  readonly head: Head;
  readonly columns: readonly PrintedColumn[];
  readonly matches: readonly ColumnMatch[];
  /** Of a table with 收入 and 支出 side by side, with the columns of each side matched. */
  readonly sides?: readonly MatchedSide[];
}

export interface MatchedSide extends Side {
  readonly matches: readonly ColumnMatch[];
}

export interface Context {
  readonly year: number;
  readonly unitNames: readonly string[];
}

const ALMOST = 0.97;
const ENOUGH = 0.6;
const ENOUGH_COLUMNS = 0.55;
const LIKE_TITLE = 0.7;

/** The likely kinds, best first; none where nothing is like the table. */
export function matchKinds(table: PrintedTable, kinds: Iterable<TableKind>, context: Context): readonly KindMatch[] {
  const heads = possibleHeads(table);
  const lists = heads.flatMap((head) => oneBelowTheOther(head) ?? []);
  const title = comparableTitle(table.name ?? '', context.unitNames);
  const found = [...kinds].flatMap((kind): KindMatch[] => {
    // 收入 and 支出 beside each other are two sides, no one list.
    const sided = kind.columns.some(({ role }) => role === 'direction');
    const shifted = heads.flatMap((head) => headsUnderTitle(head, kind, context));
    const tried = [...heads, ...shifted, ...(sided ? [] : lists)].flatMap((head) => tryHead(head, kind, context.year));
    const best = tried.reduce<Attempt | undefined>((a, b) => (a && a.fit >= b.fit ? a : b), undefined);
    if (!best || best.fit < ENOUGH_COLUMNS) return [];
    const own = best.head.title === undefined ? title : comparableTitle(best.head.title, context.unitNames);
    const likes = own === '' ? 0.5 : titleLikeness(own, kind);
    const score = 0.4 * likes + 0.5 * best.fit + 0.1 * rowLikeness(best, kind);
    return score >= ENOUGH ? [{ kind, score, ...best }] : [];
  });
  return found.sort((a, b) => b.score - a.score || (a.kind.id < b.kind.id ? -1 : 1));
}

/**
 * Where the title stands in the place of the first label, one label is over two columns: which, a kind tells that
 * divides a label of that name in two.
 */
function headsUnderTitle({ paths, depth, body }: Head, kind: TableKind, { unitNames }: Context): readonly Head[] {
  const [first = [], ...labels] = paths;
  const title = first.join('');
  if (titleLikeness(comparableTitle(title, unitNames), kind) < LIKE_TITLE) return [];
  return labels.flatMap((path, index): Head[] => {
    const parts = kind.columns.flatMap((column) => {
      const divided = column.labels.map((label) => label.split('/')).find((label) => label.length === path.length + 1);
      return divided && plainLabel(divided.slice(0, -1).join('/')) === plainLabel(path.join('/')) ? [divided] : [];
    });
    if (parts.length !== 2) return [];
    const label = path.join('/');
    const names = parts.map((part) => part.at(-1)).join('”和“');
    return [
      {
        paths: [...labels.slice(0, index), ...parts, ...labels.slice(index + 1)],
        depth,
        body,
        title,
        guess: `表头比栏目少一格，标题占了第一格：“${label}”下面的两栏认作“${names}”`,
      },
    ];
  });
}

/** Whole titles; next to them the same without 预算, which a document's own titles have or leave out (收支总表, 收支预算总表). */
export function titleLikeness(comparable: string, kind: TableKind): number {
  const own = comparableTitle(kind.title.zh);
  const whole = likeness(comparable, own);
  return whole === 1 ? 1 : Math.max(whole, ALMOST * likeness(withoutBudget(comparable), withoutBudget(own)));
}

function withoutBudget(title: string): string {
  // 收支总体情况表, as the rules on disclosure call it, is 收支总表.
  return title
    .replaceAll('预算', '')
    .replace(/总体情况表$/, '总表')
    .replace(/情况表$/, '表');
}

interface Attempt {
  readonly fit: number;
  readonly head: Head;
  readonly columns: readonly PrintedColumn[];
  readonly matches: readonly ColumnMatch[];
  readonly sides?: readonly MatchedSide[];
}

function tryHead(head: Head, kind: TableKind, year: number): Attempt[] {
  const separate = printedColumns(head.paths, head.body);
  const joins = kind.columns.filter(({ role }) => role === 'code').length === 1;
  const columns = joins ? joinCodeParts(separate) : separate;
  if (kind.columns.some(({ role }) => role === 'direction')) {
    const sides = sidesOf(columns);
    if (sides) return [longAttempt(head, columns, sides, kind, year)];
  }
  const matches = matchColumns(columns, kind.columns, year);
  const needed = kind.columns.filter(({ optional, role }) => !optional && role !== 'direction');
  const sum = matches.reduce((total, { score }) => total + score, 0);
  const printed = columns.filter(({ path, filling }) => path.length > 0 || filling !== 'nothing').length;
  const neededSum = matches.reduce((total, { score, column }) => total + (column.optional ? 0 : score), 0);
  const fit = (sum / Math.max(1, printed) + neededSum / Math.max(1, needed.length)) / 2;
  return [{ fit, head, columns, matches }];
}

function longAttempt(head: Head, columns: readonly PrintedColumn[], sides: readonly Side[], kind: TableKind, year: number): Attempt {
  const amounts = kind.columns.filter(({ role }) => role === 'amount' || role === 'percent');
  const matched = sides.map((side): MatchedSide => {
    const matches = matchColumns(side.amounts, amounts, year);
    const left = side.amounts.filter((printed) => !matches.some((match) => match.printed === printed));
    const free = amounts.filter((column) => !matches.some((match) => match.column === column));
    // The one amount of a side needs no label that is known.
    const [only] = left;
    const [column] = free;
    const guessed: ColumnMatch[] =
      side.amounts.length === 1 && amounts.length === 1 && only && column
        ? [{ printed: only, column, score: 0.6, label: column.labels[0] ?? column.id, known: false }]
        : [];
    return { ...side, matches: [...matches, ...guessed] };
  });
  const used = new Set(matched.flatMap(({ matches }) => matches.map(({ column }) => column)));
  const scores = matched.flatMap(({ matches }) => matches.map(({ score }) => score));
  const printed = matched.reduce((total, { amounts: { length } }) => total + length, 0);
  const sum = scores.reduce((total, score) => total + score, 0);
  const fit = (sum / Math.max(1, printed) + used.size / Math.max(1, amounts.length)) / 2;
  return { fit, head, columns, matches: [], sides: matched };
}

/** Of the rows that a kind declares, the share that the table prints. */
function rowLikeness({ head, sides, matches }: Attempt, kind: TableKind): number {
  if (kind.rows.length === 0) return 0.5;
  const at = sides
    ? sides.flatMap(({ name }) => name.at)
    : matches.filter(({ column }) => column.role === 'name').flatMap(({ printed }) => printed.at);
  const names = new Set(head.body.flatMap((row) => at.map((column) => plainLabel(row[column]?.text ?? ''))));
  const rows = kind.rows.filter(({ unitName, labels }) => !unitName && !labels.includes(''));
  if (rows.length === 0) return 0.5;
  return rows.filter(({ labels }) => labels.some((label) => names.has(plainLabel(label)))).length / rows.length;
}
