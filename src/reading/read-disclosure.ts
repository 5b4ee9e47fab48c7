/** One disclosure: its list of tables held against the files that are there, and each file read. */
import type { ArchiveFacts, Classification, Profile, TableKind } from '../domain/declarations.ts';
import type { Fault } from '../domain/finding.ts';
import { parseCsv } from './csv.ts';
import { refusalFault } from './declared.ts';
import { classificationWord, kindInYear } from './facts.ts';
import type { ArchiveFiles } from './files.ts';
import { classificationInForce } from './in-force.ts';
import { disclosureFile, kindFile } from './paths.ts';
import type { ReadDisclosure, ReadTable } from './read-archive.ts';
import { parseStatements } from './statements.ts';
import { parseTable, UNREAD } from './table.ts';

type Report = (fault: Fault) => void;

/** What reading a disclosure needs of the archive. */
export interface Around {
  readonly facts: ArchiveFacts;
  readonly kinds: ReadonlyMap<string, TableKind>;
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly classifications: ReadonlyMap<string, Classification>;
  readonly files: ArchiveFiles;
  text(path: string): string | undefined;
}

export type UnreadDisclosure = Omit<ReadDisclosure, 'tables' | 'statements' | 'unreadStatements' | 'lacksStatements'>;

/** `names` are the names under which the unit itself may stand in a row. */
export function readDisclosure(base: UnreadDisclosure, names: readonly string[], around: Around, report: Report): ReadDisclosure {
  reportFields(base, around.files, report);
  const folder = `data/disclosures/${base.unit}/${base.id}`;
  const ids = base.fields.tables.map(({ id }) => id);
  const tables = base.fields.tables.flatMap(({ id }, index): ReadTable[] => {
    if (ids.indexOf(id) === index) return [readTable(base, index, names, around, report)];
    const words = { expected: '没有用过的编号', expectedEn: 'an id that is not taken' };
    report(refusalFault({ path: ['tables', index, 'id'], found: id, ...words }, base.fieldPlace));
    return [];
  });
  const unscaled = tables.find(({ scale, kind, rows }) => !scale && rows.length > 0 && kind?.columns.some(({ role }) => role === 'amount'));
  if (unscaled) report({ rule: 'field-missing', place: base.fieldPlace('scale'), values: { field: 'scale' } });

  const statementsFile = `${folder}/statements.csv`;
  const none = { ...base, tables, statements: [], unreadStatements: new Set<string>() };
  if (!around.files.has(statementsFile)) return { ...none, lacksStatements: false };
  const content = around.text(statementsFile);
  if (content === undefined) return { ...none, lacksStatements: true };
  const { statements, csv, unread, whole } = parseStatements(statementsFile, content, base.year, around.facts, report);
  return { ...base, tables, statements, statementsCsv: csv, unreadStatements: unread, lacksStatements: !whole };
}

/** Fields that name other files. */
function reportFields({ unit, id, fields, fieldPlace }: UnreadDisclosure, files: ArchiveFiles, report: Report): void {
  if (fields.source.file !== undefined) {
    const file = `data/disclosures/${unit}/${id}/source/${fields.source.file}`;
    if (!files.has(file)) report({ rule: 'file-missing', place: fieldPlace('source', 'file'), values: { file } });
  }
  if (fields.replaces !== undefined) {
    const file = disclosureFile(unit, fields.replaces);
    if (!files.has(file)) report({ rule: 'file-missing', place: fieldPlace('replaces'), values: { file } });
  }
}

function readTable(
  base: UnreadDisclosure,
  index: number,
  names: readonly string[],
  { facts, kinds, profiles, classifications, files, text }: Around,
  report: Report,
): ReadTable {
  const entry = base.fields.tables[index];
  if (!entry) throw new Error(`no table ${index}`);
  const { id, title, state } = entry;
  const file = `data/disclosures/${base.unit}/${base.id}/${id}.csv`;
  const kindId = entry.kind ?? id;
  const declared = kinds.get(kindId);
  const kind = declared && kindInYear(declared, base.year, facts);
  const scale = entry.scale ?? base.fields.scale;
  const words = { statement: entry.statement, note: entry.note, remark: entry.remark };
  const given = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
  const table = { id, title, state, ...(kind ? { kind } : {}), ...(scale ? { scale } : {}), ...given, columns: [], rows: [] };
  const there = files.has(file);
  const expected = state === 'printed' || state === 'empty';
  const contradiction = (field: 'state' | 'id', has: boolean): void =>
    report({
      rule: 'table-state-contradicts',
      place: base.fieldPlace('tables', index, field),
      values: { table: id, title, file, state, data: has ? '有数据' : '没有数据', dataEn: has ? 'data' : 'no data' },
    });
  if (there && !expected) {
    contradiction('state', true);
    return table;
  }
  if (!there) {
    if (!expected) return table;
    report({ rule: 'table-file-missing', place: base.fieldPlace('tables', index, 'id'), values: { table: id, title, file, state } });
    return { ...table, ...UNREAD };
  }
  if (!kind) {
    if (!files.has(kindFile(kindId)))
      report({
        rule: 'kind-unknown',
        place: base.fieldPlace('tables', index, entry.kind ? 'kind' : 'id'),
        values: {
          table: id,
          kind: kindId,
          known: [...kinds.keys()].join('、') || '（无）',
          knownEn: [...kinds.keys()].join(', ') || 'none',
        },
      });
    return { ...table, ...UNREAD };
  }
  const content = text(file);
  if (content === undefined) return { ...table, ...UNREAD };
  const csv = parseCsv(file, content, report);
  const classification = classificationInForce(base.fields, kind.classification, { profiles, classifications });
  const join = classificationWord(facts, kind.classification)?.join ?? '';
  const parsed = parseTable(csv, kind, { unitNames: names, numbers: facts.numbers, classification, join }, report);
  const figures = parsed.rows.some((row) => [...row.cells.values()].some((cell) => cell.content === 'number'));
  if (state === 'empty' && figures) contradiction('state', true);
  if (state === 'printed' && csv.rows.length === 1 && parsed.columns.length > 0) contradiction('id', false);
  return { ...table, ...parsed, file, csv, ...(state === 'empty' && figures ? { contradicted: true } : {}) };
}
