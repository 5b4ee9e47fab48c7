/** Rows with a code, held against the classification that the disclosure's profile puts in force. */
import type { Row } from '../domain/archive.ts';
import type { Classification } from '../domain/declarations.ts';
import type { Place } from '../domain/finding.ts';
import { placeOnLine } from '../reading/csv.ts';
import { classificationInForce } from '../reading/in-force.ts';
import type { ReadArchive } from '../reading/read-archive.ts';

export interface CodedRows {
  readonly rows: readonly Row[];
  readonly classification: Classification;
  /** Of a row's first cell in a column of the role. */
  readonly placeOf: (row: Row) => Place | undefined;
}

/** The rows of each table that has a column of the role. */
export function* codedRows(archive: ReadArchive, role: 'code' | 'name'): Iterable<CodedRows> {
  for (const { fields, tables } of archive.disclosures) {
    for (const { kind, rows, columns, csv } of tables) {
      const classification = classificationInForce(fields, kind?.classification, archive);
      const column = columns.find((each) => each.kind.role === role)?.kind.id;
      if (!classification || !column || !csv) continue;
      yield { rows, classification, placeOf: (row) => placeOnLine(csv, row.line, row.cells.get(column)?.field ?? 1) };
    }
  }
}
