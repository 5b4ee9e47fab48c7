/** An archive of any size, held as its digest; the records of its units are compiled again, a part at a time, when they are asked for. */
import { compileArchive } from '../archive/compile.ts';
import { digestOf } from '../archive/digest.ts';
import { filesInParts, joinParts, sharedDeclarations, unitsInParts } from '../archive/parts.ts';
import type { Archive, Whole } from '../domain/archive.ts';
import { archiveDigest } from '../reading/archive-digest.ts';
import { filesOnDisk } from '../reading/files.ts';
import { loadRules } from '../rules/load.ts';
import { joinWholes, shownAcrossUnits, wholeOf } from '../views/whole.ts';

/** Disclosures in a part: some hundred megabytes at most while it is made. */
export const IN_A_PART = 60;

/** Below it an archive is small enough to be held with all its records. */
const LARGE = 200;

export interface LargeArchive {
  readonly archive: Archive;
  /** Its parts in order, each with all its records; one at a time is held. */
  readonly parts: () => Iterable<Archive>;
}

/** `large`: how many disclosures are too many to be held with all their records. */
export async function compileInParts(root: string, large = LARGE, inPart = IN_A_PART): Promise<LargeArchive> {
  const files = filesOnDisk(root);
  const rules = await loadRules();
  const lists = unitsInParts(files, inPart);
  if (files.paths.filter((path) => path.startsWith('content/disclosures/')).length < large) {
    const archive = compileArchive(files, rules);
    return { archive, parts: () => [archive] };
  }
  const { declarations, parts } = filesInParts(files, lists);
  const parsed = sharedDeclarations();
  const digest = archiveDigest(files);
  const wholes: Whole[] = [];
  const digests = parts.map((part) => {
    const compiled = compileArchive(part, rules, { parsed, digest });
    wholes.push(wholeOf(compiled));
    return { ...digestOf(compiled), observations: shownAcrossUnits(compiled) };
  });
  const joined = joinParts(compileArchive(declarations, rules, { parsed, digest }), digests, digest);
  const whole = joinWholes(wholes);
  return {
    archive: { ...joined, whole },
    *parts() {
      for (const part of parts) yield { ...compileArchive(part, rules, { parsed, digest }), whole };
    },
  };
}
