/** Every amount of the archive in one table for programs: what it is of, and the cell that it came from. */
import type { Archive, Observation } from '../domain/archive.ts';
import { formatDecimal } from '../domain/decimal.ts';

const COLUMNS = [
  'unit',
  'disclosure',
  'cell',
  'year',
  'stage',
  'basis',
  'direction',
  'fund',
  'use',
  'classification',
  'code',
  'label',
  'measure',
  'value',
  'scale',
  'scope',
  'origin',
] as const satisfies readonly (keyof Observation)[];

export function observationsCsv({ observations }: Archive): string {
  const lines = observations.map((each) => COLUMNS.map((column) => field(column === 'value' ? formatDecimal(each.value) : each[column])));
  return [COLUMNS, ...lines].map((line) => `${line.join(',')}\n`).join('');
}

function field(value: unknown): string {
  const text = value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
