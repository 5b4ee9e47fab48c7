/** A relation as CSV (RFC 4180, UTF-8), its texts safe to open in a spreadsheet. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../domain/archive.ts';
import { formatDecimal } from '../domain/decimal.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import { FileSink, type PartWriter } from './file-sink.ts';
import { columnsOf, type Relation, type Value } from './relations/relation.ts';
import { spreadsheetSafe } from './spreadsheet-safe.ts';

/** Begun with the line of names; parts of the archive are added in their order. */
export class CsvFile implements PartWriter {
  readonly #sink: FileSink;
  readonly #path: string;
  readonly #relation: Relation;
  #begun = false;

  constructor(folder: string, path: string, relation: Relation) {
    this.#sink = new FileSink(folder, path);
    this.#path = path;
    this.#relation = relation;
    this.#sink.write(headLine(relation));
  }

  add(part: Archive): void {
    if (this.#begun && this.#relation.declared) return;
    this.#begun = true;
    for (const row of this.#relation.rows(part, 'files')) this.#sink.write(line(row));
  }

  append(folder: string): void {
    if (this.#relation.declared) return;
    const bytes = readFileSync(join(folder, this.#path));
    this.#sink.append(bytes.subarray(bytes.indexOf('\n') + 1));
  }

  close(): FileFacts {
    return this.#sink.close();
  }
}

/** With the line of names first, each with its end. */
export function* csvLines(relation: Relation, archive: Archive): Iterable<string> {
  yield headLine(relation);
  for (const row of relation.rows(archive, 'files')) yield line(row);
}

function headLine(relation: Relation): string {
  return `${columnsOf(relation, 'files')
    .map(({ name }) => name)
    .join(',')}\n`;
}

function line(row: readonly Value[]): string {
  let text = '';
  for (let index = 0; index < row.length; index += 1) text += (index === 0 ? '' : ',') + field(row[index]);
  return `${text}\n`;
}

/** Most texts have nothing that CSV or a spreadsheet would take for something else. */
const NEEDS_CARE = /[",\r\n]|^['=+\-@＝＋－＠\t]/;

function field(value: Value): string {
  if (typeof value !== 'string') return plainText(value);
  if (!NEEDS_CARE.test(value)) return value;
  const text = spreadsheetSafe(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Of anything that is not a text. */
function plainText(value: Exclude<Value, string>): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? formatDecimal(value) : String(value);
}
