/** An archive in parts, each with the digest of all that its results are made from. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { filesInParts, LISTS, rowsOfPart, unitsInParts } from '../archive/parts.ts';
import type { Unit, Whole } from '../domain/archive.ts';
import { type FileDigests, fileDigests, versionOf } from '../reading/archive-digest.ts';
import type { ArchiveFiles } from '../reading/files.ts';

/** Disclosures in a part of a large archive, at most: a change makes so many anew, and some hundred megabytes hold them. */
const IN_A_PART = 64;

/** Parts of a smaller one. */
const AT_LEAST = 8;

export type ResultKind = 'record' | 'pages' | 'subject' | 'shard' | 'renderer';

/** How the keys of all records begin. */
export const RECORDS: `${ResultKind}-` = 'record-';

export interface PlannedPart {
  readonly units: readonly string[];
  readonly files: ArchiveFiles;
  readonly disclosures: readonly { readonly unit: string; readonly id: string }[];
  /** Of what is known of its units by themselves: its record. */
  readonly key: string;
}

export interface PartPlan {
  readonly declarations: ArchiveFiles;
  /** Of the declarations, but for the lists of single cells. */
  readonly declared: string;
  /** In the order of their units. */
  readonly parts: readonly PlannedPart[];
  /** The archive's version. */
  readonly digest: string;
}

const DOCUMENT = /^content\/disclosures\/([^/]+)\/([^/]+)\.mdx$/;

/** `generator` is the digest of the program. */
export function planParts(files: ArchiveFiles, generator: string, digests = fileDigests(files)): PartPlan {
  const units = unitsInParts(files, mostInPart(disclosuresIn(files)));
  const { declarations, parts, own } = filesInParts(files, units);
  const lists = LISTS.filter((path) => declarations.has(path)).map((path) => Buffer.from(files.read(path)).toString());
  const declared = digestOfFiles(
    digests,
    declarations.paths.filter((path) => !LISTS.includes(path)),
  );
  const all = new Set(units.flat());
  return {
    declarations,
    declared,
    digest: versionOf(digests),
    parts: units.map((list, index) => {
      const paths = own[index] ?? [];
      const ownUnits = new Set(list);
      const rows = lists.map((text) => rowsOfPart(text, ownUnits, all));
      return {
        units: list,
        files: parts[index] as ArchiveFiles,
        disclosures: paths.flatMap((path) => {
          const [, unit, id] = DOCUMENT.exec(path) ?? [];
          return unit !== undefined && id !== undefined ? [{ unit, id }] : [];
        }),
        key: keyOf(
          'record',
          generator,
          declared,
          LISTS.map((path) => declarations.has(path)),
          rows,
          digestOfFiles(digests, paths),
        ),
      };
    }),
  };
}

/** A power of two, so that a growing archive is parted anew only when it has doubled. */
function mostInPart(disclosures: number): number {
  return Math.min(IN_A_PART, 2 ** Math.floor(Math.log2(Math.max(1, disclosures / AT_LEAST))));
}

export function disclosuresIn({ paths }: ArchiveFiles): number {
  return paths.filter((path) => DOCUMENT.test(path)).length;
}

/** Of what is made of a part for the site: of all that it is told. `parents` are units of other parts that its own name. */
export function pagesKey(part: PlannedPart, base: string, whole: Whole, parents: readonly Unit[]): string {
  const codes = [...whole.codes].map(([name, own]) => [name, [...own]]);
  return keyOf('pages', part.key, base, { ...whole, codes }, parents);
}

/** Of the program: all that runs, the packages, and what runs it. */
export function generatorDigest(root: string): string {
  const digest = createHash('sha256').update(process.version);
  const places = ['src', 'public']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.') && !entry.parentPath.includes(`src${sep}testing`))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const place of [...places, ...['astro.config.mjs', 'tsconfig.json', 'package-lock.json'].map((name) => join(root, name))])
    digest.update(`\n${relative(root, place).split(sep).join('/')}\n`).update(readFileSync(place));
  return digest.digest('hex');
}

/** What a result is, and the digest of all that it is made from. */
export function keyOf(kind: ResultKind, ...of: readonly unknown[]): string {
  return `${kind}-${digestOf(of)}`;
}

function digestOf(of: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 40);
}

/** With the names of kept sources, whose contents nothing depends on. */
function digestOfFiles(digests: FileDigests, paths: readonly string[]): string {
  return digestOf(paths.map((path) => [path, digests.get(path) ?? '']));
}
