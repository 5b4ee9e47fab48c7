/** A relation as CSV (RFC 4180, UTF-8), its texts safe to open in a spreadsheet. */
import type { Archive } from '../domain/archive.ts';
import { formatDecimal } from '../domain/decimal.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import { FileSink } from './file-sink.ts';
import { columnsOf, type Relation, type Value } from './relations/relation.ts';
import { spreadsheetSafe } from './spreadsheet-safe.ts';

export function writeCsv(folder: string, path: string, relation: Relation, archive: Archive): FileFacts {
  const sink = new FileSink(folder, path);
  for (const line of csvLines(relation, archive)) sink.write(line);
  return sink.close();
}

/** With the line of names first, each with its end. */
export function* csvLines(relation: Relation, archive: Archive): Iterable<string> {
  const columns = columnsOf(relation, 'files');
  yield `${columns.map(({ name }) => name).join(',')}\n`;
  for (const row of relation.rows(archive, 'files')) yield `${row.map(field).join(',')}\n`;
}

function field(value: Value): string {
  const text = typeof value === 'string' ? spreadsheetSafe(value) : plainText(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Of anything that is not a text. */
function plainText(value: Exclude<Value, string>): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? formatDecimal(value) : String(value);
}
