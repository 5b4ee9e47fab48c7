/** Observations as Parquet, whose decimals are exact: one file, and one for each region and year for large archives. */

import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { Archive, Observation } from '../domain/archive.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import { minorPlaces, mostPlaces } from './base-amount.ts';
import { factsOf } from './file-sink.ts';
import { observations } from './relations/observations.ts';
import { columnsOf, type RelationColumn, type Value } from './relations/relation.ts';

/** Wide enough for any sum; the same in every part of an archive, so that parts can be read as one. */
const PRECISION = 38;
const DECIMAL_BYTES = 16;
/** 元 printed as 万元 with six decimals. */
const USUAL_PLACES = 6;
const ROWS_AT_A_TIME = 50_000;
const LENGTH_BYTES = 4;

/** `parts` in their order, or the archive itself. */
export function writeParquet(folder: string, path: string, archive: Archive, parts: Iterable<Archive>): FileFacts {
  return write(folder, path, parts, [], archive);
}

/** `<top>/region=330481/year=2023/part.parquet`, the layout that DuckDB, Spark and Arrow call Hive partitioning. */
export class Partitions {
  /** Observations that wait in a folder of nobody else's, so that not all are held at once. */
  readonly #waiting: string;
  readonly #names = new Set<string>();

  constructor(waiting: string) {
    this.#waiting = waiting;
    rmSync(waiting, { recursive: true, force: true });
    mkdirSync(waiting, { recursive: true });
  }

  add({ observations: all, units }: Archive): void {
    const groups = Map.groupBy(all, ({ unit, year }) => `region=${units.get(unit)?.region ?? ''}/year=${year}`);
    for (const [name, own] of groups) {
      this.#names.add(name);
      const bytes = serialize(own);
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt32LE(bytes.length);
      appendFileSync(this.#place(name), Buffer.concat([length, bytes]));
    }
  }

  write(folder: string, top: string, archive: Archive): void {
    for (const name of [...this.#names].sort())
      write(folder, `${top}/${name}/part.parquet`, [{ ...archive, observations: this.#observationsOf(name) }], ['region', 'year'], archive);
    this.discard();
  }

  discard(): void {
    rmSync(this.#waiting, { recursive: true, force: true });
  }

  #observationsOf(name: string): Observation[] {
    const bytes = readFileSync(this.#place(name));
    const found: Observation[] = [];
    for (let at = 0; at < bytes.length; ) {
      const end = at + LENGTH_BYTES + bytes.readUInt32LE(at);
      for (const each of deserialize(bytes.subarray(at + LENGTH_BYTES, end)) as Observation[]) found.push(each);
      at = end;
    }
    return found;
  }

  #place(name: string): string {
    return join(this.#waiting, name.replace('/', '.'));
  }
}

function write(folder: string, path: string, parts: Iterable<Archive>, without: readonly string[], whole: Archive): FileFacts {
  const scales: Readonly<Record<string, number>> = { value: Math.max(USUAL_PLACES, mostPlaces(whole)), amount: minorPlaces(whole) };
  const columns = columnsOf(observations, 'files')
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => !without.includes(column.name));
  const place = join(folder, path);
  mkdirSync(dirname(place), { recursive: true });
  const writer = new ParquetWriter({
    writer: fileWriter(place),
    schema: [
      { name: 'observations', num_children: columns.length },
      ...columns.map(({ column }) => element(column, scales[column.name] ?? 0)),
    ],
    createdBy: 'mingzhang',
  });
  const taken = columns.map(({ column: { name }, index }) => ({ name, index, scale: scales[name] ?? 0, data: [] as Value[] }));
  const writeGroup = (): void => {
    writer.write({ columnData: taken.map(({ name, data }) => ({ name, data: data.splice(0) })), rowGroupSize: ROWS_AT_A_TIME });
  };
  let rows = 0;
  for (const part of parts) {
    for (const row of observations.rows(part, 'files')) {
      for (const { index, scale, data } of taken) data.push(stored(row[index], scale));
      rows += 1;
      if (rows % ROWS_AT_A_TIME === 0) writeGroup();
    }
  }
  if (rows === 0 || rows % ROWS_AT_A_TIME > 0) writeGroup();
  writer.finish();
  return factsOf(folder, path);
}

function element({ name, type, required }: RelationColumn, scale: number) {
  const repetition_type = required ? ('REQUIRED' as const) : ('OPTIONAL' as const);
  if (type === 'integer') return { name, type: 'INT32' as const, repetition_type };
  if (type !== 'decimal') return { name, type: 'BYTE_ARRAY' as const, converted_type: 'UTF8' as const, repetition_type };
  return {
    name,
    type: 'FIXED_LEN_BYTE_ARRAY' as const,
    type_length: DECIMAL_BYTES,
    converted_type: 'DECIMAL' as const,
    precision: PRECISION,
    scale,
    repetition_type,
  };
}

/** A decimal as a whole number of units in the last place that the column has. */
function stored(value: Value, scale: number): Value {
  if (typeof value !== 'object') return value;
  const units = typeof value.coefficient === 'number' ? value.coefficient * 10 ** (scale - value.places) : Number.NaN;
  return Number.isSafeInteger(units) ? BigInt(units) : BigInt(value.coefficient) * 10n ** BigInt(scale - value.places);
}
