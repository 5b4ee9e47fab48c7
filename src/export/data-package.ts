/** Data Packages, version 2 (https://datapackage.org/): the archive's relations, and each document's printed tables. */
import type { Archive, Cell, Column, Disclosure, Statement, Table } from '../domain/archive.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import type { Volume } from '../domain/volume.ts';
import { languageOf } from '../language/languages.ts';
import { addressOf, disclosurePath } from './addresses.ts';
import { knownDay } from './known-dates.ts';
import { RELATIONS } from './relations/all.ts';
import { type ColumnType, columnsOf, type Relation, type RelationColumn } from './relations/relation.ts';
import { volumeFolder, volumesRelation } from './volumes.ts';

const PROFILE = 'https://datapackage.org/profiles/2.0/';

const TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'string',
  integer: 'integer',
  decimal: 'number',
  boolean: 'boolean',
  date: 'date',
};

/** What any package of the archive says of itself. A package has no empty lists: those of the profile have one item at least. */
export function packageFacts({ facts, digest }: Archive): object {
  const { title, description, licence, publisher, baseUrl } = facts;
  return {
    $schema: `${PROFILE}datapackage.json`,
    name: 'budgets',
    title: title.zh,
    description: description.zh,
    ...(baseUrl ? { homepage: baseUrl } : {}),
    version: digest,
    licenses: [{ path: licence.url, title: licence.name }],
    ...(publisher ? { contributors: [{ title: publisher, roles: ['publisher'] }] } : {}),
  };
}

/** Relations and the same in other formats; of an archive in volumes also the packages of these. */
export function wholePackage(archive: Archive, files: readonly FileFacts[], volumes: readonly Volume[] = []): object {
  return {
    ...packageFacts(archive),
    resources: [
      ...relationResources(files, 'data', [...RELATIONS, ...(volumes.length > 0 ? [volumesRelation(volumes)] : [])]),
      ...volumes.map(({ volume, described }) => ({ ...plainResource(described), name: `volume.${volume}` })),
    ],
  };
}

/** Of a volume. `part` has its own version. */
export function volumePackage(part: Archive, volume: string, files: readonly FileFacts[]): object {
  const folder = volumeFolder(volume);
  const own = relationResources(files, folder, RELATIONS);
  return {
    ...packageFacts(part),
    name: `budgets.${volume}`,
    // Beside the package.
    resources: own.map((resource) => ({ ...resource, path: resource.path.slice(folder.length + 1) })),
  };
}

function relationResources(files: readonly FileFacts[], folder: string, all: readonly Relation[]): (object & { readonly path: string })[] {
  const relations = new Map(all.map((relation) => [`${folder}/${relation.name}.csv`, relation]));
  const known = new Set(files.flatMap(({ path }) => relations.get(path)?.name ?? []));
  return files.map((file) => {
    const relation = relations.get(file.path);
    return { ...(relation ? relationResource(relation, file, known) : plainResource(file)), path: file.path };
  });
}

/** The tables that a document prints and the figures of its text; undefined where it has neither. */
export function disclosurePackage(
  archive: Archive,
  disclosure: Disclosure,
  files: { readonly tables: ReadonlyMap<string, FileFacts>; readonly statements?: FileFacts & { readonly head: readonly string[] } },
): object | undefined {
  const { unit, id, title, published, source, publisher } = disclosure;
  const resources = [
    ...disclosure.tables.flatMap((table) => {
      const file = files.tables.get(table.id);
      return file ? [printedResource(disclosure, table, file, table.id)] : [];
    }),
    ...(files.statements ? [statementsResource(archive, disclosure.statements, files.statements)] : []),
  ];
  if (resources.length === 0) return undefined;
  const day = knownDay({ published, source });
  return {
    ...packageFacts(archive),
    version: disclosure.version,
    name: `${unit}.${id}`,
    title,
    description: languageOf(archive.facts.language).dataset.document(archive.units.get(unit)?.name ?? unit, title),
    homepage: archive.facts.baseUrl ? addressOf(archive.facts, disclosurePath(disclosure)) : undefined,
    ...(source.url || publisher ? { sources: [{ title: publisher ?? title, ...(source.url ? { path: source.url } : {}) }] } : {}),
    ...(day ? { issued: day } : {}),
    resources,
  };
}

/** A printed table as its CSV: numbers where every figure of a column is one, else texts as printed. */
export function printedResource({ title }: Disclosure, table: Table, file: FileFacts, name: string): object {
  const dashes = new Set(
    table.rows.flatMap(({ cells }) => [...cells.values()].flatMap((cell) => (cell.content === 'dash' ? [cell.raw.trim()] : []))),
  );
  return {
    ...tableFacts(name, `${title}：${table.title}`, file),
    ...(table.scale ? { scale: table.scale } : {}),
    schema: {
      $schema: `${PROFILE}tableschema.json`,
      fields: table.columns.map((column) => printedField(table, column)),
      missingValues: ['', ...[...dashes].sort()],
    },
  };
}

/** `known` are the relations of the package: one that is not there cannot be referred to. */
export function relationResource(relation: Relation, file: FileFacts, known: ReadonlySet<string>): object {
  const columns = columnsOf(relation, 'files');
  const foreignKeys = columns.flatMap(({ name, references }) => {
    if (!references || !known.has(references.relation)) return [];
    // A relation refers to itself by naming no other.
    const resource = references.relation === relation.name ? {} : { resource: references.relation };
    return [{ fields: name, reference: { ...resource, fields: references.column } }];
  });
  return {
    ...tableFacts(relation.name, relation.about.zh, file),
    description: relation.about.en,
    schema: {
      $schema: `${PROFILE}tableschema.json`,
      fields: columns.map(relationField),
      missingValues: [''],
      primaryKey: relation.key,
      ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
    },
  };
}

function relationField({ name, type, about, required }: RelationColumn): object {
  return { name, type: TYPES[type], title: about.zh, description: about.en, ...(required ? { constraints: { required } } : {}) };
}

function statementsResource(
  archive: Archive,
  statements: readonly Statement[],
  { head, ...file }: FileFacts & { readonly head: readonly string[] },
): object {
  const numbers = statements.every(({ raw }) => isPlainNumber(raw));
  const grouped = statements.some(({ raw }) => raw.includes(','));
  return {
    ...tableFacts('statements', languageOf(archive.facts.language).dataset.statements, file),
    schema: {
      $schema: `${PROFILE}tableschema.json`,
      fields: head.map((name) => {
        if (name === 'year') return { name, type: 'integer' };
        if (name === 'value' && numbers) return { name, type: 'number', ...(grouped ? { groupChar: ',' } : {}) };
        return { name, type: 'string' };
      }),
      missingValues: [''],
      primaryKey: ['id'],
    },
  };
}

function tableFacts(name: string, title: string, { path, bytes, sha256 }: FileFacts): object {
  return {
    $schema: `${PROFILE}dataresource.json`,
    name,
    type: 'table',
    path,
    title,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
  };
}

const MEDIA: Readonly<Record<string, string>> = {
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
  sqlite: 'application/vnd.sqlite3',
};

function plainResource({ path, bytes, sha256 }: FileFacts): object {
  const format = path.slice(path.lastIndexOf('.') + 1);
  return {
    $schema: `${PROFILE}dataresource.json`,
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    format,
    mediatype: MEDIA[format] ?? 'application/octet-stream',
    bytes,
    hash: `sha256:${sha256}`,
  };
}

function printedField(table: Table, { kind, label }: Column): object {
  const cells = table.rows.flatMap(({ cells: own }) => own.get(kind.id) ?? []);
  const facts = { name: label, title: label, ...(kind.en ? { description: kind.en } : {}) };
  if (!['amount', 'percent', 'count'].includes(kind.role) || !cells.every(isPlain)) return { ...facts, type: 'string' };
  const grouped = cells.some(({ raw }) => raw.includes(','));
  const bare = !cells.some(({ raw }) => raw.includes('%'));
  return { ...facts, type: 'number', ...(grouped ? { groupChar: ',' } : {}), ...(bare ? {} : { bareNumber: false }) };
}

function isPlain({ raw, content }: Cell): boolean {
  return content === 'blank' || content === 'dash' || isPlainNumber(raw);
}

function isPlainNumber(text: string): boolean {
  return /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?$/.test(text.trim());
}
