/** `ro-crate-metadata.json` (RO-Crate 1.2): what the payload is, where each document comes from, what made it. */
import type { Archive, Disclosure } from '../domain/archive.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import { isDay } from './snapshot-date.ts';

export interface CrateFacts {
  readonly date: string;
  readonly version: string;
  /** The digest of the snapshot before this one. */
  readonly previous?: string | undefined;
  /** Every file of the archive in the payload. */
  readonly files: readonly FileFacts[];
  /** Where a file of the archive stands in the payload. */
  readonly pathOf: (file: string) => string;
}

type Entity = Readonly<Record<string, unknown>>;

/** What was made of the archive's files. */
const MADE = ['site/', 'observations.csv', 'datapackage.json'];

const reference = (id: string): { readonly '@id': string } => ({ '@id': id });

export function roCrate(archive: Archive, { date, version, previous, files, pathOf }: CrateFacts): object {
  const { title, description, licence, publisher, baseUrl } = archive.facts;
  const documents = [...archive.disclosures.values()];
  const root: Entity = {
    '@id': './',
    '@type': 'Dataset',
    name: title.zh,
    ...(title.en ? { alternateName: title.en } : {}),
    description: description.zh,
    datePublished: date,
    license: reference(licence.url),
    ...(baseUrl ? { url: baseUrl } : {}),
    ...(publisher ? { publisher: reference('#publisher') } : {}),
    ...(previous ? { isBasedOn: reference(`urn:sha512:${previous}`) } : {}),
    hasPart: [...MADE, 'generator/', ...files.map(({ path }) => identifier(path))].map(reference),
    mentions: [...documents.map((document) => reference(documentId(document))), reference('#made')],
  };
  return {
    '@context': 'https://w3id.org/ro/crate/1.2/context',
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        conformsTo: reference('https://w3id.org/ro/crate/1.2'),
        about: reference('./'),
      },
      root,
      {
        '@id': 'site/',
        '@type': 'Dataset',
        name: 'site/index.html',
        description: '同一档案的网页，双击 index.html 打开。The same archive as web pages.',
      },
      {
        '@id': 'observations.csv',
        '@type': 'File',
        name: 'observations.csv',
        description: '全部金额，一行一个。Every amount, one a line.',
        encodingFormat: 'text/csv',
      },
      {
        '@id': 'datapackage.json',
        '@type': 'File',
        name: 'datapackage.json',
        description: '各表各栏的说明（Data Package v2）。What the tables and their columns are.',
        encodingFormat: 'application/json',
        conformsTo: reference(DATA_PACKAGE),
      },
      { '@id': DATA_PACKAGE, '@type': ['CreativeWork', 'Profile'], name: 'Data Package 2.0' },
      {
        '@id': 'generator/',
        '@type': 'Dataset',
        name: 'generator/',
        description: '生成程序的版本、依赖和许可。Version, dependencies and licence of the program.',
      },
      { '@id': licence.url, '@type': 'CreativeWork', name: licence.name, description: `${licence.name}，${licence.url}` },
      ...(publisher ? [{ '@id': '#publisher', '@type': 'Organization', name: publisher }] : []),
      ...(previous
        ? [{ '@id': `urn:sha512:${previous}`, '@type': 'CreativeWork', name: 'tagmanifest-sha512.txt of the snapshot before' }]
        : []),
      { '@id': '#mingzhang', '@type': 'SoftwareApplication', name: 'Mingzhang', version, license: 'https://spdx.org/licenses/MIT' },
      {
        '@id': '#made',
        '@type': 'CreateAction',
        name: 'Checked and compiled',
        ...(isDay(date) ? { endTime: date } : {}),
        ...(publisher ? { agent: reference('#publisher') } : {}),
        instrument: reference('#mingzhang'),
        object: files.map(({ path }) => reference(identifier(path))),
        result: MADE.map(reference),
      },
      ...documents.map((document) => documentEntity(archive, document, pathOf)),
      ...files.map(({ path, bytes, sha256 }) => ({
        '@id': identifier(path),
        '@type': 'File',
        name: path,
        contentSize: String(bytes),
        sha256,
        encodingFormat: formatOf(path),
      })),
    ],
  };
}

const DATA_PACKAGE = 'https://datapackage.org/profiles/2.0/datapackage.json';

/** The document as its publisher has it: address, digest and the day it was taken. */
function documentEntity({ units }: Archive, disclosure: Disclosure, pathOf: (file: string) => string): Entity {
  const { unit, id, title, number, published, publisher, source, tables, file, replaces } = disclosure;
  const kept = source.file ? [reference(identifier(pathOf(`data/disclosures/${unit}/${id}/source/${source.file}`)))] : [];
  const parts = [file, ...tables.flatMap((table) => table.file ?? [])].map((path) => reference(identifier(pathOf(path))));
  return {
    '@id': documentId(disclosure),
    '@type': 'CreativeWork',
    name: title,
    about: units.get(unit)?.name ?? unit,
    temporalCoverage: temporalCoverage(disclosure),
    ...(number ? { identifier: number } : {}),
    ...(published ? { datePublished: published } : {}),
    ...(publisher ? { sourceOrganization: publisher } : {}),
    ...(source.url ? { url: source.url } : {}),
    ...(source.sha256 ? { sha256: source.sha256 } : {}),
    ...(source.taken ? { sdDatePublished: source.taken } : {}),
    ...(replaces ? { isBasedOn: reference(`#${unit}/${replaces}`) } : {}),
    ...(kept.length > 0 ? { encoding: kept } : {}),
    workExample: parts,
  };
}

function documentId({ unit, id }: Disclosure): string {
  return `#${unit}/${id}`;
}

/** A path as a relative address; letters of any script stay as they are (RO-Crate 1.2, “Encoding file paths”). */
function identifier(path: string): string {
  return path.replace(/[^\p{L}\p{N}\p{M}\-._~/!$&'()*+,;=@]/gu, encodeURIComponent);
}

const FORMATS: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  md: 'text/markdown',
  mdx: 'text/markdown',
  pdf: 'application/pdf',
  html: 'text/html',
  txt: 'text/plain',
};

function formatOf(path: string): string {
  return FORMATS[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}

/** A calendar year as such, another fiscal year from its first day to its last. */
function temporalCoverage({ fiscalYear: { id, firstDay, lastDay } }: Disclosure): string {
  return firstDay.endsWith('-01-01') ? id : `${firstDay}/${lastDay}`;
}
