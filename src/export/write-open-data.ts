/** The archive as open data: what readers download whole, and what stands beside the pages on the web. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Archive, Disclosure } from '../domain/archive.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import type { Volume } from '../domain/volume.ts';
import { disclosurePath } from './addresses.ts';
import { writeApiLists, writeApiUnits } from './api.ts';
import { writeCatalogue, writeVolumeCatalogue } from './catalogue.ts';
import { CsvFile } from './csv.ts';
import { disclosurePackage, volumePackage, wholePackage } from './data-package.ts';
import { atomFeed } from './feed.ts';
import { type PartWriter, writeJson, writePlain, writeText } from './file-sink.ts';
import { RelationJsonFile } from './json.ts';
import { joinParquet, type Partitions, writeParquet, writePartitions } from './parquet.ts';
import { RELATIONS } from './relations/all.ts';
import { observations } from './relations/observations.ts';
import type { Relation } from './relations/relation.ts';
import { writeSitemap } from './sitemap.ts';
import { datasetteMetadata, keepDatabaseRows, SqliteFile } from './sqlite.ts';
import { volumeFolder, volumeName, volumesRelation, volumeVersion } from './volumes.ts';

/** Also the name under which Datasette shows it. */
const DATABASE = 'budgets';

const DATABASE_FILE = `data/${DATABASE}.sqlite`;
const JSON_FILE = 'data/observations.json';
const PARQUET_FILE = 'data/observations.parquet';
const PARTITIONS = 'data/observations';
/** Of a part: its observations as they are held. */
const OBSERVED = 'data/observations.v8';
/** Of a part that is a volume: what there is to know of it. */
const VOLUME = 'data/volume.json';

/**
 * The files that hold the archive whole, below `data/`, with their descriptions beside them; of one in volumes, what is
 * of all of these. Returns all that it wrote. `kept` are the folders of its parts in their order, as `writePartData`
 * fills them; without them the archive has all.
 */
export function writeDownloads(archive: Archive, folder: string, partitions: Partitions, kept?: readonly string[]): FileFacts[] {
  if (kept && archive.whole?.inVolumes) return writeAcrossVolumes(archive, folder, kept);
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
  const parquet = writeParquet(folder, PARQUET_FILE, archive, passing());
  return described(archive, folder, [...csv.map(({ file }) => file.close()), json.close(), parquet, sqlite.close()], []);
}

function writeAcrossVolumes(archive: Archive, folder: string, kept: readonly string[]): FileFacts[] {
  const volumes = volumesOf(archive, kept);
  const parquet = joinParquet(folder, PARQUET_FILE, archive, kept);
  const list = csvOf(volumesRelation(volumes), folder).file;
  list.add(archive);
  const csv = RELATIONS.filter(({ only, inVolumes }) => only !== 'database' && !inVolumes).map((relation) => csvOf(relation, folder));
  for (const { relation, file } of csv) {
    if (relation.declared) file.add(archive);
    else for (const part of kept) file.append(part);
  }
  return described(archive, folder, [parquet, list.close(), ...csv.map(({ file }) => file.close())], volumes);
}

/** None of an archive that is not in volumes. */
export function volumesOf({ whole }: Archive, kept: readonly string[]): Volume[] {
  return whole?.inVolumes ? kept.map((part) => JSON.parse(readFileSync(join(part, VOLUME), 'utf8')) as Volume) : [];
}

/** The files with what says of them what they are. */
function described(archive: Archive, folder: string, data: readonly FileFacts[], volumes: readonly Volume[]): FileFacts[] {
  return [
    ...data,
    writeJson(folder, 'data/datasette.json', datasetteMetadata(archive, DATABASE)),
    writeJson(folder, 'datapackage.json', wholePackage(archive, data, volumes)),
    writeCatalogue(folder, archive, data, volumes),
    writeText(folder, 'feed.xml', atomFeed(archive)),
  ];
}

/** What a part adds to them, into `folder`, to be joined with that of the others; its volume, if it is one, into its `site`. */
export function writePartData(part: Archive, folder: string, site: string): void {
  const inVolumes = part.whole?.inVolumes ?? false;
  for (const relation of RELATIONS) {
    if (relation.only === 'database' || relation.declared || (inVolumes && relation.inVolumes)) continue;
    fill(csvOf(relation, folder).file, part);
  }
  if (inVolumes) {
    writeVolume(part, folder, site);
    return;
  }
  fill(new RelationJsonFile(folder, JSON_FILE, observations), part);
  keepDatabaseRows(part, folder);
  writeFileSync(join(folder, OBSERVED), serialize(part.observations));
}

function writeVolume(part: Archive, folder: string, site: string): void {
  // For what names the version; all else is made of the part itself, whose rows are made once.
  const own = { ...part, digest: volumeVersion(part) };
  const volume = volumeName(part);
  const place = volumeFolder(volume);
  const files = [
    ...RELATIONS.filter(({ inVolumes }) => inVolumes).map((relation) => new CsvFile(site, `${place}/${relation.name}.csv`, relation)),
    new SqliteFile(site, `${place}/${DATABASE}.sqlite`, own),
  ].map((writer) => fill(writer, part));
  writeVolumeCatalogue(site, own, volume);
  writePartitions(part, site, PARTITIONS, volume, folder);
  const facts: Volume = {
    volume,
    last: [...part.units.keys()].at(-1) ?? '',
    units: part.units.size,
    disclosures: part.disclosures.size,
    observations: part.observations.length,
    described: writeJson(site, `${place}/datapackage.json`, volumePackage(own, volume, files)),
  };
  writeJson(folder, VOLUME, facts);
}

function fill(writer: PartWriter, part: Archive): FileFacts {
  writer.add(part);
  return writer.close();
}

function csvOf(relation: Relation, folder: string): { readonly relation: Relation; readonly file: CsvFile } {
  return { relation, file: new CsvFile(folder, `data/${relation.name}.csv`, relation) };
}

/** What programs on the web ask for piece by piece, unit by unit; of a part of an archive, of its units. */
export function writeUnitsData(archive: Archive, archiveRoot: string, site: string): void {
  writeApiUnits(site, archive);
  for (const disclosure of archive.disclosures.values()) writeTables(archive, disclosure, archiveRoot, site);
}

/** What leads to that, and the pieces that are of several units. The site's pages are there. Says whether there is a sitemap. */
export function writeWebData(archive: Archive, site: string, partitions: Partitions): { readonly sitemap: boolean } {
  partitions.write(site, PARTITIONS, archive);
  writeApiLists(site, archive);
  return { sitemap: writeSitemap(site, archive) };
}

/** The document's CSVs as they are in the archive, byte for byte, beside the page that shows them; with what describes them. */
function writeTables(archive: Archive, disclosure: Disclosure, archiveRoot: string, site: string): void {
  const folder = join(site, disclosurePath(disclosure));
  mkdirSync(folder, { recursive: true });
  const copy = (file: string, name: string): FileFacts & { readonly content: Buffer } => {
    const content = readFileSync(join(archiveRoot, file));
    writeFileSync(join(folder, name), content);
    return { path: name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex'), content };
  };
  const tables = new Map(disclosure.tables.flatMap(({ id, file }) => (file ? [[id, copy(file, `${id}.csv`)] as const] : [])));
  const { unit, id, statements } = disclosure;
  const text = statements.length > 0 ? copy(`data/disclosures/${unit}/${id}/statements.csv`, 'statements.csv') : undefined;
  const described = disclosurePackage(archive, disclosure, {
    tables,
    ...(text ? { statements: { ...text, head: headOf(text.content.toString('utf8')) } } : {}),
  });
  if (described) writePlain(folder, 'datapackage.json', `${JSON.stringify(described, null, 2)}\n`);
}

/** The names of columns hold no comma and no line break. */
function headOf(csv: string): string[] {
  const [line = ''] = csv.replace(/^\ufeff/, '').split(/\r?\n/, 1);
  return line.split(',').map((name) => name.trim().replace(/^"|"$/g, ''));
}
