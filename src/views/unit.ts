/** A unit: what it costs, how that changes, what it is for, who it is. */
import { citedUnit } from '../citation/cited-work.ts';
import type { Archive, Observation, Unit } from '../domain/archive.ts';
import { isZero } from '../domain/decimal.ts';
import { unitDataset } from '../export/linked-data.ts';
import { INDICATOR_NAMES, TYPE_NAMES, useName, yearAndStage } from '../language/views.zh-CN.ts';
import { change, digits, share } from './amount.ts';
import { yearsChart } from './charts.ts';
import { citationView } from './citation.ts';
import { composition, threePublicParts } from './composition.ts';
import { disclosureLine, disclosuresOf, regionPath, titleOf } from './lines.ts';
import type { Figure, Phrase, UnitPage } from './page.ts';
import { baseOf, cellHref, disclosureHref, latestTotal, matches, observationsOfUnit, partsByUse, totalSeries } from './select.ts';
import { costSentence, hundredSentence } from './sentences.ts';
import { explanations, plainPhrase } from './terms.ts';

export function unitPage(archive: Archive, id: string): UnitPage {
  const unit = archive.units.get(id);
  if (!unit) throw new Error(`no unit ${id}`);
  const observations = observationsOfUnit(archive, id);
  const series = totalSeries(observations);
  const total = latestTotal(series);
  const base = total && baseOf(series, total);
  const disclosures = disclosuresOf(archive, id);
  const lede = total ? unitLede(observations, total, base) : withoutBudget(archive, unit);
  const parts = total ? composition(archive, observations, total) : { charts: [], absences: [] };
  const years = yearsChart('years', '支出：预算与执行', series);
  const page: Omit<UnitPage, 'terms'> = {
    frame: {
      title: unit.name,
      description: plainPhrase(lede),
      path: `/units/${id}/`,
      crumbs: [{ href: '/units/', text: '全部单位' }, ...regionPath(archive, unit.region).map((text) => ({ href: '/units/', text }))],
      dataset: unitDataset(archive, unit, disclosures),
    },
    name: unit.name,
    lede,
    keys: total ? keyFigures(observations, total, base) : [],
    ...(years ? { years } : {}),
    yearsNote: derivedNotes(archive, series),
    composition: parts.charts,
    absences: parts.absences,
    ...('projects' in parts && parts.projects ? { projects: parts.projects } : {}),
    indicators: indicators(observations),
    disclosures: disclosures.map((each) => disclosureLine(archive, each, { withUnit: false })),
    aboutHtml: unit.narrative.html,
    facts: unitFacts(archive, unit),
    citation: citationView(citedUnit(archive, unit, unit.name)),
  };
  return { ...page, terms: explanations(archive, page, page.aboutHtml) };
}

function unitLede(observations: readonly Observation[], total: Observation, base: Observation | undefined): Phrase {
  const hundred = hundredSentence(observations, total);
  return [...costSentence(total, base), ...(hundred ? ['；', ...hundred] : []), '。'];
}

function withoutBudget(archive: Archive, unit: Unit): Phrase {
  const [latest] = disclosuresOf(archive, unit.id);
  if (!latest) return ['本档案还没有收录这个单位的公开文件。'];
  return [
    `本档案收录了它 ${latest.year} 年的`,
    { href: disclosureHref(unit.id, latest.id), text: `${TYPE_NAMES[latest.type]}文件` },
    '，没有收录预算或决算，因此看不到它花多少钱。',
  ];
}

function keyFigures(observations: readonly Observation[], total: Observation, base: Observation | undefined): Figure[] {
  const figure = (label: string, observation: Observation, note?: Phrase, term?: string): Figure => ({
    label,
    text: digits(observation.value),
    unit: observation.scale,
    href: cellHref(observation),
    ...(note ? { note } : {}),
    ...(term ? { term } : {}),
  });
  const parts = partsByUse(observations, total).toSorted((a, b) => b.value.coefficient - a.value.coefficient);
  const figures = [
    figure(
      `${total.year} 年支出${total.stage === 'executed' ? '决算' : '预算'}`,
      total,
      base && [`比 ${base.year} 年${changeInWords(total, base)}`],
    ),
  ];
  for (const part of parts.slice(0, 2))
    figures.push(figure(`${useName(part.use ?? '').replace(/支出$/, '')}支出`, part, [`占 ${share(part.value, total.value)}`]));
  const threePublic = threePublicParts(observations, total);
  if (threePublic) {
    const before = observations.find(
      (each) =>
        matches(each, { year: total.year - 1, classification: 'three-public', code: '', use: undefined, fund: threePublic.total.fund }) &&
        each.cell !== threePublic.total.cell,
    );
    const note: Phrase | undefined = before
      ? [`${yearAndStage(before.year, before.stage)} ${digits(before.value)}`]
      : isZero(threePublic.total.value)
        ? [total.stage === 'executed' ? '没有发生' : '没有安排']
        : undefined;
    figures.push(figure('“三公”经费', threePublic.total, note, 'three-public'));
  }
  return figures;
}

function changeInWords(total: Observation, base: Observation): string {
  const { word, size, rate, sign } = change(total.value, base.value);
  return sign === '' ? '持平' : `${word} ${digits(size)}${rate ? `（${rate}）` : ''}`;
}

/** Where a figure was not printed but follows from a later document, which and how. */
function derivedNotes(archive: Archive, series: readonly Observation[]): Phrase[] {
  return series
    .filter(({ origin }) => origin === 'derived')
    .map((each): Phrase => {
      const disclosure = archive.disclosures.get(`${each.unit}/${each.disclosure}`);
      return [
        `${each.year} 年的数字不是直接公布的：由`,
        { href: cellHref(each), text: disclosure ? titleOf(disclosure) : each.disclosure },
        `正文所称“比${(each.basis ?? '上年').replace(/\s/g, '')}”的增减额推算。`,
      ];
    });
}

function indicators(observations: readonly Observation[]): Figure[] {
  const figures: Figure[] = [];
  for (const [code, label] of Object.entries(INDICATOR_NAMES)) {
    const found = observations
      .filter((each) => matches(each, { classification: 'indicator', code, measure: 'count' }))
      .toSorted((a, b) => a.year - b.year)
      .at(-1);
    if (found) figures.push({ label, text: digits(found.value), unit: found.scale, href: cellHref(found), note: [`${found.year} 年`] });
  }
  const procurement = observations
    .filter((each) => matches(each, { classification: 'procurement', code: '', use: undefined, measure: 'amount' }))
    .toSorted((a, b) => a.year - b.year)
    .at(-1);
  if (procurement) {
    const kind = procurement.stage === 'executed' ? '支出' : '预算';
    figures.push({
      label: '政府采购',
      text: digits(procurement.value),
      unit: procurement.scale,
      href: cellHref(procurement),
      note: [`${procurement.year} 年${kind}`],
      term: 'government-procurement',
    });
  }
  return figures;
}

function unitFacts(archive: Archive, unit: Unit): UnitPage['facts'] {
  const parent = unit.parent === undefined ? undefined : archive.units.get(unit.parent);
  const facts: { label: string; value: Phrase }[] = [{ label: '所在地区', value: [regionPath(archive, unit.region).join(' › ')] }];
  if (unit.code) facts.push({ label: '预算单位编码', value: [unit.code] });
  if (unit.nature) facts.push({ label: '性质', value: [unit.nature] });
  if (unit.parent) facts.push({ label: '上级', value: [parent ? { href: `/units/${parent.id}/`, text: parent.name } : unit.parent] });
  const others = [...(unit.shortName ? [unit.shortName] : []), ...unit.aliases];
  if (others.length > 0) facts.push({ label: '又称', value: [others.join('、')] });
  if (unit.formerNames.length > 0) facts.push({ label: '曾用名', value: [unit.formerNames.join('、')] });
  return facts;
}
