/** Finding observations: the total of a unit, its years, what it divides into. */
import { seriesKey } from '../archive/observations.ts';
import type { Archive, Disclosure, Fact, Observation } from '../domain/archive.ts';
import { anchorOf } from '../domain/cell-reference.ts';
import { hasChineseClassifications } from '../domain/chinese-budgets.ts';
import { compare, isZero } from '../domain/decimal.ts';
import { type Exact, exact, exactSum, magnitude, minus } from '../domain/exact.ts';
import { inReadingScale } from '../domain/scales.ts';
import { ancestorsOf, classificationFor } from './accounts.ts';
import { type Edition, href, label } from './edition.ts';
import type { Link } from './page.ts';

type Wanted = { readonly [Key in keyof Observation]?: Observation[Key] };

/** Every field of `wanted` must be equal; `undefined` means the field must be absent. */
export function matches(observation: Observation, wanted: Wanted): boolean {
  // Asked of every observation of a unit, many times a page: no list of entries is made.
  for (const key in wanted) if (observation[key as keyof Observation] !== wanted[key as keyof Observation]) return false;
  return true;
}

const byUnit = new WeakMap<Archive, Map<string, Observation[]>>();

export function observationsOfUnit(archive: Archive, unit: string): readonly Observation[] {
  let index = byUnit.get(archive);
  if (!index) {
    index = Map.groupBy(archive.observations, (observation) => observation.unit);
    byUnit.set(archive, index);
  }
  return (index.get(unit) ?? []).map((each) => asRead(archive, each));
}

const readings = new WeakMap<Observation, Observation>();

/** In the scale for reading, so that figures of tables in 元 and of texts in 万元 can be set side by side. */
export function asRead({ facts }: Archive, observation: Observation): Observation {
  // Once read, what is printed stays known.
  if (observation.measure !== 'amount' || printings.has(observation)) return observation;
  let read = readings.get(observation);
  if (!read) {
    read = inReadingScale(observation, facts);
    // Most are printed as they are read; nothing need be remembered of them.
    if (read === observation) return observation;
    readings.set(observation, read);
    printings.set(read, observation);
  }
  return read;
}

const printings = new WeakMap<Observation, Observation>();

/** The observation as it is printed. */
export function asPrinted(observation: Observation): Observation {
  return printings.get(observation) ?? observation;
}

const claimsByUnit = new WeakMap<Archive, Map<string, Fact[]>>();

/** Facts of a unit that several documents state. */
export function claimsOfUnit(archive: Archive, unit: string): readonly Fact[] {
  let index = claimsByUnit.get(archive);
  if (!index) {
    index = Map.groupBy(archive.claims, ({ best }) => best.unit);
    claimsByUnit.set(archive, index);
  }
  return index.get(unit) ?? [];
}

/**
 * A unit's observations as one of its documents states those of its own year: a document that was replaced, or
 * whose figures another states more directly, still says what it says.
 */
export function observationsIn(archive: Archive, { unit, id, year }: Disclosure): readonly Observation[] {
  const own = new Map(
    claimsOfUnit(archive, unit).flatMap(({ best, others }) => {
      const claim = best.disclosure === id || best.year !== year ? undefined : others.find(({ disclosure }) => disclosure === id);
      return claim ? [[asRead(archive, best), asRead(archive, claim)] as const] : [];
    }),
  );
  const all = observationsOfUnit(archive, unit);
  return own.size === 0 ? all : all.map((each) => own.get(each) ?? each);
}

export const STAGE_ORDER = ['proposed', 'approved', 'adjusted', 'executed'] as const;

export function byYearAndStage(a: Observation, b: Observation): number {
  return a.year - b.year || STAGE_ORDER.indexOf(a.stage) - STAGE_ORDER.indexOf(b.stage);
}

/** Never a unit's whole budget. */
export const PARTIAL_FUNDS = new Set(['government-fund', 'state-capital', 'special-account', 'unit-funds', 'other']);

/**
 * A unit's total expenditure over years and stages, of one fund: that for which most is known, so that
 * nothing of different scope is set side by side. Oldest first; empty for a unit without a budget.
 */
export function totalSeries(archive: Archive, observations: readonly Observation[]): readonly Observation[] {
  const ofWhole = isOfWhole(archive);
  const totals = observations.filter(
    (each) => each.code === '' && each.use === undefined && each.direction === 'expenditure' && each.measure === 'amount' && ofWhole(each),
  );
  const bySeries = new Map<string, Observation[]>();
  for (const each of totals) {
    const key = seriesKey({ ...each, classification: '' });
    const series = bySeries.get(key) ?? [];
    if (!series.some((other) => other.year === each.year && other.stage === each.stage)) series.push(each);
    bySeries.set(key, series);
  }
  const funds = ['all', 'general-public', 'fiscal-appropriation'];
  const rank = (series: readonly Observation[]): number => funds.indexOf(series[0]?.fund ?? '');
  const widest = [...bySeries.values()].filter((series) => rank(series) >= 0);
  const known = widest.length > 0 ? widest : [...bySeries.values()].filter(([first]) => first && !PARTIAL_FUNDS.has(first.fund));
  known.sort((a, b) => b.length - a.length || rank(a) - rank(b));
  return (known[0] ?? []).toSorted(byYearAndStage);
}

/** The last figure that a document prints itself, not one implied by a later document. */
export function latestTotal(series: readonly Observation[]): Observation | undefined {
  return series.findLast(({ origin }) => origin === 'published') ?? series.findLast(({ origin }) => origin !== 'derived');
}

/**
 * The parts by use that make up the total, those that are not zero; empty where the document prints none.
 * A part may be stated of another fund than the total, as long as all of them together are the total.
 */
export function partsByUse(archive: Archive, observations: readonly Observation[], total: Observation): readonly Observation[] {
  const ofWhole = isOfWhole(archive);
  // What a budget buys may be printed by use where what it is for is not.
  const nature = classificationFor(archive, 'nature');
  const { year, stage } = total;
  const wanted = observations.filter(
    (each) => matches(each, { year, stage, code: '', direction: 'expenditure' }) && (ofWhole(each) || each.classification === nature),
  );
  const funds = [...new Set([total.fund, 'all', 'general-public'])];
  const partOf = (use: string): Observation | undefined => {
    const found = funds.map((fund) => wanted.find((each) => each.use === use && each.fund === fund));
    return found.find((each) => each !== undefined);
  };
  const printed = [...new Set(wanted.filter(({ fund }) => fund === total.fund).flatMap(({ use }) => use ?? []))].sort();
  for (const division of [...archive.facts.divisions, printed]) {
    const parts = division.flatMap((use) => partOf(use) ?? []);
    if (parts.length >= 2 && near(exactSum(parts.map(({ value }) => value)), exact(total.value)))
      return parts.filter(({ value }) => !isZero(value));
  }
  return [];
}

/** Totals of all that is spent: of the classification of purposes, or of none. */
export function isOfWhole(archive: Archive): (observation: Observation) => boolean {
  const purpose = classificationFor(archive, 'purpose');
  return ({ classification }) => classification === undefined || classification === purpose || classification === 'functional';
}

/**
 * What a total divides into by code, of its year and stage and of the version of its document, the largest first.
 * `highest`: by the highest codes, or, where all is under one of an archive's own, by those below it. `lowest`: by the
 * codes that have none below them.
 */
export function partsByCode(
  archive: Archive,
  observations: readonly Observation[],
  total: Observation,
  question: 'purpose' | 'nature',
): readonly Observation[] {
  const classification = classificationFor(archive, question);
  if (classification === undefined) return [];
  const coded = observations.filter(
    (each) =>
      matches(each, { year: total.year, stage: total.stage, direction: 'expenditure', classification }) &&
      each.code !== '' &&
      !isZero(each.value),
  );
  for (const fund of new Set([total.fund, 'all', 'general-public'])) {
    const own = coded.filter((each) => each.fund === fund);
    for (const use of question === 'nature' ? ['basic', undefined] : [undefined]) {
      const printed = own.filter((each) => each.use === use);
      const version = (printed.find(({ disclosure }) => disclosure === total.disclosure) ?? printed[0])?.version;
      const parts = divided(
        archive,
        classification,
        printed.filter((each) => each.version === version),
        question,
      );
      if (parts.length > 0) return parts.toSorted((a, b) => compare(b.value, a.value) || (a.code < b.code ? -1 : 1));
    }
  }
  return [];
}

function divided(
  archive: Archive,
  classification: string,
  printed: readonly Observation[],
  question: 'purpose' | 'nature',
): readonly Observation[] {
  const above = new Map(printed.map(({ code }) => [code, ancestorsOf(archive, classification, code)]));
  if (question === 'nature') {
    const parents = new Set([...above.values()].flat());
    // 款 alone: some documents print 类 that they do not divide, and those are no purchases.
    return printed.filter(({ code }) => !parents.has(code) && (!isChinese(archive) || (above.get(code)?.length ?? 0) > 0));
  }
  const depth = Math.min(...[...above.values()].map(({ length }) => length));
  const highest = printed.filter(({ code }) => above.get(code)?.length === depth);
  const below = printed.filter(({ code }) => above.get(code)?.length === depth + 1);
  return highest.length === 1 && below.length > 1 && !isChinese(archive) ? below : highest;
}

function isChinese({ facts }: Archive): boolean {
  return hasChineseClassifications(facts);
}

/** Within five units of the last place: printed parts are rounded one by one. */
function near(a: Exact, b: Exact): boolean {
  return magnitude(minus(a, b)).coefficient <= 5n;
}

export function searchHref(edition: Edition, query: string): string {
  return href(edition, `/search/?q=${encodeURIComponent(query)}`);
}

/** A comparison that is chosen already: of one subject, or of one unit. */
export function compareHref(edition: Edition, chosen: { readonly of: string } | { readonly unit: string }): string {
  return href(edition, `/compare/?${new URLSearchParams({ ...chosen })}`);
}

export function unitHref(edition: Edition, unit: string): string {
  return href(edition, `/units/${unit}/`);
}

export function unitName(edition: Edition, unit: string): string {
  const name = edition.archive.units.get(unit)?.name;
  return name === undefined ? unit : label(edition, name);
}

/** With its name, wherever a unit is mentioned. */
export function unitLink(edition: Edition, unit: string): Link {
  return { href: unitHref(edition, unit), text: unitName(edition, unit) };
}

export function disclosureHref(edition: Edition, unit: string, disclosure: string): string {
  return href(edition, disclosurePath(unit, disclosure));
}

/** Where a document's page and its files are, in the archive's own language. */
export function disclosurePath(unit: string, disclosure: string): string {
  return `/units/${unit}/${disclosure}/`;
}

export function cellHref(edition: Edition, { unit, disclosure, cell }: Pick<Observation, 'unit' | 'disclosure' | 'cell'>): string {
  return `${disclosureHref(edition, unit, disclosure)}#${anchorOf(cell)}`;
}
