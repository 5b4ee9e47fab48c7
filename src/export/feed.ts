/** `feed.xml` (Atom, RFC 4287): disclosures that are new, that replace another, or whose faults were acknowledged. */
import type { Archive, Disclosure } from '../domain/archive.ts';
import type { Finding } from '../domain/finding.ts';
import { languageOf } from '../language/languages.ts';
import { addressOf, cellPath, disclosurePath } from './addresses.ts';
import { knownDay } from './known-dates.ts';
import { disclosureKey } from './relations/documents.ts';
import { stableName } from './stable-name.ts';
import { xmlText } from './xml.ts';

/** A reader of feeds wants the latest; everything is in the data. */
const LONGEST = 200;

interface Entry {
  /** With its anchor. */
  readonly path: string;
  readonly title: string;
  readonly author: string;
  readonly summary: string;
  readonly category: 'new' | 'replacement' | 'acknowledgement';
  readonly day: string;
}

export function atomFeed(archive: Archive): string {
  const { facts } = archive;
  const entries = [...entriesOf(archive)].sort(latestFirst).slice(0, LONGEST);
  const updated = entries[0]?.day ?? '1970-01-01';
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${facts.language}">`,
    `  <id>${xmlText(identity(archive, '/feed.xml'))}</id>`,
    `  <title>${xmlText(facts.title.zh)}</title>`,
    `  <subtitle>${xmlText(feedWords(archive).subtitle)}</subtitle>`,
    `  <updated>${instant(updated)}</updated>`,
    `  <author><name>${xmlText(facts.publisher ?? facts.title.zh)}</name></author>`,
    `  <link rel="alternate" type="text/html" href="${xmlText(address(archive, '/'))}"/>`,
    `  <link rel="self" type="application/atom+xml" href="${xmlText(address(archive, '/feed.xml'))}"/>`,
    `  <rights>${xmlText(`${facts.licence.name} ${facts.licence.url}`)}</rights>`,
    '  <generator>Mingzhang</generator>',
    ...entries.flatMap((entry) => entryLines(archive, entry)),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function* entriesOf(archive: Archive): Iterable<Entry> {
  const acknowledged = Map.groupBy(
    archive.findings.filter((finding) => finding.acknowledged !== undefined && finding.cell !== undefined),
    ({ cell = '' }) => cell.split('#')[0] ?? '',
  );
  for (const disclosure of archive.disclosures.values()) {
    yield documentEntry(archive, disclosure);
    for (const finding of acknowledged.get(disclosureKey(disclosure)) ?? []) yield acknowledgementEntry(archive, disclosure, finding);
  }
}

function documentEntry(archive: Archive, disclosure: Disclosure): Entry {
  const { unit, title, tables, replaces } = disclosure;
  const replaced = replaces === undefined ? undefined : archive.disclosures.get(`${unit}/${replaces}`);
  const day = knownDay(disclosure);
  const sentences = [
    feedWords(archive).added(tables.filter(({ file }) => file !== undefined).length),
    ...(replaced ? [feedWords(archive).replaces(replaced.title)] : []),
    ...(day ? [] : [feedWords(archive).dayUnknown]),
  ];
  return {
    path: disclosurePath(disclosure),
    title,
    author: authorOf(archive, disclosure),
    summary: sentences.join(''),
    category: replaced ? 'replacement' : 'new',
    day: day ?? firstDay(disclosure),
  };
}

function acknowledgementEntry(archive: Archive, disclosure: Disclosure, finding: Finding): Entry {
  const anchor = finding.cell?.split('#')[1];
  return {
    // One cell may have faults of several rules.
    path: `${anchor ? cellPath(disclosure, anchor) : disclosurePath(disclosure)}?${finding.rule}`,
    title: feedWords(archive).titled(feedWords(archive).acknowledged, disclosure.title),
    author: authorOf(archive, disclosure),
    summary: `${finding.message.zh}\n${finding.acknowledged ?? ''}`,
    category: 'acknowledgement',
    day: knownDay(disclosure) ?? firstDay(disclosure),
  };
}

function entryLines(archive: Archive, { path, title, author, summary, category, day }: Entry): string[] {
  const [page = ''] = path.split('?');
  return [
    '  <entry>',
    `    <id>${xmlText(identity(archive, path))}</id>`,
    `    <title>${xmlText(title)}</title>`,
    `    <updated>${instant(day)}</updated>`,
    `    <author><name>${xmlText(author)}</name></author>`,
    `    <category term="${category}"/>`,
    `    <link rel="alternate" type="text/html" href="${xmlText(address(archive, page))}"/>`,
    `    <summary>${xmlText(summary)}</summary>`,
    '  </entry>',
  ];
}

/** Must be absolute and never change: a page's address where there is one. */
function identity(archive: Archive, path: string): string {
  const { facts } = archive;
  return facts.baseUrl && !path.includes('?') ? addressOf(facts, path) : stableName(facts.baseUrl ?? facts.title.zh, path);
}

/** Without an address of its own the site may stand anywhere, and links are from the feed. */
function address({ facts }: Archive, path: string): string {
  return facts.baseUrl ? addressOf(facts, path) : `.${path}`;
}

function authorOf({ units }: Archive, { publisher, unit }: Disclosure): string {
  return publisher ?? units.get(unit)?.name ?? unit;
}

/** Where only the year is known, the first day of it: no later than the document can be of. */
function firstDay({ fiscalYear }: Disclosure): string {
  return fiscalYear.firstDay;
}

function instant(day: string): string {
  return `${day}T00:00:00Z`;
}

function latestFirst(a: Entry, b: Entry): number {
  if (a.day !== b.day) return a.day > b.day ? -1 : 1;
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function feedWords({ facts }: Archive) {
  return languageOf(facts.language).feed;
}
