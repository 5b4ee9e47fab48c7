/** A code across units and years, and the tree of codes that occur. Long: the pages of one and of all ask for the same index. */
import type { Archive, Observation } from '../domain/archive.ts';
import { hasChineseClassifications } from '../domain/chinese-budgets.ts';
import { CODE } from '../domain/codes.ts';
import { compare, decimal, isZero, toDrawing, ZERO } from '../domain/decimal.ts';
import type { Classification, ClassificationCode, ClassificationWord } from '../domain/declarations.ts';
import { ancestorsOf, classificationNames, declaredClassification, newestWith } from './accounts.ts';
import { digits, share } from './amount.ts';
import { yearsChart } from './charts.ts';
import { type Edition, gloss, href, label, textOf } from './edition.ts';
import { keepingLast } from './made-last.ts';
import { fundName, yearLabel } from './names.ts';
import type { Chart, CodeIndexPage, CodePage, Link, PhrasePart } from './page.ts';
import { asPrinted, asRead, byYearAndStage, cellHref, compareHref, searchHref, unitLink } from './select.ts';

/** A table of who spends on it is read no further. */
const MOST_ROWS = 200;

/** More charts would push that table out of sight. */
const MOST_CHARTS = 3;

/** Addresses that are permanent; every other classification has its own below `/classifications/`. */
const FOLDERS: Readonly<Record<string, string>> = { functional: 'functions', economic: 'economic' };

function folderOf(classification: string): string {
  return `/${FOLDERS[classification] ?? `classifications/${classification}`}/`;
}

export function codeHref(edition: Edition, classification: string, code: string): string {
  return href(edition, `${folderOf(classification)}${code}/`);
}

/** What a classification is called in full. */
export function classificationName(edition: Edition, classification: string): string {
  const own = ownWords(edition, classification);
  return own ? textOf(edition, own.name) : (edition.language.classifications.names[classification] ?? label(edition, classification));
}

/** What the archive itself says of a classification; nothing where the words of Chinese budgets hold. */
function ownWords({ archive }: Edition, classification: string): ClassificationWord | undefined {
  return hasChineseClassifications(archive.facts) ? undefined : declaredClassification(archive, classification);
}

/** The classifications with codes in use, for navigation: the two standard ones first. */
export function classificationLinks(edition: Edition): (Link & { readonly classification: string })[] {
  return classificationsInUse(edition.archive).map((classification) => ({
    classification,
    href: href(edition, folderOf(classification)),
    text:
      (ownWords(edition, classification) ? undefined : edition.language.classifications.short[classification]) ??
      classificationName(edition, classification),
  }));
}

const STANDARD = Object.keys(FOLDERS);

/** Those whose pages stand below `/classifications/`. */
export function otherClassifications(archive: Archive): string[] {
  return classificationsInUse(archive).filter((name) => !STANDARD.includes(name));
}

export function classificationsInUse(archive: Archive): string[] {
  const names = classificationNames(archive);
  const isInUse = (name: string): boolean => archive.whole?.classifications.includes(name) ?? namesOfCodes(archive, name).size > 0;
  return [...STANDARD.filter((name) => names.includes(name)), ...names.filter((name) => !STANDARD.includes(name))].filter(isInUse);
}

interface UsedCode {
  readonly code: string;
  readonly observations: readonly Observation[];
}

const indexes = new WeakMap<Archive, Map<string, ReadonlyMap<string, UsedCode>>>();

/** Codes that a figure other than zero is printed for, with the codes above them. */
function usedCodes(archive: Archive, classification: string): ReadonlyMap<string, UsedCode> {
  let index = indexes.get(archive);
  if (!index) {
    index = new Map();
    indexes.set(archive, index);
  }
  const known = index.get(classification);
  if (known) return known;
  const listed = [...archive.classifications.values()].some(({ name }) => name === classification);
  const ancestors = new Map<string, readonly string[]>();
  const found = new Map<string, Observation[]>();
  for (const each of archive.observations) {
    // A project is coded by its name, and is no code of a chart of accounts.
    if (!listed || each.classification !== classification || !CODE.test(each.code) || each.direction === 'revenue' || isZero(each.value))
      continue;
    const above = ancestors.get(each.code) ?? ancestorsOf(archive, classification, each.code);
    ancestors.set(each.code, above);
    for (const code of [...above, each.code]) {
      const list = found.get(code) ?? [];
      if (code === each.code) list.push(asRead(archive, each));
      found.set(code, list);
    }
  }
  const sorted = new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, observations]) => [code, { code, observations }]));
  index.set(classification, sorted);
  return sorted;
}

export function codesInUse(archive: Archive, classification: string): string[] {
  return [...namesOfCodes(archive, classification).keys()];
}

const codeNames = new WeakMap<Archive, Map<string, ReadonlyMap<string, string | undefined>>>();

/** The codes in use, each that no version lists with the name that is first printed for it, if any is. */
export function namesOfCodes(archive: Archive, classification: string): ReadonlyMap<string, string | undefined> {
  if (archive.whole) return archive.whole.codes.get(classification) ?? new Map();
  const known = codeNames.get(archive) ?? new Map<string, ReadonlyMap<string, string | undefined>>();
  codeNames.set(archive, known);
  let names = known.get(classification);
  if (!names) {
    const printed = (code: string, [first]: readonly Observation[]): string | undefined =>
      newestWith(archive, classification, code) ? undefined : first?.label;
    names = new Map([...usedCodes(archive, classification)].map(([code, { observations }]) => [code, printed(code, observations)]));
    known.set(classification, names);
  }
  return names;
}

/** By classification and code, joined with a slash: what the page of the code shows, as it is printed. */
export function shownByCode(archive: Archive): ReadonlyMap<string, readonly Observation[]> {
  const shown = classificationsInUse(archive).flatMap((name) =>
    [...usedCodes(archive, name).values()].map(
      ({ code, observations }) => [`${name}/${code}`, [...bestOf(observations)].map(asPrinted)] as const,
    ),
  );
  return new Map(shown.filter(([, { length }]) => length > 0));
}

/** By classification and code, joined with a slash: the units that print a figure for it. */
export function spendersByCode(archive: Archive): ReadonlyMap<string, number> {
  const known = archive.whole?.counted?.spenders;
  if (known) return known;
  const counted = classificationsInUse(archive).flatMap((name) =>
    [...usedCodes(archive, name).values()].map(
      ({ code, observations }) => [`${name}/${code}`, new Set(observations.map(({ unit }) => unit)).size] as const,
    ),
  );
  return new Map(counted.filter(([, units]) => units > 0));
}

/** The other codes of a classification that the page of one names: those above it, below it, and those that it was or became. */
export function namedBeside(archive: Archive, classification: string, code: string): readonly string[] {
  const changed = archive.crosswalks
    .filter((each) => each.classification === classification)
    .flatMap(({ entries }) => entries.filter(({ from, to }) => from === code || to === code))
    .flatMap(({ from, to }) => [from ?? code, to ?? code]);
  return [...new Set([...ancestorsOf(archive, classification, code), ...childrenOf(archive, classification, code), ...changed])].filter(
    (other) => other !== code,
  );
}

function childrenOf(archive: Archive, classification: string, code: string): string[] {
  return codesInUse(archive, classification).filter((other) => ancestorsOf(archive, classification, other).at(-1) === code);
}

/** What a code is, whoever spends on it. */
export function codeWords(
  edition: Edition,
  classification: string,
  code: string,
): Pick<CodePage, 'name' | 'classification' | 'variants' | 'definition'> & { readonly path: string } {
  const { label: name, variants } = describe(edition, classification, code);
  const definition = definitionOf(edition, classification, code);
  return {
    path: `${folderOf(classification)}${code}/`,
    name,
    classification: classificationName(edition, classification),
    ...(definition ? { definition } : {}),
    variants,
  };
}

export const codePage = keepingLast(makeCodePage);

function makeCodePage(edition: Edition, classification: string, code: string): CodePage {
  const { archive, language } = edition;
  const { path, ...words } = codeWords(edition, classification, code);
  const shown = distinct(usedCodes(archive, classification).get(code)?.observations ?? []);
  const longest = Math.max(0, ...shown.map(({ value }) => toDrawing(value)));
  const link = (other: string): Link => ({
    href: codeHref(edition, classification, other),
    text: `${other} ${describe(edition, classification, other).label}`,
  });
  const ancestors = ancestorsOf(archive, classification, code);
  const staged = new Set(shown.map(({ stage }) => stage)).size > 1;
  const units = new Set(shown.map(({ unit }) => unit)).size;
  const levels =
    ownWords(edition, classification)?.levels.map((each) => textOf(edition, each)) ?? language.classifications.levels[classification];
  return {
    frame: {
      title: `${code} ${words.name}`,
      description: words.definition?.text ?? language.code.description(words.classification, code, words.name),
      path,
      crumbs: [{ href: href(edition, folderOf(classification)), text: words.classification }, ...ancestors.map(link)],
    },
    ...words,
    code,
    level: levels?.[ancestors.length] ?? '',
    ancestors: ancestors.map(link),
    children: childrenOf(archive, classification, code).map(link),
    changes: changesOf(edition, classification, code),
    lede: [shown.length > 0 ? language.code.units(units) : language.code.onlyBelow],
    years: unitYears(edition, shown),
    // Figures of a part of what a code costs are compared nowhere.
    ...(shown.some(({ use }) => use === undefined || use === 'basic')
      ? { compare: { href: compareHref(edition, { of: `${classification}/${code}` }), text: language.compare.ofCode } }
      : {}),
    rows: shown.slice(0, MOST_ROWS).map((each) => ({
      unit: unitLink(edition, each.unit),
      year: yearLabel(edition, each.year),
      stage: language.stages[each.stage],
      ...(staged ? { form: each.stage } : {}),
      fund: fundName(edition, each.fund),
      text: digits(edition, each.value),
      unitOfMeasure: each.scale,
      href: cellHref(edition, each),
      origin: each.origin,
      ...(longest > 0 ? { bar: toDrawing(each.value) / longest } : {}),
    })),
    ...(shown.length > MOST_ROWS ? { more: { href: searchHref(edition, code), text: language.code.more(shown.length - MOST_ROWS) } } : {}),
  };
}

/** Between which versions a code changed, into what and why. */
function changesOf(edition: Edition, classification: string, code: string): CodePage['changes'] {
  const { archive, language } = edition;
  const used = namesOfCodes(archive, classification);
  const named = (other: string | undefined, without: string): PhrasePart => {
    if (other === undefined) return without;
    const text = `${other} ${describe(edition, classification, other).label}`;
    return other !== code && used.has(other) ? { href: codeHref(edition, classification, other), text } : text;
  };
  return archive.crosswalks
    .filter((crosswalk) => crosswalk.classification === classification)
    .flatMap(({ from: older, to: newer, entries }) =>
      entries
        .filter(({ from, to }) => from === code || to === code)
        .map(({ from, to, share: part, reason }) => ({
          versions: `${older} → ${newer}`,
          codes: [
            named(from, language.code.begun),
            ' → ',
            named(to, language.code.ended),
            part && compare(part, ONE) !== 0 ? ` (${share(edition, part, ONE) ?? ''})` : '',
          ],
          reason,
        })),
    );
}

const ONE = decimal(1, 0);

export function codeIndexPage(edition: Edition, classification: string): CodeIndexPage {
  const { archive, language } = edition;
  const heading = classificationName(edition, classification);
  const spenders = spendersByCode(archive);
  const lede =
    (ownWords(edition, classification) ? undefined : language.classifications.leads[classification]) ??
    language.classifications.lead(heading);
  return {
    frame: { title: heading, description: lede, path: folderOf(classification), crumbs: [] },
    heading,
    lede,
    codes: codesInUse(archive, classification).map((code) => ({
      code,
      name: describe(edition, classification, code).label,
      href: codeHref(edition, classification, code),
      level: ancestorsOf(archive, classification, code).length,
      units: spenders.get(`${classification}/${code}`) ?? 0,
    })),
  };
}

export function codeName(edition: Edition, classification: string, code: string): string {
  return describe(edition, classification, code).label;
}

/** By the newest version that has it; its other printed names are gathered from all versions. */
function describe(edition: Edition, classification: string, code: string): ClassificationCode {
  const { archive } = edition;
  const entries = versionsOf(archive, classification).flatMap(({ codes }) => codes.get(code) ?? []);
  const [newest] = entries;
  if (!newest) {
    const printed = namesOfCodes(archive, classification).get(code);
    return { code, label: printed === undefined ? code : label(edition, printed), variants: [] };
  }
  const names = new Set(entries.flatMap(({ label: printed, variants }) => [printed, ...variants]));
  const name = label(edition, newest.label);
  // Under a translated name the printed one is still told.
  names.delete(name);
  return { code, label: name, variants: [...names] };
}

/** What the newest version says of it that says anything. */
function definitionOf(edition: Edition, classification: string, code: string): CodePage['definition'] {
  const printed = versionsOf(edition.archive, classification)
    .map(({ codes }) => codes.get(code)?.definition)
    .find((definition) => definition !== undefined && definition !== '');
  if (printed === undefined) return undefined;
  const translated = gloss(edition, printed);
  return { text: translated ?? printed, foreign: translated === undefined && edition.base !== '' };
}

/** The newest first. */
function versionsOf(archive: Archive, classification: string): readonly Classification[] {
  return [...archive.classifications.values()]
    .filter(({ name }) => name === classification)
    .sort((a, b) => (a.version < b.version ? 1 : -1));
}

/** A chart for each of the few units that spend most on it. */
function unitYears(edition: Edition, shown: readonly Observation[]): Chart[] {
  const lasting = [...Map.groupBy(shown, ({ unit }) => unit).values()]
    .filter((own) => new Set(own.map(({ year }) => year)).size > 1)
    .sort((a, b) => toDrawing(b[0]?.value ?? ZERO) - toDrawing(a[0]?.value ?? ZERO));
  return lasting.slice(0, MOST_CHARTS).flatMap((own) => {
    const unit = own[0]?.unit ?? '';
    return yearsChart(edition, `years-${unit}`, unitLink(edition, unit).text, own.toSorted(byYearAndStage)) ?? [];
  });
}

/** For one unit, year and stage the total of all uses, of the widest fund. */
function bestOf(observations: readonly Observation[]): Iterable<Observation> {
  const best = new Map<string, Observation>();
  const width = ({ use, fund, classification }: Observation): number =>
    (use === undefined || (classification === 'economic' && use === 'basic') ? 0 : 2) + (fund === 'all' ? 0 : 1);
  for (const each of observations) {
    const key = `${each.unit}|${each.year}|${each.stage}`;
    const found = best.get(key);
    if (!found || width(each) < width(found)) best.set(key, each);
  }
  return best.values();
}

/** Newest first. */
function distinct(observations: readonly Observation[]): readonly Observation[] {
  return [...bestOf(observations)].sort(
    (a, b) => b.year - a.year || (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0) || (a.stage < b.stage ? 1 : -1),
  );
}
