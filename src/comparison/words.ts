/** What the page of comparisons says, as it travels to the browser: templates, and names of what the archive holds. */
import type { Decimal } from '../domain/decimal.ts';
import { type FiscalYears, fiscalYearLabel } from '../domain/fiscal-year.ts';
import { type NumberFormat, shownNumber } from '../domain/number-format.ts';
import type { CompareWords } from '../language/language.ts';
import { OWN_NAME, type Subject, type Terms } from './figure.ts';

export interface Speech {
  readonly words: CompareWords;
  readonly stages: Readonly<Record<string, string>>;
  readonly funds: Readonly<Record<string, string>>;
  readonly uses: Readonly<Record<string, string>>;
  readonly scopes: Readonly<Record<string, string>>;
  /** Scales as the language says them: 万元 (CNY 10,000). */
  readonly scales: Readonly<Record<string, string>>;
  readonly fiscalYear: FiscalYears;
  readonly numbers: NumberFormat;
  /** Of the page. */
  readonly tag: string;
  /** Of the archive's own texts, where it is another; else empty. */
  readonly foreign: string;
  /** Before addresses of this language's pages. */
  readonly base: string;
}

export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

export function yearOf({ fiscalYear }: Speech, year: number): string {
  return fiscalYearLabel(year, fiscalYear);
}

/** `6,150.64`, `−3.60` */
export function printed({ numbers }: Speech, value: Decimal): string {
  return shownNumber(value, numbers);
}

/** A unit's name, and its language where that is not the page's. */
export function nameOf(
  { tag, foreign }: Speech,
  { names }: Pick<Subject, 'names'>,
  unit: string,
): { readonly text: string; readonly lang?: string } {
  const own = names.get(unit) ?? {};
  const translated = own[tag];
  if (translated !== undefined) return { text: translated };
  return { text: own[OWN_NAME] ?? unit, ...(foreign ? { lang: foreign } : {}) };
}

/** "年初预算 · 全部门（含所属单位） · 全部资金", what all figures of a group are. */
export function termsInWords(speech: Speech, terms: Terms): string {
  const { words } = speech;
  const parts = [
    `${termInWords(speech, 'stage', terms.stage)}${terms.basis ? fill(words.basisNote, { basis: terms.basis }) : ''}`,
    termInWords(speech, 'scope', terms.scope),
    ...(terms.currency === '' ? [] : [termInWords(speech, 'fund', terms.fund)]),
    ...(terms.use === '' ? [] : [termInWords(speech, 'use', terms.use)]),
  ];
  return parts.join(words.separator);
}

/** One of the terms as readers know it. */
export function termInWords(speech: Speech, term: string, value: string): string {
  const { words, stages, funds, uses, scopes, scales } = speech;
  const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    stage: stages,
    fund: funds,
    use: { ...uses, '': words.allUses },
    scope: scopes,
    scale: scales,
    basis: { '': words.noBasis },
    version: { '': words.noVersion },
  };
  return names[term]?.[value] ?? value;
}
