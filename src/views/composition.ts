/** What the money of one year is for: by function, by use, by economic class, 三公 and projects. */
import type { Archive, Observation } from '../domain/archive.ts';
import { compare, isZero } from '../domain/decimal.ts';
import { withoutNumbering } from '../domain/printed-name.ts';
import { amount } from './amount.ts';
import { type Part, partsChart } from './charts.ts';
import { ancestorsOf, classificationName, classificationsInUse, codeHref, codeName, otherClassifications } from './code.ts';
import { type Edition, label } from './edition.ts';
import { useName } from './names.ts';
import type { Chart, Phrase, PhrasePart } from './page.ts';
import { cellHref, matches, partsByCode, partsByUse } from './select.ts';

export interface Composition {
  readonly charts: readonly Chart[];
  readonly absences: readonly Phrase[];
  readonly projects?: Chart;
}

export function composition(edition: Edition, observations: readonly Observation[], total: Observation): Composition {
  const { language } = edition;
  const words = language.composition;
  const threePublicTerm = (text: string): PhrasePart => ({ term: 'three-public', text });
  const charts: (Chart | undefined)[] = [];
  const absences: Phrase[] = [];
  const coded = (classification: string, parts: readonly Observation[]): Part[] =>
    parts.map((observation) => ({
      label: label(edition, bareName(observation)),
      href: codeHref(edition, classification, observation.code),
      observation,
    }));

  const { archive } = edition;
  const inUse = new Set(classificationsInUse(archive));
  const functions = partsByCode(observations, total, 'functional', (code) => code.length === 3);
  charts.push(
    partsChart(
      edition,
      { id: 'by-function', title: words.byFunction, kind: classificationName(edition, 'functional') },
      coded('functional', functions),
      total.value,
    ),
  );
  const uses = partsByUse(observations, total)
    .toSorted((a, b) => compare(b.value, a.value))
    .map((observation) => ({ label: useName(edition, observation.use ?? ''), observation }));
  charts.push(partsChart(edition, { id: 'by-use', title: words.byUse, kind: words.use }, uses, total.value));

  // The chart of accounts of another government: each classification by its highest codes.
  for (const classification of otherClassifications(archive)) {
    const name = classificationName(edition, classification);
    const parts = partsByCode(observations, total, classification, (code) => ancestorsOf(archive, classification, code).length === 0);
    charts.push(
      partsChart(edition, { id: `by-${classification}`, title: words.by(name), kind: name }, coded(classification, parts), total.value),
    );
  }

  const economic = partsByCode(observations, total, 'economic', (code) => code.length === 5);
  const basic = observations.find((each) =>
    matches(each, { year: total.year, stage: total.stage, classification: 'economic', code: '', use: 'basic' }),
  );
  const parent = economic[0] && !basic ? parentOf(observations, economic) : undefined;
  const printed = economic[0] && (basic ?? parent);
  const title = parent ? words.bought(codeName(edition, 'economic', parent.code)) : words.basic;
  if (printed)
    charts.push(
      partsChart(
        edition,
        { id: 'by-economic-class', title, kind: classificationName(edition, 'economic') },
        coded('economic', economic),
        printed.value,
      ),
    );
  else if (inUse.has('economic')) absences.push(words.noDetail(String(total.year)));

  const threePublic = threePublicParts(edition, observations, total);
  if (threePublic === undefined) {
    // Where no document knows of it, nothing is missing.
    if (knowsThreePublic(archive)) absences.push(words.noThreePublic(String(total.year), threePublicTerm));
  } else if (threePublic.parts.length === 0) {
    const figure = { href: cellHref(edition, threePublic.total), text: amount(edition, threePublic.total) };
    absences.push(words.threePublicZero({ year: String(total.year), stage: total.stage, amount: figure }, threePublicTerm));
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

/** The highest codes of the classification that says what the money is for, the largest first. */
export function mainParts({ archive }: Edition, observations: readonly Observation[], total: Observation): readonly Observation[] {
  const [main] = classificationsInUse(archive).filter((classification) => classification !== 'economic');
  if (main === undefined) return [];
  return partsByCode(observations, total, main, (code) => ancestorsOf(archive, main, code).length === 0);
}

const printsThreePublic = new WeakMap<Archive, boolean>();

/** Whether any document of the archive prints it. */
function knowsThreePublic(archive: Archive): boolean {
  const known = printsThreePublic.get(archive) ?? archive.observations.some(({ classification }) => classification === 'three-public');
  printsThreePublic.set(archive, known);
  return known;
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
function parentOf(observations: readonly Observation[], parts: readonly Observation[]): Observation | undefined {
  const [first] = parts;
  if (!first || parts.some(({ code }) => code.slice(0, 3) !== first.code.slice(0, 3))) return undefined;
  return observations.find((each) =>
    matches(each, { year: first.year, stage: first.stage, classification: 'economic', code: first.code.slice(0, 3) }),
  );
}

/** Without the head above a column, and the numbering that some tables print: 一、一般公共服务支出. */
function bareName({ label: printed }: Observation): string {
  return withoutNumbering(printed.replace(/^.*\//, ''));
}
