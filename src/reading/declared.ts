/** Declarations that name one another: a name that is nowhere would silently switch checks off. */
import type { Identity, Profile, TableKind } from '../domain/declarations.ts';
import type { Fault } from '../domain/finding.ts';
import type { FieldPlace } from './fields.ts';
import { plainLabel } from './labels.ts';

export interface Declared<Value> {
  readonly value: Value;
  readonly place: FieldPlace;
}

type Path = readonly (string | number)[];

/** What is wrong at which field. */
export interface Refusal {
  readonly path: Path;
  readonly found: string;
  readonly expected: string;
  readonly expectedEn: string;
}

export function refusalFault({ path, found, expected, expectedEn }: Refusal, place: FieldPlace): Fault {
  return { rule: 'field-not-valid', place: place(...path), values: { field: path.join('.'), found, expected, expectedEn } };
}

const TAKEN = { expected: '没有用过的编号', expectedEn: 'an id that is not taken' };

/** Within one table kind: ids and labels given twice, identities of columns and rows that it does not have. */
export function* kindRefusals(kind: TableKind): Iterable<Refusal> {
  for (const list of ['columns', 'rows'] as const) {
    const ids = new Set<string>();
    const labels = new Map<string, number>();
    for (const [index, each] of kind[list].entries()) {
      if (ids.has(each.id)) yield { path: [list, index, 'id'], found: each.id, ...TAKEN };
      ids.add(each.id);
      for (const [position, label] of each.labels.entries()) {
        const owner = labels.get(plainLabel(label));
        labels.set(plainLabel(label), owner ?? index);
        if (owner === undefined || owner === index || list === 'rows') continue;
        const words = { expected: '别的栏目没有用过的名称', expectedEn: 'a label that no other column has' };
        yield { path: [list, index, 'labels', position], found: label, ...words };
      }
    }
  }
  const columns = kind.columns.map(({ id }) => id);
  // Which column an identity means is not clear then.
  if (new Set(columns).size < columns.length) return;
  const rows = kind.rows.map(({ id }) => id);
  const ofColumns = { expected: `这张表的栏目 ${columns.join('、')}`, expectedEn: `a column of this table: ${columns.join(', ')}` };
  const ofRows = {
    expected: `这张表的行 ${rows.join('、') || '（没有声明的行）'}`,
    expectedEn: `a row of this table: ${rows.join(', ') || 'it declares none'}`,
  };
  for (const [index, identity] of kind.identities.entries()) {
    for (const { path, name, of } of namesIn(identity)) {
      if ((of === 'column' ? columns : rows).includes(name)) continue;
      yield { path: ['identities', index, ...path], found: name, ...(of === 'column' ? ofColumns : ofRows) };
    }
  }
  for (const [index, id] of (kind.key ?? []).entries()) {
    if (!columns.includes(id)) yield { path: ['key', index], found: id, ...ofColumns };
  }
}

interface Named {
  readonly path: Path;
  readonly name: string;
  readonly of: 'column' | 'row';
}

/** Columns and rows that an identity names, each with its field. */
function namesIn(identity: Identity): Named[] {
  const one = (field: string, name: string | undefined, of: Named['of']): Named[] =>
    name === undefined ? [] : [{ path: [field], name, of }];
  const many = (field: string, names: readonly string[] | undefined, of: Named['of']): Named[] =>
    (names ?? []).map((name, index) => ({ path: [field, index], name, of }));
  switch (identity.type) {
    case 'row-sum':
    case 'at-most':
      return [...one('total', identity.total, 'column'), ...many('parts', identity.parts, 'column')];
    case 'roll-up':
      return [...one('total', identity.total, 'row'), ...many('columns', identity.columns, 'column')];
    case 'rows-sum':
      return [
        ...one('total', identity.total, 'row'),
        ...many('parts', identity.parts, 'row'),
        ...many('columns', identity.columns, 'column'),
      ];
    case 'list-sum':
      return [
        ...one('total', identity.total, 'row'),
        ...one('under', identity.under, 'row'),
        ...many('columns', identity.columns, 'column'),
      ];
    case 'same-rows':
      return [...many('rows', identity.rows, 'row'), ...many('columns', identity.columns, 'column')];
    case 'group-sum':
      return [...one('by', identity.by, 'column'), ...one('total', identity.total, 'column'), ...one('parts', identity.parts, 'column')];
    case 'same-cell':
    case 'same-column':
      return one('column', identity.column, 'column');
    case 'ratio':
      return [
        ...one('value', identity.value, 'column'),
        ...one('part', identity.part, 'column'),
        ...one('whole', identity.whole, 'column'),
      ];
  }
}

/** Identities with another table: its kind and column must be there. `known` says whether a kind has a file, readable or not. */
export function* crossRefusals(
  kind: TableKind,
  kinds: ReadonlyMap<string, Declared<TableKind>>,
  known: (kind: string) => boolean,
): Iterable<Refusal> {
  for (const [index, identity] of kind.identities.entries()) {
    if (identity.type !== 'same-cell' && identity.type !== 'same-column') continue;
    const { kind: name, column } = identity.other;
    const path = ['identities', index, 'other'];
    if (!known(name)) yield { path: [...path, 'kind'], found: name, ...DECLARED };
    const columns = kinds.get(name)?.value.columns.map(({ id }) => id);
    if (!columns || columns.includes(column)) continue;
    const words = { expected: `表 ${name} 的栏目 ${columns.join('、')}`, expectedEn: `a column of ${name}: ${columns.join(', ')}` };
    yield { path: [...path, 'column'], found: column, ...words };
  }
}

const DECLARED = { expected: 'data/table-kinds 里声明的表', expectedEn: 'a table declared in data/table-kinds' };

/** A profile's kinds and classifications, `known` by kind and by name and version. */
export function* profileRefusals(
  profile: Profile,
  kindKnown: (kind: string) => boolean,
  versionKnown: (name: string, version: string) => boolean,
): Iterable<Refusal> {
  for (const [name, version] of Object.entries(profile.classifications)) {
    if (versionKnown(name, version)) continue;
    const words = { expected: `data/classifications/${name}/ 里已有的版本`, expectedEn: `a version in data/classifications/${name}/` };
    yield { path: ['classifications', name], found: version, ...words };
  }
  for (const [index, kind] of profile.tables.entries()) {
    if (!kindKnown(kind)) yield { path: ['tables', index], found: kind, ...DECLARED };
  }
}
