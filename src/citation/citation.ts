/** A cited work in the forms that authors need. `accessed` is a day, `2026-11-21`; only the reader's own clock knows it. */
import type { CitedWork } from './cited-work.ts';

export interface Citations {
  readonly gbt7714: string;
  readonly apa: string;
  readonly bibtex: string;
  readonly csl: string;
}

export function citations(work: CitedWork, accessed?: string): Citations {
  return {
    gbt7714: gbt7714(work, accessed),
    apa: apa(work, accessed),
    bibtex: bibtex(work, accessed),
    csl: JSON.stringify([cslItem(work, accessed)], null, 2),
  };
}

/**
 * GB/T 7714—2015, 4.2.2 and 4.6: a part of an electronic resource, of the kind data set. The day of access is a
 * required element; where it is not known yet, the standard's own name for it stands in its place.
 */
export function gbt7714(work: CitedWork, accessed = '引用日期'): string {
  const { author, title, archive, archivePublisher, version, published, address } = work;
  const host = archivePublisher && archivePublisher !== author ? `${archivePublisher}. ${archive}` : archive;
  const day = published ? `(${published})` : '';
  return `${author ? `${author}. ` : ''}${title}[DS/OL]//${host}. 版本 ${version}. ${day}[${accessed}]. ${address}.`;
}

/** APA, 7th edition, 10.9: a data set, with its version. An address ends without a full stop. */
export function apa(work: CitedWork, accessed?: string): string {
  const { author, title, archive, version, published, address } = work;
  const date = published ? apaDate(published) : 'n.d.';
  const retrieved = accessed ? `Retrieved ${englishDay(accessed)}, from ` : '';
  const name = `${title} (Version ${version}) [Data set].`;
  return author
    ? `${author}. (${date}). ${name} ${archive}. ${retrieved}${address}`
    : `${name} (${date}). ${archive}. ${retrieved}${address}`;
}

/** An entry that plain BibTeX and biblatex both know. Braces keep names whole and capitals as they are. */
export function bibtex(work: CitedWork, accessed?: string): string {
  const { id, author, title, archive, archivePublisher, version, published, address, language } = work;
  const fields = [
    ['author', author && `{${texText(author)}}`],
    ['title', `{${texText(title)}}`],
    ['howpublished', texText(archive)],
    ['organization', archivePublisher && texText(archivePublisher)],
    ['version', version],
    ['note', `Version ${version}`],
    ['year', published?.slice(0, 4)],
    ['date', published],
    ['url', address],
    ['urldate', accessed],
    ['langid', language.startsWith('zh') ? 'chinese' : 'english'],
  ].flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return `@misc{${id.replace(/[^A-Za-z0-9._:-]/g, '-')},\n${fields.join('\n')}\n}`;
}

/** https://docs.citationstyles.org/en/stable/specification.html; schema csl-data.json 1.0. */
export function cslItem(work: CitedWork, accessed?: string): object {
  const { id, author, title, archive, archivePublisher, version, published, address, language } = work;
  return {
    id,
    type: 'dataset',
    title,
    ...(author ? { author: [{ literal: author }] } : {}),
    'container-title': archive,
    ...(archivePublisher ? { publisher: archivePublisher } : {}),
    version,
    ...(published ? { issued: dateParts(published) } : {}),
    ...(accessed ? { accessed: dateParts(accessed) } : {}),
    URL: address,
    language,
  };
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function partsOf(day: string): [year: number, month: number, day: number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

function apaDate(day: string): string {
  const [year, month, date] = partsOf(day);
  return `${year}, ${MONTHS[month - 1]} ${date}`;
}

function englishDay(day: string): string {
  const [year, month, date] = partsOf(day);
  return `${MONTHS[month - 1]} ${date}, ${year}`;
}

function dateParts(day: string): object {
  return { 'date-parts': [partsOf(day)] };
}

function texText(text: string): string {
  return text
    .replace(/[\\{}]/g, '')
    .replace(/[&%$#_]/g, '\\$&')
    .replace(/~/g, '\\textasciitilde{}')
    .replace(/\^/g, '\\textasciicircum{}');
}
