/** One published document: what it says, whether it adds up, every table as printed. */
import { statementInWords } from '../archive/figures.ts';
import { citedDisclosure } from '../citation/cited-work.ts';
import type { Disclosure, Observation, Statement } from '../domain/archive.ts';
import { isZero } from '../domain/decimal.ts';
import { withoutNumbering } from '../domain/printed-name.ts';
import { disclosureDataset } from '../export/linked-data.ts';
import { amount, scaleName, share } from './amount.ts';
import { citationView } from './citation.ts';
import { otherClaims } from './claims.ts';
import { composition } from './composition.ts';
import { correctionView } from './correction.ts';
import { type Edition, href as hrefOf, label } from './edition.ts';
import { disclosuresOf, titleOf, titleWithUnit } from './lines.ts';
import { keepingLast } from './made-last.ts';
import { disclosureLink, typeName, yearLabel } from './names.ts';
import type { DisclosurePage, Phrase, StatementLine } from './page.ts';
import { rubrics } from './rubric.ts';
import { cellHref, disclosurePath, observationsIn, partsByCode, totalSeries, unitLink } from './select.ts';
import { costSentence, hundredSentence, reasonSentence } from './sentences.ts';
import { tableView } from './table.ts';
import { explanations, plainPhrase } from './terms.ts';
import { agreeingSums, byVerdict, cellInWords, checkLine, verdictSummary } from './verdict.ts';
import { type YearChange, yearChanges } from './year-change.ts';

export const disclosurePage = keepingLast(makeDisclosurePage);

function makeDisclosurePage(edition: Edition, key: string): DisclosurePage {
  const { archive, language } = edition;
  const disclosure = archive.disclosures.get(key);
  if (!disclosure) throw new Error(`no disclosure ${key}`);
  const unit = unitLink(edition, disclosure.unit);
  const path = disclosurePath(disclosure.unit, disclosure.id);
  const observations = observationsIn(archive, disclosure);
  const series = totalSeries(archive, observations);
  const total = series.findLast((each) => each.disclosure === disclosure.id && each.year === disclosure.year && each.origin !== 'derived');
  const summary = disclosureSummary(edition, disclosure, unit.text, observations, total, total ? yearChanges(archive, series, total) : []);
  const scored = disclosure.type === 'assessment';
  const checksOf = Map.groupBy(disclosure.checks, ({ cell }) => cell.slice(0, cell.indexOf('.')));
  const page: Omit<DisclosurePage, 'terms'> = {
    frame: {
      title: titleWithUnit(edition, disclosure),
      description: summary.map(plainPhrase).join(language.sentences.between),
      path,
      crumbs: [{ href: hrefOf(edition, '/units/'), text: language.units.title }, unit],
      dataset: disclosureDataset(archive, disclosure, language.dataset),
      version: disclosure.version,
    },
    title: titleOf(edition, disclosure),
    unit,
    facts: disclosureFacts(edition, disclosure),
    summary,
    verdict: verdictSummary(edition, disclosure.checks),
    narrativeHtml: disclosure.narrative.html,
    headings: disclosure.narrative.headings.map(({ id, text }) => ({ href: `#${id}`, text })),
    charts: total ? composition(edition, observations, total).charts : [],
    tables: scored
      ? []
      : disclosure.tables.map((table, index) => tableView(edition, disclosure, table, index + 1, checksOf.get(table.id) ?? [])),
    rubrics: scored ? rubrics(edition, disclosure) : [],
    statements: disclosure.statements.map((statement) => statementLine(edition, disclosure, statement)),
    ...(disclosure.statements.length > 0 ? { statementsCsv: { href: `${path}statements.csv`, text: 'CSV' } } : {}),
    checks: disclosure.checks
      .filter(({ verdict }) => verdict !== 'ok')
      .sort(byVerdict)
      .map((check) => checkLine(edition, disclosure, check, '')),
    agreeing: agreeingSums(edition, disclosure),
    claims: otherClaims(edition, disclosure),
    source: sourceFacts(edition, disclosure),
    correction: correctionView(edition, disclosure),
    corrections: disclosure.corrections.map(({ cell, was, now, date, reason }) => ({
      cell: { href: `#${encodeURI(cell)}`, text: cellInWords(edition, disclosure, cell) },
      was,
      now,
      date,
      reason,
    })),
    citation: citationView(citedDisclosure(archive, disclosure), 'disclosure'),
  };
  // Rows and checks, nearly all of a page, name no terms.
  const { tables, checks: _, agreeing: __, ...rest } = page;
  return { ...page, terms: explanations(edition, [rest, tables.map(({ head }) => head)], page.narrativeHtml) };
}

function disclosureSummary(
  edition: Edition,
  disclosure: Disclosure,
  name: string,
  observations: readonly Observation[],
  total: Observation | undefined,
  changes: readonly YearChange[],
): Phrase[] {
  const { sentences: words, disclosure: sentences } = edition.language;
  if (disclosure.type === 'assessment') return rubricSummary(edition, disclosure);
  if (!total) return [sentences.noTotal(name, yearLabel(edition, disclosure.year), disclosure.type)];
  const summary: Phrase[] = [[...costSentence(edition, total, changes), words.stop]];
  const reason = reasonSentence(edition, total, changes);
  if (reason) summary.push([...reason, words.stop]);
  const hundred = hundredSentence(edition, observations, total);
  if (hundred) summary.push([...hundred, words.stop]);
  const [largest] = partsByCode(edition.archive, observations, total, 'purpose');
  if (largest) {
    const figure = { href: cellHref(edition, largest), text: amount(edition, largest) };
    summary.push(words.largest(label(edition, withoutNumbering(largest.label)), figure, share(edition, largest.value, total.value) ?? ''));
  }
  return summary;
}

function rubricSummary(edition: Edition, disclosure: Disclosure): Phrase[] {
  return rubrics(edition, disclosure).map(({ title, summary }) => edition.language.disclosure.rubricSummary(title, summary));
}

function disclosureFacts(edition: Edition, disclosure: Disclosure): DisclosurePage['facts'] {
  const { archive, language } = edition;
  const words = language.disclosure;
  const labels = words.facts;
  const { type, year, number, publisher, published, scope, currency, scale } = disclosure;
  const facts: { label: string; value: string | Phrase }[] = [
    ...(label(edition, disclosure.title) === disclosure.title ? [] : [{ label: labels.printed, value: disclosure.title }]),
    { label: labels.year, value: language.year(yearLabel(edition, year)) },
    { label: labels.type, value: typeName(edition, disclosure) },
  ];
  if (number) facts.push({ label: labels.number, value: number });
  if (publisher) facts.push({ label: labels.publisher, value: label(edition, publisher) });
  if (published) facts.push({ label: labels.published, value: published });
  if (type !== 'assessment') facts.push({ label: labels.scope, value: language.scopes[scope] });
  if (scale) facts.push({ label: labels.scale, value: words.money(scaleName(edition, scale, currency), currency) });
  const replaced = archive.disclosures.get(`${disclosure.unit}/${disclosure.replaces}`);
  if (replaced) facts.push({ label: labels.replaces, value: [disclosureLink(edition, replaced)] });
  const replacement = disclosuresOf(archive, disclosure.unit).find(({ replaces }) => replaces === disclosure.id);
  if (replacement) facts.push({ label: labels.replaced, value: words.replacedBy(disclosureLink(edition, replacement)) });
  return facts;
}

function sourceFacts({ language }: Edition, { source }: Disclosure): DisclosurePage['source'] {
  const labels = language.disclosure.sourceFacts;
  const facts: { label: string; value: string }[] = [{ label: labels.form, value: language.forms[source.form] }];
  if (source.url) facts.push({ label: labels.url, value: source.url });
  if (source.file) facts.push({ label: labels.file, value: source.file });
  if (source.taken) facts.push({ label: labels.taken, value: source.taken });
  if (source.sha256) facts.push({ label: 'SHA-256', value: source.sha256 });
  return facts;
}

function statementLine(edition: Edition, { year }: Disclosure, statement: Statement): StatementLine {
  const { language } = edition;
  const { id, section, subject, measure, value, cell, basis } = statement;
  const stage = statement.stage && measure === 'amount' ? language.stages[statement.stage] : undefined;
  const words = [
    basis ?? stage,
    statement.year !== year && !basis?.includes(yearLabel(edition, statement.year))
      ? language.year(yearLabel(edition, statement.year))
      : undefined,
  ].filter((part) => part !== undefined);
  return {
    id: `statements.${id}`,
    section,
    subject,
    text: statementInWords(language, statement),
    ...(words.length > 0 ? { basis: language.disclosure.basis(words) } : {}),
    ...(cell
      ? {
          cell: {
            href: `#${encodeURI(cell)}`,
            text: cell.startsWith('statements.') ? language.disclosure.inText : language.disclosure.inTable,
          },
        }
      : {}),
    zero: isZero(value),
  };
}
