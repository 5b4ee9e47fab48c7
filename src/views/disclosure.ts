/** One published document: what it says, whether it adds up, every table as printed. */
import { statementInWords } from '../archive/figures.ts';
import { citedDisclosure } from '../citation/cited-work.ts';
import type { Archive, Disclosure, Observation, Statement } from '../domain/archive.ts';
import { isZero } from '../domain/decimal.ts';
import { disclosureDataset } from '../export/linked-data.ts';
import { documentName, SCOPE_NAMES, STAGE_NAMES, TYPE_NAMES } from '../language/views.zh-CN.ts';
import { amount, share } from './amount.ts';
import { citationView } from './citation.ts';
import { composition } from './composition.ts';
import { disclosuresOf, titleOf, titleWithUnit } from './lines.ts';
import type { DisclosurePage, Link, Phrase, StatementLine } from './page.ts';
import { rubrics } from './rubric.ts';
import { baseOf, cellHref, disclosureHref, observationsIn, partsByCode, totalSeries } from './select.ts';
import { costSentence, hundredSentence } from './sentences.ts';
import { tableView } from './table.ts';
import { explanations, plainPhrase } from './terms.ts';
import { byVerdict, checkLine, verdictSummary } from './verdict.ts';

const FORM_NAMES = { pdf: 'PDF', word: 'Word 文档', excel: 'Excel 表格', html: '网页', text: '文本' } as const;

export function disclosurePage(archive: Archive, key: string): DisclosurePage {
  const disclosure = archive.disclosures.get(key);
  if (!disclosure) throw new Error(`no disclosure ${key}`);
  const unit = archive.units.get(disclosure.unit);
  const name = unit?.name ?? disclosure.unit;
  const href = disclosureHref(disclosure.unit, disclosure.id);
  const observations = observationsIn(archive, disclosure);
  const series = totalSeries(observations);
  const total = series.findLast((each) => each.disclosure === disclosure.id && each.year === disclosure.year && each.origin !== 'derived');
  const summary = disclosureSummary(disclosure, name, observations, total, total && baseOf(series, total));
  const scored = disclosure.type === 'assessment';
  const page: Omit<DisclosurePage, 'terms'> = {
    frame: {
      title: titleWithUnit(archive, disclosure),
      description: summary.map(plainPhrase).join(''),
      path: href,
      crumbs: [
        { href: '/units/', text: '全部单位' },
        { href: `/units/${disclosure.unit}/`, text: name },
      ],
      dataset: disclosureDataset(archive, disclosure),
    },
    title: titleOf(disclosure),
    unit: { href: `/units/${disclosure.unit}/`, text: name },
    facts: disclosureFacts(archive, disclosure),
    summary,
    verdict: verdictSummary(disclosure.checks),
    narrativeHtml: disclosure.narrative.html,
    headings: disclosure.narrative.headings.map(({ id, text }) => ({ href: `#${id}`, text })),
    charts: total ? composition(archive, observations, total).charts : [],
    tables: scored ? [] : disclosure.tables.map((table, index) => tableView(archive, disclosure, table, index + 1, disclosure.checks)),
    rubrics: scored ? rubrics(disclosure) : [],
    statements: disclosure.statements.map((statement) => statementLine(disclosure, statement)),
    ...(disclosure.statements.length > 0 ? { statementsCsv: { href: `${href}statements.csv`, text: 'CSV' } } : {}),
    checks: [...disclosure.checks].sort(byVerdict).map((check) => checkLine(archive, disclosure, check, '')),
    source: sourceFacts(disclosure),
    citation: citationView(citedDisclosure(archive, disclosure)),
  };
  return { ...page, terms: explanations(archive, page, page.narrativeHtml) };
}

function disclosureSummary(
  disclosure: Disclosure,
  name: string,
  observations: readonly Observation[],
  total: Observation | undefined,
  base: Observation | undefined,
): Phrase[] {
  if (disclosure.type === 'assessment') return rubricSummary(disclosure);
  if (!total) return [[`这是${name} ${disclosure.year} 年的${TYPE_NAMES[disclosure.type]}文件，没有印出支出总额。`]];
  const sentences: Phrase[] = [[...costSentence(total, base), '。']];
  const hundred = hundredSentence(observations, total);
  if (hundred) sentences.push([...hundred, '。']);
  const [largest] = partsByCode(observations, total, 'functional', 3);
  if (largest) {
    const label = largest.label.replace(/^[一二三四五六七八九十]+、/, '');
    sentences.push([
      `最大的一类是${label}，`,
      { href: cellHref(largest), text: amount(largest) },
      `，占 ${share(largest.value, total.value)}。`,
    ]);
  }
  return sentences;
}

function rubricSummary(disclosure: Disclosure): Phrase[] {
  return rubrics(disclosure).map(({ title, summary }) => [`${title}：${summary}`]);
}

function disclosureFacts(archive: Archive, disclosure: Disclosure): DisclosurePage['facts'] {
  const { type, year, number, publisher, published, scope, currency, scale } = disclosure;
  const facts: { label: string; value: string | Phrase }[] = [
    { label: '年度', value: `${year} 年` },
    { label: '类型', value: TYPE_NAMES[type] },
  ];
  if (number) facts.push({ label: '文号', value: number });
  if (publisher) facts.push({ label: '发布', value: publisher });
  if (published) facts.push({ label: '日期', value: published });
  if (type !== 'assessment') facts.push({ label: '范围', value: SCOPE_NAMES[scope] });
  if (scale) facts.push({ label: '金额单位', value: `${scale}${currency === 'CNY' ? '人民币' : currency}` });
  const replaced = archive.disclosures.get(`${disclosure.unit}/${disclosure.replaces}`);
  if (replaced) facts.push({ label: '代替', value: [linkTo(replaced)] });
  const replacement = disclosuresOf(archive, disclosure.unit).find(({ replaces }) => replaces === disclosure.id);
  if (replacement) facts.push({ label: '已被代替', value: ['发布单位后来公开了', linkTo(replacement)] });
  return facts;
}

function linkTo(disclosure: Disclosure): Link {
  return { href: disclosureHref(disclosure.unit, disclosure.id), text: documentName(disclosure) };
}

function sourceFacts({ source }: Disclosure): DisclosurePage['source'] {
  const facts: { label: string; value: string }[] = [{ label: '录入所据', value: FORM_NAMES[source.form] }];
  if (source.url) facts.push({ label: '网址', value: source.url });
  if (source.file) facts.push({ label: '文件', value: source.file });
  if (source.taken) facts.push({ label: '取得日期', value: source.taken });
  if (source.sha256) facts.push({ label: 'SHA-256', value: source.sha256 });
  return facts;
}

function statementLine({ year }: Disclosure, statement: Statement): StatementLine {
  const { id, section, subject, measure, value, cell, basis } = statement;
  const stage = statement.stage && measure === 'amount' ? STAGE_NAMES[statement.stage] : undefined;
  const words = [
    basis ?? stage,
    statement.year !== year && !basis?.includes(String(statement.year)) ? `${statement.year} 年` : undefined,
  ].filter((part) => part !== undefined);
  return {
    id: `statements.${id}`,
    section,
    subject,
    text: statementInWords(statement),
    ...(words.length > 0 ? { basis: words.join('，') } : {}),
    ...(cell ? { cell: { href: `#${encodeURI(cell)}`, text: cell.startsWith('statements.') ? '见正文' : '见表' } } : {}),
    zero: isZero(value),
  };
}
