/** A published file as its container gives it → everything that it says about a budget, each figure with its place. */
import type { Classification, DisclosureType, Profile, TableKind } from '../../domain/declarations.ts';
import { plainLabel } from '../../reading/labels.ts';
import type { SourceDocument } from '../source-document.ts';
import { missingTables } from './contents.ts';
import { documentTitle } from './document-title.ts';
import { type DraftTable, draftTable } from './draft-table.ts';
import { labelLists } from './label-lists.ts';
import { looseTables } from './loose-tables.ts';
import { type KindMatch, matchKinds } from './match-kind.ts';
import type { Piece } from './piece.ts';
import { type Passage, type Printed, type PrintedTable, printedTables } from './printed-tables.ts';
import { subTables } from './sub-tables.ts';
import { comparableTitle, tableTitle } from './titles.ts';

/** What the archive declares, and whose document of which year this is. */
export interface Expected {
  readonly kinds: ReadonlyMap<string, TableKind>;
  readonly profiles: ReadonlyMap<string, Profile>;
  /** By name and version joined with a slash. */
  readonly classifications: ReadonlyMap<string, Classification>;
  readonly unitNames: readonly string[];
  readonly year: number;
  readonly type: DisclosureType;
  /** The profile asked for. */
  readonly profile?: string;
  /** The profile of the unit's other documents, preferred where several fit alike. */
  readonly usualProfile?: string;
}

/** A table named in the contents that the body does not have. */
export interface MissingTable {
  readonly id: string;
  readonly kind?: TableKind;
  readonly title: string;
  /** It stands before the table at this place in the list. */
  readonly before: number;
  /** Its title stands in the body too: it is printed, and was not read. */
  readonly unread: boolean;
  readonly piece: Piece;
}

export interface Recognised {
  readonly title: string;
  readonly titleGuessed: boolean;
  readonly scope: 'unit' | 'department';
  readonly profile?: Profile;
  /** The versions that its codes are read by. */
  readonly classifications: readonly Classification[];
  readonly scale?: string;
  readonly tables: readonly DraftTable[];
  readonly missing: readonly MissingTable[];
  readonly passages: readonly Passage[];
  readonly printed: Printed;
}

const OF_PROFILE = 0.08;
const OF_ANOTHER = -0.12;

export function recognise(document: SourceDocument, expected: Expected): Recognised {
  const inCells = printedTables(document);
  const loose = looseTables(inCells.passages, candidateKinds(expected), expected.unitNames, inCells.tables);
  const context = { year: expected.year, unitNames: expected.unitNames };
  const small = candidateKinds(expected);
  const whole = inCells.tables.flatMap((table) => {
    if (matchKinds(table, expected.kinds.values(), context).length > 0) return [table];
    const parts = [...subTables(table, small, expected.year), ...labelLists(table, small)];
    return parts.length > 0 ? parts : [table];
  });
  const printed: Printed = {
    ...inCells,
    tables: [...whole, ...loose.tables].sort(byPlace),
    passages: loose.passages,
    margins: [...inCells.margins, ...loose.margins],
  };
  const possible = printed.tables.map((table) => matchKinds(table, expected.kinds.values(), context));
  const profile = chooseProfile(possible, expected);
  const belongs = kindsOfProfiles(expected.profiles);
  const matches = possible.map((each, index) => {
    const hint = printed.tables[index]?.kind;
    return each.find(({ kind }) => kind.id === hint) ?? bestOf(each, profile, belongs);
  });
  const classifications = classificationsOf(expected, profile);
  const taken = new Map<string, number>();
  const tables = printed.tables.map((table, index): DraftTable => {
    const match = matches[index];
    return draftTable(table, match, freeId(idOf(match?.kind, profile), taken), { classifications });
  });
  for (const { kind, title: piece } of loose.unread) tables.push(unreadTable(kind, piece, freeId(idOf(kind, profile), taken)));
  const { title, guessed } = documentTitle(printed, expected);
  const scale = commonest(tables.flatMap((table) => table.scale ?? []));
  return {
    title,
    titleGuessed: guessed,
    scope: isOfDepartment(guessed ? printed.passages.map(({ piece }) => piece.text).join('') : title) ? 'department' : 'unit',
    ...(profile ? { profile } : {}),
    classifications,
    ...(scale ? { scale } : {}),
    tables,
    missing: missingTables(printed, tables, profile, expected, candidateKinds(expected), (kind) => freeId(idOf(kind, profile), taken)),
    passages: printed.passages,
    printed,
  };
}

/** Whose budget it is by the word that the document has oftener. */
function isOfDepartment(text: string): boolean {
  const plain = text.replace(/\s+/g, '');
  const count = (pattern: RegExp): number => [...plain.matchAll(pattern)].length;
  return count(/部门(?:预算|决算)/g) > count(/单位(?:预算|决算)/g);
}

/** A table that a text without cells prints and nobody but a person can read. */
function unreadTable(kind: TableKind, piece: Piece, id: string): DraftTable {
  const doubts = [{ text: '这张表以文字为主，原文没有画出格子，读不出来。请照原件录入。', place: piece.place }];
  const title = tableTitle(piece.text) ?? kind.title.zh;
  return { id, kind, title, state: 'not-transcribed', columns: [], rows: [], doubts, texts: [piece], place: piece.place, pages: [] };
}

/** Kinds of profiles that hold for this type and year, and of none. */
function candidateKinds({ kinds, profiles, type, year, profile }: Expected): TableKind[] {
  const holds = (each: Profile): boolean =>
    profile === undefined ? each.type === type && each.years[0] <= year && year <= each.years[1] : each.id === profile;
  const others = new Set([...profiles.values()].filter((each) => !holds(each)).flatMap(({ tables }) => tables));
  const own = new Set([...profiles.values()].filter(holds).flatMap(({ tables }) => tables));
  return [...kinds.values()].filter(({ id }) => own.has(id) || !others.has(id));
}

function byPlace({ place: a }: PrintedTable, { place: b }: PrintedTable): number {
  return (a.page ?? 0) - (b.page ?? 0) || (a.line ?? 0) - (b.line ?? 0);
}

/** The profile asked for; else the one, of those for this type and year, whose kinds fit the tables best. */
function chooseProfile(possible: readonly (readonly KindMatch[])[], expected: Expected): Profile | undefined {
  if (expected.profile !== undefined) return expected.profiles.get(expected.profile);
  const fitting = [...expected.profiles.values()].filter(
    ({ type, years }) => type === expected.type && years[0] <= expected.year && expected.year <= years[1],
  );
  const scored = fitting.map((profile) => {
    const kinds = new Set(profile.tables);
    const found = possible.map((matches) => matches.find(({ kind }) => kinds.has(kind.id))?.score ?? 0);
    const usual = profile.id === expected.usualProfile ? 0.5 : 0;
    return {
      profile,
      score: found.reduce((a, b) => a + b, 0) + usual,
      share: found.filter((score) => score > 0).length / Math.max(1, profile.tables.length),
    };
  });
  const [best] = scored.sort((a, b) => b.score - a.score || (a.profile.id < b.profile.id ? -1 : 1));
  return best && best.share >= 0.4 ? best.profile : undefined;
}

function kindsOfProfiles(profiles: ReadonlyMap<string, Profile>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id, tables } of profiles.values()) for (const kind of tables) found.set(kind, [...(found.get(kind) ?? []), id]);
  return found;
}

function bestOf(
  matches: readonly KindMatch[],
  profile: Profile | undefined,
  belongs: ReadonlyMap<string, readonly string[]>,
): KindMatch | undefined {
  const weighed = matches.map((match) => {
    const owners = belongs.get(match.kind.id) ?? [];
    const bonus = profile && owners.includes(profile.id) ? OF_PROFILE : owners.length > 0 && profile ? OF_ANOTHER : 0;
    return { match, score: match.score + bonus };
  });
  return weighed.sort((a, b) => b.score - a.score)[0]?.match;
}

/** The versions that the profile names; without one, of each the one nearest to the year. */
export function classificationsOf(
  { classifications, year }: Pick<Expected, 'classifications' | 'year'>,
  profile: Profile | undefined,
): readonly Classification[] {
  if (!profile) {
    const byName = Map.groupBy(classifications.values(), ({ name }) => name);
    return [...byName.values()].flatMap((versions) => {
      const away = ({ version }: Classification): number => Math.abs(Number(version) - year);
      return [...versions].sort((x, y) => away(x) - away(y) || (x.version < y.version ? -1 : 1))[0] ?? [];
    });
  }
  return Object.entries(profile.classifications).flatMap(([name, version]) => classifications.get(`${name}/${version}`) ?? []);
}

/** A kind's id without the word that it shares with its profile: the file is already in the profile's folder of documents. */
function idOf(kind: TableKind | undefined, profile: Profile | undefined): string {
  if (!kind) return 'table';
  const word = profile && `${profile.id.split('-')[0]}-`;
  return word && kind.id.startsWith(word) ? kind.id.slice(word.length) : kind.id;
}

function freeId(id: string, taken: Map<string, number>): string {
  const times = (taken.get(id) ?? 0) + 1;
  taken.set(id, times);
  return times === 1 && id !== 'table' ? id : `${id}-${times}`;
}

function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Titles of printed tables, as they are compared with those of the contents. */
export function printedTitles(tables: readonly PrintedTable[], unitNames: readonly string[]): readonly string[] {
  return tables.map(({ name }) => comparableTitle(name ?? '', unitNames));
}

export function titleIn(piece: Piece): string | undefined {
  const title = tableTitle(piece.text);
  return title === undefined || plainLabel(title) === '' ? undefined : title;
}
