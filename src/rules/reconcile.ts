/**
 * One stated figure against the figures it should equal, with the tolerance that rounding allows:
 * half a unit in the last printed place for each independently rounded figure, so ½·(1 + non-zero addends)
 * where all have the same places (the "summation" inconsistency of XBRL Calculations 1.1, for rounding).
 */
import type { Check, CheckInput, Column, Row } from '../domain/archive.ts';
import { formatCellReference } from '../domain/cell-reference.ts';
import { add, compare, type Decimal, decimal, isZero, negate, percentOf, sum, ZERO } from '../domain/decimal.ts';
import type { ArchiveFacts, Identity } from '../domain/declarations.ts';
import { exact, exactSum, halfPlace, inScale, magnitude, minus, narrow, order, plus, product } from '../domain/exact.ts';
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

/** A cell that took part in a check. Its name is made when it is asked for: a large archive has millions. */
class PrintedInput implements CheckInput {
  readonly value: Decimal;
  readonly sign = 1;
  readonly #at: CellAt;

  constructor(at: CellAt, value: Decimal) {
    this.#at = at;
    this.value = value;
  }

  get cell(): string {
    return referenceOf(this.#at);
  }
}

export function valueAt({ row, column }: Pick<CellAt, 'row' | 'column'>): Decimal | undefined {
  return row.cells.get(column)?.value;
}

/** The identities of one type that the kinds of a disclosure's tables declare, each with its table. */
export function* declaredSums<Type extends Identity['type']>(
  disclosure: ReadDisclosure,
  type: Type,
): Iterable<{ table: ReadTable; identity: Extract<Identity, { type: Type }> }> {
  const ofType = (identity: Identity): identity is Extract<Identity, { type: Type }> => identity.type === type;
  for (const table of disclosure.tables) {
    for (const identity of table.kind?.identities ?? []) if (ofType(identity)) yield { table, identity };
  }
}

/** Tables with figures, of a kind. */
export function tablesOfKind(disclosure: ReadDisclosure, kind: string): readonly ReadTable[] {
  return disclosure.tables.filter((table) => table.kind?.id === kind && table.rows.length > 0);
}

/** Columns whose figures add up: those named; or all amounts, and quantities for which the row of the total prints one. */
export function addableColumns(table: ReadTable, named: readonly string[] | undefined, total: Row): readonly string[] {
  return table.columns.filter((column) => isAddable(column, named, total)).map(({ kind }) => kind.id);
}

export function isAddable({ kind: { id, role } }: Column, named: readonly string[] | undefined, total: Row): boolean {
  return named ? named.includes(id) : role === 'amount' || (role === 'count' && total.cells.get(id)?.value !== undefined);
}

/**
 * The check that `total` is the sum of `parts`; nothing where neither prints a figure.
 * Counts are exact and have no tolerance. A blank total of parts that are not zero fails;
 * a total whose parts are all blank cannot be checked.
 */
export function reconcileSum(rule: string, total: CellAt, parts: readonly CellAt[]): Check | undefined {
  const stated = valueAt(total);
  const inputs: CheckInput[] = [];
  const values: Decimal[] = [];
  const nonZero: Decimal[] = stated ? [stated] : [];
  const { lacksRows } = total.table;
  let unread = isUnread(total);
  for (const part of parts) {
    const value = valueAt(part);
    unread ||= (lacksRows === true && part.row !== total.row) || isUnread(part);
    if (!value) continue;
    inputs.push(new PrintedInput(part, value));
    values.push(value);
    if (!isZero(value)) nonZero.push(value);
  }
  if (unread) return { ...notCheckable(rule, total), operation: 'sum', inputs };
  if (!stated && nonZero.length === 0) return undefined;
  const counted = total.table.columns.find(({ kind }) => kind.id === total.column)?.kind.role === 'count';
  const rounded = counted ? [] : nonZero;
  const outcome = sumOutcome(stated, values, rounded);
  const check: Check = { ...notCheckable(rule, total), ...outcome, operation: 'sum', inputs };
  return inputs.length === 0 ? { ...check, verdict: 'not-checkable' } : check;
}

/** The verdict on a sum, and the sum and its tolerance where they are not too long to be kept. `rounded` are the figures that rounding touched. */
export function sumOutcome(
  stated: Decimal | undefined,
  values: readonly Decimal[],
  rounded: readonly Decimal[],
): Pick<Check, 'verdict' | 'computed' | 'tolerance'> {
  try {
    const computed = sum(values);
    const tolerance = roundingTolerance(rounded);
    return { verdict: stated ? verdictOf(stated, computed, tolerance) : 'fail', computed, tolerance };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    if (!stated) return { verdict: 'fail' };
    const difference = magnitude(minus(exact(stated), exactSum(values)));
    const tolerance = rounded.map(halfPlace).reduce(plus, exact(ZERO));
    return { verdict: difference.coefficient === 0n ? 'ok' : order(difference, tolerance) <= 0 ? 'rounding' : 'fail' };
  }
}

/**
 * The check that a fact printed twice is printed alike: tolerance zero; blank and zero agree. Of tables in different
 * scales the other's figure is converted, and rounding in either explains a difference.
 */
export function reconcileEqual(rule: string, cell: CellAt, other: CellAt, scales?: ArchiveFacts['scales']): Check | undefined {
  const stated = valueAt(cell);
  const value = valueAt(other);
  const inputs: CheckInput[] = value ? [new PrintedInput(other, value)] : [];
  if (isUnread(cell) || isUnread(other)) return { ...notCheckable(rule, cell), operation: 'equality', inputs };
  if ((!stated || isZero(stated)) && (!value || isZero(value))) return undefined;
  const [own, given] = [cell, other].map(({ table, column }) => scaleOf(table, column));
  if (own !== given) {
    const outcome = convertedOutcome(stated ?? ZERO, own, value ?? ZERO, given, scales ?? {});
    return { ...notCheckable(rule, cell), ...(outcome ?? {}), operation: 'equality', inputs };
  }
  const verdict = stated && compare(stated, value ?? ZERO) === 0 ? 'ok' : 'fail';
  return { ...notCheckable(rule, cell), verdict, computed: value ?? ZERO, tolerance: ZERO, operation: 'equality', inputs };
}

/** The scale of a column of amounts. */
function scaleOf({ scale, columns }: ReadTable, column: string): string | undefined {
  return columns.find(({ kind }) => kind.id === column)?.kind.role === 'amount' ? scale : undefined;
}

/**
 * Whether two printed amounts of different scales can be the same, the second put in the scale of the first; half a last
 * place of each is tolerated. Undefined where a scale is not declared, or the answer too long to be kept.
 */
export function convertedOutcome(
  stated: Decimal,
  scale: string | undefined,
  other: Decimal,
  otherScale: string | undefined,
  scales: ArchiveFacts['scales'],
): Pick<Check, 'verdict' | 'computed' | 'tolerance'> | undefined {
  const [wanted, factor] = [scale, otherScale].map((name) =>
    name !== undefined && Object.hasOwn(scales, name) ? scales[name] : undefined,
  );
  if (wanted === undefined || factor === undefined) return undefined;
  const converted = inScale(exact(other), factor, wanted);
  const half = inScale(halfPlace(other), factor, wanted);
  const computed = converted && narrow(converted);
  const tolerance = half && narrow(plus(half, halfPlace(stated)));
  return computed && tolerance ? { verdict: verdictOf(stated, computed, tolerance), computed, tolerance } : undefined;
}

/** Half a unit in the last place of each figure. */
export function roundingTolerance(figures: readonly Decimal[]): Decimal {
  let total = ZERO;
  let alike = 0;
  const places = figures[0]?.places ?? 0;
  // Nearly always all figures have the same places.
  for (const figure of figures) {
    if (figure.places === places) alike += 1;
    else total = add(total, decimal(5, figure.places + 1));
  }
  return alike === 0 ? total : add(total, decimal(5 * alike, places + 1));
}

export function verdictOf(stated: Decimal, computed: Decimal, tolerance: Decimal): Verdict {
  if (compare(stated, computed) === 0) return 'ok';
  const difference = magnitude(minus(exact(stated), exact(computed)));
  return order(difference, exact(tolerance)) <= 0 ? 'rounding' : 'fail';
}

/** Whether a cell holds something that could not be read, or stands in a column that was not recognised. */
export function isUnread({ table, row, column }: CellAt): boolean {
  const cell = row.cells.get(column);
  return cell ? cell.content === 'unreadable' : table.lacksColumns === true;
}

/** A check before its outcome. */
function notCheckable(rule: string, { table, row, column }: CellAt): Omit<Check, 'inputs' | 'operation'> {
  const cell = row.cells.get(column);
  return {
    rule,
    verdict: 'not-checkable',
    cell: referenceOf({ table, row, column }),
    place: { file: table.file ?? '', line: row.line, ...(cell ? { field: cell.field } : {}) },
    ...(cell?.value ? { stated: cell.value } : {}),
  };
}

/**
 * Whether a printed percentage can be the quotient of two figures known to half a last place each.
 * A fall of a fall is a growth like any other: where all are negative, their sizes are compared.
 */
export function ratioVerdict(stated: Decimal, part: Decimal, whole: Decimal): Verdict {
  if (isZero(whole)) return 'undefined';
  const computed = percentOf(part, whole, stated.places);
  if (computed && compare(computed, stated) === 0) return 'ok';
  if (part.coefficient < 0 && stated.coefficient < 0) return ratioVerdict(negate(stated), negate(part), whole);
  if (part.coefficient < 0 || stated.coefficient < 0 || whole.coefficient < 0) return 'fail';
  // stated − ½ ≤ 100·part/whole ≤ stated + ½, with both figures at whichever end of their interval helps.
  const hundred = exact(decimal(100, 0));
  const [said, over, under] = [exact(stated), exact(part), exact(whole)];
  const high = product(plus(over, halfPlace(part)), hundred);
  const low = product(minus(over, halfPlace(part)), hundred);
  const least = product(minus(said, halfPlace(stated)), minus(under, halfPlace(whole)));
  const most = product(plus(said, halfPlace(stated)), plus(under, halfPlace(whole)));
  return order(high, least) >= 0 && order(most, low) >= 0 ? 'rounding' : 'fail';
}
