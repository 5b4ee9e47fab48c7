/** `data/archive.json` as the rest of the program takes it, and what its words mean where they are used. */
import type { z } from 'zod';
import { CHINESE_BUDGETS } from '../domain/chinese-budgets.ts';
import type { ArchiveFacts, ClassificationWord, DisclosureType, Stage, TableKind } from '../domain/declarations.ts';
import { fiscalYearLabel, formatFiscalYear, parseFiscalYear } from '../domain/fiscal-year.ts';
import type { Refusal } from './declared.ts';
import { type archiveSchema, DISCLOSURE_TYPES, STAGES } from './schemas.ts';

type Fields = z.infer<typeof archiveSchema>;

/** Where archive.json could not be read, or is not there: nothing is held against it. */
export const NO_FACTS: ArchiveFacts = {
  ...CHINESE_BUDGETS,
  title: { zh: '' },
  description: { zh: '' },
  language: 'zh-CN',
  languages: [],
  licence: { name: '', url: '' },
  scales: {},
  exampleQueries: [],
  funds: {},
  uses: {},
};

export function factsOf(fields: Fields): ArchiveFacts {
  const { $schema: _, currency, numbers, fiscalYear, stages, disclosureTypes, classifications, divisions, ...own } = fields;
  const worded = <Word>(given: Readonly<Record<string, Word>> | undefined): (Word & { id: string })[] =>
    Object.entries(given ?? {}).map(([id, word]) => ({ id, ...word }));
  return {
    ...own,
    currency: currency ?? CHINESE_BUDGETS.currency,
    numbers: numbers || currency?.symbol ? { ...CHINESE_BUDGETS.numbers, ...numbers, ...symbolOf(currency) } : CHINESE_BUDGETS.numbers,
    fiscalYear: fiscalYear
      ? { ...fiscalYear, label: fiscalYear.label ?? (fiscalYear.written === 'both' ? '{first}–{last2}' : '{year}') }
      : CHINESE_BUDGETS.fiscalYear,
    stages: worded(stages),
    types: worded(disclosureTypes).map((type) => ({ ...type, ...(type.stage ? { stage: phaseOf(type.stage, worded(stages)) } : {}) })),
    classifications: classifications ? worded(classifications) : CHINESE_BUDGETS.classifications,
    divisions: divisions ?? CHINESE_BUDGETS.divisions,
  } as ArchiveFacts;
}

function symbolOf(currency: Fields['currency']): { symbol?: string } {
  return currency?.symbol ? { symbol: currency.symbol } : {};
}

function phaseOf(id: string, stages: readonly { id: string; phase: Stage }[]): Stage | undefined {
  return stages.find((each) => each.id === id)?.phase ?? STAGES.find((each) => stages.length === 0 && each === id);
}

/** The stage that a word of this archive stands for; undefined for a word that it does not have. */
export function stageOf({ stages }: ArchiveFacts, word: string): Stage | undefined {
  return phaseOf(word, stages);
}

export function stageWords({ stages }: ArchiveFacts): readonly string[] {
  return stages.length > 0 ? stages.map(({ id }) => id) : STAGES;
}

export function typeWords({ types }: ArchiveFacts): readonly string[] {
  return types.length > 0 ? types.map(({ id }) => id) : DISCLOSURE_TYPES;
}

/** What a kind of document is treated as, and the stage of its figures where that is declared. */
export function typeOf({ types }: ArchiveFacts, word: string): { type: DisclosureType; stage?: Stage } | undefined {
  const declared = types.find(({ id }) => id === word);
  if (declared || types.length > 0) return declared;
  const type = DISCLOSURE_TYPES.find((each) => each === word);
  return type && { type };
}

export function classificationWord({ classifications }: ArchiveFacts, name: string | undefined): ClassificationWord | undefined {
  return classifications.find(({ id }) => id === name);
}

/** What contradicts itself within archive.json. */
export function* factsRefusals(fields: Fields): Iterable<Refusal> {
  const phases = new Set<string>();
  for (const [id, { phase }] of Object.entries(fields.stages ?? {})) {
    const words = { expected: '别的口径没有用过的阶段', expectedEn: 'a phase that no other stage has' };
    if (phases.has(phase)) yield { path: ['stages', id, 'phase'], found: phase, ...words };
    phases.add(phase);
  }
  const known: readonly string[] = fields.stages ? Object.keys(fields.stages) : STAGES;
  for (const [id, { stage }] of Object.entries(fields.disclosureTypes ?? {})) {
    if (stage !== undefined && !known.includes(stage))
      yield { path: ['disclosureTypes', id, 'stage'], found: stage, expected: known.join('、'), expectedEn: known.join(', ') };
  }
  const answers = new Set<string>();
  for (const [id, each] of Object.entries(fields.classifications ?? {})) {
    const answer = each.answers;
    const words = { expected: '别的分类没有回答的问题', expectedEn: 'a question that no other classification answers' };
    if (answer && answers.has(answer)) yield { path: ['classifications', id, 'answers'], found: answer, ...words };
    if (answer) answers.add(answer);
  }
}

/** The kind with our stages for the archive's words, and the words that it does not have. */
export function kindInPhases(kind: TableKind, facts: ArchiveFacts): { kind: TableKind; refusals: Refusal[] } {
  const refusals: Refusal[] = [];
  const words = { expected: stageWords(facts).join('、'), expectedEn: stageWords(facts).join(', ') };
  const inPhase = <Of extends { readonly stage?: string }>(of: Of, path: Refusal['path']): Of => {
    if (of.stage === undefined) return of;
    const stage = stageOf(facts, of.stage);
    if (stage) return stage === of.stage ? of : { ...of, stage };
    refusals.push({ path: [...path, 'stage'], found: of.stage, ...words });
    return of;
  };
  const read = {
    ...inPhase(kind, []),
    columns: kind.columns.map((column, index) => inPhase(column, ['columns', index])),
    rows: kind.rows.map((row, index) => inPhase(row, ['rows', index])),
  };
  return { kind: read, refusals };
}

/** `{year}` and `{year-1}` in a label, as a table prints them: in words or by id. */
const YEAR = /\{year([+-]\d+)?\}/g;

const dated = new WeakMap<TableKind, Map<number, TableKind>>();

/** The kind with the fiscal years of one document in its labels. */
export function kindInYear(kind: TableKind, year: number, { fiscalYear: years }: ArchiveFacts): TableKind {
  const labelled = [...kind.columns, ...kind.rows];
  if (!labelled.some(({ labels }) => labels.some((label) => label.includes('{year')))) return kind;
  const known = dated.get(kind) ?? new Map<number, TableKind>();
  dated.set(kind, known);
  const inYear = <Labelled extends { readonly labels: readonly string[] }>(each: Labelled): Labelled => ({
    ...each,
    labels: [...new Set(each.labels.flatMap((label) => datedLabels(label, year, years)))],
  });
  const found = known.get(year) ?? { ...kind, columns: kind.columns.map(inYear), rows: kind.rows.map(inYear) };
  known.set(year, found);
  return found;
}

function datedLabels(label: string, year: number, years: ArchiveFacts['fiscalYear']): string[] {
  if (!label.includes('{year')) return [label];
  const fill = (word: (of: number) => string): string => label.replace(YEAR, (_, offset = '0') => word(year + Number(offset)));
  return [fill((of) => fiscalYearLabel(of, years)), fill((of) => formatFiscalYear(of, years))];
}

/** A profile's years as numbers, and those not written as this archive writes them. */
export function profileYears(
  given: readonly [number | string, number | string],
  facts: ArchiveFacts,
): { years: readonly [number, number]; refusals: Refusal[] } {
  const refusals: Refusal[] = [];
  const [first, last] = given.map((written, index) => {
    const year = parseFiscalYear(String(written), facts.fiscalYear);
    if (year === undefined) refusals.push({ path: ['years', index], found: String(written), ...yearWords(facts) });
    return year ?? Number(String(written).slice(0, 4));
  });
  return { years: [first ?? 0, last ?? 0], refusals };
}

/** How years are written in this archive, for messages. */
export function yearWords({ fiscalYear }: ArchiveFacts): { expected: string; expectedEn: string } {
  const example = formatFiscalYear(2024, fiscalYear);
  return fiscalYear.written === 'both'
    ? { expected: `年度，写成 ${example}`, expectedEn: `a fiscal year, written as ${example}` }
    : { expected: '四位数的年份，如 2023', expectedEn: 'a year of four digits as 2023' };
}

export interface DisclosureName {
  readonly year: number;
  readonly typeId: string;
  readonly type: DisclosureType;
  readonly stage?: Stage;
  readonly revision: number;
}

/** `2024-25-adopted-budget-r2`, or what about it this archive does not know. */
export function parseDisclosureName(
  id: string,
  facts: ArchiveFacts,
): DisclosureName | { found: string; expected: string; expectedEn: string } {
  const [, written = '', typeId = '', revision] = /^(\d{4}(?:-\d{2})?)-([a-z]+(?:-[a-z]+)*)(?:-r(\d+))?$/.exec(id) ?? [];
  const year = parseFiscalYear(written, facts.fiscalYear);
  if (year === undefined) return { found: written, ...yearWords(facts) };
  const type = typeOf(facts, typeId);
  if (!type) return { found: typeId, expected: typeWords(facts).join('、'), expectedEn: typeWords(facts).join(', ') };
  const { type: treatedAs, stage } = type;
  return { year, typeId, type: treatedAs, ...(stage ? { stage } : {}), revision: Number(revision ?? 1) };
}
