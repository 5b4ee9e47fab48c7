/** The archive as one SQLite file, and the words by which Datasette (https://datasette.io/) shows it. */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Archive } from '../domain/archive.ts';
import { formatDecimal } from '../domain/decimal.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import { minorPlaces } from './base-amount.ts';
import { factsOf, type PartWriter } from './file-sink.ts';
import { RELATIONS } from './relations/all.ts';
import { type ColumnType, columnsOf, type Relation, type RelationColumn, type Value } from './relations/relation.ts';

/** SQLite has no decimals: printed figures are texts, exact, and amounts also whole numbers. */
const STORED: Readonly<Record<ColumnType, string>> = {
  string: 'TEXT',
  integer: 'INTEGER',
  decimal: 'TEXT',
  boolean: 'INTEGER',
  date: 'TEXT',
};

/** What observations and cells are looked for by; references have an index of their own. */
const INDEXES: readonly (readonly [relation: string, ...columns: string[]])[] = [
  ['observations', 'classification', 'code', 'year'],
  ['observations', 'unit', 'year', 'stage'],
  ['disclosures', 'year', 'type'],
];

/** The same archive makes the same bytes: no clock, rows in one order, pages without holes. */
export class SqliteFile implements PartWriter {
  readonly #folder: string;
  readonly #path: string;
  /** Where it is until it is whole. */
  readonly #unfinished: string;
  readonly #database: DatabaseSync;
  readonly #tables: readonly RelationTable[];
  #begun = false;

  constructor(folder: string, path: string, archive: Archive) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    this.#unfinished = `${place}.tmp`;
    for (const file of [place, this.#unfinished]) rmSync(file, { force: true });
    this.#folder = folder;
    this.#path = path;
    this.#database = new DatabaseSync(this.#unfinished, { enableForeignKeyConstraints: false });
    // A file that is not whole is thrown away with the build, so nothing is kept for recovering it.
    this.#database.exec(
      'PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA encoding = "UTF-8"',
    );
    writeFacts(this.#database, archive);
    this.#tables = RELATIONS.map((relation) => createTable(this.#database, relation));
  }

  add(part: Archive): void {
    this.#database.exec('BEGIN');
    const before = this.#rowsBefore();
    for (const table of this.#tables) {
      const { relation, insert } = table;
      const waiting: Stored[] = [];
      let rows = 0;
      if (this.#begun && relation.declared) continue;
      const numbers = columnsOf(relation, 'database').map((column) => before.get(numberedBy(relation, column) ?? '') ?? 0);
      for (const row of relation.rows(part, 'database')) {
        for (let index = 0; index < row.length; index += 1) waiting.push(numbered(stored(row[index]), numbers[index] ?? 0));
        rows += 1;
        if (rows % ROWS_AT_A_TIME === 0) insert.run(...waiting.splice(0));
      }
      insertLast(this.#database, relation, waiting);
      table.rows += rows;
    }
    this.#begun = true;
    this.#database.exec('COMMIT');
  }

  append(folder: string): void {
    const before = this.#rowsBefore();
    this.#database.exec(`ATTACH '${join(folder, this.#path).replaceAll("'", "''")}' AS part; BEGIN`);
    for (const table of this.#tables) {
      const { relation } = table;
      if (this.#begun && relation.declared) continue;
      const columns = columnsOf(relation, 'database').map((column) => {
        const number = before.get(numberedBy(relation, column) ?? '') ?? 0;
        return number > 0 ? `${quoted(column.name)} + ${number}` : quoted(column.name);
      });
      const name = quoted(relation.name);
      table.rows += Number(this.#database.prepare(`INSERT INTO ${name} SELECT ${columns.join(', ')} FROM part.${name}`).run().changes);
    }
    this.#database.exec('COMMIT; DETACH part');
    this.#begun = true;
  }

  /** Of a part by itself, to be appended to the whole. */
  keep(): void {
    this.#database.close();
    renameSync(this.#unfinished, join(this.#folder, this.#path));
  }

  /** Numbers go on from those of the parts before. */
  #rowsBefore(): ReadonlyMap<string, number> {
    return new Map(this.#tables.map(({ relation, rows }) => [relation.name, rows]));
  }

  close(): FileFacts {
    const database = this.#database;
    try {
      for (const statement of indexStatements()) database.exec(statement);
      const [broken] = database.prepare('PRAGMA foreign_key_check').all();
      if (broken) throw new Error(`a row of ${broken.table} refers to nothing in ${broken.parent}`);
      // Pages without holes, in an order that does not depend on how many steps it took.
      database.exec(`VACUUM INTO '${join(this.#folder, this.#path).replaceAll("'", "''")}'`);
    } finally {
      database.close();
    }
    rmSync(this.#unfinished);
    return factsOf(this.#folder, this.#path);
  }
}

/** https://docs.datasette.io/en/stable/metadata.html */
export function datasetteMetadata({ facts }: Archive, database: string): object {
  return {
    title: facts.title.zh,
    description: facts.description.zh,
    license: facts.licence.name,
    license_url: facts.licence.url,
    ...(facts.baseUrl ? { source: facts.title.zh, source_url: facts.baseUrl } : {}),
    databases: {
      [database]: {
        tables: Object.fromEntries(
          RELATIONS.map((relation) => [
            relation.name,
            {
              description: `${relation.about.zh} ${relation.about.en}`,
              ...(relation.label ? { label_column: relation.label } : {}),
              columns: Object.fromEntries(
                columnsOf(relation, 'database').map((column) => [column.name, `${column.about.zh}（${column.about.en}）`]),
              ),
            },
          ]),
        ),
      },
    },
  };
}

function writeFacts(database: DatabaseSync, archive: Archive): void {
  const { facts, digest } = archive;
  database.exec('CREATE TABLE archive (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID');
  const insert = database.prepare('INSERT INTO archive VALUES (?, ?)');
  const rows = {
    title: facts.title.zh,
    version: digest,
    licence: facts.licence.url,
    minor_per_one: String(10n ** BigInt(minorPlaces(archive))),
    ...(facts.publisher ? { publisher: facts.publisher } : {}),
    ...(facts.baseUrl ? { address: facts.baseUrl } : {}),
  };
  for (const [name, value] of Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1))) insert.run(name, value);
}

type Stored = ReturnType<typeof stored>;

/** One statement for several rows takes half as long as one for each; of more than these nothing is gained. */
const ROWS_AT_A_TIME = 8;

interface RelationTable {
  readonly relation: Relation;
  /** Takes as many rows as are written at a time. */
  readonly insert: StatementSync;
  rows: number;
}

function createTable(database: DatabaseSync, relation: Relation): RelationTable {
  const columns = columnsOf(relation, 'database');
  const lines = [
    ...columns.map((column) => `${quoted(column.name)} ${STORED[column.type]}${column.required ? ' NOT NULL' : ''}`),
    `PRIMARY KEY (${relation.key.map(quoted).join(', ')})`,
    ...columns.flatMap(({ name, references }) =>
      references ? [`FOREIGN KEY (${quoted(name)}) REFERENCES ${quoted(references.relation)} (${quoted(references.column)})`] : [],
    ),
  ];
  database.exec(
    `CREATE TABLE ${quoted(relation.name)} (\n  ${lines.join(',\n  ')}\n) STRICT${isNumbered(relation) ? '' : ', WITHOUT ROWID'}`,
  );
  return { relation, insert: insertion(database, relation, ROWS_AT_A_TIME), rows: 0 };
}

function insertion(database: DatabaseSync, relation: Relation, rows: number): StatementSync {
  const row = `(${columnsOf(relation, 'database')
    .map(() => '?')
    .join(', ')})`;
  return database.prepare(`INSERT INTO ${quoted(relation.name)} VALUES ${Array.from({ length: rows }, () => row).join(', ')}`);
}

/** Fewer than are written at a time. */
function insertLast(database: DatabaseSync, relation: Relation, values: readonly Stored[]): void {
  const rows = values.length / columnsOf(relation, 'database').length;
  if (rows > 0) insertion(database, relation, rows).run(...values);
}

/** The relation whose numbers stand in a column: its own, or one that it refers to. */
function numberedBy(relation: Relation, { name, references }: RelationColumn): string | undefined {
  const of = references ? RELATIONS.find((other) => other.name === references.relation) : relation;
  return of && isNumbered(of) && of.key[0] === (references?.column ?? name) ? of.name : undefined;
}

function numbered(value: Stored, before: number): Stored {
  return before > 0 && typeof value === 'number' ? value + before : value;
}

/** SQLite numbers the rows itself where the key is one whole number. */
function isNumbered({ key, columns }: Relation): boolean {
  return key.length === 1 && columns.find(({ name }) => name === key[0])?.type === 'integer';
}

function indexStatements(): string[] {
  const references = RELATIONS.flatMap((relation) =>
    columnsOf(relation, 'database')
      .filter((column) => column.references && relation.key[0] !== column.name && !begins(relation.name, column.name))
      .map((column) => [relation.name, column.name] as const),
  );
  return [...references, ...INDEXES].map(
    ([name, ...columns]) => `CREATE INDEX ${quoted([name, ...columns].join('_'))} ON ${quoted(name)} (${columns.map(quoted).join(', ')})`,
  );
}

/** An index of several columns serves its first alone as well. */
function begins(relation: string, column: string): boolean {
  return INDEXES.some(([name, first]) => name === relation && first === column);
}

function stored(value: Value): string | number | bigint | null {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'object' ? formatDecimal(value) : value;
}

function quoted(name: string): string {
  return `"${name}"`;
}
