/** What a language is: the shape of the Chinese one, and of what its sentences are given. */
import type { Stage } from '../domain/declarations.ts';
import type { PhrasePart } from '../views/page.ts';
import type { zhCN } from './zh-CN.ts';

export type Language = typeof zhCN;

export interface Named {
  readonly name: string;
  readonly explanation: string;
}

export interface VerdictWords extends Named {
  readonly sign: string;
}

/** Where a figure was found. */
export interface OriginWords {
  readonly published: string;
  readonly stated: string;
  readonly derived: string;
}

/** How many sums there are, by answer. */
export interface CountWords {
  readonly total: number;
  readonly ok: number;
  readonly rounding: number;
  readonly fail: number;
  readonly noAnswer: number;
  readonly notCheckable: number;
}

export interface DocumentWords {
  readonly year: string;
  /** What the kind of document is called. */
  readonly type: string;
  /** From 1. */
  readonly revision: number;
}

/** A document, as a report of a wrong figure names it. */
export interface ReportWords {
  readonly document: string;
  /** `unit/2024-budget` */
  readonly key: string;
  /** Of the source, where it is known. */
  readonly sha256: string | undefined;
  /** Of its record. */
  readonly version: string;
}

export interface ChangeWords {
  readonly sign: '+' | '−' | '';
  /** Without sign. */
  readonly size: string;
  /** `+18.6%`; absent where the base is zero. */
  readonly rate?: string | undefined;
}

export interface CostWords {
  readonly year: string;
  readonly stage: Stage;
  /** With its scale. */
  readonly amount: string;
  /** The cell that prints it. */
  readonly href: string;
  /** Of which it is, where that is not all money. */
  readonly fund?: string | undefined;
  /** The same in whole units of the currency. */
  readonly units?: string | undefined;
  readonly changes: readonly CostChange[];
}

/** What a total is held against. */
export interface BaseWords {
  readonly year: string;
  readonly stage: Stage;
  /** What the archive calls the stage. */
  readonly name: string;
  /** What the document calls it. */
  readonly basis?: string | undefined;
}

/** What stands against a total; `href` is where that is printed. */
export type CostChange = BaseWords & { readonly href: string } & (
    | { readonly kind: 'difference'; readonly change: ChangeWords & { readonly amount: string } }
    /** By the document's own words. */
    | { readonly kind: 'stated'; readonly change: ChangeWords & { readonly amount: string } }
    /** Of another kind: both figures stand. */
    | { readonly kind: 'apart'; readonly amount: string; readonly reasons: readonly Unlike[] }
  );

/** In what two figures differ that are not compared. */
export type Unlike = 'stage' | 'basis' | 'scope' | 'fund' | 'use' | 'scale' | 'currency' | 'version';

/** Spending of which a document says that there is none. */
export interface EmptySpending {
  readonly year: string;
  readonly stage: Stage;
  readonly amount: PhrasePart;
}

/** A sum that is not as printed. */
export interface SumWords {
  readonly sum: string;
  readonly stated: string;
  readonly difference: string;
  /** Of percentages. */
  readonly points: boolean;
}

/** Said by the browser's search; `{name}` is filled in, so that it can travel as JSON. */
export interface SearchWords {
  readonly loading: string;
  readonly failed: string;
  /** {pages}, {query} */
  readonly found: string;
  /** {pages}, {query}: while more waits to be read. */
  readonly foundSoFar: string;
  /** {query} */
  readonly none: string;
  readonly noneHelp: readonly string[];
  /** Before names that come near. */
  readonly nearest: string;
  readonly clearFilters: string;
  readonly more: string;
  readonly all: string;
  /** Names of the filters, by key, in the order in which they are shown. */
  readonly filters: Readonly<Record<string, string>>;
  /** {n} */
  readonly moreInPage: string;
  /** {value}, {n}: one choice of a filter, and how many pages it would leave. */
  readonly choice: string;
  /** Between names in a row. */
  readonly separator: string;
}

/** Said on the page of comparisons, by the build and by the browser; `{name}` is filled in. */
export interface CompareWords {
  readonly loading: string;
  readonly failed: string;
  readonly none: string;
  /** {title}, {figures}, {groups} */
  readonly summary: string;
  readonly oneGroup: string;
  /** {n}, {terms} */
  readonly groupHeading: string;
  /** {basis} */
  readonly basisNote: string;
  readonly separator: string;
  readonly stop: string;
  readonly semicolon: string;
  readonly comma: string;
  readonly noBasis: string;
  readonly noVersion: string;
  readonly allUses: string;
  /** Before the reasons why a group is not the first. */
  readonly apart: string;
  readonly mixed: string;
  /** {here}, {there} */
  readonly reasons: Readonly<Record<'stage' | 'basis' | 'scope' | 'fund' | 'use' | 'scale' | 'currency' | 'version', string>>;
  /** {scale} */
  readonly unitHead: string;
  readonly gap: string;
  /** {share} */
  readonly share: string;
  /** {year}, {change} */
  readonly change: string;
  /** {rate} */
  readonly rate: string;
  readonly unchanged: string;
  /** {sign}, {year} */
  readonly broken: string;
  readonly bridged: string;
  /** Of a code that crosswalks change. */
  readonly changed: string;
  readonly breakKey: string;
  /** {year}, {amount} */
  readonly made: string;
  /** {codes} */
  readonly absent: string;
  /** {from}, {to}, {share}, {reason} */
  readonly step: string;
  readonly begun: string;
  readonly ended: string;
  /** {n} */
  readonly more: string;
  readonly key: string;
  /** Of a bar that no table prints. */
  readonly hollow: string;
  readonly allStages: string;
  /** {terms}, {scale} */
  readonly chartOf: string;
  /** {what}, {year}, {amount} */
  readonly point: string;
  /** {year} */
  readonly ofYear: string;
  /** {amount}, {scale} */
  readonly amount: string;
  readonly origins: OriginWords;
  /** Above the choices. */
  readonly choose: Readonly<Record<'unit' | 'year' | 'stage' | 'fund', string>>;
  /** {what}, {chosen} */
  readonly chosen: string;
  readonly everything: string;
  /** {n} */
  readonly filterUnits: string;
  /** {n} */
  readonly moreUnits: string;
}
