/** Observations as Parquet, whose decimals are exact: one file, and one for each region and year for large archives. */

import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileWriter, parquetWriteRows } from 'hyparquet-writer';
import type { Archive, Observation } from '../domain/archive.ts';
import { exact } from '../domain/exact.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import { minorPlaces } from './base-amount.ts';
import { factsOf } from './file-sink.ts';
import { observations } from './relations/observations.ts';
import { columnsOf, type RelationColumn, type Value } from './relations/relation.ts';

/** Wide enough for any sum; the same in every part of an archive, so that parts can be read as one. */
const PRECISION = 38;
const DECIMAL_BYTES = 16;
/** 元 printed as 万元 with six decimals. */
const USUAL_PLACES = 6;
const ROWS_AT_A_TIME = 50_000;

export function writeParquet(folder: string, path: string, archive: Archive): FileFacts {
  return write(folder, path, archive, []);
}

/** `<top>/region=330481/year=2023/part.parquet`, the layout that DuckDB, Spark and Arrow call Hive partitioning. */
export function writePartitions(folder: string, top: string, archive: Archive): FileFacts[] {
  const parts = Map.groupBy(archive.observations, ({ unit, year }) => `region=${archive.units.get(unit)?.region ?? ''}/year=${year}`);
  return [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([part, own]) => write(folder, `${top}/${part}/part.parquet`, { ...archive, observations: own }, ['region', 'year'], archive));
}

function write(folder: string, path: string, archive: Archive, without: readonly string[], whole = archive): FileFacts {
  const scales: Readonly<Record<string, number>> = { value: mostPlaces(whole), amount: minorPlaces(whole) };
  const columns = columnsOf(observations, 'files')
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => !without.includes(column.name));
  const place = join(folder, path);
  mkdirSync(dirname(place), { recursive: true });
  parquetWriteRows({
    writer: fileWriter(place),
    columns: columns.map(({ column }) => ({ name: column.name })),
    schema: [
      { name: 'observations', num_children: columns.length },
      ...columns.map(({ column }) => element(column, scales[column.name] ?? 0)),
    ],
    rows: rowsOf(archive, columns, scales),
    rowGroupSize: ROWS_AT_A_TIME,
    createdBy: 'mingzhang',
  });
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

function* rowsOf(
  archive: Archive,
  columns: readonly { readonly column: RelationColumn; readonly index: number }[],
  scales: Readonly<Record<string, number>>,
): Iterable<Record<string, Value>> {
  for (const row of observations.rows(archive, 'files'))
    yield Object.fromEntries(columns.map(({ column, index }) => [column.name, stored(row[index], scales[column.name] ?? 0)]));
}

/** A decimal as a whole number of units in the last place that the column has. */
function stored(value: Value, scale: number): Value {
  if (typeof value !== 'object') return value;
  return BigInt(value.coefficient) * 10n ** BigInt(scale - value.places);
}

function mostPlaces({ observations: all }: Archive): number {
  return all.reduce((most, { value }: Observation) => Math.max(most, exact(value).places), USUAL_PLACES);
}
