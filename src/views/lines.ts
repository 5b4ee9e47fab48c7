/** One line for a unit or a disclosure, wherever they are listed. */
import type { Archive, Disclosure, Unit } from '../domain/archive.ts';
import { toDrawing } from '../domain/decimal.ts';
import { digits } from './amount.ts';
import { type Edition, label } from './edition.ts';
import { documentName, yearLabel } from './names.ts';
import type { DisclosureLine, Region, UnitLine } from './page.ts';
import { cellHref, disclosureHref, latestTotal, observationsOfUnit, totalSeries, unitHref, unitLink, unitName } from './select.ts';
import { verdictSummary } from './verdict.ts';

const byUnit = new WeakMap<Archive, Map<string, Disclosure[]>>();

/** Newest first. */
export function disclosuresOf(archive: Archive, unit: string): readonly Disclosure[] {
  let index = byUnit.get(archive);
  if (!index) {
    index = Map.groupBy([...archive.disclosures.values()].sort(newestFirst), (each) => each.unit);
    byUnit.set(archive, index);
  }
  return index.get(unit) ?? [];
}

/** As printed; a replacement, which usually has the title of what it replaces, is told apart. */
export function titleOf(edition: Edition, { title, revision }: Pick<Disclosure, 'title' | 'revision'>): string {
  return edition.language.titleWithRevision(label(edition, title), revision);
}

/** Many titles name the unit already. */
export function titleWithUnit(edition: Edition, disclosure: Disclosure): string {
  const name = unitName(edition, disclosure.unit);
  const title = titleOf(edition, disclosure);
  return title.includes(name) || namesUnit(edition, disclosure) ? title : edition.language.named(name, title);
}

/** Whether the title as printed names the unit already. */
export function namesUnit({ archive }: Edition, { unit, title }: Pick<Disclosure, 'unit' | 'title'>): boolean {
  return title.includes(archive.units.get(unit)?.name ?? unit);
}

/** By year, then unit and type; a replacement before what it replaces. */
export function newestFirst(a: Disclosure, b: Disclosure): number {
  return b.year - a.year || inOrder(a.unit, b.unit) || inOrder(a.type, b.type) || b.revision - a.revision || inOrder(a.id, b.id);
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function disclosureLine(edition: Edition, disclosure: Disclosure, options: { withUnit: boolean }): DisclosureLine {
  const tables = disclosure.tables.filter(({ state }) => state === 'printed' || state === 'empty').length;
  const { total, text } = verdictSummary(edition, disclosure.checks);
  return {
    year: yearLabel(edition, disclosure.year),
    title: titleOf(edition, disclosure),
    href: disclosureHref(edition, disclosure.unit, disclosure.id),
    ...(options.withUnit ? { unit: unitLink(edition, disclosure.unit) } : {}),
    note: edition.language.documentLine(tables, total > 0 ? text : undefined),
  };
}

function unitLine(edition: Edition, unit: Unit): UnitLine {
  const { archive, language } = edition;
  const series = totalSeries(archive, observationsOfUnit(archive, unit.id));
  const latest = latestTotal(series);
  const base = { name: label(edition, unit.name), href: unitHref(edition, unit.id) };
  if (!latest)
    return {
      ...base,
      trend: [],
      note: language.units.documents(disclosuresOf(archive, unit.id).map((disclosure) => documentName(edition, disclosure))),
    };
  return {
    ...base,
    label: language.units.latest(yearLabel(edition, latest.year), latest.stage),
    text: digits(edition, latest.value),
    unit: latest.scale,
    amountHref: cellHref(edition, latest),
    trend: series.map((each) => ({
      label: language.yearAndStage(yearLabel(edition, each.year), each.stage),
      value: toDrawing(each.value),
      stage: each.stage,
    })),
  };
}

/** Its name alone: what thousands of units spend is not read in a list. */
function namedUnit(edition: Edition, { id, name }: Unit): UnitLine {
  return { name: label(edition, name), href: unitHref(edition, id), trend: [] };
}

/** 浙江省 › 嘉兴市 › 海宁市 */
export function regionPath(edition: Edition, code: string): string[] {
  return regionsOf(edition.archive, code).map(({ name }) => label(edition, name));
}

/** The regions that a region stands in, itself last. */
function regionsOf(archive: Archive, code: string): { code: string; name: string }[] {
  const region = archive.regions.get(code);
  return region ? [...(region.parent ? regionsOf(archive, region.parent) : []), { code, name: region.name }] : [];
}

/** Beyond it a list of units is no longer read, and its cities are opened on demand. */
const MANY_UNITS = 200;

/** Units by province, in the order of their regions' codes; where there are very many, by city within it, and by name alone. */
export function unitsByRegion(edition: Edition): Region[] {
  const { archive, language } = edition;
  const units = [...archive.units.values()].sort((a, b) => inOrder(a.region, b.region) || inOrder(a.id, b.id));
  const many = units.length > MANY_UNITS;
  const regionName = (code: string): string | undefined => {
    const name = archive.regions.get(code)?.name;
    return name === undefined ? undefined : label(edition, name);
  };
  const group = (members: readonly Unit[], depth: number): Region[] =>
    [...Map.groupBy(members, ({ region }) => regionsOf(archive, region)[depth]?.code ?? '')].map(([code, own]) => {
      const byCity = many && depth === 0;
      return {
        id: `region-${code}`,
        name: regionName(code) ?? (depth === 0 ? language.units.regionUnknown : language.units.regionItself),
        count: own.length,
        units: byCity ? [] : own.map((unit) => (many ? namedUnit(edition, unit) : unitLine(edition, unit))),
        ...(byCity ? { cities: group(own, 1) } : {}),
      };
    });
  return group(units, 0);
}
