/**
 * Figures of a row whose blank cells a text does not show: which columns they stand in. They keep their order; the sums
 * that the table kind declares decide between the ways that are left. No figure is altered, and what stays open is said.
 */
import { compare, type Decimal, isZero, parseDecimal, sum, ZERO } from '../../domain/decimal.ts';
import type { ColumnKind, TableKind } from '../../domain/declarations.ts';
import { ratioVerdict, roundingTolerance, verdictOf } from '../../rules/reconcile.ts';
import { printedFigure } from './printed-figure.ts';

/** For each figure the index of its column among the kind's numeric columns. */
export type Placement = readonly number[];

/** Whether the running text says of a figure what the column is called. */
export type Evidence = (figure: string, column: ColumnKind) => boolean;

const MOST_WAYS = 30_000;

/** The ways of a row that its own sums allow best, leftmost first. */
export function placements(
  figures: readonly string[],
  columns: readonly ColumnKind[],
  kind: TableKind,
  evidence: Evidence,
): readonly Placement[] {
  const ways: Placement[] = [];
  const fits = (figure: string, column: ColumnKind | undefined): boolean =>
    column !== undefined &&
    figure.trim().endsWith('%') === (column.role === 'percent') &&
    (column.role !== 'count' || /^\d+$/.test(figure));
  const extend = (way: number[], from: number): void => {
    if (ways.length >= MOST_WAYS) return;
    const figure = figures[way.length];
    if (figure === undefined) {
      ways.push([...way]);
      return;
    }
    const left = figures.length - way.length;
    for (let column = from; column <= columns.length - left; column += 1) {
      if (!fits(figure, columns[column])) continue;
      way.push(column);
      extend(way, column + 1);
      way.pop();
    }
  };
  extend([], 0);
  const values = figures.map((figure) => parseDecimal((printedFigure(figure) ?? '').replace('%', '')) ?? ZERO);
  const scored = ways.map((way) => ({
    way,
    score:
      scoreOf(way, values, columns, kind) +
      way.filter((column, index) => columns[column] && evidence(figures[index] ?? '', columns[column])).length / 2,
  }));
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ way }) => way);
}

function scoreOf(way: Placement, values: readonly Decimal[], columns: readonly ColumnKind[], kind: TableKind): number {
  const byColumn = new Map<string, Decimal>();
  way.forEach((column, index) => {
    const id = columns[column]?.id;
    if (id !== undefined) byColumn.set(id, values[index] ?? ZERO);
  });
  let score = 0;
  for (const identity of kind.identities) {
    if (identity.type === 'row-sum') {
      const total = byColumn.get(identity.total);
      const parts = identity.parts.flatMap((part) => byColumn.get(part) ?? []);
      if (!total && parts.length === 0) continue;
      if (!total || parts.length === 0) score -= 3;
      else
        score += verdictOf(total, sum(parts), roundingTolerance([total, ...parts].filter((value) => !isZero(value)))) === 'fail' ? -3 : 2;
    }
    if (identity.type === 'at-most') {
      const total = byColumn.get(identity.total);
      const parts = identity.parts.flatMap((part) => byColumn.get(part) ?? []);
      if (parts.length > 0 && (!total || compare(sum(parts), total) > 0)) score -= 3;
    }
    if (identity.type === 'ratio') {
      const [value, part, whole] = [identity.value, identity.part, identity.whole].map((id) => byColumn.get(id));
      if (!value && !part && !whole) continue;
      if (value && part && whole) score += ratioVerdict(value, part, whole) === 'fail' ? -2 : 2;
      else if (value) score -= 2;
    }
  }
  return score;
}

export interface OpenRow {
  readonly figures: readonly string[];
  readonly ways: readonly Placement[];
  /** Counts towards the totals: a row without rows below it. */
  readonly leaf: boolean;
  /** Of the hierarchy, parts joined; empty where it has none. */
  readonly code: string;
  readonly total: boolean;
}

/**
 * Of the ways that rows leave open, those with which the columns add up: the leaves to the total, and each row of the
 * hierarchy to the leaves under it. Where a table has no hierarchy, columns that its total leaves blank stay blank.
 * `agreed` where the leaves do add up.
 */
export function settle(rows: readonly OpenRow[], columnCount: number): { placed: readonly Placement[]; agreed: boolean } {
  const total = rows.find((row) => row.total && row.figures.length > 0);
  if (!total?.ways[0]) return { placed: rows.map(({ ways }) => ways[0] ?? []), agreed: false };
  const filled = new Set(total.ways[0]);
  const possible = rows.map((row) => {
    const within = row.ways.filter((way) => way.every((column) => filled.has(column)));
    return { ...row, ways: within.length > 0 ? within : row.ways };
  });
  const chosen = possible.map(({ ways }) => ways[0] ?? []);
  const leaves = possible.flatMap((row, index) => (row.leaf ? [{ row, index }] : []));
  const places = Math.max(0, ...rows.flatMap(({ figures }) => figures.map((figure) => amountOf(figure)?.places ?? 0)));
  const unitsOf = (row: OpenRow, way: Placement): number[] => {
    const units = Array.from({ length: columnCount }, () => 0);
    way.forEach((column, index) => {
      const value = amountOf(row.figures[index] ?? '');
      if (value) units[column] = value.coefficient * 10 ** (places - value.places);
    });
    return units;
  };
  const goal = unitsOf(total, total.ways[0]);
  const left = { ways: MOST_WAYS };
  // The fewer ways a row has, the sooner a wrong one shows.
  const order = leaves.toSorted((a, b) => a.row.ways.length - b.row.ways.length);
  const search = (at: number, rest: readonly number[]): boolean => {
    const next = order[at];
    if (!next) return rest.every((units) => units === 0);
    for (const way of next.row.ways) {
      left.ways -= 1;
      if (left.ways < 0) return false;
      const units = unitsOf(next.row, way);
      const remaining = rest.map((value, column) => value - (units[column] ?? 0));
      if (remaining.some((value, column) => value < 0 && (goal[column] ?? 0) >= 0)) continue;
      if (!search(at + 1, remaining)) continue;
      chosen[next.index] = way;
      return true;
    }
    return false;
  };
  const agreed = leaves.length > 0 && search(0, goal);
  const under = (code: string): number[] => {
    const below = leaves.filter(({ row }) => row.code.startsWith(code)).map(({ row, index }) => unitsOf(row, chosen[index] ?? []));
    return Array.from({ length: columnCount }, (_, column) => below.reduce((sumOf, units) => sumOf + (units[column] ?? 0), 0));
  };
  possible.forEach((row, index) => {
    if (row.leaf || row.ways.length < 2 || row.code === '') return;
    const wanted = under(row.code);
    const way = agreed ? row.ways.find((each) => unitsOf(row, each).every((units, column) => units === wanted[column])) : undefined;
    if (way) chosen[index] = way;
  });
  return { placed: chosen, agreed };
}

/** Percentages do not add up. */
function amountOf(figure: string): Decimal | undefined {
  return figure.endsWith('%') ? undefined : parseDecimal(printedFigure(figure) ?? '');
}
