/** The archive as open data: what readers download whole, and what stands beside the pages on the web. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Archive, Disclosure } from '../domain/archive.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import { disclosurePath } from './addresses.ts';
import { writeApiLists, writeApiUnits } from './api.ts';
import { writeCatalogue } from './catalogue.ts';
import { CsvFile } from './csv.ts';
import { disclosurePackage, wholePackage } from './data-package.ts';
import { atomFeed } from './feed.ts';
import { factsOf, writeJson, writeText } from './file-sink.ts';
import { RelationJsonFile } from './json.ts';
import { type Partitions, writeParquet } from './parquet.ts';
import { RELATIONS } from './relations/all.ts';
import { observations } from './relations/observations.ts';
import type { Relation } from './relations/relation.ts';
import { writeSitemap } from './sitemap.ts';
import { datasetteMetadata, SqliteFile } from './sqlite.ts';

/** Also the name under which Datasette shows it. */
const DATABASE = 'budgets';

const DATABASE_FILE = `data/${DATABASE}.sqlite`;
const JSON_FILE = 'data/observations.json';
/** Of a part: its observations as they are held. */
const OBSERVED = 'data/observations.v8';

/**
 * The files that hold the archive whole, below `data/`, with their descriptions beside them. Returns all that it wrote.
 * `kept` are the folders of its parts in their order, as `writePartData` fills them; without them the archive has all.
 */
export function writeDownloads(archive: Archive, folder: string, partitions: Partitions, kept?: readonly string[]): FileFacts[] {
  const csv = RELATIONS.filter(({ only }) => only !== 'database').map((relation) => csvOf(relation, folder));
  const json = new RelationJsonFile(folder, JSON_FILE, observations);
  const sqlite = new SqliteFile(folder, DATABASE_FILE, archive);
  const passing = function* (): Iterable<Archive> {
    for (const each of csv) if (!kept || each.relation.declared) each.file.add(archive);
    if (!kept) {
      for (const writer of [json, sqlite, partitions]) writer.add(archive);
      yield archive;
    }
    for (const part of kept ?? []) {
      for (const writer of [...csv.map(({ file }) => file), json, sqlite]) writer.append(part);
      const shown = { ...archive, observations: deserialize(readFileSync(join(part, OBSERVED))) as Archive['observations'] };
      partitions.add(shown);
      yield shown;
    }
  };
  // Parquet asks for the rows; as each part comes by, the others take theirs.
  const parquet = writeParquet(folder, 'data/observations.parquet', archive, passing());
  const data = [...csv.map(({ file }) => file.close()), json.close(), parquet, sqlite.close()];
  return [
    ...data,
    writeJson(folder, 'data/datasette.json', datasetteMetadata(archive, DATABASE)),
    writeJson(folder, 'datapackage.json', wholePackage(archive, data)),
    writeCatalogue(folder, archive, data),
    writeText(folder, 'feed.xml', atomFeed(archive)),
  ];
}

/** What a part adds to them, to be joined with that of the others. */
export function writePartData(part: Archive, folder: string): void {
  const writers = [
    ...RELATIONS.filter(({ only, declared }) => only !== 'database' && !declared).map((relation) => csvOf(relation, folder).file),
    new RelationJsonFile(folder, JSON_FILE, observations),
  ];
  for (const writer of writers) {
    writer.add(part);
    writer.close();
  }
  const sqlite = new SqliteFile(folder, DATABASE_FILE, part);
  sqlite.add(part);
  sqlite.keep();
  writeFileSync(join(folder, OBSERVED), serialize(part.observations));
}

function csvOf(relation: Relation, folder: string): { readonly relation: Relation; readonly file: CsvFile } {
  return { relation, file: new CsvFile(folder, `data/${relation.name}.csv`, relation) };
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
