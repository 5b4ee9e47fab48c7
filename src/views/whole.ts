/** What a part of an archive must know of the whole, and what the whole must hold of its parts. */
import type { Archive, Observation, Whole } from '../domain/archive.ts';
import { isZero } from '../domain/decimal.ts';
import { minorPlaces, mostPlaces } from '../export/base-amount.ts';
import { isInVolumes } from '../export/volumes.ts';
import { namesOfCodes, shownByCode } from './code.ts';
import { comparedObservations } from './subjects.ts';

export function wholeOf(archive: Archive): Whole {
  const names = new Set([...archive.classifications.values()].map(({ name }) => name));
  return {
    codes: new Map([...names].sort().map((name) => [name, namesOfCodes(archive, name)])),
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
    codes: new Map(sorted),
    printsThreePublic: wholes.some((each) => each.printsThreePublic),
    minorPlaces: Math.max(...wholes.map((each) => each.minorPlaces)),
    mostPlaces: Math.max(...wholes.map((each) => each.mostPlaces)),
    inVolumes: isInVolumes(sum('disclosures')),
    counted: { observations: sum('observations'), disclosures: sum('disclosures') },
  };
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
