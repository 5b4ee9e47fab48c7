/** What a part of an archive must know of the whole, and what the whole must hold of its parts. */
import type { Archive, CodeNames, Observation, Whole } from '../domain/archive.ts';
import { minorPlaces, mostPlaces } from '../export/base-amount.ts';
import { isInVolumes } from '../export/volumes.ts';
import { ancestorsOf, classificationNames } from './accounts.ts';
import { namesOfCodes, shownByCode, spendersByCode } from './code.ts';
import { idParts, MEASURES } from './subject-names.ts';
import { comparedCountsOfPart, comparedOfPart, joinComparedCounts } from './subjects.ts';

/** By classification, all codes that something is said of, in use or not. */
export type MentionedCodes = ReadonlyMap<string, readonly string[]>;

/** What a part adds to it. */
export function wholeOf(archive: Archive): Whole {
  const codes = new Map(classificationNames(archive).map((name) => [name, namesOfCodes(archive, name)]));
  return {
    classifications: inUse(codes),
    codes,
    printsThreePublic: archive.observations.some(({ classification }) => classification === 'three-public'),
    minorPlaces: minorPlaces(archive),
    mostPlaces: mostPlaces(archive),
    inVolumes: isInVolumes(archive.disclosures.size),
    counted: {
      observations: archive.observations.length,
      disclosures: archive.disclosures.size,
      spenders: spendersByCode(archive),
      compared: comparedCountsOfPart(archive),
    },
  };
}

/** Of the parts in their order. */
export function joinWholes(wholes: readonly Whole[]): Whole {
  const codes = new Map<string, Map<string, string | undefined>>();
  for (const { codes: own } of wholes) {
    for (const [classification, names] of own) {
      const known = codes.get(classification) ?? new Map<string, string | undefined>();
      codes.set(classification, known);
      for (const [code, name] of names) known.set(code, known.get(code) ?? name);
    }
  }
  const sum = (count: 'observations' | 'disclosures'): number => wholes.reduce((all, { counted }) => all + (counted?.[count] ?? 0), 0);
  const spenders = new Map<string, number>();
  for (const { counted } of wholes) for (const [id, units] of counted?.spenders ?? []) spenders.set(id, (spenders.get(id) ?? 0) + units);
  const sorted = [...codes].map(([name, names]) => [name, new Map([...names].sort(([a], [b]) => (a < b ? -1 : 1)))] as const);
  return {
    classifications: inUse(codes),
    codes: new Map(sorted),
    printsThreePublic: wholes.some((each) => each.printsThreePublic),
    minorPlaces: Math.max(...wholes.map((each) => each.minorPlaces)),
    mostPlaces: Math.max(...wholes.map((each) => each.mostPlaces)),
    inVolumes: isInVolumes(sum('disclosures')),
    counted: {
      observations: sum('observations'),
      disclosures: sum('disclosures'),
      spenders,
      compared: joinComparedCounts(
        wholes.map(({ counted }) => counted?.compared ?? new Map()),
        (classification, code) => codes.get(classification)?.has(code) ?? false,
      ),
    },
  };
}

/** The codes in a part's tables and figures, zero or not, with those above them: no page or file of the part asks for another. */
export function mentionedCodes(part: Archive): MentionedCodes {
  const mentioned = new Map(classificationNames(part).map((name) => [name, new Set<string>()]));
  const add = (classification: string | undefined, code: string | undefined): void => {
    const own = mentioned.get(classification ?? '');
    if (own && classification && code && !own.has(code))
      for (const each of [...ancestorsOf(part, classification, code), code]) own.add(each);
  };
  for (const { tables } of part.disclosures.values())
    for (const { kind, rows } of tables) for (const { code, matchedCode } of rows) add(kind?.classification, code ?? matchedCode);
  for (const { classification, code } of part.observations) add(classification, code);
  return new Map([...mentioned].map(([name, own]) => [name, [...own].sort()]));
}

/** What a part is told of the whole: nothing that changes with every figure, and of codes what it can ask for, so that one that comes into use elsewhere changes nothing here. */
export function toldOf({ counted: _, ...whole }: Whole, mentioned: MentionedCodes): Whole {
  const codes = [...mentioned].map(([name, own]) => {
    const names = whole.codes.get(name);
    return [name, new Map(own.filter((code) => names?.has(code)).map((code) => [code, names?.get(code)]))] as const;
  });
  return { ...whole, codes: new Map(codes) };
}

function inUse(codes: CodeNames): string[] {
  return [...codes].flatMap(([name, { size }]) => (size > 0 ? name : []));
}

/** By subject, what a page or a file of several units shows of a part: of each code and each measure that figures are compared of. */
export function shownBySubject(archive: Archive): ReadonlyMap<string, readonly Observation[]> {
  const place = new Map(archive.observations.map((each, index) => [each, index]));
  const inOrder = (a: Observation, b: Observation): number => (place.get(a) ?? 0) - (place.get(b) ?? 0);
  const [byCode, compared] = [shownByCode(archive), comparedOfPart(archive)];
  const ids = new Set([...compared.keys(), ...byCode.keys()]);
  return new Map(
    [...ids].sort().map((id) => [id, [...new Set([...(byCode.get(id) ?? []), ...(compared.get(id) ?? [])])].sort(inOrder)] as const),
  );
}

/** What pages of all subjects show: measures, and totals of units. */
export function shownOfAll(archive: Archive): readonly Observation[] {
  const measured = new Set([...comparedOfPart(archive)].flatMap(([id, list]) => (idParts(id)[0] === MEASURES ? list : [])));
  return archive.observations.filter(
    (each) => measured.has(each) || (each.code === '' && each.use === undefined && each.direction === 'expenditure'),
  );
}
