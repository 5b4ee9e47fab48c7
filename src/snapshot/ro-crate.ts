/** `ro-crate-metadata.json` (RO-Crate 1.2): what the payload is, where each document comes from, what made it. */
import type { Archive, Disclosure } from '../domain/archive.ts';
import type { FileFacts } from '../domain/file-facts.ts';

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
    hasPart: [reference('site/'), reference('datapackage.json'), ...files.map(({ path }) => reference(identifier(path)))],
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
      { '@id': 'datapackage.json', '@type': 'File', name: 'Data Package', encodingFormat: 'application/json' },
      { '@id': licence.url, '@type': 'CreativeWork', name: licence.name },
      ...(publisher ? [{ '@id': '#publisher', '@type': 'Organization', name: publisher }] : []),
      ...(previous
        ? [{ '@id': `urn:sha512:${previous}`, '@type': 'CreativeWork', name: 'tagmanifest-sha512.txt of the snapshot before' }]
        : []),
      { '@id': '#mingzhang', '@type': 'SoftwareApplication', name: 'Mingzhang', version, license: 'https://spdx.org/licenses/MIT' },
      {
        '@id': '#made',
        '@type': 'CreateAction',
        name: 'Checked and compiled',
        instrument: reference('#mingzhang'),
        object: files.map(({ path }) => reference(identifier(path))),
        result: [reference('site/'), reference('datapackage.json')],
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
    temporalCoverage: String(disclosure.year),
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

/** A path as a relative address. */
function identifier(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
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
