/** One line for a unit or a disclosure, wherever they are listed. */
import type { Archive, Disclosure, Unit } from '../domain/archive.ts';
import { toDrawing } from '../domain/decimal.ts';
import { documentName, revisionNote, yearAndStage } from '../language/views.zh-CN.ts';
import { digits } from './amount.ts';
import type { DisclosureLine, Region, UnitLine } from './page.ts';
import { disclosureHref, latestTotal, observationsOfUnit, totalSeries } from './select.ts';
import { VERBS } from './sentences.ts';
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
export function titleOf({ title, revision }: Disclosure): string {
  return `${title}${revisionNote(revision)}`;
}

/** Many titles name the unit already. */
export function titleWithUnit(archive: Archive, disclosure: Disclosure): string {
  const name = archive.units.get(disclosure.unit)?.name ?? disclosure.unit;
  return disclosure.title.includes(name) ? titleOf(disclosure) : `${name} ${titleOf(disclosure)}`;
}

/** By year, then unit and type; a replacement before what it replaces. */
export function newestFirst(a: Disclosure, b: Disclosure): number {
  return b.year - a.year || inOrder(a.unit, b.unit) || inOrder(a.type, b.type) || b.revision - a.revision || inOrder(a.id, b.id);
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function disclosureLine(archive: Archive, disclosure: Disclosure, options: { withUnit: boolean }): DisclosureLine {
  const tables = disclosure.tables.filter(({ state }) => state === 'printed' || state === 'empty').length;
  const { total, text } = verdictSummary(disclosure.checks);
  const unit = archive.units.get(disclosure.unit);
  return {
    year: String(disclosure.year),
    title: titleOf(disclosure),
    href: disclosureHref(disclosure.unit, disclosure.id),
    ...(options.withUnit ? { unit: { href: `/units/${disclosure.unit}/`, text: unit?.name ?? disclosure.unit } } : {}),
    note: `${tables} 张表${total > 0 ? ` · ${text}` : ''}`,
  };
}

function unitLine(archive: Archive, unit: Unit): UnitLine {
  const series = totalSeries(observationsOfUnit(archive, unit.id));
  const latest = latestTotal(series);
  const base = { name: unit.name, href: `/units/${unit.id}/` };
  if (!latest)
    return {
      ...base,
      trend: [],
      note: disclosuresOf(archive, unit.id)
        .map((disclosure) => `${documentName(disclosure)}文件`)
        .join('，'),
    };
  return {
    ...base,
    label: `${latest.year} 年${VERBS[latest.stage]}`,
    text: digits(latest.value),
    unit: latest.scale,
    trend: series.map((each) => ({ label: `${yearAndStage(each.year, each.stage)}`, value: toDrawing(each.value), stage: each.stage })),
  };
}

/** 浙江省 › 嘉兴市 › 海宁市 */
export function regionPath(archive: Archive, code: string): string[] {
  return regionsOf(archive, code).map(({ name }) => name);
}

/** The regions that a region stands in, itself last. */
function regionsOf(archive: Archive, code: string): { code: string; name: string }[] {
  const region = archive.regions.get(code);
  return region ? [...(region.parent ? regionsOf(archive, region.parent) : []), { code, name: region.name }] : [];
}

/** Beyond it a list of units is no longer read, and its cities are opened on demand. */
const MANY_UNITS = 200;

/** Units by province, in the order of their regions' codes; where there are very many, by city within it. */
export function unitsByRegion(archive: Archive): Region[] {
  const units = [...archive.units.values()].sort((a, b) => inOrder(a.region, b.region) || inOrder(a.id, b.id));
  const many = units.length > MANY_UNITS;
  const group = (members: readonly Unit[], depth: number): Region[] =>
    [...Map.groupBy(members, ({ region }) => regionsOf(archive, region)[depth]?.code ?? '')].map(([code, own]) => {
      const byCity = many && depth === 0;
      return {
        id: `region-${code}`,
        name: archive.regions.get(code)?.name ?? (depth === 0 ? '地区不明' : '本级'),
        count: own.length,
        units: byCity ? [] : own.map((unit) => unitLine(archive, unit)),
        ...(byCity ? { cities: group(own, 1) } : {}),
      };
    });
  return group(units, 0);
}
