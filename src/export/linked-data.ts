/** What search engines of data sets read on a page (https://schema.org/Dataset), as JSON-LD. */
import type { Archive, Disclosure, Unit } from '../domain/archive.ts';
import type { Language } from '../language/language.ts';
import { addressOf, disclosurePath, unitPath } from './addresses.ts';

export function unitDataset(archive: Archive, unit: Unit, disclosures: readonly Disclosure[], words: Language['dataset']): object {
  const years = disclosures.map(({ year }) => year);
  const span = years.length > 0 ? [Math.min(...years), Math.max(...years)] : [];
  return {
    ...common(archive, unitPath(unit.id), unit.version),
    name: words.unitName(unit.name, archive.facts.title.zh),
    description: words.unit(unit.name, archive.facts.description.zh),
    about: { '@type': 'GovernmentOrganization', name: unit.name, ...(unit.code ? { identifier: unit.code } : {}) },
    ...(span.length > 0 ? { temporalCoverage: [...new Set(span)].join('/') } : {}),
    ...place(archive, unit.id),
    hasPart: disclosures.map((each) => ({
      '@type': 'Dataset',
      name: each.title,
      description: words.document(unit.name, each.title),
      url: addressOf(archive.facts, disclosurePath(each)),
      license: archive.facts.licence.url,
    })),
    distribution: [download(archive, `/api/v1/units/${unit.id}/observations.json`, 'application/json')],
  };
}

export function disclosureDataset(archive: Archive, disclosure: Disclosure, words: Language['dataset']): object {
  const { unit, title, year, number, published, publisher, source, tables, statements } = disclosure;
  const path = disclosurePath(disclosure);
  const name = archive.units.get(unit)?.name ?? unit;
  return {
    ...common(archive, path, disclosure.version),
    name: title,
    description: words.disclosure(name, title),
    ...(number ? { identifier: number } : {}),
    about: { '@type': 'GovernmentOrganization', name },
    creator: { '@type': 'GovernmentOrganization', name: publisher ?? name },
    temporalCoverage: String(year),
    ...(published ? { datePublished: published } : {}),
    ...(source.url ? { isBasedOn: source.url } : {}),
    ...place(archive, unit),
    variableMeasured: tables.filter(({ file }) => file !== undefined).map((table) => table.title),
    distribution: [
      ...tables.flatMap((table) => (table.file ? [{ ...download(archive, `${path}${table.id}.csv`, 'text/csv'), name: table.title }] : [])),
      ...(statements.length > 0 ? [download(archive, `${path}statements.csv`, 'text/csv')] : []),
      download(archive, `/api/v1${path.replace(/\/$/, '')}.json`, 'application/json'),
    ],
  };
}

/** The archive as a whole, on the page of its data. `files` are paths from the site's root. */
export function archiveDataset(
  archive: Archive,
  path: string,
  files: readonly { readonly path: string; readonly bytes: number; readonly media: string }[],
  words: Language['dataset'],
): object {
  return {
    ...common(archive, path, archive.digest),
    name: archive.facts.title.zh,
    ...(archive.facts.title.en ? { alternateName: archive.facts.title.en } : {}),
    description: words.whole(archive.facts.description.zh),
    distribution: files.map((file) => ({ ...download(archive, file.path, file.media), contentSize: String(file.bytes) })),
  };
}

function common({ facts }: Archive, path: string, version: string): object {
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    url: addressOf(facts, path),
    version,
    license: facts.licence.url,
    isAccessibleForFree: true,
    inLanguage: facts.language,
    ...(facts.publisher ? { publisher: { '@type': 'Organization', name: facts.publisher } } : {}),
    includedInDataCatalog: { '@type': 'DataCatalog', name: facts.title.zh, url: addressOf(facts, '/data/') },
  };
}

function place({ units, regions }: Archive, unit: string): object {
  const names: string[] = [];
  for (let code = units.get(unit)?.region; code !== undefined; code = regions.get(code)?.parent) {
    const name = regions.get(code)?.name;
    if (name === undefined || names.includes(name)) break;
    names.unshift(name);
  }
  return names.length > 0 ? { spatialCoverage: { '@type': 'Place', name: names.join('') } } : {};
}

function download({ facts }: Archive, path: string, media: string): object {
  return { '@type': 'DataDownload', encodingFormat: media, contentUrl: addressOf(facts, path) };
}
