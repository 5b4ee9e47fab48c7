/** `catalog.jsonld` (DCAT 3, https://www.w3.org/TR/vocab-dcat-3/, as DCAT-AP uses it): for catalogues that harvest. */
import type { Archive, Disclosure } from '../domain/archive.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import { languageOf } from '../language/languages.ts';
import { addressOf, disclosurePath } from './addresses.ts';
import { FileSink } from './file-sink.ts';
import { knownDay } from './known-dates.ts';
import { disclosureKey } from './relations/documents.ts';

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const MEDIA = 'https://www.iana.org/assignments/media-types/';
const FORMATS: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
  sqlite: 'application/vnd.sqlite3',
};

/** `files` hold the whole archive, relative to the site's root. One entry a line, so that a large one needs no memory. */
export function writeCatalogue(folder: string, archive: Archive, files: readonly FileFacts[]): FileFacts {
  const sink = new FileSink(folder, 'catalog.jsonld');
  sink.write(`{"@context":${JSON.stringify(CONTEXT)},"@graph":[\n`);
  sink.write(JSON.stringify(catalogue(archive)));
  sink.write(`,\n${JSON.stringify(wholeDataset(archive, files))}`);
  for (const disclosure of archive.disclosures.values()) sink.write(`,\n${JSON.stringify(dataset(archive, disclosure))}`);
  sink.write('\n]}\n');
  return sink.close();
}

const reference = (id: string): { readonly '@id': string } => ({ '@id': id });
const day = (value: string): object => ({ '@value': value, '@type': 'xsd:date' });

function catalogue(archive: Archive): object {
  const { facts, digest, disclosures } = archive;
  return {
    '@id': iri(archive, '/catalog.jsonld#catalogue'),
    '@type': 'dcat:Catalog',
    'dct:title': words(facts.title),
    'dct:description': words(facts.description),
    'dct:language': facts.language,
    'dct:license': reference(facts.licence.url),
    'dct:publisher': agent(facts.publisher ?? facts.title.zh),
    'dcat:version': digest,
    'foaf:homepage': reference(iri(archive, '/')),
    'dcat:dataset': [
      reference(iri(archive, '/data/#dataset')),
      ...[...disclosures.values()].map((each) => reference(datasetId(archive, each))),
    ],
  };
}

function wholeDataset(archive: Archive, files: readonly FileFacts[]): object {
  const { facts, digest } = archive;
  return {
    '@id': iri(archive, '/data/#dataset'),
    '@type': 'dcat:Dataset',
    'dct:title': words(facts.title),
    'dct:description': words(facts.description),
    'dct:identifier': 'archive',
    'dct:license': reference(facts.licence.url),
    'dct:publisher': agent(facts.publisher ?? facts.title.zh),
    'dcat:version': digest,
    'dcat:landingPage': reference(iri(archive, '/data/')),
    'dcat:distribution': files.map(({ path, bytes, sha256 }) => ({
      ...distribution(archive, `/${path}`),
      'dcat:byteSize': { '@value': String(bytes), '@type': 'xsd:nonNegativeInteger' },
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': reference('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'),
        'spdx:checksumValue': { '@value': sha256, '@type': 'xsd:hexBinary' },
      },
    })),
  };
}

function dataset(archive: Archive, disclosure: Disclosure): object {
  const { facts, units } = archive;
  const { unit, title, year, publisher, number, source, tables, replaces, version } = disclosure;
  const name = units.get(unit)?.name ?? unit;
  const path = disclosurePath(disclosure);
  const known = knownDay(disclosure);
  return {
    '@id': datasetId(archive, disclosure),
    '@type': 'dcat:Dataset',
    'dct:title': title,
    'dct:description': languageOf(archive.facts.language).dataset.document(name, title),
    'dct:identifier': number ?? disclosureKey(disclosure),
    'dct:license': reference(facts.licence.url),
    'dct:publisher': agent(facts.publisher ?? facts.title.zh),
    'dct:creator': agent(publisher ?? name),
    'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:startDate': { '@value': String(year), '@type': 'xsd:gYear' } },
    ...(known ? { 'dct:issued': day(known) } : {}),
    ...(source.url ? { 'dct:source': reference(source.url) } : {}),
    ...(replaces ? { 'dct:replaces': reference(datasetId(archive, { unit, id: replaces })) } : {}),
    'dcat:version': version,
    'dcat:landingPage': reference(iri(archive, path)),
    'dcat:distribution': [
      ...tables.flatMap((table) => (table.file ? [{ ...distribution(archive, `${path}${table.id}.csv`), 'dct:title': table.title }] : [])),
      distribution(archive, `/api/v1${path.replace(/\/$/, '')}.json`),
    ],
  };
}

function datasetId(archive: Archive, disclosure: { readonly unit: string; readonly id: string }): string {
  return `${iri(archive, disclosurePath(disclosure))}#dataset`;
}

function distribution(archive: Archive, path: string): object {
  const format = path.slice(path.lastIndexOf('.') + 1);
  const address = reference(iri(archive, path));
  return {
    '@type': 'dcat:Distribution',
    'dcat:accessURL': address,
    'dcat:downloadURL': address,
    'dcat:mediaType': reference(MEDIA + (FORMATS[format] ?? 'application/octet-stream')),
    'dct:license': reference(archive.facts.licence.url),
  };
}

function agent(name: string): object {
  return { '@type': 'foaf:Agent', 'foaf:name': name };
}

function words({ zh, en }: { readonly zh: string; readonly en?: string }): object[] {
  return [{ '@value': zh, '@language': 'zh' }, ...(en ? [{ '@value': en, '@language': 'en' }] : [])];
}

/** Without a base URL relative to the catalogue, which stands at the site's root: harvesters resolve it. */
function iri({ facts }: Archive, path: string): string {
  return facts.baseUrl ? addressOf(facts, path) : `.${path}`;
}
