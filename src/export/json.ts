/** A relation as JSON: an array with one object a line. Decimals are strings, since JSON's readers make floats of numbers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../domain/archive.ts';
import { formatDecimal } from '../domain/decimal.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import { FileSink, type PartWriter } from './file-sink.ts';
import { columnsOf, type Relation, type Value } from './relations/relation.ts';

const [BEGIN, NEXT, END, EMPTY] = ['[\n', ',\n', '\n]\n', '[]\n'];

/** Of a relation that is not declared. */
export class RelationJsonFile implements PartWriter {
  readonly #sink: FileSink;
  readonly #path: string;
  readonly #relation: Relation;
  #empty = true;

  constructor(folder: string, path: string, relation: Relation) {
    this.#sink = new FileSink(folder, path);
    this.#path = path;
    this.#relation = relation;
  }

  add(part: Archive): void {
    for (const record of recordsOf(this.#relation, part)) {
      this.#sink.write((this.#empty ? BEGIN : NEXT) + record);
      this.#empty = false;
    }
  }

  append(folder: string): void {
    const bytes = readFileSync(join(folder, this.#path));
    if (bytes.length <= EMPTY.length) return;
    this.#sink.write(this.#empty ? BEGIN : NEXT);
    this.#sink.append(bytes.subarray(BEGIN.length, bytes.length - END.length));
    this.#empty = false;
  }

  close(): FileFacts {
    this.#sink.write(this.#empty ? EMPTY : END);
    return this.#sink.close();
  }
}

/** The rows of a relation, each as JSON. */
export function* recordsOf(relation: Relation, archive: Archive): Iterable<string> {
  const record = recordJson(relation);
  for (const row of relation.rows(archive, 'files')) yield record(row);
}

/**
 * Rows of a relation as `JSON.stringify` prints their objects, without making these: there are hundreds for each
 * document. Most values are those of the row before, whose text is there already.
 */
function recordJson(relation: Relation): (row: readonly Value[]) => string {
  const names = columnsOf(relation, 'files').map(({ name }) => `,${JSON.stringify(name)}:`);
  const last: Value[] = names.map(() => undefined);
  const fields = names.map(() => '');
  return (row) => {
    let record = '';
    for (let index = 0; index < names.length; index += 1) {
      const value = row[index];
      if (value !== last[index]) {
        last[index] = value;
        fields[index] = value === undefined ? '' : names[index] + JSON.stringify(jsonValue(value));
      }
      record += fields[index];
    }
    return `{${record.slice(1)}}`;
  };
}

/** What is absent is left out. */
export function jsonValue(value: Value): string | number | boolean | undefined {
  if (typeof value === 'bigint') return String(value);
  return typeof value === 'object' ? formatDecimal(value) : value;
}
