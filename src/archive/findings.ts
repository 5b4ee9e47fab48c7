/** Faults and failed checks → findings with severity, words and acknowledgement. */
import type { Check, Observation } from '../domain/archive.ts';
import { parseCellReference, STATEMENTS } from '../domain/cell-reference.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { ArchiveFacts } from '../domain/declarations.ts';
import { type Exact, exact, exactSum, magnitude, minus } from '../domain/exact.ts';
import type { Fault, Finding, Place } from '../domain/finding.ts';
import { fiscalYearLabel } from '../domain/fiscal-year.ts';
import { formatNumber } from '../domain/number-format.ts';
import { placeOnLine } from '../reading/csv.ts';
import type { ReadArchive, ReadDisclosure } from '../reading/read-archive.ts';
import { type CodedRule, fillMessage } from '../rules/rule.ts';
import { statementPlace } from '../rules/stated.ts';
import { sumInWords } from './verdicts.ts';

const ACKNOWLEDGEMENTS = 'data/acknowledged.csv';
export const UNMATCHED = 'acknowledgement-matches-nothing';

/** Each acknowledgement, found by rule and cell, and whether it was needed. */
export class Acknowledgements {
  readonly #rows: { rule: string; cell: string; reason: string; used: boolean; place: Place }[];

  constructor({ acknowledged }: ReadArchive) {
    this.#rows = acknowledged.records.map(({ row, values }) => ({ ...values, used: false, place: acknowledged.place(row, 'rule') }));
  }

  reasonFor(rule: string, cell: string | undefined): string | undefined {
    const found = this.#rows.find((each) => each.rule === rule && each.cell === cell);
    if (found) found.used = true;
    return found?.reason;
  }

  *unused(): Iterable<Fault> {
    for (const { used, rule, cell, place } of this.#rows) {
      if (!used) yield { rule: UNMATCHED, place: { ...place, file: ACKNOWLEDGEMENTS }, values: { rule, cell } };
    }
  }
}

export function findingOf(fault: Fault, rules: ReadonlyMap<string, CodedRule>, acknowledged?: string): Finding {
  const rule = rules.get(fault.rule);
  if (!rule) throw new Error(`no rule named ${fault.rule}`);
  return {
    ...fault,
    severity: rule.severity,
    message: fillMessage(rule.message, fault.values),
    ...(acknowledged === undefined ? {} : { acknowledged }),
  };
}

/** A check that failed, in words a clerk can act on, its figures as the archive prints them. */
export function faultOf(check: Check, disclosure: ReadDisclosure, { numbers }: Pick<ArchiveFacts, 'numbers'>): Fault {
  const print = (value: Decimal | Exact): string => formatNumber(value, numbers, { grouping: false }).replace('-', '−');
  const { row, column } = nameCell(disclosure, check.cell);
  const values: Record<string, string> = {
    row,
    column,
    ...(check.stated ? { stated: print(check.stated) } : { stated: '空白', statedEn: 'blank' }),
    sum: sumInWords(check, print),
    difference: difference(check, print),
    other: '空白的一格',
    otherEn: 'a blank cell',
  };
  const other = check.inputs[0]?.cell;
  if (other) {
    const named = nameCell(disclosure, other);
    values.other = `${named.table} ${named.row} ${named.column}`.trim();
    delete values.otherEn;
  }
  return { rule: check.rule, place: wholePlace(check, disclosure), values, cell: `${disclosure.unit}/${disclosure.id}#${check.cell}` };
}

function difference({ operation, stated, computed, inputs }: Check, print: (value: Exact) => string): string {
  const sum = computed ? exact(computed) : operation === 'quotient' ? undefined : exactSum(inputs.map(({ value }) => value));
  if (!sum) return '—';
  return print(magnitude(stated ? minus(exact(stated), sum) : sum));
}

/** Two documents, one fact, two figures. */
export function disagreementFault(
  best: Observation,
  other: Observation,
  source: ReadDisclosure,
  { numbers, fiscalYear }: Pick<ArchiveFacts, 'numbers' | 'fiscalYear'>,
): Fault {
  const amount = ({ value, scale }: Observation): string => `${formatNumber(value, numbers, { grouping: false })} ${scale}`;
  const statement = source.statements.find(({ id }) => other.cell === `${STATEMENTS}.${id}`);
  const place = statement ? statementPlace(source, statement) : cellPlace(source, other.cell);
  return {
    rule: 'documents-disagree',
    place,
    values: {
      year: fiscalYearLabel(best.year, fiscalYear),
      label: best.label,
      first: `${best.disclosure}#${best.cell}`,
      firstValue: amount(best),
      second: `${other.disclosure}#${other.cell}`,
      secondValue: amount(other),
    },
    cell: `${other.unit}/${other.disclosure}#${other.cell}`,
  };
}

function cellPlace({ tables, file }: ReadDisclosure, cell: string): Place {
  const reference = parseCellReference(cell);
  const table = tables.find(({ id }) => id === reference?.table);
  const row = table?.rows.find(({ key }) => key === reference?.row);
  const field = row?.cells.get(reference?.column ?? '')?.field;
  return (table?.csv && row && field && placeOnLine(table.csv, row.line, field)) || { file };
}

/** Table, row and column of a cell as printed. */
function nameCell({ tables, statements }: ReadDisclosure, cell: string): { table: string; row: string; column: string } {
  const reference = parseCellReference(cell);
  const statement = reference?.table === STATEMENTS ? statements.find(({ id }) => id === reference.row) : undefined;
  if (statement) return { table: '', row: `${statement.section} ${statement.subject}`, column: '' };
  const table = tables.find(({ id }) => id === reference?.table);
  const row = table?.rows.find(({ key }) => key === reference?.row);
  const column = table?.columns.find(({ kind }) => kind.id === reference?.column);
  return {
    table: table?.title ?? '',
    row: [row?.code, row?.name].filter((part) => part && part !== '').join(' ') || (reference?.row ?? ''),
    column: column?.label ?? '',
  };
}

function wholePlace({ place }: Check, { tables, statementsCsv }: ReadDisclosure): Place {
  const csv = statementsCsv?.file === place.file ? statementsCsv : tables.find(({ file }) => file === place.file)?.csv;
  return (csv && place.line && place.field && placeOnLine(csv, place.line, place.field)) || place;
}

/** In the order of files, and within one from its first line. */
export function byPlace(a: Finding, b: Finding): number {
  if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
  return (a.place.line ?? 0) - (b.place.line ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0) || (a.rule < b.rule ? -1 : 1);
}
