/**
 * What the archive is as open data: named relations with typed, explained columns. One declaration makes the CSV,
 * the JSON, the Parquet, the tables of the database, their schemas and the data dictionary that readers see.
 */
import type { Archive } from '../../domain/archive.ts';
import type { Exact } from '../../domain/exact.ts';
import type { Text } from '../../domain/finding.ts';

/** decimal: exact, as many places as are printed. */
export type ColumnType = 'string' | 'integer' | 'decimal' | 'boolean' | 'date';

/** A decimal has `places`; undefined: nothing is known or printed. */
export type Value = string | number | bigint | boolean | Exact | { readonly coefficient: number; readonly places: number } | undefined;

/** database: only in the SQLite file, which has no decimals and joins by numbers; files: only elsewhere. */
export type Medium = 'files' | 'database';

export interface RelationColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly about: Required<Text>;
  readonly required: boolean;
  /** The column of another relation (or of its own) where the value stands. */
  readonly references?: { readonly relation: string; readonly column: string };
  readonly only?: Medium;
}

export interface Relation {
  readonly name: string;
  readonly about: Required<Text>;
  /** What tells its rows apart. */
  readonly key: readonly string[];
  readonly columns: readonly RelationColumn[];
  readonly only?: Medium;
  /** Its rows are of the declarations, which every part of an archive has. */
  readonly declared?: true;
  /** Its rows are so many that in a large archive each volume has its own. */
  readonly inVolumes?: true;
  /** The column whose text stands for a row where another relation refers to it. */
  readonly label?: string;
  /** Values in the order of the columns that the medium has. */
  readonly rows: (archive: Archive, medium: Medium) => Iterable<readonly Value[]>;
}

interface ColumnOf<Source> extends Omit<RelationColumn, 'required' | 'about'> {
  readonly required?: boolean;
  readonly zh: string;
  readonly en: string;
  readonly of: (source: Source) => Value;
}

interface RelationOf<Source> extends Omit<Relation, 'columns' | 'rows' | 'about'> {
  readonly zh: string;
  readonly en: string;
  readonly sources: (archive: Archive) => Iterable<Source>;
  readonly columns: readonly ColumnOf<Source>[];
}

export function relation<Source>({ zh, en, columns, sources, ...facts }: RelationOf<Source>): Relation {
  // Several files are made of one part of an archive, one after the other; and the database, where it has the same columns.
  const alike = facts.only === undefined && columns.every(({ only }) => only === undefined);
  const made = new WeakMap<Archive, readonly (readonly Value[])[]>();
  function* rowsIn(archive: Archive, medium: Medium): Iterable<readonly Value[]> {
    const getters = columns.filter((column) => isIn(column, medium)).map(({ of }) => of);
    for (const source of sources(archive)) yield getters.map((get) => get(source));
  }
  return {
    ...facts,
    about: { zh, en },
    columns: columns.map(({ zh: inChinese, en: inEnglish, of: _, required = false, ...column }) => ({
      ...column,
      required: required || facts.key.includes(column.name),
      about: { zh: inChinese, en: inEnglish },
    })),
    rows(archive, medium) {
      if (medium === 'database' && !alike) return rowsIn(archive, medium);
      let rows = made.get(archive);
      if (!rows) {
        rows = [...rowsIn(archive, medium)];
        made.set(archive, rows);
      }
      return rows;
    },
  };
}

/** The columns that a medium has. */
export function columnsOf({ columns }: Relation, medium: Medium): RelationColumn[] {
  return columns.filter((column) => isIn(column, medium));
}

function isIn({ only }: Pick<RelationColumn, 'only'>, medium: Medium): boolean {
  return only === undefined || only === medium;
}
