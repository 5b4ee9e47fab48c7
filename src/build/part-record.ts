/** What the pages of several units show of a part, and what the whole must know of it: compiled once, and kept. */
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { digestOf } from '../archive/digest.ts';
import { type Part, partOf } from '../archive/parts.ts';
import type { Archive, Whole } from '../domain/archive.ts';
import { type MentionedCodes, mentionedCodes, shownBySubject, shownOfAll, wholeOf } from '../views/whole.ts';
import { type Contribution, completed, contributionOf, digestOfContribution } from './contributions.ts';
import { packClaims, packObservations, unpackClaims, unpackObservations } from './packed-observations.ts';

/** Without its observations, of which there are millions: some are read when they are asked for. */
export interface PartRecord {
  readonly part: Part;
  readonly whole: Whole;
  /** What its pages can ask of the whole. */
  readonly mentioned: MentionedCodes;
  /** By code or measure, of all that is shown of it. */
  readonly digests: ReadonlyMap<string, string>;
}

/** What is shown of a part, by code or measure. */
export type Contributions = ReadonlyMap<string, Contribution>;

/** Among the contributions: what pages of no single code or measure show. */
export const OF_ALL = '';

const FILE = 'record';
const CONTRIBUTIONS = 'contributions';

/** `compiled` is the part by itself, as are the declarations. */
export function recordOf(
  compiled: Archive,
  units: readonly string[],
  declarations: Archive,
): { readonly record: PartRecord; readonly contributions: Contributions } {
  const part = partOf(digestOf(compiled), units, declarations);
  const shown = new Map([...shownBySubject(compiled)].map(([id, own]) => [id, contributionOf(compiled, own)]));
  const digests = [...shown].map(
    ([id, own]) => [id, digestOfContribution(completed(id, compiled, own, (other) => shown.get(other)))] as const,
  );
  return {
    record: {
      part: { ...part, observations: [] },
      whole: wholeOf(compiled),
      mentioned: mentionedCodes(compiled),
      digests: new Map(digests),
    },
    contributions: new Map([[OF_ALL, contributionOf(compiled, shownOfAll(compiled))], ...shown]),
  };
}

export function writeRecord(folder: string, { record, contributions }: ReturnType<typeof recordOf>): void {
  const { part, ...rest } = record;
  const pieces: Buffer[] = [];
  const places = new Map<string, Place>();
  let at = 0;
  for (const [id, { observations, ...names }] of contributions) {
    const piece = serialize({ packed: packObservations(observations), ...names } satisfies Packed);
    pieces.push(piece);
    places.set(id, { at, length: piece.length });
    at += piece.length;
  }
  writeFileSync(join(folder, CONTRIBUTIONS), Buffer.concat(pieces));
  writeFileSync(join(folder, FILE), serialize({ ...rest, part: { ...part, claims: packClaims(part.claims) }, places } satisfies Written));
}

/** A record, and where the observations are. */
export interface ReadRecord extends PartRecord {
  readonly shown: ShownOfPart;
}

export function readRecord(folder: string): ReadRecord {
  const { part, places, ...rest } = deserialize(readFileSync(join(folder, FILE))) as Written;
  return { ...rest, part: { ...part, claims: unpackClaims(part.claims) }, shown: { file: join(folder, CONTRIBUTIONS), places } };
}

/** Where the contributions of a part are: plain data, since it goes from process to process. */
export interface ShownOfPart {
  readonly file: string;
  readonly places: ReadonlyMap<string, Place>;
}

interface Place {
  readonly at: number;
  readonly length: number;
}

/** Some of the contributions of a part; nothing where it has none. */
export function readContributions({ file, places }: ShownOfPart, ids: readonly string[]): (Contribution | undefined)[] {
  const wanted = ids.map((id) => places.get(id));
  if (wanted.every((place) => place === undefined)) return ids.map(() => undefined);
  const opened = openSync(file, 'r');
  try {
    return wanted.map((place) => {
      if (!place) return undefined;
      const bytes = Buffer.alloc(place.length);
      for (let read = 0; read < place.length; ) read += readSync(opened, bytes, read, place.length - read, place.at + read);
      const { packed, ...names } = deserialize(bytes) as Packed;
      return { observations: unpackObservations(packed), ...names };
    });
  } finally {
    closeSync(opened);
  }
}

/** A contribution as it stands in its file. */
interface Packed extends Omit<Contribution, 'observations'> {
  readonly packed: ReturnType<typeof packObservations>;
}

/** As it stands in its file. */
interface Written extends Omit<PartRecord, 'part'> {
  readonly part: Omit<Part, 'claims'> & { readonly claims: ReturnType<typeof packClaims> };
  readonly places: ReadonlyMap<string, Place>;
}
