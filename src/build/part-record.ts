/**
 * What is known of a part when it has been compiled by itself, and kept: what the others must know, its documents as
 * pages of several units show them, and what it shows of each code and measure.
 */
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { blockingFindings } from '../archive/blocking.ts';
import { digestOf, NO_NARRATIVE } from '../archive/digest.ts';
import { type Part, partOf } from '../archive/parts.ts';
import type { Archive, Unit, Whole } from '../domain/archive.ts';
import { type MentionedCodes, mentionedCodes, shownBySubject, shownOfAll, wholeOf } from '../views/whole.ts';
import { type Contribution, completed, contributionOf, digestOfContribution } from './contributions.ts';
import { packClaims, packObservations, unpackClaims, unpackObservations } from './packed-observations.ts';

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
  /** Without its observations, of which there are millions: some are read when they are asked for. */
  readonly part: Part;
  readonly facts: PartFacts;
  /** By code or measure, of all that is shown of it. */
  readonly digests: ReadonlyMap<string, string>;
  /** By code or measure. */
  readonly contributions: ReadonlyMap<string, Contribution>;
}

/** Where the contributions of a part are: plain data, since it goes from process to process. */
export interface ContributionPlaces {
  readonly file: string;
  readonly places: ReadonlyMap<string, Place>;
}

interface Place {
  readonly at: number;
  readonly length: number;
}

/** What a part shows of codes and measures: digests, and where it is. */
export interface PartShown extends ContributionPlaces, Pick<PartRecord, 'digests'> {}

/** Among the contributions: what pages of no single code or measure show. */
export const OF_ALL = '';

const PART = 'part';
const FACTS = 'facts';
const SHOWN = 'shown';
const CONTRIBUTIONS = 'contributions';

/** `compiled` is the part by itself, as are the declarations. */
export function recordOf(compiled: Archive, units: readonly string[], declarations: Archive): PartRecord {
  const part = partOf(digestOf(compiled), units, declarations);
  const shown = new Map([...shownBySubject(compiled)].map(([id, own]) => [id, contributionOf(compiled, own)]));
  const digests = [...shown].map(
    ([id, own]) => [id, digestOfContribution(completed(id, compiled, own, (other) => shown.get(other)))] as const,
  );
  return {
    part: { ...part, observations: [] },
    facts: {
      whole: wholeOf(compiled),
      mentioned: mentionedCodes(compiled),
      units: [...part.units.values()].map((unit) => ({ ...unit, narrative: NO_NARRATIVE, version: '' })),
      hasErrors: blockingFindings(part).length > 0,
    },
    digests: new Map(digests),
    contributions: new Map([[OF_ALL, contributionOf(compiled, shownOfAll(compiled))], ...shown]),
  };
}

export function writeRecord(folder: string, { part, facts, digests, contributions }: PartRecord): void {
  const pieces: Buffer[] = [];
  const places = new Map<string, Place>();
  let at = 0;
  for (const [id, { observations, ...names }] of contributions) {
    const piece = serialize({ packed: packObservations(observations), ...names } satisfies PackedContribution);
    pieces.push(piece);
    places.set(id, { at, length: piece.length });
    at += piece.length;
  }
  writeFileSync(join(folder, PART), serialize({ ...part, claims: packClaims(part.claims) } satisfies PackedPart));
  writeFileSync(join(folder, FACTS), serialize(facts));
  writeFileSync(join(folder, SHOWN), serialize({ digests, places }));
  writeFileSync(join(folder, CONTRIBUTIONS), Buffer.concat(pieces));
}

export function readPart(folder: string): Part {
  const { claims, ...part } = deserialize(readFileSync(join(folder, PART))) as PackedPart;
  return { ...part, claims: unpackClaims(claims) };
}

export function readFacts(folder: string): PartFacts {
  return deserialize(readFileSync(join(folder, FACTS))) as PartFacts;
}

export function readShown(folder: string): PartShown {
  const { digests, places } = deserialize(readFileSync(join(folder, SHOWN))) as Pick<PartShown, 'digests' | 'places'>;
  return { digests, places, file: join(folder, CONTRIBUTIONS) };
}

/** Some of the contributions of a part; nothing where it has none. */
export function readContributions({ file, places }: ContributionPlaces, ids: readonly string[]): (Contribution | undefined)[] {
  const wanted = ids.map((id) => places.get(id));
  if (wanted.every((place) => place === undefined)) return ids.map(() => undefined);
  const opened = openSync(file, 'r');
  try {
    return wanted.map((place) => {
      if (!place) return undefined;
      const bytes = Buffer.alloc(place.length);
      for (let read = 0; read < place.length; ) read += readSync(opened, bytes, read, place.length - read, place.at + read);
      const { packed, ...names } = deserialize(bytes) as PackedContribution;
      return { observations: unpackObservations(packed), ...names };
    });
  } finally {
    closeSync(opened);
  }
}

/** As they stand in their files. */
interface PackedPart extends Omit<Part, 'claims'> {
  readonly claims: ReturnType<typeof packClaims>;
}

interface PackedContribution extends Omit<Contribution, 'observations'> {
  readonly packed: ReturnType<typeof packObservations>;
}
