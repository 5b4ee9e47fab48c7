/** CSV text → rows of strings with their physical lines. The one file that imports PapaParse. */
import Papa from 'papaparse';
import type { Fault, Place } from '../domain/finding.ts';

export interface CsvRow {
  readonly fields: readonly string[];
  /** Physical line on which the row begins, from 1. */
  readonly line: number;
  /** Where the row begins in the text, for finding a field's column. */
  readonly offset: number;
  /** Its quotes do not pair, so that nobody knows where it ends. */
  readonly broken?: true;
}

export interface CsvFile {
  readonly file: string;
  readonly text: string;
  readonly rows: readonly CsvRow[];
}

/** Lines with nothing at the end of the file are passed over. */
export function parseCsv(file: string, text: string, report: (fault: Fault) => void): CsvFile {
  const rows: CsvRow[] = [];
  const csv: CsvFile = { file, text, rows };
  let offset = 0;
  let line = 1;
  // Without quotes, as most files are, commas and line ends divide whatever stands between them.
  if (!text.includes('"') && !text.startsWith('\ufeff')) {
    for (const [index, own] of text.split('\n').entries()) {
      rows.push({ fields: own.split(','), line: index + 1, offset });
      offset += own.length + 1;
    }
    return ended(csv, rows, report);
  }
  const parsed: { fields: string[]; errors: Papa.ParseError[]; end: number }[] = [];
  Papa.parse<string[]>(text, {
    delimiter: ',',
    newline: '\n',
    step: (result) => void parsed.push({ fields: result.data, errors: result.errors, end: result.meta.cursor }),
  });
  for (const { fields, errors, end } of parsed) {
    const broken = errors.some(({ type }) => type === 'Quotes');
    if (broken) {
      const start = text.slice(offset, offset + 30).split('\n')[0] ?? '';
      report({ rule: 'quote-not-closed', place: { file, line, column: 1 }, values: { start } });
    }
    rows.push(broken ? { fields, line, offset, broken } : { fields, line, offset });
    for (let at = text.indexOf('\n', offset); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) line += 1;
    offset = end;
  }
  return ended(csv, rows, report);
}

function ended(csv: CsvFile, rows: CsvRow[], report: (fault: Fault) => void): CsvFile {
  while (isBlank(rows.at(-1))) rows.pop();
  if (rows.length === 0) report({ rule: 'table-has-no-head', place: { file: csv.file, line: 1, column: 1 }, values: {} });
  return csv;
}

function isBlank(row: CsvRow | undefined): boolean {
  return row?.fields.length === 1 && row.fields[0] === '';
}

/** The rows below the head that have as many fields as it; the others are reported, once for each. */
export function wholeRows(csv: CsvFile, report: (fault: Fault) => void): readonly CsvRow[] {
  const expected = csv.rows[0]?.fields.length ?? 0;
  return csv.rows.slice(1).filter((row) => {
    if (row.broken) return false;
    if (isBlank(row)) {
      report({ rule: 'row-is-placeholder', place: fieldPlace(csv, row, 1), values: { start: '空行', startEn: 'a blank line' } });
      return false;
    }
    if (row.fields.length === expected) return true;
    report({
      rule: 'row-ragged',
      place: fieldPlace(csv, row, Math.min(row.fields.length, expected)),
      values: { found: String(row.fields.length), expected: String(expected), start: row.fields.slice(0, 3).join(',') },
    });
    return false;
  });
}

/** Where the n-th field (from 1) of a row stands. */
export function fieldPlace(csv: CsvFile, row: CsvRow, field: number): Place {
  let at = row.offset;
  let line = row.line;
  let lineStart = row.offset;
  for (let seen = 1, quoted = false; seen < field && at < csv.text.length; at += 1) {
    const character = csv.text[at];
    if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) seen += 1;
    else if (character === '\n') {
      line += 1;
      lineStart = at + 1;
    }
  }
  return { file: csv.file, line, column: at - lineStart + 1, field };
}

const SEPARATORS = [
  [';', ';', ';'],
  ['；', '；', '；'],
  ['\t', '制表符', 'a tab'],
  ['，', '，', '，'],
  ['|', '|', '|'],
] as const;

/** A head that would be known if another character than the comma divided it. */
export function otherSeparator(csv: CsvFile, head: CsvRow, isKnown: (label: string) => boolean): Fault | undefined {
  const [only = ''] = head.fields;
  for (const [separator, found, foundEn] of SEPARATORS) {
    const at = only.indexOf(separator);
    if (head.fields.length > 1 || at < 0 || !only.split(separator).some(isKnown)) continue;
    const { line = 1, column = 1 } = fieldPlace(csv, head, 1);
    return { rule: 'separator-not-comma', place: { file: csv.file, line, column: column + at }, values: { found, foundEn } };
  }
  return undefined;
}

/** Where the n-th field of the row that begins on a physical line stands; nowhere if none begins there. */
export function placeOnLine(csv: CsvFile, line: number, field: number): Place | undefined {
  const row = csv.rows.find((each) => each.line === line);
  return row && fieldPlace(csv, row, field);
}
