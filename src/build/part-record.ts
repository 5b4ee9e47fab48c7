/** What the pages of several units show of a part, and what the whole must know of it: compiled once, and kept. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { digestOf } from '../archive/digest.ts';
import { type Part, partOf } from '../archive/parts.ts';
import type { Archive, Whole } from '../domain/archive.ts';
import { shownAcrossUnits, wholeOf } from '../views/whole.ts';

export interface PartRecord {
  readonly part: Part;
  readonly whole: Whole;
}

const FILE = 'record';

/** `compiled` is the part by itself, as are the declarations. */
export function recordOf(compiled: Archive, units: readonly string[], declarations: Archive): PartRecord {
  const part = partOf(digestOf(compiled), units, declarations);
  return { part: { ...part, observations: shownAcrossUnits(compiled) }, whole: wholeOf(compiled) };
}

export function writeRecord(folder: string, record: PartRecord): void {
  writeFileSync(join(folder, FILE), serialize(record));
}

export function readRecord(folder: string): PartRecord {
  return deserialize(readFileSync(join(folder, FILE))) as PartRecord;
}
