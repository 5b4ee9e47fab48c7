/** Figures of a document's text, held against the cells and figures that they refer to. */
import type { Check, CheckInput, Statement } from '../domain/archive.ts';
import { parseCellReference, STATEMENTS } from '../domain/cell-reference.ts';
import { type Decimal, percentOf } from '../domain/decimal.ts';
import type { Place, Verdict } from '../domain/finding.ts';
import type { ReadArchive, ReadDisclosure } from '../reading/read-archive.ts';
import { ratioVerdict } from './reconcile.ts';

/** A cell's or statement's figure as printed. */
export interface StatedFigure {
  readonly value: Decimal;
  /** 万元, %, 辆 */
  readonly unit: string;
}

export function figureAt({ tables, statements }: ReadDisclosure, reference: string): StatedFigure | undefined {
  const parsed = parseCellReference(reference);
  if (!parsed) return undefined;
  if (parsed.table === STATEMENTS) return statements.find(({ id }) => id === parsed.row);
  const table = tables.find(({ id }) => id === parsed.table);
  const value = table?.rows.find(({ key }) => key === parsed.row)?.cells.get(parsed.column)?.value;
  const role = table?.columns.find(({ kind }) => kind.id === parsed.column)?.kind.role;
  return value && { value, unit: role === 'amount' ? (table?.scale ?? '') : role === 'percent' ? '%' : '' };
}

export function statementPlace({ statementsCsv }: ReadDisclosure, { line }: Statement): Place {
  const field = (statementsCsv?.rows[0]?.fields.indexOf('value') ?? 0) + 1;
  return { file: statementsCsv?.file ?? '', line, field };
}

export function inputOf(cell: string, value: Decimal, sign: 1 | -1 = 1): CheckInput {
  return { cell, value, sign };
}

/** Whether both are amounts in scales that the archive declares. */
export function inScales(a: StatedFigure, b: StatedFigure, { facts }: ReadArchive): boolean {
  return Object.hasOwn(facts.scales, a.unit) && Object.hasOwn(facts.scales, b.unit);
}

/** The check of a printed percentage against the quotient of two figures; not checkable where one is missing. */
export function reconcileQuotient(
  rule: string,
  disclosure: ReadDisclosure,
  statement: Statement,
  part: Decimal | undefined,
  whole: Decimal | undefined,
  inputs: readonly CheckInput[],
): Check {
  const computed = part && whole ? percentOf(part, whole, statement.value.places) : undefined;
  const verdict: Verdict = part && whole ? ratioVerdict(statement.value, part, whole) : 'not-checkable';
  return {
    rule,
    operation: 'quotient',
    verdict,
    cell: `${STATEMENTS}.${statement.id}`,
    place: statementPlace(disclosure, statement),
    stated: statement.value,
    ...(computed ? { computed } : {}),
    inputs,
  };
}
