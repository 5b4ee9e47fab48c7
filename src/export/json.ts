/** A relation as JSON: an array with one object a line. Decimals are strings, since JSON's readers make floats of numbers. */
import type { Archive } from '../domain/archive.ts';
import { formatDecimal } from '../domain/decimal.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import { FileSink } from './file-sink.ts';
import { columnsOf, type Relation, type Value } from './relations/relation.ts';

export function writeRelationJson(folder: string, path: string, relation: Relation, archive: Archive): FileFacts {
  const columns = columnsOf(relation, 'files');
  const sink = new FileSink(folder, path);
  let before = '[\n';
  for (const row of relation.rows(archive, 'files')) {
    sink.write(before + JSON.stringify(Object.fromEntries(columns.map(({ name }, index) => [name, jsonValue(row[index])]))));
    before = ',\n';
  }
  sink.write(before === '[\n' ? '[]\n' : '\n]\n');
  return sink.close();
}

/** What is absent is left out. */
export function jsonValue(value: Value): string | number | boolean | undefined {
  if (typeof value === 'bigint') return String(value);
  return typeof value === 'object' ? formatDecimal(value) : value;
}
