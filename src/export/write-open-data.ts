/** The archive as open data: what readers download whole, and what stands beside the pages on the web. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive, Disclosure } from '../domain/archive.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import { disclosurePath } from './addresses.ts';
import { writeApiLists, writeApiUnits } from './api.ts';
import { writeCatalogue } from './catalogue.ts';
import { CsvFile } from './csv.ts';
import { disclosurePackage, wholePackage } from './data-package.ts';
import { atomFeed } from './feed.ts';
import { factsOf, type PartWriter, writeJson, writeText } from './file-sink.ts';
import { RelationJsonFile } from './json.ts';
import { type Partitions, writeParquet } from './parquet.ts';
import { RELATIONS } from './relations/all.ts';
import { observations } from './relations/observations.ts';
import { writeSitemap } from './sitemap.ts';
import { datasetteMetadata, SqliteFile } from './sqlite.ts';

/** Also the name under which Datasette shows it. */
const DATABASE = 'budgets';

/**
 * The files that hold the archive whole, below `data/`, with their descriptions beside them. Returns all that it wrote.
 * `parts` are the archive's in their order, each asked for once; `meanwhile` is whoever else takes something from them.
 */
export function writeDownloads(
  archive: Archive,
  folder: string,
  {
    parts = [archive],
    meanwhile = [],
  }: { readonly parts?: Iterable<Archive>; readonly meanwhile?: readonly Pick<PartWriter, 'add'>[] } = {},
): FileFacts[] {
  const csv = RELATIONS.filter(({ only }) => only !== 'database').map(
    (relation) => new CsvFile(folder, `data/${relation.name}.csv`, relation),
  );
  const json = new RelationJsonFile(folder, 'data/observations.json', observations);
  const sqlite = new SqliteFile(folder, `data/${DATABASE}.sqlite`, archive);
  // Parquet asks for the rows; as each part comes by, the others take theirs, so that it is made once.
  const passing = function* (): Iterable<Archive> {
    for (const part of parts) {
      for (const writer of [...csv, json, sqlite, ...meanwhile]) writer.add(part);
      yield part;
    }
  };
  const parquet = writeParquet(folder, 'data/observations.parquet', archive, passing());
  const data = [...csv.map((file) => file.close()), json.close(), parquet, sqlite.close()];
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
export function writeWebData(
  archive: Archive,
  site: string,
  pages: readonly string[],
  partitions: Partitions,
): { readonly sitemap: boolean } {
  partitions.write(site, 'data/observations', archive);
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
