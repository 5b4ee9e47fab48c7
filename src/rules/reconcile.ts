/**
 * One stated figure against the figures it should equal, with the tolerance that rounding allows:
 * half a unit in the last printed place for each independently rounded figure, so ½·(1 + non-zero addends)
 * where all have the same places (the "summation" inconsistency of XBRL Calculations 1.1, for rounding).
 */
import type { Check, CheckInput, Row } from '../domain/archive.ts';
import { formatCellReference } from '../domain/cell-reference.ts';
import { add, type Decimal, decimal, isZero, multiply, negate, percentOf, rescale, subtract, times, ZERO } from '../domain/decimal.ts';
import type { Verdict } from '../domain/finding.ts';
import type { ReadDisclosure, ReadTable } from '../reading/read-archive.ts';

export interface CellAt {
  readonly table: ReadTable;
  readonly row: Row;
  readonly column: string;
}

export function referenceOf({ table, row, column }: CellAt): string {
  return formatCellReference({ table: table.id, row: row.key, column });
}

export function valueAt({ row, column }: Pick<CellAt, 'row' | 'column'>): Decimal | undefined {
  return row.cells.get(column)?.value;
}

/** Tables with figures, of a kind. */
export function tablesOfKind(disclosure: ReadDisclosure, kind: string): readonly ReadTable[] {
  return disclosure.tables.filter((table) => table.kind?.id === kind && table.rows.length > 0);
}

/** Columns whose figures add up: those named, or all amounts. */
export function addableColumns(table: ReadTable, named: readonly string[] | undefined): readonly string[] {
  return table.columns.filter(({ kind }) => (named ? named.includes(kind.id) : kind.role === 'amount')).map(({ kind }) => kind.id);
}

/**
 * The check that `total` is the sum of `parts`; nothing where neither prints a figure.
 * Counts are exact and have no tolerance. A blank total of parts that are not zero fails;
 * a total whose parts are all blank cannot be checked.
 */
export function reconcileSum(rule: string, total: CellAt, parts: readonly CellAt[]): Check | undefined {
  const stated = valueAt(total);
  const inputs = parts.flatMap((part): CheckInput[] => {
    const value = valueAt(part);
    return value ? [{ cell: referenceOf(part), value, sign: 1 }] : [];
  });
  if (!stated && inputs.every(({ value }) => isZero(value))) return undefined;
  const computed = inputs.reduce((subtotal, { value }) => add(subtotal, value), ZERO);
  const exact = total.table.columns.find(({ kind }) => kind.id === total.column)?.kind.role === 'count';
  const tolerance = exact
    ? ZERO
    : roundingTolerance([...(stated ? [stated] : []), ...inputs.map(({ value }) => value).filter((value) => !isZero(value))]);
  const check: Check = { ...outcome(rule, total, stated, computed, tolerance), operation: 'sum', inputs };
  return inputs.length === 0 ? { ...check, verdict: 'not-checkable' } : check;
}

/** The check that a fact printed twice is printed alike: tolerance zero; blank and zero agree. */
export function reconcileEqual(rule: string, cell: CellAt, other: CellAt): Check | undefined {
  const stated = valueAt(cell);
  const value = valueAt(other);
  if ((!stated || isZero(stated)) && (!value || isZero(value))) return undefined;
  const inputs: CheckInput[] = value ? [{ cell: referenceOf(other), value, sign: 1 }] : [];
  return { ...outcome(rule, cell, stated, value ?? ZERO, ZERO), operation: 'equality', inputs };
}

/** Half a unit in the last place of each figure. */
export function roundingTolerance(figures: readonly Decimal[]): Decimal {
  return figures.reduce((total, { places }) => add(total, decimal(5, places + 1)), ZERO);
}

export function verdictOf(stated: Decimal, computed: Decimal, tolerance: Decimal): Verdict {
  const difference = subtract(stated, computed);
  if (isZero(difference)) return 'ok';
  const size = difference.coefficient < 0 ? negate(difference) : difference;
  const places = Math.max(size.places, tolerance.places);
  return rescale(size, places).coefficient <= rescale(tolerance, places).coefficient ? 'rounding' : 'fail';
}

function outcome(
  rule: string,
  cell: CellAt,
  stated: Decimal | undefined,
  computed: Decimal,
  tolerance: Decimal,
): Omit<Check, 'inputs' | 'operation'> {
  const field = cell.row.cells.get(cell.column)?.field;
  return {
    rule,
    verdict: stated ? verdictOf(stated, computed, tolerance) : 'fail',
    cell: referenceOf(cell),
    place: { file: cell.table.file ?? '', line: cell.row.line, ...(field ? { field } : {}) },
    ...(stated ? { stated } : {}),
    computed,
    tolerance,
  };
}

/**
 * Whether a printed percentage can be the quotient of two figures known to half a last place each.
 * A fall of a fall is a growth like any other: where all are negative, their sizes are compared.
 */
export function ratioVerdict(stated: Decimal, part: Decimal, whole: Decimal): Verdict {
  if (isZero(whole)) return 'undefined';
  const computed = percentOf(part, whole, stated.places);
  if (computed && isZero(subtract(computed, stated))) return 'ok';
  if (part.coefficient < 0 && stated.coefficient < 0) return ratioVerdict(negate(stated), negate(part), whole);
  if (part.coefficient < 0 || stated.coefficient < 0 || whole.coefficient < 0) return 'fail';
  const half = (value: Decimal): Decimal => decimal(5, value.places + 1);
  // stated − ½ ≤ 100·part/whole ≤ stated + ½, with both figures at whichever end of their interval helps.
  const high = times(add(part, half(part)), 100);
  const low = times(subtract(part, half(part)), 100);
  const least = multiply(subtract(stated, half(stated)), subtract(whole, half(whole)));
  const most = multiply(add(stated, half(stated)), add(whole, half(whole)));
  return subtract(high, least).coefficient >= 0 && subtract(most, low).coefficient >= 0 ? 'rounding' : 'fail';
}
