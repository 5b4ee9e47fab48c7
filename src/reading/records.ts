/** CSVs of our own making, whose head is fixed: regions, classifications, statements, acknowledgements. */
import type { Fault } from '../domain/finding.ts';
import { type CsvFile, type CsvRow, fieldPlace, parseCsv } from './csv.ts';
import { nearest } from './nearest.ts';

export interface Records<Column extends string> {
  readonly csv: CsvFile;
  readonly records: readonly { readonly row: CsvRow; readonly values: Readonly<Record<Column, string>> }[];
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
  head?.fields.forEach((label, index) => {
    const column = columns.find((each) => each === label.trim());
    if (column && !field.has(column)) field.set(column, index + 1);
    else if (column) report({ rule: 'head-duplicated', place: fieldPlace(csv, head, index + 1), values: { label } });
    else
      report({
        rule: 'head-unknown',
        place: fieldPlace(csv, head, index + 1),
        values: { label, near: nearest(label, columns) ?? columns.join(', ') },
      });
  });
  if (head) {
    for (const column of required) {
      if (!field.has(column)) report({ rule: 'head-missing', place: fieldPlace(csv, head, 1), values: { label: column } });
    }
  }
  const records = csv.rows.slice(1).flatMap((row) => {
    if (row.fields.length !== head?.fields.length) return [];
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
  return { csv, records, place: (row, column) => fieldPlace(csv, row, field.get(column) ?? 1) };
}
