/** `datapackage.json` (Data Package v2, https://datapackage.org/): each printed table as a resource with its columns. */
import type { Archive, Cell, Column, Disclosure, Table } from '../domain/archive.ts';

/** What a file of the payload is like; `path` is relative to the payload. */
export interface FileFacts {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** `factsOf` gives the facts of a file of the archive, by its path there. */
export function dataPackage(archive: Archive, version: string, factsOf: (file: string) => FileFacts): object {
  const { title, description, licence, baseUrl } = archive.facts;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'budgets',
    title: title.zh,
    description: description.zh,
    ...(baseUrl ? { homepage: baseUrl } : {}),
    licenses: [{ path: licence.url, title: licence.name }],
    ...(archive.facts.publisher ? { contributors: [{ title: archive.facts.publisher, roles: ['publisher'] }] } : {}),
    generator: `mingzhang ${version}`,
    resources: [...archive.disclosures.values()].flatMap((disclosure) =>
      disclosure.tables.flatMap((table) => (table.file ? [resource(disclosure, table, factsOf(table.file))] : [])),
    ),
  };
}

function resource({ unit, id, title }: Disclosure, table: Table, { path, bytes, sha256 }: FileFacts): object {
  const dashes = new Set(
    [...table.rows].flatMap(({ cells }) => [...cells.values()].flatMap((cell) => (cell.content === 'dash' ? [cell.raw.trim()] : []))),
  );
  return {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    name: `${unit}.${id}.${table.id}`,
    type: 'table',
    path,
    title: `${title}：${table.title}`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    ...(table.scale ? { scale: table.scale } : {}),
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: table.columns.map((column) => field(table, column)),
      missingValues: ['', ...[...dashes].sort()],
    },
  };
}

/** A column is one of numbers where every figure in it is one; all else stays as it is printed. */
function field(table: Table, { kind, label }: Column): object {
  const cells = table.rows.flatMap(({ cells: own }) => own.get(kind.id) ?? []);
  const facts = { name: label, title: label, ...(kind.en ? { description: kind.en } : {}) };
  if (!['amount', 'percent', 'count'].includes(kind.role) || !cells.every(isPlain)) return { ...facts, type: 'string' };
  const grouped = cells.some(({ raw }) => raw.includes(','));
  const bare = !cells.some(({ raw }) => raw.includes('%'));
  return { ...facts, type: 'number', ...(grouped ? { groupChar: ',' } : {}), ...(bare ? {} : { bareNumber: false }) };
}

function isPlain({ raw, content }: Cell): boolean {
  return content === 'blank' || content === 'dash' || /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?$/.test(raw.trim());
}
