/** What the pages of several units show of a part, and what the whole must know of it: compiled once, and kept. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { digestOf } from '../archive/digest.ts';
import { type Part, partOf } from '../archive/parts.ts';
import type { Archive, Whole } from '../domain/archive.ts';
import { type MentionedCodes, mentionedCodes, shownAcrossUnits, wholeOf } from '../views/whole.ts';
import { packLedger, unpackLedger } from './packed-observations.ts';

export interface PartRecord {
  readonly part: Part;
  readonly whole: Whole;
  /** What its pages can ask of the whole. */
  readonly mentioned: MentionedCodes;
}

const FILE = 'record';

/** `compiled` is the part by itself, as are the declarations. */
export function recordOf(compiled: Archive, units: readonly string[], declarations: Archive): PartRecord {
  const part = partOf(digestOf(compiled), units, declarations);
  return { part: { ...part, observations: shownAcrossUnits(compiled) }, whole: wholeOf(compiled), mentioned: mentionedCodes(compiled) };
}

export function writeRecord(folder: string, { part: { observations, claims, ...part }, ...facts }: PartRecord): void {
  writeFileSync(join(folder, FILE), serialize({ part, ledger: packLedger(observations, claims), facts } satisfies Written));
}

export function readRecord(folder: string): PartRecord {
  const { part, ledger, facts } = deserialize(readFileSync(join(folder, FILE))) as Written;
  return { part: { ...part, ...unpackLedger(ledger) }, ...facts };
}

/** As it stands in the file. */
interface Written {
  readonly facts: Omit<PartRecord, 'part'>;
  readonly part: Omit<Part, 'observations' | 'claims'>;
  readonly ledger: ReturnType<typeof packLedger>;
}
