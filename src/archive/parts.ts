/**
 * An archive in parts, each some units with the declarations that all share: a part is itself an archive, compiled by
 * itself, since nothing that is read, checked or printed of a unit depends on the files of another.
 */
import type { Archive } from '../domain/archive.ts';
import type { Finding } from '../domain/finding.ts';
import type { ArchiveFiles } from '../reading/files.ts';
import { ParsedTexts } from '../reading/parsed-texts.ts';
import { byPlace, UNMATCHED } from './findings.ts';

const OF_UNIT = /^(?:content\/units\/([^/]+)\.mdx$|(?:content|data)\/disclosures\/([^/]+)\/)/;
const DOCUMENT = /^content\/disclosures\/([^/]+)\/[^/]+\.mdx$/;

/** The unit that a file is of; nothing for a declaration. */
function unitOf(path: string): string | undefined {
  const [, described, disclosing] = OF_UNIT.exec(path) ?? [];
  return described ?? disclosing;
}

/** Units in the order of their files, in lists of so many disclosures; the last of a list may go beyond it. */
export function unitsInParts({ paths }: ArchiveFiles, disclosures: number): string[][] {
  const sizes = new Map<string, number>();
  for (const path of paths) {
    const unit = unitOf(path);
    if (unit !== undefined) sizes.set(unit, (sizes.get(unit) ?? 0) + (DOCUMENT.test(path) ? 1 : 0));
  }
  const parts: string[][] = [];
  let room = 0;
  for (const [unit, size] of [...sizes].sort(([a], [b]) => (`${a}/` < `${b}/` ? -1 : 1))) {
    if (room <= 0) {
      parts.push([]);
      room = disclosures;
    }
    parts.at(-1)?.push(unit);
    room -= size;
  }
  return parts;
}

/** The files of the archive in parts: the declarations, by themselves and with those of each list of units. */
export function filesInParts(
  files: ArchiveFiles,
  parts: readonly (readonly string[])[],
): { declarations: ArchiveFiles; parts: ArchiveFiles[] } {
  const declared: string[] = [];
  const partOf = new Map(parts.flatMap((units, index) => units.map((unit) => [unit, index] as const)));
  const own = parts.map((): string[] => []);
  for (const path of files.paths) {
    const unit = unitOf(path);
    if (unit === undefined) declared.push(path);
    else own[partOf.get(unit) ?? -1]?.push(path);
  }
  const some = (paths: readonly string[]): ArchiveFiles => {
    const known = new Set(paths);
    return { paths, has: (path) => known.has(path), read: (path) => files.read(path) };
  };
  return { declarations: some(declared), parts: own.map((paths) => some([...declared, ...paths].sort())) };
}

/** Remembers, from part to part, what is declared for all of them. */
export function sharedDeclarations(): ParsedTexts {
  return new ParsedTexts((file) => unitOf(file) === undefined);
}

/** The whole, from its declarations and its parts in order. The declarations' own findings stand in each part. */
export function joinParts(declarations: Archive, parts: readonly Archive[], digest: string): Archive {
  const said = new Set(declarations.findings.map(identity));
  return {
    ...declarations,
    digest,
    units: new Map(parts.flatMap(({ units }) => [...units])),
    disclosures: new Map(parts.flatMap(({ disclosures }) => [...disclosures])),
    observations: parts.flatMap(({ observations }) => observations),
    claims: parts.flatMap(({ claims }) => claims),
    findings: [
      ...declarations.findings.filter((finding) => finding.rule !== UNMATCHED || parts.every((part) => holds(part, finding))),
      ...parts.flatMap(({ findings }) => findings.filter((finding) => !said.has(identity(finding)))),
    ].sort(byPlace),
  };
}

/** An acknowledgement matches nothing only where no part has what it is about. */
function holds({ findings }: Archive, finding: Finding): boolean {
  const wanted = identity(finding);
  return findings.some((each) => each.rule === UNMATCHED && identity(each) === wanted);
}

function identity(finding: Finding): string {
  return JSON.stringify(finding);
}
