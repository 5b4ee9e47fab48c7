/** The archive as open data: what readers download whole, and what stands beside the pages on the web. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive, Disclosure } from '../domain/archive.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import { disclosurePath } from './addresses.ts';
import { writeApiLists, writeApiUnits } from './api.ts';
import { writeCatalogue } from './catalogue.ts';
import { writeCsv } from './csv.ts';
import { disclosurePackage, wholePackage } from './data-package.ts';
import { atomFeed } from './feed.ts';
import { factsOf, writeJson, writeText } from './file-sink.ts';
import { writeRelationJson } from './json.ts';
import { writeParquet, writePartitions } from './parquet.ts';
import { RELATIONS } from './relations/all.ts';
import { observations } from './relations/observations.ts';
import { writeSitemap } from './sitemap.ts';
import { datasetteMetadata, writeSqlite } from './sqlite.ts';

/** Also the name under which Datasette shows it. */
const DATABASE = 'budgets';

/** The files that hold the archive whole, below `data/`, with their descriptions beside them. Returns all that it wrote. */
export function writeDownloads(archive: Archive, folder: string): FileFacts[] {
  const data = [
    ...RELATIONS.filter(({ only }) => only !== 'database').map((relation) =>
      writeCsv(folder, `data/${relation.name}.csv`, relation, archive),
    ),
    writeRelationJson(folder, 'data/observations.json', observations, archive),
    writeParquet(folder, 'data/observations.parquet', archive),
    writeSqlite(folder, `data/${DATABASE}.sqlite`, archive),
  ];
  return [
    ...data,
    writeJson(folder, 'data/datasette.json', datasetteMetadata(archive, DATABASE)),
    writeJson(folder, 'datapackage.json', wholePackage(archive, data)),
    writeCatalogue(folder, archive, data),
    writeText(folder, 'feed.xml', atomFeed(archive)),
  ];
}

/** What programs on the web ask for piece by piece, unit by unit; of a part of an archive, of its units. The tables are there already. */
export function writeUnitsData(archive: Archive, site: string): void {
  writeApiUnits(site, archive);
  for (const disclosure of archive.disclosures.values()) writeDisclosurePackage(archive, disclosure, site);
}

/** What leads to that, and the pieces that are of several units. `pages` are the site's HTML files. Says whether there is a sitemap. */
export function writeWebData(archive: Archive, site: string, pages: readonly string[]): { readonly sitemap: boolean } {
  writePartitions(site, 'data/observations', archive);
  writeApiLists(site, archive);
  return { sitemap: writeSitemap(site, archive, pages) };
}

/** Beside the CSVs of the document, which are there already. */
function writeDisclosurePackage(archive: Archive, disclosure: Disclosure, site: string): void {
  const folder = join(site, disclosurePath(disclosure));
  const tables = new Map(disclosure.tables.flatMap(({ id, file }) => (file ? [[id, factsOf(folder, `${id}.csv`)] as const] : [])));
  const statements = existsSync(join(folder, 'statements.csv'))
    ? { ...factsOf(folder, 'statements.csv'), head: headOf(join(folder, 'statements.csv')) }
    : undefined;
  const described = disclosurePackage(archive, disclosure, { tables, ...(statements ? { statements } : {}) });
  if (described) writeJson(folder, 'datapackage.json', described);
}

/** The names of columns hold no comma and no line break. */
function headOf(file: string): string[] {
  const [line = ''] = readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/, 1);
  return line.split(',').map((name) => name.trim().replace(/^"|"$/g, ''));
}
