/** A relation as JSON: an array with one object a line. Decimals are strings, since JSON's readers make floats of numbers. */
import type { Archive } from '../domain/archive.ts';
import { formatDecimal } from '../domain/decimal.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import { FileSink, type PartWriter } from './file-sink.ts';
import { columnsOf, type Relation, type Value } from './relations/relation.ts';

/** Of a relation that is not declared. */
export class RelationJsonFile implements PartWriter {
  readonly #sink: FileSink;
  readonly #relation: Relation;
  readonly #record: (row: readonly Value[]) => string;
  #empty = true;

  constructor(folder: string, path: string, relation: Relation) {
    this.#sink = new FileSink(folder, path);
    this.#relation = relation;
    this.#record = recordJson(relation);
  }

  add(part: Archive): void {
    for (const row of this.#relation.rows(part, 'files')) {
      this.#sink.write((this.#empty ? '[\n' : ',\n') + this.#record(row));
      this.#empty = false;
    }
  }

  close(): FileFacts {
    this.#sink.write(this.#empty ? '[]\n' : '\n]\n');
    return this.#sink.close();
  }
}

/** Rows of a relation as `JSON.stringify` prints their objects, without making these: there are hundreds for each document. */
export function recordJson(relation: Relation): (row: readonly Value[]) => string {
  const names = columnsOf(relation, 'files').map(({ name }) => `${JSON.stringify(name)}:`);
  return (row) => {
    let fields = '';
    for (let index = 0; index < names.length; index += 1) {
      const value = row[index];
      if (value !== undefined) fields += `${fields === '' ? '' : ','}${names[index]}${JSON.stringify(jsonValue(value))}`;
    }
    return `{${fields}}`;
  };
}

/** What is absent is left out. */
export function jsonValue(value: Value): string | number | boolean | undefined {
  if (typeof value === 'bigint') return String(value);
  return typeof value === 'object' ? formatDecimal(value) : value;
}
