/** What a part of an archive must know of the whole, and what the whole must hold of its parts. */
import type { Archive, CodeNames, Observation, Whole } from '../domain/archive.ts';
import { isZero } from '../domain/decimal.ts';
import { minorPlaces, mostPlaces } from '../export/base-amount.ts';
import { isInVolumes } from '../export/volumes.ts';
import { ancestorsOf } from './accounts.ts';
import { namesOfCodes, shownByCode } from './code.ts';
import { comparedObservations } from './subjects.ts';

/** By classification, all codes that something is said of, in use or not. */
export type MentionedCodes = ReadonlyMap<string, readonly string[]>;

export function wholeOf(archive: Archive): Whole {
  const codes = new Map(namesOf(archive).map((name) => [name, namesOfCodes(archive, name)]));
  return {
    classifications: inUse(codes),
    codes,
    printsThreePublic: archive.observations.some(({ classification }) => classification === 'three-public'),
    minorPlaces: minorPlaces(archive),
    mostPlaces: mostPlaces(archive),
    inVolumes: isInVolumes(archive.disclosures.size),
    counted: { observations: archive.observations.length, disclosures: archive.disclosures.size },
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
  const sorted = [...codes].map(([name, names]) => [name, new Map([...names].sort(([a], [b]) => (a < b ? -1 : 1)))] as const);
  return {
    classifications: inUse(codes),
    codes: new Map(sorted),
    printsThreePublic: wholes.some((each) => each.printsThreePublic),
    minorPlaces: Math.max(...wholes.map((each) => each.minorPlaces)),
    mostPlaces: Math.max(...wholes.map((each) => each.mostPlaces)),
    inVolumes: isInVolumes(sum('disclosures')),
    counted: { observations: sum('observations'), disclosures: sum('disclosures') },
  };
}

/** The codes in a part's tables and figures, zero or not, with those above them: no page or file of the part asks for another. */
export function mentionedCodes(part: Archive): MentionedCodes {
  const mentioned = new Map(namesOf(part).map((name) => [name, new Set<string>()]));
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

function namesOf({ classifications }: Archive): string[] {
  return [...new Set([...classifications.values()].map(({ name }) => name))].sort();
}

function inUse(codes: CodeNames): string[] {
  return [...codes].flatMap(([name, { size }]) => (size > 0 ? name : []));
}

/**
 * The observations that pages of several units show: totals of units, and what a page of a code lists, what is compared.
 * A code of which a part prints nothing but zeros may be in use elsewhere.
 */
export function shownAcrossUnits(archive: Archive): readonly Observation[] {
  const byCode = shownByCode(archive);
  const compared = comparedObservations(archive);
  return archive.observations.filter(
    (each) =>
      byCode.has(each) ||
      compared.has(each) ||
      (each.code !== '' && each.measure === 'amount' && isZero(each.value)) ||
      (each.code === '' && each.use === undefined && each.direction === 'expenditure'),
  );
}
