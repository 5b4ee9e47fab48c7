/** `catalog.jsonld` (DCAT 3, https://www.w3.org/TR/vocab-dcat-3/, as DCAT-AP uses it): for catalogues that harvest. */
import type { Archive, Disclosure } from '../domain/archive.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import type { Volume } from '../domain/volume.ts';
import { languageOf } from '../language/languages.ts';
import { addressOf, disclosurePath } from './addresses.ts';
import { FileSink } from './file-sink.ts';
import { knownDay } from './known-dates.ts';
import { disclosureKey } from './relations/documents.ts';
import { volumeFolder } from './volumes.ts';

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

/** A catalogue, and where it stands below the site's root. */
interface Standing {
  readonly archive: Archive;
  readonly path: string;
}

/** `files` hold the whole archive, relative to the site's root. In volumes, each of these has a catalogue of its documents. */
export function writeCatalogue(folder: string, archive: Archive, files: readonly FileFacts[], volumes: readonly Volume[]): FileFacts {
  const at = { archive, path: 'catalog.jsonld' };
  const documents = volumes.length > 0 ? [] : [...archive.disclosures.values()];
  const whole = wholeDataset(at, files);
  const listed = catalogue(at, [reference(iri(at, '/data/#dataset')), ...documents.map((each) => reference(datasetId(at, each)))]);
  const others = volumes.map(({ volume }) => reference(`${iri(at, `/${volumeFolder(volume)}/catalog.jsonld`)}#catalogue`));
  return write(folder, at, documents, [others.length > 0 ? { ...listed, 'dcat:catalog': others } : listed, whole]);
}

/** Of the documents of a volume. `part` has its own version. */
export function writeVolumeCatalogue(site: string, part: Archive, volume: string): FileFacts {
  const at = { archive: part, path: `${volumeFolder(volume)}/catalog.jsonld` };
  const documents = [...part.disclosures.values()];
  const listed = documents.map((each) => reference(datasetId(at, each)));
  return write(site, at, documents, [{ ...catalogue(at, listed), 'dct:isPartOf': reference(iri(at, '/catalog.jsonld#catalogue')) }]);
}

/** One entry a line, so that a large catalogue needs no memory. */
function write(folder: string, at: Standing, documents: readonly Disclosure[], first: readonly object[]): FileFacts {
  const sink = new FileSink(folder, at.path);
  sink.write(`{"@context":${JSON.stringify(CONTEXT)},"@graph":[\n`);
  sink.write(first.map((entry) => JSON.stringify(entry)).join(',\n'));
  for (const document of documents) sink.write(`,\n${JSON.stringify(dataset(at, document))}`);
  sink.write('\n]}\n');
  return sink.close();
}

const reference = (id: string): { readonly '@id': string } => ({ '@id': id });
const day = (value: string): object => ({ '@value': value, '@type': 'xsd:date' });

function catalogue(at: Standing, datasets: readonly object[]): object {
  const { facts, digest } = at.archive;
  return {
    '@id': iri(at, `/${at.path}#catalogue`),
    '@type': 'dcat:Catalog',
    'dct:title': words(facts.title),
    'dct:description': words(facts.description),
    'dct:language': facts.language,
    'dct:license': reference(facts.licence.url),
    'dct:publisher': agent(facts.publisher ?? facts.title.zh),
    'dcat:version': digest,
    'foaf:homepage': reference(iri(at, '/')),
    'dcat:dataset': datasets,
  };
}

function wholeDataset(at: Standing, files: readonly FileFacts[]): object {
  const { facts, digest } = at.archive;
  return {
    '@id': iri(at, '/data/#dataset'),
    '@type': 'dcat:Dataset',
    'dct:title': words(facts.title),
    'dct:description': words(facts.description),
    'dct:identifier': 'archive',
    'dct:license': reference(facts.licence.url),
    'dct:publisher': agent(facts.publisher ?? facts.title.zh),
    'dcat:version': digest,
    'dcat:landingPage': reference(iri(at, '/data/')),
    'dcat:distribution': files.map(({ path, bytes, sha256 }) => ({
      ...distribution(at, `/${path}`),
      'dcat:byteSize': { '@value': String(bytes), '@type': 'xsd:nonNegativeInteger' },
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': reference('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'),
        'spdx:checksumValue': { '@value': sha256, '@type': 'xsd:hexBinary' },
      },
    })),
  };
}

function dataset(at: Standing, disclosure: Disclosure): object {
  const { facts, units } = at.archive;
  const { unit, title, year, publisher, number, source, tables, replaces, version } = disclosure;
  const name = units.get(unit)?.name ?? unit;
  const path = disclosurePath(disclosure);
  const known = knownDay(disclosure);
  return {
    '@id': datasetId(at, disclosure),
    '@type': 'dcat:Dataset',
    'dct:title': title,
    'dct:description': languageOf(facts.language).dataset.document(name, title),
    'dct:identifier': number ?? disclosureKey(disclosure),
    'dct:license': reference(facts.licence.url),
    'dct:publisher': agent(facts.publisher ?? facts.title.zh),
    'dct:creator': agent(publisher ?? name),
    'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:startDate': { '@value': String(year), '@type': 'xsd:gYear' } },
    ...(known ? { 'dct:issued': day(known) } : {}),
    ...(source.url ? { 'dct:source': reference(source.url) } : {}),
    ...(replaces ? { 'dct:replaces': reference(datasetId(at, { unit, id: replaces })) } : {}),
    'dcat:version': version,
    'dcat:landingPage': reference(iri(at, path)),
    'dcat:distribution': [
      ...tables.flatMap((table) => (table.file ? [{ ...distribution(at, `${path}${table.id}.csv`), 'dct:title': table.title }] : [])),
      distribution(at, `/api/v1${path.replace(/\/$/, '')}.json`),
    ],
  };
}

function datasetId(at: Standing, disclosure: { readonly unit: string; readonly id: string }): string {
  return `${iri(at, disclosurePath(disclosure))}#dataset`;
}

function distribution(at: Standing, path: string): object {
  const format = path.slice(path.lastIndexOf('.') + 1);
  const address = reference(iri(at, path));
  return {
    '@type': 'dcat:Distribution',
    'dcat:accessURL': address,
    'dcat:downloadURL': address,
    'dcat:mediaType': reference(MEDIA + (FORMATS[format] ?? 'application/octet-stream')),
    'dct:license': reference(at.archive.facts.licence.url),
  };
}

function agent(name: string): object {
  return { '@type': 'foaf:Agent', 'foaf:name': name };
}

function words({ zh, en }: { readonly zh: string; readonly en?: string }): object[] {
  return [{ '@value': zh, '@language': 'zh' }, ...(en ? [{ '@value': en, '@language': 'en' }] : [])];
}

/** Without a base URL relative to the catalogue: harvesters resolve it. */
function iri({ archive: { facts }, path: own }: Standing, path: string): string {
  const up = own.split('/').slice(1).fill('..').join('/') || '.';
  return facts.baseUrl ? addressOf(facts, path) : `${up}${path}`;
}
