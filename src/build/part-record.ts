/** What is known of a part when it has been compiled by itself: what the others must know, and what pages of several units show. Both are kept. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { blockingFindings } from '../archive/blocking.ts';
import { digestOf } from '../archive/digest.ts';
import { type Part, partOf } from '../archive/parts.ts';
import type { Archive, Unit, Whole } from '../domain/archive.ts';
import { type MentionedCodes, mentionedCodes, shownAcrossUnits, wholeOf } from '../views/whole.ts';
import { packLedger, unpackLedger } from './packed-observations.ts';

/** Little, so that that of all parts can be read before the whole archive is wanted. */
export interface PartFacts {
  readonly whole: Whole;
  /** What its pages can ask of the whole. */
  readonly mentioned: MentionedCodes;
  /** With no more of them than pages of units below them show. */
  readonly units: readonly Unit[];
  /** An archive with such a part is not published. */
  readonly hasErrors: boolean;
}

export interface PartRecord {
  readonly part: Part;
  readonly facts: PartFacts;
}

const RECORD = 'record';
const FACTS = 'facts';

/** `compiled` is the part by itself, as are the declarations. */
export function recordOf(compiled: Archive, units: readonly string[], declarations: Archive): PartRecord {
  const part = partOf(digestOf(compiled), units, declarations);
  return {
    part: { ...part, observations: shownAcrossUnits(compiled) },
    facts: {
      whole: wholeOf(compiled),
      mentioned: mentionedCodes(compiled),
      units: [...part.units.values()].map((unit) => ({
        ...unit,
        narrative: { html: '', headings: [], text: '', sections: [] },
        version: '',
      })),
      hasErrors: blockingFindings(part).length > 0,
    },
  };
}

export function writeRecord(folder: string, { part: { observations, claims, ...part }, facts }: PartRecord): void {
  writeFileSync(join(folder, RECORD), serialize({ part, ledger: packLedger(observations, claims) } satisfies Written));
  writeFileSync(join(folder, FACTS), serialize(facts));
}

export function readPart(folder: string): Part {
  const { part, ledger } = deserialize(readFileSync(join(folder, RECORD))) as Written;
  return { ...part, ...unpackLedger(ledger) };
}

export function readFacts(folder: string): PartFacts {
  return deserialize(readFileSync(join(folder, FACTS))) as PartFacts;
}

/** As it stands in the file. */
interface Written {
  readonly part: Omit<Part, 'observations' | 'claims'>;
  readonly ledger: ReturnType<typeof packLedger>;
}
