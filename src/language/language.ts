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
  /** The same in whole units of the currency. */
  readonly units?: string | undefined;
  readonly base?: { readonly year: string; readonly stage: Stage; readonly change: ChangeWords & { readonly amount: string } } | undefined;
}

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
