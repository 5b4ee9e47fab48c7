/** CSVs of our own making, whose head is fixed: regions, classifications, statements, acknowledgements. */
import type { Fault } from '../domain/finding.ts';
import { type CsvFile, type CsvRow, fieldPlace, otherSeparator, parseCsv, wholeRows } from './csv.ts';
import { nearest } from './nearest.ts';

export interface Records<Column extends string> {
  readonly csv: CsvFile;
  readonly records: readonly { readonly row: CsvRow; readonly values: Readonly<Record<Column, string>> }[];
  /** Nothing of the file had to be left out. */
  readonly whole: boolean;
  place(row: CsvRow, column: Column): ReturnType<typeof fieldPlace>;
}

/** `required` columns must be in the head and filled in every row; the others may be left out. */
export function parseRecords<Column extends string>(
  file: string,
  text: string,
  columns: readonly Column[],
  required: readonly Column[],
  report: (fault: Fault) => void,
): Records<Column> {
  const csv = parseCsv(file, text, report);
  const head = csv.rows[0];
  const field = new Map<Column, number>();
  const unread: Records<Column> = { csv, records: [], whole: false, place: (row) => fieldPlace(csv, row, 1) };
  if (!head || head.broken) return unread;
  const divided = otherSeparator(csv, head, (label) => columns.some((each) => each === label.trim()));
  if (divided) {
    report(divided);
    return unread;
  }
  const guessed = new Set<Column>();
  let whole = true;
  head.fields.forEach((label, index) => {
    const column = columns.find((each) => each === label.trim());
    const place = fieldPlace(csv, head, index + 1);
    if (column && !field.has(column)) field.set(column, index + 1);
    else {
      whole = false;
      if (column) {
        report({ rule: 'head-duplicated', place, values: { label } });
        return;
      }
      const missing = columns.filter((each) => !head.fields.some((other) => other.trim() === each));
      const near = nearest(label, missing) as Column | undefined;
      for (const each of near ? [near] : missing) guessed.add(each);
      const guess = near ?? (missing.length > 0 ? missing : columns).join(', ');
      report({
        rule: 'head-unknown',
        place,
        values: {
          ...(label.trim() === '' ? { label: '（空）', labelEn: '(blank)' } : { label }),
          advice: `是不是“${guess}”？这个文件只有规定的栏目，请改正，或删去这一栏。`,
          adviceEn: `Is it “${guess}”? This file has fixed columns: correct it, or delete the column.`,
        },
      });
    }
  });
  for (const column of required) {
    if (field.has(column)) continue;
    whole = false;
    if (!guessed.has(column)) report({ rule: 'head-missing', place: fieldPlace(csv, head, 1), values: { label: column } });
  }
  const wholes = wholeRows(csv, report);
  const records = wholes.flatMap((row) => {
    const values = Object.fromEntries(columns.map((column) => [column, (row.fields[(field.get(column) ?? 0) - 1] ?? '').trim()])) as Record<
      Column,
      string
    >;
    for (const column of required) {
      if (field.has(column) && values[column] === '') {
        report({ rule: 'field-missing', place: fieldPlace(csv, row, field.get(column) ?? 1), values: { field: column } });
      }
    }
    return [{ row, values }];
  });
  return {
    csv,
    records,
    whole: whole && wholes.length === csv.rows.length - 1,
    place: (row, column) => fieldPlace(csv, row, field.get(column) ?? 1),
  };
}
