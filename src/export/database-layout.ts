/**
 * How relations stand in the database. What is known row by row repeats the same texts in thousands of rows; these stand
 * once, under a number, and a view of the relation's name puts each row together again: 68 KB for a document, where
 * texts in each row took 247 (in a volume of 45), and less time. All other relations are tables as they are declared.
 */
import { RELATIONS } from './relations/all.ts';
import { columnsOf, type Relation, type RelationColumn } from './relations/relation.ts';

/** Columns of a relation whose values come together again and again, and the table that has each of these once. */
export interface Repeated {
  readonly table: string;
  /** Its key, and the column that refers to it. */
  readonly number: string;
  readonly columns: readonly string[];
}

export interface Layout {
  /** Where its rows stand; the relation itself is a view. */
  readonly table: string;
  readonly repeated: readonly Repeated[];
  /** Of `table`; rows that need none are in the order in which they were added. */
  readonly key?: readonly string[];
  readonly indexes: readonly (readonly string[])[];
}

const LAYOUTS: Readonly<Record<string, Layout>> = {
  rows: {
    table: 'row_places',
    repeated: [
      { table: 'row_tables', number: 'table_number', columns: ['table'] },
      { table: 'row_lines', number: 'line_number', columns: ['key', 'name', 'code', 'level', 'total', 'direction'] },
    ],
    key: ['row'],
    indexes: [['table_number']],
  },
  cells: {
    table: 'cell_figures',
    repeated: [{ table: 'cell_headings', number: 'heading_number', columns: ['column', 'label', 'content'] }],
    key: ['row', 'heading_number'],
    indexes: [],
  },
  observations: {
    table: 'observation_figures',
    repeated: [
      { table: 'observation_sources', number: 'source_number', columns: ['unit', 'disclosure'] },
      {
        table: 'observation_subjects',
        number: 'subject_number',
        columns: [
          ...['stage', 'basis', 'direction', 'fund', 'use', 'classification', 'code', 'label'],
          ...['measure', 'scale', 'scope', 'origin'],
        ],
      },
      { table: 'observation_cells', number: 'cell_number', columns: ['cell'] },
    ],
    indexes: [['source_number'], ['subject_number']],
  },
  checks: {
    table: 'check_answers',
    repeated: [
      { table: 'check_sources', number: 'source_number', columns: ['disclosure'] },
      { table: 'check_rules', number: 'rule_number', columns: ['rule', 'verdict', 'tolerance', 'acknowledged'] },
      { table: 'check_cells', number: 'cell_number', columns: ['cell'] },
    ],
    key: ['source_number', 'position'],
    indexes: [],
  },
};

/** Undefined for one that is a table itself. */
export function layoutOf({ name }: Relation): Layout | undefined {
  return LAYOUTS[name];
}

/** What Datasette need not list: the views show it. */
export const BENEATH_VIEWS: readonly string[] = Object.values(LAYOUTS).flatMap(({ table, repeated }) => [
  table,
  ...repeated.map((each) => each.table),
]);

/** Columns of a relation that stand in the rows themselves. */
export function ownColumns(relation: Relation, { repeated }: Layout): RelationColumn[] {
  const elsewhere = new Set(repeated.flatMap(({ columns }) => columns));
  return columnsOf(relation, 'database').filter(({ name }) => !elsewhere.has(name));
}

/** The relation's columns, in their order, of what stands in several tables. */
export function viewStatement(relation: Relation, { table, repeated }: Layout): string {
  const columns = columnsOf(relation, 'database').map(({ name }) => {
    const of = repeated.find((each) => each.columns.includes(name))?.table ?? table;
    return `${quoted(of)}.${quoted(name)}`;
  });
  // Each number has its row, and SQLite spares itself the columns of LEFT joins that a question does not ask for.
  const joins = repeated.map((each) => `LEFT JOIN ${quoted(each.table)} USING (${quoted(each.number)})`);
  return `CREATE VIEW ${quoted(relation.name)} AS\nSELECT ${columns.join(', ')}\nFROM ${[quoted(table), ...joins].join('\n  ')}`;
}

/** The table that a reference to a relation leads to. */
export function tableOf(name: string): string {
  const relation = RELATIONS.find((each) => each.name === name);
  return (relation && layoutOf(relation)?.table) ?? name;
}

export function quoted(name: string): string {
  return `"${name}"`;
}
