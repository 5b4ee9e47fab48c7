/** A folder → typed records and every fault in them. Nothing here knows what the figures mean. */

import type { z } from 'zod';
import type { Statement, Table } from '../domain/archive.ts';
import type { ArchiveFacts, Classification, DisclosureType, Profile, Region, Stage, TableKind } from '../domain/declarations.ts';
import type { Fault } from '../domain/finding.ts';
import { formatFiscalYear } from '../domain/fiscal-year.ts';
import { crosswalkEnds, parseCrosswalk, type ReadCrosswalk } from './crosswalks.ts';
import type { CsvFile } from './csv.ts';
import { crossRefusals, type Declared, kindRefusals, profileRefusals, refusalFault } from './declared.ts';
import { factsOf, factsRefusals, kindInPhases, NO_FACTS, parseDisclosureName, profileYears, typeWords } from './facts.ts';
import { type FieldPlace, parseFields, parseFrontMatter } from './fields.ts';
import type { ArchiveFiles } from './files.ts';
import { parseClassification, parseRegions, parseTranslations } from './lists.ts';
import { type ParsedNarrative, parseNarrative } from './narrative.ts';
import { ParsedTexts } from './parsed-texts.ts';
import { ACKNOWLEDGED, CORRECTIONS, classificationFile, disclosureFile, FACTS, kindFile, PATTERNS, REGIONS, unitFile } from './paths.ts';
import { findPersonalData } from './personal-data.ts';
import { readDisclosure } from './read-disclosure.ts';
import { parseRecords, type Records } from './records.ts';
import {
  ACKNOWLEDGED_COLUMNS,
  archiveSchema,
  CORRECTION_COLUMNS,
  disclosureSchema,
  glossarySchema,
  pageSchema,
  profileSchema,
  tableKindSchema,
  unitSchema,
} from './schemas.ts';
import type { Gaps } from './table.ts';
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

export interface ReadTable extends Table, Gaps {
  /** For places of cells; absent where there is no file. */
  readonly csv?: CsvFile;
  /** Figures stand in a table said to be empty; that is reported, and no more is said of it. */
  readonly contradicted?: true;
}

export interface ReadDisclosure extends ReadDocument<z.infer<typeof disclosureSchema>> {
  readonly unit: string;
  readonly year: number;
  /** The kind of document as the path says it. */
  readonly typeId: string;
  readonly type: DisclosureType;
  /** The stage of its figures, where the archive declares it for the type. */
  readonly stage?: Stage;
  readonly revision: number;
  readonly tables: readonly ReadTable[];
  readonly statements: readonly Statement[];
  readonly statementsCsv?: CsvFile;
  /** Ids of the statements that could not be read; reported, and no more is said of them. */
  readonly unreadStatements: ReadonlySet<string>;
  /** Some rows of statements.csv, or all, could not be read at all. */
  readonly lacksStatements: boolean;
}

export interface ReadArchive {
  readonly facts: ArchiveFacts;
  readonly regions: ReadonlyMap<string, Region>;
  /** By language, by the words as they are printed. */
  readonly translations: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly kinds: ReadonlyMap<string, TableKind>;
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly classifications: ReadonlyMap<string, Classification>;
  readonly crosswalks: readonly ReadCrosswalk[];
  readonly units: ReadonlyMap<string, ReadDocument<z.infer<typeof unitSchema>>>;
  readonly disclosures: readonly ReadDisclosure[];
  readonly terms: readonly ReadDocument<z.infer<typeof glossarySchema>>[];
  readonly pages: readonly ReadDocument<z.infer<typeof pageSchema>>[];
  readonly acknowledged: Records<(typeof ACKNOWLEDGED_COLUMNS)[number]>;
  /** Slips of transcription that were put right. */
  readonly corrections: Records<(typeof CORRECTION_COLUMNS)[number]>;
  /** Declarations that could not be read whole, or are not there though they must be; reported, and what they would say is not missed again. */
  readonly unread: ReadonlySet<string>;
  readonly faults: readonly Fault[];
}

/** `parsed` remembers between calls what has not changed. */
export function readArchive(files: ArchiveFiles, parsed = new ParsedTexts()): ReadArchive {
  const faults: Fault[] = [];
  const unread = new Set<string>();
  const report: Report = (fault) => void faults.push(fault);
  const matching = (pattern: RegExp): RegExpExecArray[] => files.paths.map((path) => pattern.exec(path)).filter((match) => match !== null);
  const text = (path: string): string | undefined => {
    const content = parseText(path, files.read(path), report);
    if (content !== undefined) parsed.of('personal', path, content, report, (say) => findPersonalData(path, content, say));
    return content;
  };

  for (const path of files.paths) {
    findPersonalData(path, path, report);
    if (!Object.values(PATTERNS).some((pattern) => pattern.test(path)))
      report({ rule: 'file-not-expected', place: { file: path }, values: { file: path } });
  }
  for (const file of [FACTS, REGIONS]) {
    if (files.has(file)) continue;
    unread.add(file);
    report({ rule: 'file-missing', place: { file }, values: { file } });
  }

  const json = <S extends z.ZodType>(path: string, schema: S): { fields: z.infer<S>; place: FieldPlace } | undefined => {
    const content = text(path);
    const read =
      content === undefined ? undefined : parsed.of('json', path, content, report, (say) => parseFields(path, content, schema, say));
    if (!read) unread.add(path);
    return read;
  };
  /** Declarations by id; of one that contradicts itself no use is made. */
  const declarations = <S extends z.ZodType>(pattern: RegExp, schema: S): Map<string, { fields: z.infer<S>; place: FieldPlace }> =>
    new Map(
      matching(pattern).flatMap(([path, id = '']) => {
        const read = json(path, schema);
        return read ? [[id, read] as const] : [];
      }),
    );
  const document = <S extends z.ZodType>(path: string, id: string, schema: S): ReadDocument<z.infer<S>> | undefined => {
    const content = text(path);
    if (content === undefined) return undefined;
    return parsed.of('document', path, content, report, (say) => {
      const matter = parseFrontMatter(path, content, say);
      if (!matter) return undefined;
      const read = parseFields(path, matter.yaml, schema, say, 2);
      const narrative = parseNarrative(path, matter.body, say, matter.bodyLine + 1);
      return read === undefined ? undefined : { id, file: path, fields: read.fields, fieldPlace: read.place, narrative };
    });
  };
  const documents = <S extends z.ZodType>(pattern: RegExp, schema: S): ReadDocument<z.infer<S>>[] =>
    matching(pattern).flatMap(([path, id = '']) => document(path, id, schema) ?? []);

  const said = files.has(FACTS) ? json(FACTS, archiveSchema) : undefined;
  for (const refusal of said ? factsRefusals(said.fields) : []) report(refusalFault(refusal, said?.place ?? (() => ({ file: FACTS }))));
  const facts = said ? factsOf(said.fields) : NO_FACTS;
  const declaredKinds = new Map<string, Declared<TableKind>>();
  for (const [id, { fields, place }] of declarations(PATTERNS.kind, tableKindSchema)) {
    const { kind: value, refusals: stages } = kindInPhases({ id, ...fields } as TableKind, facts);
    const refusals = [...kindRefusals(value), ...(said ? stages : [])];
    for (const refusal of refusals) report(refusalFault(refusal, place));
    if (refusals.length === 0) declaredKinds.set(id, { value, place });
    else unread.add(kindFile(id));
  }
  const kindKnown = (kind: string): boolean => files.has(kindFile(kind));
  for (const { value, place } of declaredKinds.values()) {
    for (const refusal of crossRefusals(value, declaredKinds, kindKnown)) report(refusalFault(refusal, place));
  }
  const kinds = new Map([...declaredKinds].map(([id, { value }]) => [id, value]));
  const profiles = new Map<string, Profile>();
  for (const [id, { fields, place }] of declarations(PATTERNS.profile, profileSchema)) {
    const { years, refusals } = profileYears(fields.years, facts);
    const profile = { id, ...fields, years } as Profile;
    const types = typeWords(facts);
    if (!types.includes(fields.type))
      refusals.push({ path: ['type'], found: fields.type, expected: types.join('、'), expectedEn: types.join(', ') });
    for (const refusal of said ? refusals : []) report(refusalFault(refusal, place));
    const versionKnown = (name: string, version: string): boolean => files.has(classificationFile(name, version));
    for (const refusal of profileRefusals(profile, kindKnown, versionKnown)) report(refusalFault(refusal, place));
    profiles.set(id, { ...profile, tables: profile.tables.filter(kindKnown) });
  }
  const units = new Map(documents(PATTERNS.unit, unitSchema).map((unit) => [unit.id, unit] as const));

  const classifications = new Map<string, Classification>();
  for (const [path, name = '', version = ''] of matching(PATTERNS.classification)) {
    const content = text(path);
    const list =
      content === undefined
        ? undefined
        : parsed.of('classification', path, content, report, (say) => parseClassification(path, content, name, version, say));
    if (list?.whole) classifications.set(`${name}/${version}`, list.classification);
    else unread.add(path);
  }
  const versions = matching(PATTERNS.classification).map(([, name, version]) => `${name}/${version}`);
  const names = versions.map((key) => key.replace('/', '-'));
  const crosswalks = matching(PATTERNS.crosswalk).flatMap(([path, from = '', to = '']) => {
    const ends = crosswalkEnds(from, to, versions);
    if (!ends)
      report({
        rule: 'crosswalk-versions-unknown',
        place: { file: path },
        values: { from, to, known: names.join('、'), knownEn: names.join(', ') },
      });
    const content = ends && text(path);
    return ends && content !== undefined ? [parseCrosswalk(path, content, ends, report)] : [];
  });

  const undescribed = new Set<string>();
  const disclosures = matching(PATTERNS.disclosure).flatMap((match) => {
    const [path, unit = '', id = ''] = match;
    const base = document(path, id, disclosureSchema);
    if (!base) return [];
    const name = parseDisclosureName(id, facts);
    if ('found' in name) {
      if (said) report({ rule: 'disclosure-name-unknown', place: { file: path }, values: { name: id, ...name } });
      return [];
    }
    if (!files.has(unitFile(unit)) && !undescribed.has(unit)) {
      undescribed.add(unit);
      report({ rule: 'unit-missing', place: { file: path }, values: { unit, file: unitFile(unit) } });
    }
    const unitFields = units.get(unit)?.fields;
    const names = unitFields ? [unitFields.name, ...unitFields.aliases, ...unitFields.formerNames] : [];
    const around = { facts, kinds, profiles, classifications, files, text, parsed };
    return [readDisclosure({ ...base, unit, ...name }, names, around, report)];
  });
  reportProfiles(disclosures, profiles, facts, report);
  reportOrphans(files, disclosures, report);
  const terms = documents(PATTERNS.term, glossarySchema);
  reportRelated(terms, files, report);

  const regionsText = files.has(REGIONS) ? text(REGIONS) : undefined;
  const { regions, whole: regionsWhole } =
    regionsText === undefined
      ? { regions: new Map<string, Region>(), whole: false }
      : parsed.of('regions', REGIONS, regionsText, report, (say) => parseRegions(regionsText, say));
  if (!regionsWhole) unread.add(REGIONS);

  /** A list that an archive need not have. */
  const records = <Column extends string>(file: string, columns: readonly Column[], required: readonly Column[]): Records<Column> =>
    parseRecords(file, (files.has(file) ? text(file) : undefined) ?? `${columns.join(',')}\n`, columns, required, report);

  return {
    facts,
    regions,
    translations: new Map(
      matching(PATTERNS.translations).flatMap(([path, tag = '']) => {
        const content = text(path);
        if (content === undefined) return [];
        return [[tag, parsed.of('translations', path, content, report, (say) => parseTranslations(path, content, say))] as const];
      }),
    ),
    kinds,
    profiles,
    classifications,
    crosswalks,
    units,
    disclosures,
    terms,
    pages: documents(PATTERNS.page, pageSchema),
    acknowledged: records(ACKNOWLEDGED, ACKNOWLEDGED_COLUMNS, ACKNOWLEDGED_COLUMNS),
    // What was left out, or did not belong, was or is blank.
    corrections: records(CORRECTIONS, CORRECTION_COLUMNS, ['cell', 'date', 'reason']),
    unread,
    faults,
  };
}

/** Disclosures of a year or type that their profile is not for. */
function reportProfiles(
  disclosures: readonly ReadDisclosure[],
  profiles: ReadonlyMap<string, Profile>,
  facts: ArchiveFacts,
  report: Report,
): void {
  for (const { fields, fieldPlace, year, typeId: type } of disclosures) {
    const profile = profiles.get(fields.profile ?? '');
    if (!profile || (profile.type === type && profile.years[0] <= year && year <= profile.years[1])) continue;
    const written = formatFiscalYear(year, facts.fiscalYear);
    const words = { expected: `适用于 ${written} 年 ${type} 的编制规范`, expectedEn: `a profile for a ${type} of ${written}` };
    report(refusalFault({ path: ['profile'], found: profile.id, ...words }, fieldPlace));
  }
}

function reportRelated(terms: ReadArchive['terms'], files: ArchiveFiles, report: Report): void {
  const words = { expected: 'content/glossary 里已有的编号', expectedEn: 'an id of content/glossary' };
  for (const { fields, fieldPlace } of terms) {
    for (const [index, found] of fields.related.entries()) {
      if (!files.has(`content/glossary/${found}.md`)) report(refusalFault({ path: ['related', index], found, ...words }, fieldPlace));
    }
  }
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
    const [, unit = '', id = '', table] = match;
    const document = disclosureFile(unit, id);
    const tables = listed.get(`${unit}/${id}`);
    if (tables) {
      if (table && !tables.has(table)) report({ rule: 'table-not-listed', place: { file: path }, values: { file: path, document } });
    } else if (!missing.has(document) && !files.has(document)) {
      missing.add(document);
      report({ rule: 'file-missing', place: { file: path }, values: { file: document } });
    }
  }
}
