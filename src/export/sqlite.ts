/**
 * The archive as one SQLite file, and the words by which Datasette (https://datasette.io/) shows it. Long, because tables,
 * what they repeat, and the views above them are written from one layout.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { deserialize, serialize } from 'node:v8';
import type { Archive } from '../domain/archive.ts';
import { formatDecimal } from '../domain/decimal.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import { minorPlaces } from './base-amount.ts';
import { BENEATH_VIEWS, type Layout, layoutOf, ownColumns, quoted, tableOf, viewStatement } from './database-layout.ts';
import { factsOf, type PartWriter, writePlain } from './file-sink.ts';
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

/** What tables are looked for by beside their references. */
const INDEXES: readonly (readonly [table: string, ...columns: string[]])[] = [
  ['observation_subjects', 'classification', 'code'],
  ['disclosures', 'year', 'type'],
];

/** Of a part of an archive that becomes one database: its rows. */
const ROWS = 'data/database-rows.v8';

type Rows = (relation: Relation) => Iterable<readonly Value[]>;

/** The same archive makes the same bytes: no clock, rows in one order, pages without holes. */
export class SqliteFile implements PartWriter {
  readonly #folder: string;
  readonly #path: string;
  /** Held in memory until it is whole: some 70 KB for each document, of which no file has many hundreds. */
  readonly #database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: false });
  readonly #tables: readonly RelationTable[];
  #begun = false;

  constructor(folder: string, path: string, archive: Archive) {
    this.#folder = folder;
    this.#path = path;
    // A file that is not whole is thrown away with the build, so nothing is waited for.
    this.#database.exec(
      'PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA encoding = "UTF-8"',
    );
    writeFacts(this.#database, archive);
    this.#tables = RELATIONS.map((relation) => new RelationTable(this.#database, relation));
  }

  add(part: Archive): void {
    this.#insert((relation) => relation.rows(part, 'database'));
  }

  append(folder: string): void {
    const kept = deserialize(readFileSync(join(folder, ROWS))) as ReadonlyMap<string, readonly (readonly Value[])[]>;
    this.#insert(({ name }) => kept.get(name) ?? []);
  }

  #insert(rows: Rows): void {
    this.#database.exec('BEGIN');
    // Numbers go on from those of the parts before.
    const before = new Map(this.#tables.map(({ relation, count }) => [relation.name, count]));
    for (const table of this.#tables) if (!this.#begun || !table.relation.declared) table.insert(rows(table.relation), before);
    this.#begun = true;
    this.#database.exec('COMMIT');
  }

  close(): FileFacts {
    const database = this.#database;
    const place = join(this.#folder, this.#path);
    mkdirSync(dirname(place), { recursive: true });
    rmSync(place, { force: true });
    try {
      for (const statement of indexStatements()) database.exec(statement);
      // So that SQLite knows which of the tables beneath a view to begin with.
      database.exec('ANALYZE');
      for (const table of RELATIONS.flatMap(checkedTables)) {
        const [broken] = database.prepare(`PRAGMA foreign_key_check(${quoted(table)})`).all();
        if (broken) throw new Error(`a row of ${broken.table} refers to nothing in ${broken.parent}`);
      }
      // Pages without holes, in an order that does not depend on how many steps it took.
      database.exec(`VACUUM INTO '${place.replaceAll("'", "''")}'`);
    } finally {
      database.close();
    }
    return factsOf(this.#folder, this.#path);
  }
}

/** Of a part by itself, to be appended to the whole. */
export function keepDatabaseRows(part: Archive, folder: string): void {
  const rows = RELATIONS.map(({ name, rows: of }) => [name, [...of(part, 'database')]] as const);
  writePlain(folder, ROWS, serialize(new Map(rows)));
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
        tables: {
          ...Object.fromEntries(
            RELATIONS.map((relation) => [
              relation.name,
              {
                description: `${relation.about.zh} ${relation.about.en}`,
                ...(relation.label && !layoutOf(relation) ? { label_column: relation.label } : {}),
                columns: Object.fromEntries(
                  columnsOf(relation, 'database').map((column) => [column.name, `${column.about.zh}（${column.about.en}）`]),
                ),
              },
            ]),
          ),
          // Views show what is in them.
          ...Object.fromEntries(BENEATH_VIEWS.map((table) => [table, { hidden: true }])),
        },
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

/** A table of the database, or several of which a view makes one. */
class RelationTable {
  readonly relation: Relation;
  count = 0;
  readonly #database: DatabaseSync;
  readonly #layout: Layout | undefined;
  readonly #own: readonly OwnColumn[];
  readonly #repeated: readonly RepeatedTable[];
  /** Takes as many rows as are written at a time. */
  readonly #statement: StatementSync;

  constructor(database: DatabaseSync, relation: Relation) {
    this.relation = relation;
    this.#database = database;
    this.#layout = layoutOf(relation);
    const columns = columnsOf(relation, 'database');
    const own = this.#layout ? ownColumns(relation, this.#layout) : columns;
    this.#own = own.map((column) => ({ index: columns.indexOf(column), numberedBy: numberedBy(relation, column) }));
    const repeated = this.#layout?.repeated ?? [];
    this.#repeated = repeated.map(({ table, number, columns: names }) => {
      const held = columns.filter(({ name }) => names.includes(name));
      createTable(database, table, [`${quoted(number)} INTEGER PRIMARY KEY`, ...held.map(columnLine), ...held.flatMap(referenceLine)]);
      return new RepeatedTable(
        insertion(database, table, held.length + 1, 1),
        held.map((column) => columns.indexOf(column)),
      );
    });
    const name = this.#layout?.table ?? relation.name;
    const key = this.#layout ? this.#layout.key : relation.key;
    createTable(
      database,
      name,
      [
        ...repeated.map(({ table, number }) => `${quoted(number)} INTEGER NOT NULL REFERENCES ${quoted(table)}`),
        ...own.map(columnLine),
        ...(key ? [`PRIMARY KEY (${key.map(quoted).join(', ')})`] : []),
        ...own.flatMap(referenceLine),
      ],
      !key || isNumbered(relation),
    );
    if (this.#layout) database.exec(viewStatement(relation, this.#layout));
    this.#statement = insertion(database, name, this.#width, ROWS_AT_A_TIME);
  }

  get #width(): number {
    return this.#repeated.length + this.#own.length;
  }

  insert(rows: Iterable<readonly Value[]>, before: ReadonlyMap<string, number>): void {
    const own = this.#own.map(({ index, numberedBy: by }) => ({ index, before: before.get(by ?? '') ?? 0 }));
    const full = this.#width * ROWS_AT_A_TIME;
    const values = new Array<Stored>(full).fill(null);
    let waiting = 0;
    const add = (value: Stored): void => {
      values[waiting] = value;
      waiting += 1;
    };
    for (const row of rows) {
      for (const table of this.#repeated) add(table.numberOf(row));
      for (const column of own) add(numbered(stored(row[column.index]), column.before));
      this.count += 1;
      if (waiting === full) {
        this.#statement.run(...values);
        waiting = 0;
      }
    }
    if (waiting > 0)
      insertion(this.#database, this.#layout?.table ?? this.relation.name, this.#width, waiting / this.#width).run(
        ...values.slice(0, waiting),
      );
  }
}

interface OwnColumn {
  /** In a row of the relation. */
  readonly index: number;
  /** The relation whose numbers stand in it. */
  readonly numberedBy: string | undefined;
}

/** Has the same values once. */
class RepeatedTable {
  readonly #statement: StatementSync;
  readonly #indexes: readonly number[];
  /** Of the last row, and what is known after so many of them: neighbours begin alike. */
  readonly #last: Value[] = [];
  readonly #path: Known[] = [new Known()];
  #count = 0;

  constructor(statement: StatementSync, indexes: readonly number[]) {
    this.#statement = statement;
    this.#indexes = indexes;
  }

  numberOf(row: readonly Value[]): number {
    let level = 0;
    while (level < this.#last.length && row[this.#indexes[level] as number] === this.#last[level]) level += 1;
    let known = this.#path[level] as Known;
    for (; level < this.#indexes.length; level += 1) {
      const value = row[this.#indexes[level] as number];
      known = known.after(stored(value));
      this.#last[level] = value;
      this.#path[level + 1] = known;
    }
    if (known.number === undefined) {
      this.#count += 1;
      known.number = this.#count;
      this.#statement.run(this.#count, ...this.#indexes.map((index) => stored(row[index])));
    }
    return known.number;
  }
}

/** By the first value, by the second, … the number: quicker than to make one text of many in each row. */
class Known {
  readonly #by = new Map<Stored, Known>();
  number: number | undefined;

  after(value: Stored): Known {
    let next = this.#by.get(value);
    if (next === undefined) {
      next = new Known();
      this.#by.set(value, next);
    }
    return next;
  }
}

function createTable(database: DatabaseSync, name: string, lines: readonly string[], withRowid = true): void {
  database.exec(`CREATE TABLE ${quoted(name)} (\n  ${lines.join(',\n  ')}\n) STRICT${withRowid ? '' : ', WITHOUT ROWID'}`);
}

function columnLine({ name, type, required }: RelationColumn): string {
  return `${quoted(name)} ${STORED[type]}${required ? ' NOT NULL' : ''}`;
}

function referenceLine({ name, references }: RelationColumn): string[] {
  return references
    ? [`FOREIGN KEY (${quoted(name)}) REFERENCES ${quoted(tableOf(references.relation))} (${quoted(references.column)})`]
    : [];
}

function insertion(database: DatabaseSync, table: string, columns: number, rows: number): StatementSync {
  const row = `(${Array(columns).fill('?').join(', ')})`;
  return database.prepare(`INSERT INTO ${quoted(table)} VALUES ${Array(rows).fill(row).join(', ')}`);
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

/** Those whose references could lead nowhere; the numbers beneath views are given out with what they refer to. */
function checkedTables(relation: Relation): string[] {
  const layout = layoutOf(relation);
  return layout ? layout.repeated.map(({ table }) => table) : [relation.name];
}

function indexStatements(): string[] {
  const references = RELATIONS.flatMap((relation) => {
    const layout = layoutOf(relation);
    if (layout) return layout.indexes.map((columns) => [layout.table, ...columns] as const);
    return columnsOf(relation, 'database')
      .filter((column) => column.references && relation.key[0] !== column.name)
      .map((column) => [relation.name, column.name] as const);
  });
  return [...references, ...INDEXES].map(
    ([name, ...columns]) => `CREATE INDEX ${quoted([name, ...columns].join('_'))} ON ${quoted(name)} (${columns.map(quoted).join(', ')})`,
  );
}

function stored(value: Value): string | number | bigint | null {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'object' ? formatDecimal(value) : value;
}
