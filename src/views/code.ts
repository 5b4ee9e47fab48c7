/** A code across units and years, and the tree of codes that occur. */
import type { Archive, Observation } from '../domain/archive.ts';
import { isZero, toDrawing } from '../domain/decimal.ts';
import type { ClassificationCode } from '../domain/declarations.ts';
import { CLASSIFICATION_NAMES, codeLevelName, fundName, STAGE_NAMES } from '../language/views.zh-CN.ts';
import { count, digits } from './amount.ts';
import type { CodeIndexPage, CodePage, Link } from './page.ts';
import { cellHref, searchHref } from './select.ts';

/** A table of who spends on it is read no further. */
const MOST_ROWS = 200;

export type ClassificationName = keyof typeof CLASSIFICATION_NAMES;

const FOLDERS: Readonly<Record<ClassificationName, string>> = { functional: 'functions', economic: 'economic' };

export function codeHref(classification: ClassificationName, code: string): string {
  return `/${FOLDERS[classification]}/${code}/`;
}

interface UsedCode {
  readonly code: string;
  readonly observations: readonly Observation[];
}

const indexes = new WeakMap<Archive, Map<ClassificationName, ReadonlyMap<string, UsedCode>>>();

/** Codes that a figure other than zero is printed for, with the codes above them. */
function usedCodes(archive: Archive, classification: ClassificationName): ReadonlyMap<string, UsedCode> {
  let index = indexes.get(archive);
  if (!index) {
    index = new Map();
    indexes.set(archive, index);
  }
  const known = index.get(classification);
  if (known) return known;
  const found = new Map<string, Observation[]>();
  for (const each of archive.observations) {
    if (each.classification !== classification || !/^\d+$/.test(each.code) || isZero(each.value)) continue;
    for (let length = 3; length <= each.code.length; length += 2) {
      const code = each.code.slice(0, length);
      const list = found.get(code) ?? [];
      if (length === each.code.length) list.push(each);
      found.set(code, list);
    }
  }
  const sorted = new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, observations]) => [code, { code, observations }]));
  index.set(classification, sorted);
  return sorted;
}

export function codesInUse(archive: Archive, classification: ClassificationName): string[] {
  return [...usedCodes(archive, classification).keys()];
}

export function codePage(archive: Archive, classification: ClassificationName, code: string): CodePage {
  const used = usedCodes(archive, classification);
  const entry = describe(archive, classification, code);
  const all = used.get(code)?.observations ?? [];
  const shown = distinct(all);
  const longest = Math.max(0, ...shown.map(({ value }) => toDrawing(value)));
  const link = (other: string): Link => ({
    href: codeHref(classification, other),
    text: `${other} ${describe(archive, classification, other).label}`,
  });
  const ancestors = [3, 5].filter((length) => length < code.length).map((length) => code.slice(0, length));
  const units = new Set(shown.map(({ unit }) => unit)).size;
  const name = CLASSIFICATION_NAMES[classification];
  return {
    frame: {
      title: `${code} ${entry.label}`,
      description: entry.definition ?? `${name}科目 ${code} ${entry.label}：本档案各单位、各年度的金额。`,
      path: codeHref(classification, code),
      crumbs: [{ href: `/${FOLDERS[classification]}/`, text: name }, ...ancestors.map(link)],
    },
    code,
    name: entry.label,
    level: codeLevelName(code),
    classification: name,
    ancestors: ancestors.map(link),
    children: [...used.keys()].filter((other) => other.startsWith(code) && other.length === code.length + 2).map(link),
    ...(entry.definition ? { definition: entry.definition } : {}),
    variants: entry.variants,
    lede: shown.length > 0 ? [`本档案有 ${count(units)} 个单位在这个科目下列了支出。`] : ['没有单位直接在这一级列出金额，请看下一级科目。'],
    rows: shown.slice(0, MOST_ROWS).map((each) => ({
      unit: { href: `/units/${each.unit}/`, text: archive.units.get(each.unit)?.name ?? each.unit },
      year: String(each.year),
      stage: STAGE_NAMES[each.stage],
      fund: fundName(each.fund),
      text: digits(each.value),
      unitOfMeasure: each.scale,
      href: cellHref(each),
      origin: each.origin,
      ...(longest > 0 ? { bar: toDrawing(each.value) / longest } : {}),
    })),
    ...(shown.length > MOST_ROWS ? { more: { href: searchHref(code), text: `另有 ${count(shown.length - MOST_ROWS)} 行，去搜索` } } : {}),
  };
}

export function codeIndexPage(archive: Archive, classification: ClassificationName): CodeIndexPage {
  const heading = CLASSIFICATION_NAMES[classification];
  const lede = {
    functional: '政府的钱按“用在什么事上”分类：类、款、项三级，编码分别是 3、5、7 位。这里列出本档案里有金额的科目。',
    economic: '政府的钱按“买了什么”分类：类、款两级，编码分别是 3、5 位。这里列出本档案里有金额的科目。',
  }[classification];
  return {
    frame: { title: heading, description: lede, path: `/${FOLDERS[classification]}/`, crumbs: [] },
    heading,
    lede,
    codes: [...usedCodes(archive, classification).values()].map(({ code, observations }) => ({
      code,
      name: describe(archive, classification, code).label,
      href: codeHref(classification, code),
      level: Math.floor((code.length - 3) / 2),
      units: new Set(observations.map(({ unit }) => unit)).size,
    })),
  };
}

export function codeName(archive: Archive, classification: ClassificationName, code: string): string {
  return describe(archive, classification, code).label;
}

/** By the newest version that has it; its other printed names are gathered from all versions. */
function describe(archive: Archive, classification: ClassificationName, code: string): ClassificationCode {
  const versions = [...archive.classifications.values()]
    .filter(({ name }) => name === classification)
    .sort((a, b) => (a.version < b.version ? 1 : -1));
  const entries = versions.flatMap(({ codes }) => codes.get(code) ?? []);
  const [newest] = entries;
  if (!newest) return { code, label: usedCodes(archive, classification).get(code)?.observations[0]?.label ?? code, variants: [] };
  const names = new Set(entries.flatMap(({ label, variants }) => [label, ...variants]));
  names.delete(newest.label);
  const definition = entries.find((each) => each.definition)?.definition;
  return { code, label: newest.label, variants: [...names], ...(definition ? { definition } : {}) };
}

/** Newest first; for one unit, year and stage the total of all uses, of the widest fund. */
function distinct(observations: readonly Observation[]): readonly Observation[] {
  const best = new Map<string, Observation>();
  const width = ({ use, fund, classification }: Observation): number =>
    (use === undefined || (classification === 'economic' && use === 'basic') ? 0 : 2) + (fund === 'all' ? 0 : 1);
  for (const each of observations) {
    const key = `${each.unit}|${each.year}|${each.stage}`;
    const found = best.get(key);
    if (!found || width(each) < width(found)) best.set(key, each);
  }
  return [...best.values()].sort(
    (a, b) => b.year - a.year || (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0) || (a.stage < b.stage ? 1 : -1),
  );
}
