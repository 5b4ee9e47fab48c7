/**
 * An archive in parts, each some units with the declarations that all share: a part is itself an archive, compiled by
 * itself, since nothing that is read, checked or printed of a unit depends on the files of another.
 */
import { createHash } from 'node:crypto';
import type { Archive } from '../domain/archive.ts';
import type { Finding } from '../domain/finding.ts';
import { type ArchiveFiles, readingOnce } from '../reading/files.ts';
import { ParsedTexts } from '../reading/parsed-texts.ts';
import { ACKNOWLEDGED, CORRECTIONS } from '../reading/paths.ts';
import { byPlace } from './findings.ts';

const OF_UNIT = /^(?:content\/units\/([^/]+)\.mdx$|(?:content|data)\/disclosures\/([^/]+)\/)/;
const DOCUMENT = /^content\/disclosures\/([^/]+)\/[^/]+\.mdx$/;

/** Declarations that list cells of single documents, a row each: what they say of one part is nothing to the others. */
export const LISTS: readonly string[] = [ACKNOWLEDGED, CORRECTIONS];

/** The unit that a file is of; nothing for a declaration. */
function unitOf(path: string): string | undefined {
  const [, described, disclosing] = OF_UNIT.exec(path) ?? [];
  return described ?? disclosing;
}

/**
 * Units in the order of their files, in lists of at most so many disclosures, or of one unit that has more. A list that
 * is too long is divided before the unit whose name is drawn first: one that comes or goes changes the list that it is
 * in, and seldom one beside it.
 */
export function unitsInParts({ paths }: ArchiveFiles, most: number): string[][] {
  const disclosures = new Map<string, number>();
  for (const path of paths) {
    const unit = unitOf(path);
    if (unit !== undefined) disclosures.set(unit, (disclosures.get(unit) ?? 0) + (DOCUMENT.test(path) ? 1 : 0));
  }
  const units = [...disclosures]
    .map(([unit, count]) => ({ unit, count, lot: numberOf(unit) }))
    .sort((a, b) => (`${a.unit}/` < `${b.unit}/` ? -1 : 1));
  return units.length === 0 ? [] : divided(units, most).map((part) => part.map(({ unit }) => unit));
}

function divided<Drawn extends { readonly count: number; readonly lot: number }>(
  units: readonly Drawn[],
  most: number,
): (readonly Drawn[])[] {
  const [, ...others] = units;
  if (others.length === 0 || units.reduce((sum, { count }) => sum + count, 0) <= most) return [units];
  const first = others.reduce((first, unit) => (unit.lot < first.lot ? unit : first));
  const at = units.indexOf(first);
  return [...divided(units.slice(0, at), most), ...divided(units.slice(at), most)];
}

/** The same for a name everywhere, and as good as drawn by lot. */
function numberOf(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE();
}

export interface FilesInParts {
  readonly declarations: ArchiveFiles;
  /** Those of each list of units with the declarations. */
  readonly parts: readonly ArchiveFiles[];
  /** The files of each list of units alone. */
  readonly own: readonly (readonly string[])[];
}

export function filesInParts(files: ArchiveFiles, parts: readonly (readonly string[])[]): FilesInParts {
  const declared: string[] = [];
  const partOf = new Map(parts.flatMap((units, index) => units.map((unit) => [unit, index] as const)));
  const own = parts.map((): string[] => []);
  for (const path of files.paths) {
    const unit = unitOf(path);
    if (unit === undefined) declared.push(path);
    else own[partOf.get(unit) ?? -1]?.push(path);
  }
  const some = (paths: readonly string[], read: ArchiveFiles['read']): ArchiveFiles => {
    const known = new Set(paths);
    return { paths, has: (path) => known.has(path), read };
  };
  // Every part reads them.
  const declarations = readingOnce(some(declared, (path) => files.read(path)));
  const ofPart = (path: string): Uint8Array => (declarations.has(path) ? declarations.read(path) : files.read(path));
  return { declarations, parts: own.map((paths) => some([...declared, ...paths].sort(), ofPart)), own };
}

/** Remembers, from part to part, what is declared for all of them. */
export function sharedDeclarations(): ParsedTexts {
  return new ParsedTexts((file) => unitOf(file) === undefined);
}

/** What a part adds to the whole. */
export type Part = Pick<Archive, 'units' | 'disclosures' | 'observations' | 'claims' | 'findings'>;

/**
 * Without what the declarations by themselves have to say, and of the lists of cells only what is about the part's own
 * units: nothing here depends on any other part.
 */
export function partOf(part: Archive, units: readonly string[], declarations: Archive): Part {
  const own = new Set(units);
  const said = new Set(declarations.findings.map(identity));
  return {
    units: part.units,
    disclosures: part.disclosures,
    observations: part.observations,
    claims: part.claims,
    findings: part.findings.filter((finding) => (isOfList(finding) ? own.has(unitOfCell(finding) ?? '') : !said.has(identity(finding)))),
  };
}

/** The whole, from its declarations and its parts in order. Of a row in a list of cells the part that has the unit knows whether it holds. */
export function joinParts(declarations: Archive, units: readonly (readonly string[])[], parts: readonly Part[], digest: string): Archive {
  const known = new Set(units.flat());
  return {
    ...declarations,
    digest,
    units: new Map(parts.flatMap((part) => [...part.units])),
    disclosures: new Map(parts.flatMap(({ disclosures }) => [...disclosures])),
    observations: parts.flatMap(({ observations }) => observations),
    claims: parts.flatMap(({ claims }) => claims),
    findings: [
      ...declarations.findings.filter((finding) => !isOfList(finding) || !known.has(unitOfCell(finding) ?? '')),
      ...parts.flatMap(({ findings }) => findings),
    ].sort(byPlace),
  };
}

function isOfList({ place }: Finding): boolean {
  return LISTS.includes(place.file);
}

/** A cell, or, where a number of a person is acknowledged, a file. */
function unitOfCell({ values, cell = values.cell }: Finding): string | undefined {
  return cell === undefined ? undefined : (unitOf(cell) ?? cell.split('/', 1)[0]);
}

function identity(finding: Finding): string {
  return JSON.stringify(finding);
}

/**
 * The rows of a list of cells that a part depends on, each with its line: all but those that name units of other parts
 * alone. A list whose rows cannot be told apart is one row.
 */
export function rowsOfPart(list: string, units: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  const rows: { readonly line: number; text: string }[] = [];
  let open = false;
  for (const [index, text] of list.split('\n').entries()) {
    const last = rows.at(-1);
    if (open && last) last.text += `\n${text}`;
    else rows.push({ line: index + 1, text });
    if (text.split('"').length % 2 === 0) open = !open;
  }
  if (open) return [list];
  return rows.flatMap(({ line, text }) => {
    const named = [...text.matchAll(/([^,"/#\s]+)\//g)].map(([, name = '']) => name);
    const isOfOthers = line > 1 && named.some((name) => others.has(name)) && !named.some((name) => units.has(name));
    return isOfOthers || text.trim() === '' ? [] : [`${line} ${text}`];
  });
}
