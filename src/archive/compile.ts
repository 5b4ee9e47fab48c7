/** The archive's files → one checked `Archive` value, whole to whole. */
import type { Archive, Cell, Check, Disclosure, Fact, Narrative, Observation, Table, Term, Unit } from '../domain/archive.ts';
import type { Fault, Finding } from '../domain/finding.ts';
import { fiscalYear } from '../domain/fiscal-year.ts';
import type { Language } from '../language/language.ts';
import { languageOf } from '../language/languages.ts';
import { fileDigests, type Versions, versionsOf } from '../reading/archive-digest.ts';
import type { ArchiveFiles } from '../reading/files.ts';
import { filesOnDisk, readingOnce } from '../reading/files.ts';
import type { ParsedTexts } from '../reading/parsed-texts.ts';
import { type ReadArchive, type ReadDisclosure, readArchive } from '../reading/read-archive.ts';
import { loadRules } from '../rules/load.ts';
import { type CodedRule, documentRule } from '../rules/rule.ts';
import { correctionsOf } from './corrections.ts';
import { figurePrinter } from './figures.ts';
import { Acknowledgements, byPlace, disagreementFault, faultOf, findingOf } from './findings.ts';
import { conflicts, ledgerOf } from './ledger.ts';
import { matchNames } from './match-names.ts';
import { type PrintFigure, renderNarrative } from './narrative.ts';
import { observationsOf } from './observations.ts';
import { type TermPattern, termPattern } from './terms.ts';

export async function compileFolder(root: string, parsed?: ParsedTexts): Promise<Archive> {
  return compileArchive(filesOnDisk(root), await loadRules(), { parsed });
}

export interface CompileOptions {
  /** Remembers between calls what has not changed. */
  readonly parsed?: ParsedTexts | undefined;
  /** Those of its documents at least, where they are known already. */
  readonly versions?: Versions;
}

export function compileArchive(
  given: ArchiveFiles,
  rules: ReadonlyMap<string, CodedRule>,
  { parsed, versions: known }: CompileOptions = {},
): Archive {
  const files = readingOnce(given);
  const versions = known ?? versionsOf(fileDigests(files));
  const read = readArchive(files, parsed);
  const acknowledgements = new Acknowledgements(read);
  const findings: Finding[] = [];
  const find = (fault: Fault): void => void findings.push(findingOf(fault, rules, acknowledgements.reasonFor(fault.rule, fault.cell)));

  for (const fault of read.faults) find(fault);
  for (const rule of rules.values()) for (const fault of rule.check?.(read) ?? []) find(fault);

  const language = languageOf(read.facts.language);
  const terms = termPattern(read.terms.map(({ id, fields }) => ({ id, ...fields })));
  const disclosures = new Map<string, Disclosure>();
  const observations: Observation[] = [];
  const corrections = correctionsOf(read);
  for (const source of read.disclosures) {
    const key = `${source.unit}/${source.id}`;
    const checks: Check[] = [];
    for (const rule of rules.values()) {
      for (const check of rule.reconcile?.(source, read) ?? []) {
        const fault = check.verdict === 'fail' ? faultOf(check, source, read.facts) : undefined;
        const acknowledged = fault && acknowledgements.reasonFor(fault.rule, fault.cell);
        if (fault) findings.push(findingOf(fault, rules, acknowledged));
        checks.push(acknowledged === undefined ? check : { ...check, acknowledged });
      }
    }
    const compiled = compileDisclosure(source, checks, terms, read, language);
    disclosures.set(key, { ...compiled, version: versions.disclosures.get(key) ?? '', corrections: corrections.get(key) ?? [] });
    observations.push(...observationsOf(source, read.profiles));
  }
  const ledger = ledgerOf(observations, read.facts.scales, read);
  for (const fault of ledger.flatMap((fact) => disagreements(fact, read))) find(fault);
  for (const fault of acknowledgements.unused()) find(fault);

  return {
    facts: read.facts,
    digest: versions.archive,
    regions: read.regions,
    translations: read.translations,
    units: new Map([...read.units].map(([id, unit]) => [id, { ...compileUnit(unit, terms), version: versions.units.get(id) ?? '' }])),
    disclosures,
    kinds: read.kinds,
    profiles: read.profiles,
    classifications: read.classifications,
    crosswalks: read.crosswalks.map(({ place: _, whole: __, ...crosswalk }) => crosswalk),
    terms: new Map(read.terms.map((term) => [term.id, compileTerm(term)])),
    rules: new Map([...rules].map(([code, rule]) => [code, documentRule(rule)])),
    observations: ledger.map(({ best }) => best),
    claims: ledger.filter(({ verdict }) => verdict !== undefined),
    findings: findings.sort(byPlace),
  };
}

/** Where a later document states another figure for the same fact. */
function disagreements(fact: Fact, { disclosures, facts }: ReadArchive): Fault[] {
  return conflicts(fact, facts.scales).flatMap((other) => {
    const source = disclosures.find(({ unit, id }) => unit === other.unit && id === other.disclosure);
    return source ? [disagreementFault(fact.best, other, source, facts)] : [];
  });
}

const PRINTS_NOTHING: PrintFigure = () => undefined;

function compileDisclosure(
  source: ReadDisclosure,
  checks: readonly Check[],
  terms: TermPattern,
  { facts: declared, terms: glossary }: ReadArchive,
  language: Language,
): Omit<Disclosure, 'corrections' | 'version'> {
  const { id, unit, year, typeId, type, revision, file, fields, statements } = source;
  const { tables: _, classifications: ______, currency = declared.currency.code, ...facts } = fields;
  const tables = matchNames(source.tables).map(({ csv: __, lacksRows: ___, lacksColumns: ____, contradicted: _____, ...table }) => table);
  const narrative = renderNarrative(source.narrative.tree, terms, figurePrinter(language, declared, tables, statements), 1);
  return {
    ...facts,
    currency,
    id,
    unit,
    year,
    fiscalYear: fiscalYear(year, declared.fiscalYear),
    type,
    typeId,
    revision,
    file,
    tables,
    statements,
    checks,
    figures: tables.reduce((sum, { rows }) => sum + rows.reduce((own, { cells }) => own + figuresIn(cells), 0), 0),
    terms: termsUsed(glossary, narrative, tables),
    narrative,
  };
}

function figuresIn(cells: ReadonlyMap<string, Cell>): number {
  let figures = 0;
  for (const { value } of cells.values()) if (value) figures += 1;
  return figures;
}

function termsUsed(glossary: ReadArchive['terms'], narrative: Narrative, tables: readonly Table[]): string[] {
  const labels = tables.flatMap(({ title, columns, rows }) => [
    title,
    ...columns.map(({ label }) => label),
    ...rows.map(({ name }) => name),
  ]);
  const text = [narrative.text, ...labels].join('\n');
  return glossary.filter(({ fields }) => [fields.term, ...fields.aliases].some((name) => text.includes(name))).map(({ id }) => id);
}

function compileUnit(
  { id, file, fields, narrative }: ReadArchive['units'] extends ReadonlyMap<string, infer U> ? U : never,
  terms: TermPattern,
): Omit<Unit, 'version'> {
  return { id, file, ...fields, narrative: renderNarrative(narrative.tree, terms, PRINTS_NOTHING, 1) };
}

function compileTerm({ id, fields, narrative }: ReadArchive['terms'][number]): Term {
  return { id, ...fields, narrative: renderNarrative(narrative.tree, termPattern([]), PRINTS_NOTHING, 1) };
}
