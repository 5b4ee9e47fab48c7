/** One line for a unit or a disclosure, wherever they are listed. */
import type { Archive, Disclosure, Unit } from '../domain/archive.ts';
import { toDrawing } from '../domain/decimal.ts';
import { TYPE_NAMES, yearAndStage } from '../language/views.zh-CN.ts';
import { digits } from './amount.ts';
import type { DisclosureLine, HomePage, UnitLine } from './page.ts';
import { disclosureHref, latestTotal, observationsOfUnit, totalSeries } from './select.ts';
import { verdictSummary } from './verdict.ts';

export function disclosuresOf(archive: Archive, unit: string): Disclosure[] {
  return [...archive.disclosures.values()].filter((each) => each.unit === unit).sort(newestFirst);
}

/** Many titles name the unit already. */
export function titleWithUnit(archive: Archive, { unit, title }: Disclosure): string {
  const name = archive.units.get(unit)?.name ?? unit;
  return title.includes(name) ? title : `${name} ${title}`;
}

export function newestFirst(a: Disclosure, b: Disclosure): number {
  return b.year - a.year || (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0) || (a.id < b.id ? -1 : 1);
}

export function disclosureLine(archive: Archive, disclosure: Disclosure, options: { withUnit: boolean }): DisclosureLine {
  const tables = disclosure.tables.filter(({ state }) => state === 'printed' || state === 'empty').length;
  const { total, text } = verdictSummary(disclosure.checks);
  const unit = archive.units.get(disclosure.unit);
  return {
    year: String(disclosure.year),
    type: TYPE_NAMES[disclosure.type],
    title: disclosure.title,
    href: disclosureHref(disclosure.unit, disclosure.id),
    ...(options.withUnit ? { unit: { href: `/units/${disclosure.unit}/`, text: unit?.name ?? disclosure.unit } } : {}),
    note: `${tables} 张表${total > 0 ? ` · ${text}` : ''}`,
  };
}

export function unitLine(archive: Archive, unit: Unit): UnitLine {
  const series = totalSeries(observationsOfUnit(archive, unit.id));
  const latest = latestTotal(series);
  const base = { name: unit.name, href: `/units/${unit.id}/` };
  if (!latest)
    return {
      ...base,
      trend: [],
      note: disclosuresOf(archive, unit.id)
        .map(({ year, type }) => `${year} 年${TYPE_NAMES[type]}文件`)
        .join('，'),
    };
  return {
    ...base,
    label: `${yearAndStage(latest.year, latest.stage)}支出`,
    text: digits(latest.value),
    unit: latest.scale,
    trend: series.map((each) => ({ label: `${yearAndStage(each.year, each.stage)}`, value: toDrawing(each.value), stage: each.stage })),
  };
}

/** 浙江省 › 嘉兴市 › 海宁市 */
export function regionPath(archive: Archive, code: string): string[] {
  const region = archive.regions.get(code);
  if (!region) return [];
  return [...(region.parent ? regionPath(archive, region.parent) : []), region.name];
}

/** Units by province, in the order of their regions' codes. */
export function unitsByRegion(archive: Archive): HomePage['regions'] {
  const units = [...archive.units.values()].sort((a, b) => (a.region < b.region ? -1 : a.region > b.region ? 1 : a.id < b.id ? -1 : 1));
  const groups = Map.groupBy(units, (unit) => regionPath(archive, unit.region)[0] ?? '');
  return [...groups].map(([name, members]) => ({ name, units: members.map((unit) => unitLine(archive, unit)) }));
}
