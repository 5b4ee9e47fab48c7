/** A unit: what it costs, how that changes, what it is for, who it is. */
import { citedUnit } from '../citation/cited-work.ts';
import type { Observation, Unit } from '../domain/archive.ts';
import { isZero } from '../domain/decimal.ts';
import { unitDataset } from '../export/linked-data.ts';
import { classificationFor } from './accounts.ts';
import { digits, share } from './amount.ts';
import { yearsChart } from './charts.ts';
import { citationView } from './citation.ts';
import { composition, threePublicParts } from './composition.ts';
import { type Edition, href, label } from './edition.ts';
import { disclosureLine, disclosuresOf, regionPath, titleOf } from './lines.ts';
import { keepingLast } from './made-last.ts';
import { useName, yearLabel } from './names.ts';
import type { Figure, Phrase, UnitPage } from './page.ts';
import {
  cellHref,
  compareHref,
  disclosureHref,
  latestTotal,
  matches,
  observationsOfUnit,
  partsByUse,
  totalSeries,
  unitLink,
} from './select.ts';
import { baseWords, costSentence, hundredSentence, reasonSentence } from './sentences.ts';
import { explanations, plainPhrase } from './terms.ts';
import { changeInWords, statedInWords, type YearChange, yearChanges } from './year-change.ts';
import { functionYears, itemYears, threePublicYears } from './year-table.ts';

export const unitPage = keepingLast(makeUnitPage);

function makeUnitPage(edition: Edition, id: string): UnitPage {
  const { archive, language } = edition;
  const unit = archive.units.get(id);
  if (!unit) throw new Error(`no unit ${id}`);
  const name = label(edition, unit.name);
  const observations = observationsOfUnit(archive, id);
  const series = totalSeries(archive, observations);
  const total = latestTotal(series);
  const changes = total ? yearChanges(archive, series, total) : [];
  const disclosures = disclosuresOf(archive, id);
  const lede = total ? unitLede(edition, observations, total, changes) : withoutBudget(edition, unit);
  const parts = total ? composition(edition, observations, total) : { charts: [], absences: [] };
  const years = yearsChart(edition, 'years', language.chart.years, series);
  const items = itemYears(edition, observations);
  const page: Omit<UnitPage, 'terms'> = {
    frame: {
      title: name,
      description: plainPhrase(lede),
      path: `/units/${id}/`,
      crumbs: [language.units.title, ...regionPath(edition, unit.region)].map((text) => ({ href: href(edition, '/units/'), text })),
      dataset: unitDataset(archive, unit, disclosures, language.dataset),
      version: unit.version,
    },
    name,
    lede,
    keys: total ? keyFigures(edition, observations, total, changes) : [],
    ...(years ? { years } : {}),
    yearsNote: [...derivedNotes(edition, series), ...executionNote(edition, series, observations)],
    ...(total ? { compare: { href: compareHref(edition, { unit: id }), text: language.compare.ofUnit } } : {}),
    yearTables: [functionYears(edition, observations), threePublicYears(edition, observations)].filter((table) => table !== undefined),
    ...(items ? { items } : {}),
    composition: parts.charts,
    absences: parts.absences,
    ...('projects' in parts && parts.projects ? { projects: parts.projects } : {}),
    indicators: indicators(edition, observations),
    disclosures: disclosures.map((each) => disclosureLine(edition, each, { withUnit: false })),
    aboutHtml: unit.narrative.html,
    facts: unitFacts(edition, unit),
    citation: citationView(citedUnit(archive, unit), 'unit'),
  };
  return { ...page, terms: explanations(edition, page, page.aboutHtml) };
}

function unitLede(edition: Edition, observations: readonly Observation[], total: Observation, changes: readonly YearChange[]): Phrase {
  const { join, stop, between } = edition.language.sentences;
  const hundred = hundredSentence(edition, observations, total);
  const reason = reasonSentence(edition, total, changes);
  return [
    ...costSentence(edition, total, changes),
    ...(hundred ? [join, ...hundred] : []),
    stop,
    ...(reason ? [between, ...reason, stop] : []),
  ];
}

function withoutBudget(edition: Edition, unit: Unit): Phrase {
  const words = edition.language.unit;
  const [latest] = disclosuresOf(edition.archive, unit.id);
  if (!latest) return [words.nothing];
  const to = disclosureHref(edition, unit.id, latest.id);
  return words.withoutBudget(yearLabel(edition, latest.year), latest.type, (text) => ({ href: to, text }));
}

function keyFigures(
  edition: Edition,
  observations: readonly Observation[],
  total: Observation,
  [changed]: readonly YearChange[],
): Figure[] {
  const words = edition.language.unit;
  const figure = (name: string, observation: Observation, note?: Phrase, term?: string): Figure => ({
    label: name,
    text: digits(edition, observation.value),
    unit: observation.scale,
    href: cellHref(edition, observation),
    ...(note ? { note } : {}),
    ...(term ? { term } : {}),
  });
  const parts = partsByUse(edition.archive, observations, total).toSorted((a, b) => b.value.coefficient - a.value.coefficient);
  const figures = [figure(words.total(yearLabel(edition, total.year), total.stage), total, changed && [changeNote(edition, changed)])];
  for (const part of parts.slice(0, 2))
    figures.push(figure(words.use(useName(edition, part.use ?? '')), part, [words.share(share(edition, part.value, total.value) ?? '')]));
  const threePublic = threePublicParts(edition, observations, total);
  if (threePublic) {
    const before = observations.find((each) =>
      matches(each, { year: total.year - 1, classification: 'three-public', code: '', use: undefined, fund: threePublic.total.fund }),
    );
    const note: Phrase | undefined = before
      ? [
          edition.language.chart.point(
            edition.language.yearAndStage(yearLabel(edition, before.year), before.stage),
            digits(edition, before.value),
          ),
        ]
      : isZero(threePublic.total.value)
        ? [words.none3(total.stage)]
        : undefined;
    figures.push(figure(words.threePublic, threePublic.total, note, 'three-public'));
  }
  return figures;
}

function changeNote(edition: Edition, changed: YearChange): string {
  const { language } = edition;
  const { base, kind } = changed;
  const year = yearLabel(edition, base.year);
  if (kind === 'apart') return language.chart.point(language.yearAndStage(year, base.stage), digits(edition, base.value));
  if (kind === 'difference') return language.unit.comparedWith(year, changeInWords(edition, changed.difference));
  return language.unit.statedChange(baseWords(edition, base), statedInWords(edition, changed));
}

/** Where a figure was not printed but follows from a later document, which and how. */
function derivedNotes(edition: Edition, series: readonly Observation[]): Phrase[] {
  return series
    .filter(({ origin }) => origin === 'derived')
    .map((each): Phrase => {
      const disclosure = edition.archive.disclosures.get(`${each.unit}/${each.disclosure}`);
      const text = disclosure ? titleOf(edition, disclosure) : each.disclosure;
      return edition.language.unit.derived(yearLabel(edition, each.year), { href: cellHref(edition, each), text }, each.basis);
    });
}

/** Execution that is published item by item, and not in all: adding the items up would leave out those of which nothing is said. */
function executionNote({ archive, language }: Edition, series: readonly Observation[], observations: readonly Observation[]): Phrase[] {
  const inAll = series.some(({ stage }) => stage === 'executed');
  const purpose = classificationFor(archive, 'purpose');
  const byItem = observations.some(
    ({ stage, classification, direction }) => stage === 'executed' && classification === purpose && direction === 'expenditure',
  );
  return byItem && !inAll ? [[language.unit.executedByItem]] : [];
}

/** Indicators that are shown under their printed names. */
const MOST_UNNAMED = 6;

function indicators(edition: Edition, observations: readonly Observation[]): Figure[] {
  const { language } = edition;
  const figures: Figure[] = [];
  const printed = observations.filter((each) => matches(each, { classification: 'indicator', measure: 'count' }));
  const named = Object.keys(language.indicators).filter((code) => printed.some((each) => each.code === code));
  // Where the interface has a name for none of them, the first few by the names that are printed.
  const codes = named.length > 0 ? named : [...new Set(printed.map(({ code }) => code))].sort().slice(0, MOST_UNNAMED);
  for (const code of codes) {
    const found = printed
      .filter((each) => each.code === code)
      .toSorted((a, b) => a.year - b.year)
      .at(-1);
    if (found) {
      figures.push({
        label: language.indicators[code] ?? label(edition, found.label),
        text: digits(edition, found.value),
        unit: language.counted(found.scale),
        href: cellHref(edition, found),
        note: [language.year(yearLabel(edition, found.year))],
      });
    }
  }
  const procurement = observations
    .filter((each) => matches(each, { classification: 'procurement', code: '', use: undefined, measure: 'amount' }))
    .toSorted((a, b) => a.year - b.year)
    .at(-1);
  if (procurement) {
    figures.push({
      label: language.unit.procurement,
      text: digits(edition, procurement.value),
      unit: procurement.scale,
      href: cellHref(edition, procurement),
      note: [language.unit.procurementYear(yearLabel(edition, procurement.year), procurement.stage)],
      term: 'government-procurement',
    });
  }
  return figures;
}

function unitFacts(edition: Edition, unit: Unit): UnitPage['facts'] {
  const { archive, language } = edition;
  const labels = language.unit.facts;
  const parent = unit.parent === undefined ? undefined : archive.units.get(unit.parent);
  const facts: { label: string; value: Phrase }[] = [
    ...(label(edition, unit.name) === unit.name ? [] : [{ label: labels.printed, value: [unit.name] }]),
    { label: labels.region, value: [regionPath(edition, unit.region).join(' › ')] },
  ];
  if (unit.code) facts.push({ label: labels.code, value: [unit.code] });
  if (unit.nature) facts.push({ label: labels.nature, value: [label(edition, unit.nature)] });
  if (unit.parent) facts.push({ label: labels.parent, value: [parent ? unitLink(edition, parent.id) : label(edition, unit.parent)] });
  const others = [...(unit.shortName ? [unit.shortName] : []), ...unit.aliases];
  if (others.length > 0) facts.push({ label: labels.aliases, value: [language.list(others)] });
  if (unit.formerNames.length > 0) facts.push({ label: labels.formerNames, value: [language.list(unit.formerNames)] });
  return facts;
}
