/** Finding observations: the total of a unit, its years, what it divides into. */
import { seriesKey } from '../archive/observations.ts';
import type { Archive, Disclosure, Fact, Observation } from '../domain/archive.ts';
import { compare, type Decimal, isZero, sum } from '../domain/decimal.ts';
import { type Edition, href, label } from './edition.ts';
import type { Link } from './page.ts';

type Wanted = { readonly [Key in keyof Observation]?: Observation[Key] };

/** Every field of `wanted` must be equal; `undefined` means the field must be absent. */
export function matches(observation: Observation, wanted: Wanted): boolean {
  return Object.entries(wanted).every(([key, value]) => observation[key as keyof Observation] === value);
}

const byUnit = new WeakMap<Archive, Map<string, Observation[]>>();

export function observationsOfUnit(archive: Archive, unit: string): readonly Observation[] {
  let index = byUnit.get(archive);
  if (!index) {
    index = Map.groupBy(archive.observations, (observation) => observation.unit);
    byUnit.set(archive, index);
  }
  return index.get(unit) ?? [];
}

const claimsByUnit = new WeakMap<Archive, Map<string, Fact[]>>();

/**
 * A unit's observations as one of its documents states those of its own year: a document that was replaced, or
 * whose figures another states more directly, still says what it says.
 */
export function observationsIn(archive: Archive, { unit, id, year }: Disclosure): readonly Observation[] {
  let index = claimsByUnit.get(archive);
  if (!index) {
    index = Map.groupBy(archive.claims, ({ best }) => best.unit);
    claimsByUnit.set(archive, index);
  }
  const own = new Map(
    (index.get(unit) ?? []).flatMap(({ best, others }) => {
      const claim = best.disclosure === id || best.year !== year ? undefined : others.find(({ disclosure }) => disclosure === id);
      return claim ? [[best, claim] as const] : [];
    }),
  );
  const all = observationsOfUnit(archive, unit);
  return own.size === 0 ? all : all.map((each) => own.get(each) ?? each);
}

export const STAGE_ORDER = ['proposed', 'approved', 'adjusted', 'executed'] as const;

function byYearAndStage(a: Observation, b: Observation): number {
  return a.year - b.year || STAGE_ORDER.indexOf(a.stage) - STAGE_ORDER.indexOf(b.stage);
}

/** A unit's own total is that of the widest fund that its documents print; of an archive with funds of its own, any. */
const WIDEST_FUNDS = ['all', 'general-public', 'fiscal-appropriation'];
/** Never a unit's whole budget. */
const PARTIAL_FUNDS = new Set(['government-fund', 'state-capital', 'special-account', 'unit-funds', 'other']);

/**
 * A unit's total expenditure over years and stages, of one fund: that for which most is known, so that
 * nothing of different scope is set side by side. Oldest first; empty for a unit without a budget.
 */
export function totalSeries(observations: readonly Observation[]): readonly Observation[] {
  const totals = observations.filter(
    (each) =>
      each.code === '' &&
      each.use === undefined &&
      each.direction === 'expenditure' &&
      each.measure === 'amount' &&
      (each.classification === 'functional' || each.classification === undefined),
  );
  const bySeries = new Map<string, Observation[]>();
  for (const each of totals) {
    const key = seriesKey({ ...each, classification: 'functional' });
    const series = bySeries.get(key) ?? [];
    if (!series.some((other) => other.year === each.year && other.stage === each.stage)) series.push(each);
    bySeries.set(key, series);
  }
  const rank = (series: readonly Observation[]): number => {
    const place = WIDEST_FUNDS.indexOf(series[0]?.fund ?? '');
    return place < 0 ? WIDEST_FUNDS.length : place;
  };
  const known = [...bySeries.values()].filter(([first]) => first && !PARTIAL_FUNDS.has(first.fund));
  known.sort((a, b) => b.length - a.length || rank(a) - rank(b));
  return (known[0] ?? []).toSorted(byYearAndStage);
}

/** The last figure that a document prints itself, not one implied by a later document. */
export function latestTotal(series: readonly Observation[]): Observation | undefined {
  return series.findLast(({ origin }) => origin === 'published') ?? series.findLast(({ origin }) => origin !== 'derived');
}

/** What it is compared with: the year before, executed if that is known, else adjusted, else approved. */
export function baseOf(series: readonly Observation[], current: Observation): Observation | undefined {
  const before = series.filter(({ year }) => year === current.year - 1);
  for (const stage of ['executed', 'adjusted', 'approved'] as const) {
    const found = before.find((each) => each.stage === stage);
    if (found) return found;
  }
  return undefined;
}

/** Divisions by use that a budget may print, the plainest first. */
const DIVISIONS = [
  ['personnel', 'operating', 'project'],
  ['wages', 'goods-and-services', 'individuals-and-families', 'project'],
  ['basic', 'project'],
] as const;

/**
 * The parts by use that make up the total, those that are not zero; empty where the document prints none.
 * A part may be stated of another fund than the total, as long as all of them together are the total.
 */
export function partsByUse(observations: readonly Observation[], total: Observation): readonly Observation[] {
  const { year, stage } = total;
  const wanted = observations.filter(
    (each) =>
      matches(each, { year, stage, code: '', direction: 'expenditure' }) &&
      (each.classification === 'functional' || each.classification === undefined),
  );
  const funds = [...new Set([total.fund, 'all', 'general-public'])];
  const partOf = (use: string): Observation | undefined => {
    const found = funds.map((fund) => wanted.find((each) => each.use === use && each.fund === fund));
    return found.find((each) => each !== undefined);
  };
  const printed = [...new Set(wanted.filter(({ fund }) => fund === total.fund).flatMap(({ use }) => use ?? []))].sort();
  for (const division of [...DIVISIONS, printed]) {
    const parts = division.flatMap((use) => partOf(use) ?? []);
    if (parts.length >= 2 && near(sum(parts.map(({ value }) => value)), total.value)) return parts.filter(({ value }) => !isZero(value));
  }
  return [];
}

/** Codes of one level of a classification, of the total's year and stage, the largest first. */
export function partsByCode(
  observations: readonly Observation[],
  total: Observation,
  classification: string,
  isPart: (code: string) => boolean,
): readonly Observation[] {
  for (const fund of new Set([total.fund, 'all', 'general-public'])) {
    const found = observations.filter(
      (each) =>
        matches(each, { year: total.year, stage: total.stage, direction: 'expenditure', classification, fund }) &&
        each.code !== '' &&
        isPart(each.code) &&
        !isZero(each.value),
    );
    const uses = classification === 'economic' ? ['basic'] : [undefined];
    const parts = found.filter((each) => uses.includes(each.use as never));
    if (parts.length > 0) return parts.toSorted((a, b) => compare(b.value, a.value) || (a.code < b.code ? -1 : 1));
  }
  return [];
}

/** Within a hundredth for each part: printed parts are rounded one by one. */
function near(a: Decimal, b: Decimal): boolean {
  return Math.abs(compare(a, b)) <= 5;
}

export function searchHref(edition: Edition, query: string): string {
  return href(edition, `/search/?q=${encodeURIComponent(query)}`);
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
  return `${disclosureHref(edition, unit, disclosure)}#${encodeURI(cell)}`;
}
