/** Figures with everything that it takes to compare them: from cells, from the text, and from stated changes. */
import type { Observation, Statement, Table } from '../domain/archive.ts';
import { formatCellReference } from '../domain/cell-reference.ts';
import type { ColumnKind, Dimensions, DisclosureType, Profile, RowKind, Stage } from '../domain/declarations.ts';
import { exact, minus, narrow } from '../domain/exact.ts';
import { versionInForce } from '../reading/in-force.ts';
import type { ReadDisclosure } from '../reading/read-archive.ts';

const STAGE_OF: Partial<Record<DisclosureType, Stage>> = { budget: 'approved', adjustment: 'adjusted', 'final-accounts': 'executed' };

type Profiles = ReadonlyMap<string, Profile>;

/** Every figure of a document that says what it is of, in printed order: tables, text, stated changes. */
export function observationsOf(disclosure: ReadDisclosure, profiles: Profiles): Observation[] {
  const observations: Observation[] = [];
  for (const table of disclosure.tables) addTable(observations, disclosure, table, profiles);
  for (const statement of disclosure.statements) {
    const observation = fromStatement(disclosure, statement, profiles);
    if (observation) observations.push(observation);
  }
  const changes = disclosure.statements.filter(({ measure, stage }) => measure === 'change' && stage);
  if (changes.length === 0) return observations;
  const byCell = new Map(observations.map((observation) => [observation.cell, observation]));
  for (const statement of changes) {
    const observation = fromChange(statement, changed(disclosure, statement, byCell));
    if (!observation) continue;
    byCell.set(observation.cell, observation);
    observations.push(observation);
  }
  return observations;
}

/** What two observations must share to be of the same fact. */
export function factKey(observation: Observation): string {
  return `${seriesKey(observation)}|${observation.year}|${observation.stage}`;
}

/** What observations of different years and stages must share to be of one series. */
export function seriesKey({ unit, scope, direction, fund, classification, code, use, measure }: Observation): string {
  return `${unit}|${scope}|${direction ?? ''}|${fund}|${classification ?? ''}|${code}|${use ?? ''}|${measure}`;
}

function addTable(observations: Observation[], disclosure: ReadDisclosure, table: Table, profiles: Profiles): void {
  const { kind } = table;
  if (!kind) return;
  const versions = new Map<string | undefined, string | undefined>();
  const versionOf = (name: string | undefined): string | undefined => {
    if (!versions.has(name)) versions.set(name, versionInForce(disclosure.fields, name, { profiles }));
    return versions.get(name);
  };
  const declared = new Map(kind.rows.map((row) => [row.id, row]));
  const ofKind = pick(kind);
  // Most rows are not declared: what their figures are of is the same all the way down a column.
  const columns = table.columns.flatMap(({ kind: column, label }) => {
    const { role } = column;
    return column.observed && (role === 'amount' || role === 'count')
      ? [{ column, role, label, own: pick(column), usual: { ...ofKind, ...pick(column) } }]
      : [];
  });
  for (const row of table.rows) {
    const rowKind = declared.get(row.declared ?? '');
    if (!row.code && !(rowKind && saysWhat(rowKind))) continue;
    for (const { column, role, label, own, usual } of columns) {
      const value = row.cells.get(column.id)?.value;
      if (!value) continue;
      const dimensions = rowKind ? { ...ofKind, ...pick(rowKind), ...own } : usual;
      const stage = dimensions.stage ?? disclosure.stage ?? STAGE_OF[disclosure.type];
      if (!stage) continue;
      const version = versionOf(dimensions.classification);
      const observation: Observation = {
        unit: disclosure.unit,
        year: disclosure.year + (dimensions.yearOffset ?? 0),
        stage,
        basis: dimensions.basis,
        direction: dimensions.direction ?? row.direction,
        fund: dimensions.fund ?? 'all',
        use: dimensions.use,
        classification: dimensions.classification,
        code: column.code ?? row.code ?? rowKind?.code ?? '',
        label: column.code === undefined ? row.name : label,
        measure: role,
        value,
        scale: role === 'amount' ? (table.scale ?? '') : label,
        scope: disclosure.fields.scope,
        origin: 'published',
        disclosure: disclosure.id,
        cell: formatCellReference({ table: table.id, row: row.key, column: column.id }),
      };
      observations.push(version === undefined ? observation : { ...observation, version });
    }
  }
}

/** A fixed row is an observation if it is a total, or says what it is of. */
function saysWhat(row: RowKind): boolean {
  return row.total || row.unitName || Object.keys(pick(row)).length > 0;
}

function pick(of: Dimensions | RowKind | ColumnKind | undefined): Dimensions {
  if (!of) return {};
  const { direction, stage, basis, yearOffset, fund, use, classification } = of;
  return Object.fromEntries(
    Object.entries({ direction, stage, basis, yearOffset, fund, use, classification }).filter(([, value]) => value !== undefined),
  );
}

function fromStatement(disclosure: ReadDisclosure, statement: Statement, profiles: Profiles): Observation | undefined {
  const { measure, stage = disclosure.stage ?? STAGE_OF[disclosure.type], basis, direction, classification, use } = statement;
  if ((measure !== 'amount' && measure !== 'count') || statement.cell || !stage) return undefined;
  if (measure === 'count' && !classification) return undefined;
  const version = versionInForce(disclosure.fields, classification, { profiles });
  return {
    unit: disclosure.unit,
    year: statement.year,
    stage,
    basis,
    direction,
    fund: statement.fund ?? 'all',
    use,
    classification,
    ...(version === undefined ? {} : { version }),
    code: statement.code ?? '',
    label: statement.subject,
    measure,
    value: statement.value,
    scale: statement.unit,
    scope: disclosure.fields.scope,
    origin: 'stated',
    disclosure: disclosure.id,
    cell: `statements.${statement.id}`,
  };
}

/**
 * The figure that a change is about. Where that is a figure of the text which repeats a cell, it is what the cell is
 * of, with the digits and the scale of the text: a change in 万元 is not taken from 元.
 */
function changed(disclosure: ReadDisclosure, { cell = '' }: Statement, byCell: ReadonlyMap<string, Observation>): Observation | undefined {
  const known = byCell.get(cell);
  if (known) return known;
  const repeated = disclosure.statements.find(({ id }) => `statements.${id}` === cell);
  const printed = byCell.get(repeated?.cell ?? '');
  return repeated && printed && { ...printed, value: repeated.value, scale: repeated.unit };
}

/** "比上年执行数增加 66.25 万元": the figure of the year before, by subtraction. */
function fromChange(statement: Statement, current: Observation | undefined): Observation | undefined {
  const { measure, stage, basis, year, unit, value } = statement;
  if (measure !== 'change' || !stage || !current || unit !== current.scale || current.origin === 'derived') return undefined;
  const before = narrow(minus(exact(current.value), exact(value)));
  if (!before) return undefined;
  return {
    ...current,
    year,
    stage,
    basis,
    value: before,
    origin: 'derived',
    cell: `statements.${statement.id}`,
  };
}
