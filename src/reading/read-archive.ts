/** A folder → typed records and every fault in them. Nothing here knows what the figures mean. */

import type { z } from 'zod';
import type { Statement, Table } from '../domain/archive.ts';
import type {
  ArchiveFacts,
  Classification,
  ClassificationCode,
  DisclosureType,
  Profile,
  Region,
  TableKind,
} from '../domain/declarations.ts';
import type { Fault } from '../domain/finding.ts';
import { type CsvFile, parseCsv } from './csv.ts';
import { type FieldPlace, parseFields, parseFrontMatter } from './fields.ts';
import type { ArchiveFiles } from './files.ts';
import { type ParsedNarrative, parseNarrative } from './narrative.ts';
import { findPersonalData } from './personal-data.ts';
import { parseRecords, type Records } from './records.ts';
import {
  ACKNOWLEDGED_COLUMNS,
  archiveSchema,
  CLASSIFICATION_COLUMNS,
  disclosureSchema,
  glossarySchema,
  pageSchema,
  profileSchema,
  REGION_COLUMNS,
  tableKindSchema,
  unitSchema,
} from './schemas.ts';
import { parseStatements } from './statements.ts';
import { parseTable } from './table.ts';
import { parseText } from './text.ts';

type Report = (fault: Fault) => void;

/** A front matter's fields, the text below it, and the file both came from. */
export interface ReadDocument<Fields> {
  readonly id: string;
  readonly file: string;
  readonly fields: Fields;
  /** Where a field stands in the file. */
  readonly fieldPlace: FieldPlace;
  readonly narrative: ParsedNarrative;
}

export interface ReadTable extends Table {
  /** For places of cells; absent where there is no file. */
  readonly csv?: CsvFile;
}

export interface ReadDisclosure extends ReadDocument<z.infer<typeof disclosureSchema>> {
  readonly unit: string;
  readonly year: number;
  readonly type: DisclosureType;
  readonly revision: number;
  readonly tables: readonly ReadTable[];
  readonly statements: readonly Statement[];
  readonly statementsCsv?: CsvFile;
}

export interface ReadArchive {
  readonly facts: ArchiveFacts;
  readonly regions: ReadonlyMap<string, Region>;
  readonly kinds: ReadonlyMap<string, TableKind>;
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly classifications: ReadonlyMap<string, Classification>;
  readonly units: ReadonlyMap<string, ReadDocument<z.infer<typeof unitSchema>>>;
  readonly disclosures: readonly ReadDisclosure[];
  readonly terms: readonly ReadDocument<z.infer<typeof glossarySchema>>[];
  readonly pages: readonly ReadDocument<z.infer<typeof pageSchema>>[];
  readonly acknowledged: Records<(typeof ACKNOWLEDGED_COLUMNS)[number]>;
  readonly faults: readonly Fault[];
}

const ID = '[a-z0-9]+(?:-[a-z0-9]+)*';
const TYPES = 'budget|final-accounts|assessment|adjustment';

/** Where each kind of file belongs. A path that fits none is a fault. */
const PATTERNS = {
  facts: /^data\/archive\.json$/,
  regions: /^data\/regions\.csv$/,
  acknowledged: /^data\/acknowledged\.csv$/,
  kind: new RegExp(`^data/table-kinds/(${ID})\\.json$`),
  profile: new RegExp(`^data/profiles/(${ID})\\.json$`),
  classification: new RegExp(`^data/classifications/(${ID})/(${ID})\\.csv$`),
  crosswalk: new RegExp(`^data/crosswalks/${ID}--${ID}\\.csv$`),
  table: new RegExp(`^data/disclosures/(${ID})/(\\d{4}-(?:${TYPES})(?:-r\\d+)?)/(${ID})\\.csv$`),
  source: new RegExp(`^data/disclosures/(${ID})/(\\d{4}-(?:${TYPES})(?:-r\\d+)?)/source/[^/]+$`),
  unit: new RegExp(`^content/units/(${ID})\\.mdx$`),
  disclosure: new RegExp(`^content/disclosures/(${ID})/((\\d{4})-(${TYPES})(?:-r(\\d+))?)\\.mdx$`),
  term: new RegExp(`^content/glossary/(${ID})\\.md$`),
  page: new RegExp(`^content/pages/(${ID})\\.mdx$`),
};

export function readArchive(files: ArchiveFiles): ReadArchive {
  const faults: Fault[] = [];
  const report: Report = (fault) => void faults.push(fault);
  const matching = (pattern: RegExp): RegExpExecArray[] => files.paths.map((path) => pattern.exec(path)).filter((match) => match !== null);
  const text = (path: string): string | undefined => {
    const content = parseText(path, files.read(path), report);
    if (content !== undefined) findPersonalData(path, content, report);
    return content;
  };

  for (const path of files.paths) {
    findPersonalData(path, path, report);
    if (!Object.values(PATTERNS).some((pattern) => pattern.test(path)))
      report({ rule: 'file-not-expected', place: { file: path }, values: { file: path } });
  }

  const json = <S extends z.ZodType>(path: string, schema: S): z.infer<S> | undefined => {
    const content = text(path);
    return content === undefined ? undefined : parseFields(path, content, schema, report)?.fields;
  };
  const document = <S extends z.ZodType>(path: string, id: string, schema: S): ReadDocument<z.infer<S>> | undefined => {
    const content = text(path);
    const matter = content === undefined ? undefined : parseFrontMatter(path, content, report);
    if (!matter) return undefined;
    const read = parseFields(path, matter.yaml, schema, report, 2);
    const narrative = parseNarrative(path, matter.body, report, matter.bodyLine + 1);
    return read === undefined ? undefined : { id, file: path, fields: read.fields, fieldPlace: read.place, narrative };
  };
  const documents = <S extends z.ZodType>(pattern: RegExp, schema: S): ReadDocument<z.infer<S>>[] =>
    matching(pattern).flatMap(([path, id = '']) => document(path, id, schema) ?? []);

  if (!files.has('data/archive.json'))
    report({ rule: 'file-missing', place: { file: 'data/archive.json' }, values: { file: 'data/archive.json' } });
  const facts = matching(PATTERNS.facts).map(([path]) => json(path, archiveSchema))[0];
  const kinds = new Map(
    matching(PATTERNS.kind).flatMap(([path, id = '']) => {
      const fields = json(path, tableKindSchema);
      return fields ? [[id, { id, ...fields } as TableKind] as const] : [];
    }),
  );
  const profiles = new Map(
    matching(PATTERNS.profile).flatMap(([path, id = '']) => {
      const fields = json(path, profileSchema);
      return fields ? [[id, { id, ...fields } as Profile] as const] : [];
    }),
  );
  const units = new Map(documents(PATTERNS.unit, unitSchema).map((unit) => [unit.id, unit] as const));

  const disclosures = matching(PATTERNS.disclosure).flatMap((match) => {
    const [path, unit = '', id = '', year, type, revision] = match;
    const base = document(path, id, disclosureSchema);
    if (!base) return [];
    if (!units.has(unit) && !files.has(`content/units/${unit}.mdx`)) {
      report({ rule: 'unit-missing', place: { file: path }, values: { unit, file: `content/units/${unit}.mdx` } });
    }
    const unitFields = units.get(unit)?.fields;
    const names = unitFields ? [unitFields.name, ...unitFields.aliases, ...unitFields.formerNames] : [];
    return [
      readDisclosure(
        { ...base, unit, year: Number(year), type: type as DisclosureType, revision: Number(revision ?? 1) },
        names,
        kinds,
        files,
        text,
        report,
      ),
    ];
  });
  reportOrphans(files, disclosures, report);

  return {
    facts: (facts ?? {
      title: { zh: '' },
      description: { zh: '' },
      language: 'zh-CN',
      licence: { name: '', url: '' },
      scales: {},
      exampleQueries: [],
    }) as ArchiveFacts,
    regions: readRegions(files, text, report),
    kinds,
    profiles,
    classifications: readClassifications(matching(PATTERNS.classification), text, report),
    units,
    disclosures,
    terms: documents(PATTERNS.term, glossarySchema),
    pages: documents(PATTERNS.page, pageSchema),
    acknowledged: parseRecords(
      'data/acknowledged.csv',
      optionalText(files, 'data/acknowledged.csv', text) ?? `${ACKNOWLEDGED_COLUMNS.join(',')}\n`,
      ACKNOWLEDGED_COLUMNS,
      ['rule', 'cell', 'reason', 'checked_by'],
      report,
    ),
    faults,
  };
}

function optionalText(files: ArchiveFiles, path: string, text: (path: string) => string | undefined): string | undefined {
  return files.has(path) ? text(path) : undefined;
}

function readDisclosure(
  base: Omit<ReadDisclosure, 'tables' | 'statements'>,
  names: readonly string[],
  kinds: ReadonlyMap<string, TableKind>,
  files: ArchiveFiles,
  text: (path: string) => string | undefined,
  report: Report,
): ReadDisclosure {
  const folder = `data/disclosures/${base.unit}/${base.id}`;
  const entries = base.fields.tables;
  const tables = entries.map((entry, index): ReadTable => {
    const file = `${folder}/${entry.id}.csv`;
    const kindId = entry.kind ?? entry.id;
    const kind = kinds.get(kindId);
    const { id, title, state } = entry;
    const scale = entry.scale ?? base.fields.scale;
    const words = { statement: entry.statement, note: entry.note, remark: entry.remark };
    const given = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
    const table = { id, title, state, ...(kind ? { kind } : {}), ...(scale ? { scale } : {}), ...given, columns: [], rows: [] };
    const there = files.has(file);
    const expected = state === 'printed' || state === 'empty';
    if (there !== expected) {
      const place = base.fieldPlace('tables', index, there ? 'state' : 'id');
      report({ rule: there ? 'table-state-contradicts' : 'table-file-missing', place, values: { table: id, title, file, state } });
      return table;
    }
    if (!there) return table;
    if (!kind) {
      if (!files.has(`data/table-kinds/${kindId}.json`))
        report({
          rule: 'kind-unknown',
          place: base.fieldPlace('tables', index, entry.kind ? 'kind' : 'id'),
          values: { table: id, kind: kindId, known: [...kinds.keys()].join('、') },
        });
      return table;
    }
    const content = text(file);
    if (content === undefined) return table;
    const csv = parseCsv(file, content, report);
    const parsed = parseTable(csv, kind, names, report);
    if (state === 'empty' && parsed.rows.some((row) => [...row.cells.values()].some((cell) => cell.content === 'number'))) {
      report({
        rule: 'table-state-contradicts',
        place: base.fieldPlace('tables', index, 'state'),
        values: { table: id, title, file, state },
      });
    }
    if (!scale && kind.columns.some((column) => column.role === 'amount')) {
      report({ rule: 'field-missing', place: base.fieldPlace('tables', index, 'id'), values: { field: `scale (${id})` } });
    }
    return { ...table, ...parsed, file, csv };
  });
  const statementsFile = `${folder}/statements.csv`;
  const content = optionalText(files, statementsFile, text);
  if (content === undefined) return { ...base, tables, statements: [] };
  const { statements, csv } = parseStatements(statementsFile, content, base.year, report);
  return { ...base, tables, statements, statementsCsv: csv };
}

/** Tables that no document lists. */
function reportOrphans(files: ArchiveFiles, disclosures: readonly ReadDisclosure[], report: Report): void {
  const listed = new Map(
    disclosures.map(({ unit, id, fields }) => [`${unit}/${id}`, new Set([...fields.tables.map((table) => table.id), 'statements'])]),
  );
  const missing = new Set<string>();
  for (const path of files.paths) {
    const match = PATTERNS.table.exec(path) ?? PATTERNS.source.exec(path);
    if (!match) continue;
    const [, unit, id, table] = match;
    const document = `content/disclosures/${unit}/${id}.mdx`;
    const tables = listed.get(`${unit}/${id}`);
    if (tables) {
      if (table && !tables.has(table)) report({ rule: 'table-not-listed', place: { file: path }, values: { file: path, document } });
    } else if (!missing.has(document) && !files.has(document)) {
      missing.add(document);
      report({ rule: 'file-missing', place: { file: path }, values: { file: document } });
    }
  }
}

function readRegions(files: ArchiveFiles, text: (path: string) => string | undefined, report: Report): Map<string, Region> {
  const content = optionalText(files, 'data/regions.csv', text);
  if (content === undefined) return new Map();
  const { records } = parseRecords('data/regions.csv', content, REGION_COLUMNS, ['code', 'name'], report);
  return new Map(records.map(({ values: { code, name, parent } }) => [code, { code, name, ...(parent === '' ? {} : { parent }) }]));
}

function readClassifications(
  matches: readonly RegExpExecArray[],
  text: (path: string) => string | undefined,
  report: Report,
): Map<string, Classification> {
  return new Map(
    matches.flatMap(([path, name = '', version = '']) => {
      const content = text(path);
      if (content === undefined) return [];
      const { records, place } = parseRecords(path, content, CLASSIFICATION_COLUMNS, ['code', 'label'], report);
      const codes = new Map<string, ClassificationCode>();
      for (const { row, values } of records) {
        const { code, label, variants, parent, definition } = values;
        if (codes.has(code)) report({ rule: 'row-repeated', place: place(row, 'code'), values: { key: code, name: label } });
        codes.set(code, {
          code,
          label,
          variants: variants === '' ? [] : variants.split('|'),
          ...(parent === '' ? {} : { parent }),
          ...(definition === '' ? {} : { definition }),
        });
      }
      return [[`${name}/${version}`, { name, version, codes }] as const];
    }),
  );
}
