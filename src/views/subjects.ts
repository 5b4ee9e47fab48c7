/**
 * Observations → the figures of one measure or code, with everything that it takes to compare them in a browser. Long,
 * because a whole archive and a part of one are read by the same rules of what is compared.
 */
import { comparableSeries, descentOf, meansTheSame } from '../archive/comparable.ts';
import { seriesKey } from '../archive/observations.ts';
import type { ComparedFigure, Subject, VersionBridge } from '../comparison/figure.ts';
import { OWN_NAME } from '../comparison/figure.ts';
import { termsKey } from '../comparison/gate.ts';
import { isParted, partsOf } from '../comparison/parts.ts';
import type { Archive, ComparedCount, Observation } from '../domain/archive.ts';
import { formatDecimal } from '../domain/decimal.ts';
import type { Stage } from '../domain/declarations.ts';
import { narrow } from '../domain/exact.ts';
import { shownNumber } from '../domain/number-format.ts';
import { printedBasis } from '../domain/printed-basis.ts';
import { inReadingScale } from '../domain/scales.ts';
import { classificationNames } from './accounts.ts';
import { namesOfCodes } from './code.ts';
import { gloss } from './edition.ts';
import { editionsOf, ownEdition } from './editions.ts';
import { asPrinted, asRead, isOfWhole, observationsOfUnit, PARTIAL_FUNDS } from './select.ts';
import { idParts, MEASURES, measureTitle } from './subject-names.ts';

interface Index {
  /** By subject id, in the order in which they are offered; codes that only zeros are printed for among them. */
  readonly all: ReadonlyMap<string, readonly Observation[]>;
  /** Measures, and codes in use. */
  readonly bySubject: ReadonlyMap<string, readonly Observation[]>;
  /** All expenditure, by unit, year and terms. */
  readonly wholes: ReadonlyMap<string, ComparedFigure>;
}

const indexes = new WeakMap<Archive, Index>();

/** `measures/total`, `functional/2040250`, …: all that the archive has two or more figures of, or one. */
export function subjectIds(archive: Archive): readonly string[] {
  return [...comparedCounts(archive).keys()];
}

/** Those with so many figures that they are kept in parts too, and the parts. */
export function partedSubjects(archive: Archive): ReadonlyMap<string, readonly string[]> {
  return new Map([...comparedCounts(archive)].flatMap(([id, { figures, parts }]) => (isParted(figures) ? [[id, parts]] : [])));
}

const counts = new WeakMap<Archive, ReadonlyMap<string, ComparedCount>>();

/** Of each subject how many figures there are, and of what; in the order in which they are offered. */
export function comparedCounts(archive: Archive): ReadonlyMap<string, ComparedCount> {
  const known = archive.whole?.counted?.compared ?? counts.get(archive);
  if (known) return known;
  const counted = new Map([...indexOf(archive).bySubject].map(([id, list]) => [id, countOf(list)]));
  counts.set(archive, counted);
  return counted;
}

/** Of a part of an archive, whose zeros may be of codes in use elsewhere. */
export function comparedCountsOfPart(archive: Archive): ReadonlyMap<string, ComparedCount> {
  return new Map([...indexOf(archive).all].map(([id, list]) => [id, countOf(list)]));
}

function countOf(list: readonly Observation[]): ComparedCount {
  const each = (values: readonly string[]): string[] => [...new Set(values)].sort();
  return {
    figures: list.length,
    parts: partsOf(list.map(({ unit }) => unit)),
    funds: each(list.map(({ fund }) => fund)),
    uses: each(list.flatMap(({ use }) => use ?? [])),
    things: each(list.flatMap(({ measure, scale }) => (measure === 'count' ? scale : []))),
  };
}

/** Of the parts of an archive, those of codes that are in use in the whole. */
export function joinComparedCounts(
  parts: readonly ReadonlyMap<string, ComparedCount>[],
  inUse: (classification: string, code: string) => boolean,
): ReadonlyMap<string, ComparedCount> {
  const lists = new Map<string, ComparedCount[]>();
  for (const part of parts) {
    for (const [id, count] of part) {
      const list = lists.get(id);
      if (list) list.push(count);
      else lists.set(id, [count]);
    }
  }
  return new Map(
    [...lists]
      .filter(([id]) => idParts(id)[0] === MEASURES || inUse(...idParts(id)))
      .sort(asOffered)
      .map(([id, list]) => {
        const each = (values: (count: ComparedCount) => readonly string[]): string[] => [...new Set(list.flatMap(values))].sort();
        const figures = list.reduce((sum, count) => sum + count.figures, 0);
        return [
          id,
          {
            figures,
            parts: each(({ parts: own }) => own),
            funds: each(({ funds }) => funds),
            uses: each(({ uses }) => uses),
            things: each(({ things }) => things),
          },
        ];
      }),
  );
}

/** What is compared of a part of an archive, by subject, as it is printed. */
export function comparedOfPart(archive: Archive): ReadonlyMap<string, readonly Observation[]> {
  return new Map([...indexOf(archive).all].map(([id, list]) => [id, list.map(asPrinted)]));
}

/** The other subjects that the figures of one are made with, of the same units: the whole that they are a share of, former codes. */
export function madeWith(archive: Archive, id: string): readonly string[] {
  const [classification, code] = idParts(id);
  const wholes = WHOLES.has(id) ? [] : [TOTAL];
  if (classification === MEASURES) return wholes;
  const versions = new Set(
    archive.crosswalks.filter((each) => each.classification === classification).flatMap(({ from, to }) => [from, to]),
  );
  const former = [...versions].flatMap((newer) =>
    [...versions].flatMap((older) => descentOf(archive, classification, code, newer, older).from.map((each) => each.code)),
  );
  return [...wholes, ...[...new Set(former)].filter((each) => each !== code).map((each) => `${classification}/${each}`)];
}

const TOTAL = `${MEASURES}/total`;

/** A share of all expenditure is told of all others. */
const WHOLES: ReadonlySet<string> = new Set([TOTAL, `${MEASURES}/revenue`]);

export function subjectOf(archive: Archive, id: string): Subject {
  const known = latest.get(archive);
  if (known?.id === id) return known;
  const subject = composed(archive, id);
  latest.set(archive, subject);
  return subject;
}

/** Its parts are asked for one after another. */
const latest = new WeakMap<Archive, Subject>();

function composed(archive: Archive, id: string): Subject {
  const { bySubject, wholes } = indexOf(archive);
  const observations = bySubject.get(id) ?? [];
  const [classification = '', code = ''] = idParts(id);
  const partial = !WHOLES.has(id);
  const figures = distinct(observations.map((each) => comparedFigure(archive, each))).map((each): ComparedFigure => {
    const whole = partial && each.currency !== '' ? wholes.get(wholeKey(each)) : undefined;
    return whole ? { ...each, whole: whole.value } : each;
  });
  const comparable = classification === MEASURES ? [] : bridgedFigures(archive, observations);
  const units = new Set([...figures, ...comparable].map(({ unit }) => unit));
  return {
    id,
    figures,
    comparable,
    bridges: classification === MEASURES ? [] : bridgesOf(archive, classification, code, [...figures, ...comparable]),
    names: new Map([...units].sort().map((unit) => [unit, namesOf(archive, unit)])),
  };
}

function indexOf(archive: Archive): Index {
  let index = indexes.get(archive);
  if (!index) {
    const lists = new Map<string, Observation[]>();
    const ofWhole = isOfWhole(archive);
    const add = (id: string, each: Observation): void => {
      const list = lists.get(id);
      if (list) list.push(each);
      else lists.set(id, [each]);
    };
    const named = new Map<string, boolean>();
    const isNamed = (measure: string): boolean => {
      const known = named.get(measure) ?? measureTitle(ownEdition(archive), measure) !== undefined;
      named.set(measure, known);
      return known;
    };
    const coded = new Map(classificationNames(archive).map((name) => [name, namesOfCodes(archive, name)]));
    for (const each of archive.observations) {
      const measure = measureOf(each, ofWhole);
      if (measure !== undefined && isNamed(measure)) add(`${MEASURES}/${measure}`, each);
      const { classification = '', code, use, direction, measure: kind } = each;
      if (kind !== 'amount' || direction === 'revenue' || (use !== undefined && use !== 'basic')) continue;
      if (code !== '' && coded.has(classification)) add(`${classification}/${code}`, each);
    }
    const all = [...lists].sort(asOffered).map(([id, list]) => [id, wholeUses(list)] as const);
    const isInUse = (id: string): boolean => {
      const [classification, code] = idParts(id);
      return classification === MEASURES || (coded.get(classification)?.has(code) ?? false);
    };
    const totals = lists.get(TOTAL) ?? [];
    index = {
      all: new Map(all),
      bySubject: new Map(all.filter(([id]) => isInUse(id))),
      wholes: new Map(distinct(totals.map((each) => comparedFigure(archive, each))).map((each) => [wholeKey(each), each])),
    };
    indexes.set(archive, index);
  }
  return index;
}

/** What most come for. */
const FIRST = ['total', 'revenue', 'use-basic', 'use-personnel', 'use-operating', 'use-project', 'three-public', 'procurement'].map(
  (name) => `${MEASURES}/${name}`,
);

/** Measures first, in the order of what most come for; then the codes. */
function asOffered([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  const place = (id: string): number => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length + (idParts(id)[0] === MEASURES ? 0 : 1));
  return place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** What a figure without a code of a chart of accounts is of. */
function measureOf(each: Observation, ofWhole: (observation: Observation) => boolean): string | undefined {
  const { classification, code, use, direction, measure } = each;
  if (classification === 'three-public' && use === undefined && measure === 'amount')
    return code === '' ? 'three-public' : `three-public-${code}`;
  if (classification === 'indicator' && use === undefined) return measure === 'amount' ? code : `count-${code}`;
  if (measure !== 'amount' || code !== '') return undefined;
  if (classification === 'procurement') return use === undefined ? 'procurement' : undefined;
  // A fund that is never a unit's whole budget has no totals of a unit.
  if (PARTIAL_FUNDS.has(each.fund)) return undefined;
  if (direction === 'revenue') return use === undefined ? 'revenue' : undefined;
  if (direction !== 'expenditure' || !ofWhole(each)) return undefined;
  return use === undefined ? 'total' : `use-${use}`;
}

/** A document that says what a code costs in all says it there; another says it of basic expenditure alone. */
function wholeUses(list: readonly Observation[]): readonly Observation[] {
  const document = ({ unit, disclosure, stage, year, fund }: Observation): string => `${unit}|${disclosure}|${year}|${stage}|${fund}`;
  const whole = new Set(list.filter(({ use }) => use === undefined).map(document));
  return list.filter((each) => each.use !== 'basic' || !whole.has(document(each)));
}

/** With all that the gate of comparisons asks of a figure. */
export function comparedFigure(archive: Archive, observation: Observation): ComparedFigure {
  const read = asRead(archive, observation);
  const { unit, year, stage, basis, scope, fund, use = '', version = '', code, value, scale, origin, disclosure, measure, cell } = read;
  const document = archive.disclosures.get(`${unit}/${disclosure}`);
  const chinese = archive.facts.types.length === 0;
  return {
    unit,
    year,
    stage,
    basis: basisOf(basis, stage, chinese && document?.type === 'final-accounts'),
    scope,
    fund,
    // Of a measure the use is in its name.
    use: code === '' ? '' : use,
    scale,
    currency: measure === 'amount' ? (document?.currency ?? '') : '',
    version: code === '' || observation.classification === undefined || !listed(archive, observation.classification) ? '' : version,
    value,
    origin,
    place: `${disclosure}/#${encodeURI(cell)}`,
  };
}

const bases = new Map<string, string>();

/** The same few words stand on every document. */
function basisOf(words: string | undefined, stage: Stage, closed: boolean): string {
  const key = `${stage}|${closed}|${words ?? ''}`;
  const known = bases.get(key) ?? printedBasis(words, stage, { closed });
  bases.set(key, known);
  return known;
}

function listed({ classifications }: Archive, name: string): boolean {
  for (const each of classifications.values()) if (each.name === name) return true;
  return false;
}

/** The first of those that say the same of the same, oldest first. */
function distinct(figures: readonly ComparedFigure[]): ComparedFigure[] {
  const byFact = new Map<string, ComparedFigure>();
  for (const each of figures) {
    const key = `${each.unit}|${each.year}|${termsKey(each)}`;
    const known = byFact.get(key);
    if (!known || (known.origin !== 'published' && each.origin === 'published')) byFact.set(key, each);
  }
  return [...byFact.values()].sort(
    (a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0) || a.year - b.year || (a.stage < b.stage ? -1 : 1),
  );
}

function wholeKey(figure: ComparedFigure): string {
  return `${figure.unit}|${figure.year}|${termsKey({ ...figure, use: '' })}`;
}

/** In the terms of the newest version that a unit's documents use: the figures that a crosswalk puts together. */
function bridgedFigures(archive: Archive, observations: readonly Observation[]): ComparedFigure[] {
  const newest = new Map<string, Observation>();
  for (const each of observations) {
    const key = seriesKey(each);
    const known = newest.get(key);
    if (each.version !== undefined && (!known || each.version > (known.version ?? ''))) newest.set(key, each);
  }
  return [...newest.values()].flatMap((like) => {
    if (!archive.crosswalks.some(({ classification }) => classification === like.classification)) return [];
    const own = observationsOfUnit(archive, like.unit).filter(({ version }) => version !== undefined);
    return comparableSeries(archive, own, like).flatMap(({ bridge, comparable, scale, published }): ComparedFigure[] => {
      const [first] = comparable?.inputs ?? [];
      const value = comparable && narrow(comparable.value);
      if (bridge !== 'bridged' || !comparable || !first || !value) return [];
      const read = inReadingScale({ value, scale }, archive.facts);
      const of = comparedFigure(archive, published ?? first.observation);
      const inputs = comparable.inputs.map(({ observation, share }) => ({
        code: observation.code,
        share: share.places === 0 || share.coefficient % 10n ** BigInt(share.places) !== 0n ? formatDecimal(share) : '1',
        value: shownNumber(asPrinted(observation).value, archive.facts.numbers),
        place: `${observation.disclosure}/#${encodeURI(observation.cell)}`,
      }));
      return [
        {
          ...of,
          ...read,
          version: like.version ?? '',
          place: inputs[0]?.place ?? of.place,
          origin: 'derived',
          inputs,
          absent: comparable.absent,
        },
      ];
    });
  });
}

/** Every two versions that documents use or crosswalks join, with what is known of the code between them. */
export function bridgesOf(archive: Archive, classification: string, code: string, figures: readonly ComparedFigure[]): VersionBridge[] {
  const used = figures.map(({ version }) => version).filter((version) => version !== '');
  const joined = archive.crosswalks.filter((each) => each.classification === classification).flatMap(({ from, to }) => [from, to]);
  const versions = [...new Set([...used, ...joined])].sort();
  return versions.flatMap((newer, index) =>
    versions.slice(0, index).map((older): VersionBridge => {
      if (meansTheSame(archive, classification, code, newer, older)) return { older, newer, bridge: 'same', steps: [] };
      const { bridge, steps } = descentOf(archive, classification, code, newer, older);
      return {
        older,
        newer,
        bridge,
        steps: steps.map(({ entry: { from, to, share, reason } }) => ({
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
          ...(share ? { share: formatDecimal(share) } : {}),
          reason,
        })),
      };
    }),
  );
}

function namesOf(archive: Archive, unit: string): Record<string, string> {
  const name = archive.units.get(unit)?.name ?? unit;
  const translated = editionsOf(archive).flatMap((edition) => {
    const text = gloss(edition, name);
    return text === undefined ? [] : [[edition.language.tag, text] as const];
  });
  return { [OWN_NAME]: name, ...Object.fromEntries(translated) };
}
