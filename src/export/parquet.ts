/** Observations as Parquet, whose decimals are exact: one file, and one for each region and year for large archives. */

import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { ByteWriter, fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { Archive, Observation } from '../domain/archive.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import { minorPlaces, mostPlaces } from './base-amount.ts';
import { FileSink, factsOf, writePlain } from './file-sink.ts';
import { observations } from './relations/observations.ts';
import { columnsOf, type RelationColumn, type Value } from './relations/relation.ts';

/** Wide enough for any sum; the same in every part of an archive, so that parts can be read as one. */
const PRECISION = 38;
const DECIMAL_BYTES = 16;
const ROWS_AT_A_TIME = 50_000;
const LENGTH_BYTES = 4;
const CREATED_BY = 'mingzhang';

type SchemaElement = ParquetWriter['schema'][number];
type RowGroup = ParquetWriter['row_groups'][number];

/** Of a part in a volume: groups of rows as they stand in a file, and where in it each column of them is. */
const GROUPS = { bytes: 'data/observations.rows', places: 'data/observations.places.v8' };

/** What stands before the first group. */
const MAGIC_BYTES = 4;

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

  add(part: Archive): void {
    const groups = Map.groupBy(part.observations, ({ unit, year }) => partitionOf(part.units.get(unit)?.region ?? '', year));
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

/** A part's observations below `top`, a file for each region and year; the same rows are kept in `folder` for `joinParquet`. */
export function writePartitions(part: Archive, site: string, top: string, name: string, folder: string): void {
  const bytes = new FileSink(folder, GROUPS.bytes);
  const places: RowGroup[] = [];
  let before = 0;
  const columns = columnsOf(observations, 'files');
  const [region, year] = ['region', 'year'].map((wanted) => columns.findIndex(({ name: own }) => own === wanted)) as [number, number];
  const groups = Map.groupBy(observations.rows(part, 'files'), (row) => partitionOf(row[region], row[year]));
  for (const [place, own] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { schema, columns: taken } = columnsIn(part, []);
    const file = new ByteWriter();
    const writer = new ParquetWriter({ writer: file, schema, createdBy: CREATED_BY });
    for (const row of own) take(taken, row);
    writer.write({ columnData: columnData(taken), rowGroupSize: own.length });
    const end = file.offset;
    writer.finish();
    const whole = Buffer.from(file.getBytes());
    writePlain(site, `${top}/${place}/${name}.parquet`, whole);
    bytes.append(whole.subarray(MAGIC_BYTES, end));
    places.push(...writer.row_groups.map((group) => moved(group, before - MAGIC_BYTES)));
    before += end - MAGIC_BYTES;
  }
  bytes.close();
  writePlain(folder, GROUPS.places, serialize(places));
}

/** One file of the groups of rows that `writePartitions` has kept, as they are; only where they stand is said anew. */
export function joinParquet(folder: string, path: string, archive: Archive, kept: readonly string[]): FileFacts {
  const place = join(folder, path);
  mkdirSync(dirname(place), { recursive: true });
  const file = fileWriter(place);
  const writer = new ParquetWriter({ writer: file, schema: columnsIn(archive, []).schema, createdBy: CREATED_BY });
  for (const part of kept) {
    const groups = deserialize(readFileSync(join(part, GROUPS.places))) as RowGroup[];
    for (const group of groups) {
      writer.row_groups.push(moved(group, file.offset));
      writer.num_rows += group.num_rows;
    }
    file.appendBytes(readFileSync(join(part, GROUPS.bytes)));
    file.flush?.();
  }
  writer.finish();
  return factsOf(folder, path);
}

/** The same columns, so many bytes further on in their file. */
function moved(group: RowGroup, by: number): RowGroup {
  return {
    ...group,
    columns: group.columns.map(({ file_offset, meta_data, ...rest }) => ({
      ...rest,
      file_offset: file_offset + BigInt(by),
      ...(meta_data
        ? {
            meta_data: {
              ...meta_data,
              data_page_offset: meta_data.data_page_offset + BigInt(by),
              ...(meta_data.dictionary_page_offset === undefined
                ? {}
                : { dictionary_page_offset: meta_data.dictionary_page_offset + BigInt(by) }),
            },
          }
        : {}),
    })),
  };
}

function write(folder: string, path: string, parts: Iterable<Archive>, without: readonly string[], whole: Archive): FileFacts {
  const { schema, columns } = columnsIn(whole, without);
  const place = join(folder, path);
  mkdirSync(dirname(place), { recursive: true });
  const writer = new ParquetWriter({ writer: fileWriter(place), schema, createdBy: CREATED_BY });
  const writeGroup = (): void => {
    writer.write({ columnData: columnData(columns), rowGroupSize: ROWS_AT_A_TIME });
  };
  let rows = 0;
  for (const part of parts) {
    for (const row of observations.rows(part, 'files')) {
      take(columns, row);
      rows += 1;
      if (rows % ROWS_AT_A_TIME === 0) writeGroup();
    }
  }
  if (rows === 0 || rows % ROWS_AT_A_TIME > 0) writeGroup();
  writer.finish();
  return factsOf(folder, path);
}

/** What questions choose rows by: of these columns each group says its least and its most, so that a reader may leave it out. */
const ASKED_BY: ReadonlySet<string> = new Set(['unit', 'region', 'year', 'stage', 'classification', 'code', 'amount', 'disclosure']);

interface TakenColumn {
  readonly name: string;
  /** In a row. */
  readonly index: number;
  readonly scale: number;
  readonly data: Value[];
}

function columnsIn(
  whole: Archive,
  without: readonly string[],
): { readonly schema: SchemaElement[]; readonly columns: readonly TakenColumn[] } {
  const scales: Readonly<Record<string, number>> = { value: mostPlaces(whole), amount: minorPlaces(whole) };
  const columns = columnsOf(observations, 'files')
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => !without.includes(column.name));
  return {
    schema: [
      { name: 'observations', num_children: columns.length },
      ...columns.map(({ column }) => element(column, scales[column.name] ?? 0)),
    ],
    columns: columns.map(({ column: { name }, index }) => ({ name, index, scale: scales[name] ?? 0, data: [] })),
  };
}

function take(columns: readonly TakenColumn[], row: readonly Value[]): void {
  for (const { index, scale, data } of columns) data.push(stored(row[index], scale));
}

/** What was taken since it was asked for last. Pages are few: nobody needs an index of them. */
function columnData(columns: readonly TakenColumn[]) {
  return columns.map(({ name, data }) => ({ name, data: data.splice(0), offsetIndex: false, statistics: ASKED_BY.has(name) }));
}

function partitionOf(region: Value, year: Value): string {
  return `region=${region}/year=${year}`;
}

function element({ name, type, required }: RelationColumn, scale: number): SchemaElement {
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
