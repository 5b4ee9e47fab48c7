/** What the money of one year is for: by function, by use, by economic class, 三公 and projects. */
import type { Archive, Observation } from '../domain/archive.ts';
import { compare, isZero } from '../domain/decimal.ts';
import { withoutNumbering } from '../domain/printed-name.ts';
import { ancestorsOf, classificationFor } from './accounts.ts';
import { amount } from './amount.ts';
import { type Part, partsChart } from './charts.ts';
import { classificationName, codeHref, codeName } from './code.ts';
import { type Edition, label } from './edition.ts';
import { useName, yearLabel } from './names.ts';
import type { Chart, Phrase, PhrasePart } from './page.ts';
import { cellHref, matches, partsByCode, partsByUse } from './select.ts';

export interface Composition {
  readonly charts: readonly Chart[];
  readonly absences: readonly Phrase[];
  readonly projects?: Chart;
}

export function composition(edition: Edition, observations: readonly Observation[], total: Observation): Composition {
  const { archive, language } = edition;
  const words = language.composition;
  const threePublicTerm = (text: string): PhrasePart => ({ term: 'three-public', text });
  const charts: (Chart | undefined)[] = [];
  const absences: Phrase[] = [];
  const purpose = classificationFor(archive, 'purpose') ?? '';
  const nature = classificationFor(archive, 'nature') ?? '';
  const coded = (classification: string, parts: readonly Observation[]): Part[] =>
    parts.map((observation) => ({
      label: label(edition, bareName(observation)),
      href: codeHref(edition, classification, observation.code),
      observation,
    }));

  const functions = partsByCode(archive, observations, total, 'purpose');
  charts.push(
    partsChart(
      edition,
      { id: 'by-function', title: words.byFunction, kind: classificationName(edition, purpose) },
      coded(purpose, functions),
      total.value,
    ),
  );
  const uses = partsByUse(archive, observations, total)
    .toSorted((a, b) => compare(b.value, a.value))
    .map((observation) => ({ label: useName(edition, observation.use ?? ''), observation }));
  charts.push(
    partsChart(
      edition,
      { id: 'by-use', title: Object.keys(archive.facts.uses).length > 0 ? words.use : words.byUse, kind: words.use },
      uses,
      total.value,
    ),
  );

  const economic = partsByCode(archive, observations, total, 'nature');
  const basic = observations.find((each) =>
    matches(each, { year: total.year, stage: total.stage, classification: nature, code: '', use: 'basic' }),
  );
  const whole = observations.find((each) =>
    matches(each, { year: total.year, stage: total.stage, direction: 'expenditure', classification: nature, code: '', use: undefined }),
  );
  const parent = economic[0] && !basic && !whole ? parentOf(archive, observations, economic) : undefined;
  const printed = economic[0] && (basic ?? whole ?? parent);
  const title = basic ? words.basic : words.bought(parent ? codeName(edition, nature, parent.code) : classificationName(edition, nature));
  if (printed)
    charts.push(
      partsChart(
        edition,
        { id: 'by-economic-class', title, kind: classificationName(edition, nature) },
        coded(nature, economic),
        printed.value,
      ),
    );
  else if (nature !== '') absences.push(words.noDetail(yearLabel(edition, total.year)));

  const threePublic = threePublicParts(edition, observations, total);
  if (threePublic === undefined) {
    if (printsThreePublic(archive)) absences.push(words.noThreePublic(yearLabel(edition, total.year), threePublicTerm));
  } else if (threePublic.parts.length === 0) {
    const figure = { href: cellHref(edition, threePublic.total), text: amount(edition, threePublic.total) };
    absences.push(words.threePublicZero({ year: yearLabel(edition, total.year), stage: total.stage, amount: figure }, threePublicTerm));
  } else
    charts.push(
      partsChart(
        edition,
        { id: 'three-public', title: language.unit.threePublic, kind: words.project },
        threePublic.parts,
        threePublic.total.value,
      ),
    );

  const projects = projectsChart(edition, observations, total);
  return { charts: charts.filter((chart) => chart !== undefined), absences, ...(projects ? { projects } : {}) };
}

/** 三公 total and its parts that are not zero, of general public budget; undefined where none is printed. */
export function threePublicParts(
  { language }: Edition,
  observations: readonly Observation[],
  total: Observation,
): { total: Observation; parts: Part[] } | undefined {
  const printed = observations.filter(
    (each) =>
      matches(each, { year: total.year, stage: total.stage, classification: 'three-public', use: undefined }) &&
      each.fund !== 'government-fund',
  );
  const whole = printed.find(({ code }) => code === '');
  if (!whole) return undefined;
  const detailed = new Set(printed.filter(({ code, value }) => code.startsWith('vehicle-') && !isZero(value)).map(({ code }) => code));
  const parts = printed
    .filter(({ code, value }) => code !== '' && !isZero(value) && !(code === 'vehicles' && detailed.size > 0))
    .toSorted((a, b) => compare(b.value, a.value))
    .map((observation) => ({ label: language.threePublic[observation.code] ?? observation.code, observation }));
  return { total: whole, parts };
}

function projectsChart(edition: Edition, observations: readonly Observation[], total: Observation): Chart | undefined {
  const words = edition.language.composition;
  const listed = observations.filter((each) =>
    matches(each, { year: total.year, stage: total.stage, classification: 'project', direction: 'expenditure' }),
  );
  const [first] = listed.filter(({ code }) => code !== '');
  if (!first) return undefined;
  const table = first.cell.slice(0, first.cell.indexOf('.'));
  const inTable = listed.filter(({ cell, fund }) => cell.startsWith(`${table}.`) && fund === first.fund);
  const whole = inTable.find(({ code, use }) => code === '' && (use === undefined || use === 'project'));
  const parts = inTable
    .filter(({ code, value }) => code !== '' && !isZero(value))
    .toSorted((a, b) => compare(b.value, a.value))
    .map((observation) => ({ label: label(edition, observation.label), observation }));
  return whole && partsChart(edition, { id: 'projects', title: edition.language.unit.projects, kind: words.project }, parts, whole.value);
}

/** Where a table of parts prints no total of its own: the class that the parts belong to, if they are of one. */
function parentOf(archive: Archive, observations: readonly Observation[], parts: readonly Observation[]): Observation | undefined {
  const [first] = parts;
  const { classification } = first ?? {};
  if (!first || classification === undefined) return undefined;
  const above = ({ code }: Observation): string | undefined => ancestorsOf(archive, classification, code)[0];
  const parent = above(first);
  if (parent === undefined || parts.some((each) => above(each) !== parent)) return undefined;
  return observations.find((each) => matches(each, { year: first.year, stage: first.stage, classification, code: parent }));
}

/** Without the head above a column, and the numbering that some tables print: 一、一般公共服务支出. */
function bareName({ label: printed }: Observation): string {
  return withoutNumbering(printed.replace(/^.*\//, ''));
}

const printing = new WeakMap<Archive, boolean>();

/** Whether these are figures that documents of this archive print at all. */
function printsThreePublic(archive: Archive): boolean {
  const known =
    archive.whole?.printsThreePublic ??
    printing.get(archive) ??
    archive.observations.some(({ classification }) => classification === 'three-public');
  printing.set(archive, known);
  return known;
}
