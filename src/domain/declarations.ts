/** What an archive declares about itself: kinds of tables, profiles, classifications. Read from `data/`. */
import type { Decimal } from './decimal.ts';
import type { Text } from './finding.ts';
import type { FiscalYears } from './fiscal-year.ts';
import type { NumberFormat } from './number-format.ts';

export type Direction = 'revenue' | 'expenditure';

/** The Fiscal Data Package's phases of a budget. */
export type Stage = 'proposed' | 'approved' | 'adjusted' | 'executed';

export type DisclosureType = 'budget' | 'final-accounts' | 'assessment' | 'adjustment';

/** absence has several meanings; see the README. */
export type TableState = 'printed' | 'empty' | 'not-included' | 'not-transcribed';

/** What a figure is about. Columns say it over rows, rows over the table kind, the kind over the disclosure. */
export interface Dimensions {
  readonly direction?: Direction;
  readonly stage?: Stage;
  /** The exact words printed for the stage: 上年执行数, 年初预算. */
  readonly basis?: string;
  /** Years from the disclosure's own. */
  readonly yearOffset?: number;
  readonly fund?: string;
  readonly use?: string;
  readonly classification?: string;
  readonly code?: string;
}

export type ColumnRole = 'code' | 'name' | 'text' | 'direction' | 'amount' | 'percent' | 'count';

export interface ColumnKind extends Dimensions {
  readonly id: string;
  readonly labels: readonly string[];
  readonly en?: string;
  readonly role: ColumnRole;
  readonly optional: boolean;
  readonly merged: boolean;
  readonly words: readonly string[];
  /** False for a figure that is no amount of the budget, such as a difference of two others. */
  readonly observed: boolean;
  /** In a column that says revenue or expenditure, the words printed for each. */
  readonly directions?: Readonly<Record<Direction, readonly string[]>>;
}

export interface RowKind extends Dimensions {
  readonly id: string;
  readonly labels: readonly string[];
  readonly unitName: boolean;
  readonly level: number;
  readonly total: boolean;
}

export type Identity =
  | { readonly type: 'row-sum'; readonly total: string; readonly parts: readonly string[] }
  | { readonly type: 'roll-up'; readonly total?: string; readonly columns?: readonly string[]; readonly highestOnly: boolean }
  | { readonly type: 'rows-sum'; readonly total: string; readonly parts: readonly string[]; readonly columns?: readonly string[] }
  | { readonly type: 'list-sum'; readonly total: string; readonly under?: string; readonly columns?: readonly string[] }
  | { readonly type: 'same-rows'; readonly rows: readonly string[]; readonly columns?: readonly string[] }
  | { readonly type: 'group-sum'; readonly by: string; readonly total: string; readonly parts: string }
  | {
      readonly type: 'same-cell';
      readonly row: string;
      readonly column: string;
      readonly other: { readonly kind: string; readonly row: string; readonly column: string };
    }
  | {
      readonly type: 'same-column';
      readonly by: 'code' | 'name';
      readonly column: string;
      readonly direction?: Direction;
      readonly other: { readonly kind: string; readonly column: string };
    }
  | { readonly type: 'at-most'; readonly total: string; readonly parts: readonly string[] }
  | { readonly type: 'ratio'; readonly value: string; readonly part: string; readonly whole: string };

export interface TableKind extends Dimensions {
  readonly id: string;
  readonly title: Text;
  readonly key?: readonly string[];
  readonly codeFromName: boolean;
  readonly columns: readonly ColumnKind[];
  readonly rows: readonly RowKind[];
  readonly identities: readonly Identity[];
}

export interface Profile {
  readonly id: string;
  readonly title: Text;
  /** As paths say it: ours, or one that the archive declares. */
  readonly type: string;
  readonly years: readonly [number, number];
  /** Version in force, by classification: `{ functional: '2023' }`. */
  readonly classifications: Readonly<Record<string, string>>;
  readonly tables: readonly string[];
}

export interface ClassificationCode {
  readonly code: string;
  readonly label: string;
  readonly variants: readonly string[];
  readonly parent?: string;
  readonly definition?: string;
}

export interface Classification {
  readonly name: string;
  readonly version: string;
  readonly codes: ReadonlyMap<string, ClassificationCode>;
}

export interface Region {
  readonly code: string;
  readonly name: string;
  readonly parent?: string;
}

/** A government's own word for one of our stages: `adopted` for `approved`. */
export interface StageWord {
  readonly id: string;
  readonly phase: Stage;
  readonly name: Text;
}

/** A government's own kind of document: what we treat it as, and the stage that its figures are of. */
export interface TypeWord {
  readonly id: string;
  readonly type: DisclosureType;
  readonly stage?: Stage;
  readonly name: Text;
}

/**
 * A chart of accounts. `answers`: what the money is for (purpose), what it buys (nature); of a classification that
 * answers neither there is no chart on a unit's page.
 */
export interface ClassificationWord {
  readonly id: string;
  readonly name: Text;
  readonly answers?: 'purpose' | 'nature';
  /** Names of its levels, from the highest. */
  readonly levels: readonly Text[];
  /** Stands between the parts of a code that is printed in several columns. */
  readonly join: string;
}

export interface Currency {
  /** ISO 4217. */
  readonly code: string;
  readonly symbol?: string;
  /** One of it, in words: 元, dollar. */
  readonly unit?: Text;
}

export interface ArchiveFacts {
  readonly title: Text;
  readonly description: Text;
  readonly publisher?: string;
  /** BCP 47: of its texts, and of its pages where they stand at the root. */
  readonly language: string;
  /** Others that its pages are offered in, below `/en/`. */
  readonly languages: readonly string[];
  readonly licence: { readonly name: string; readonly url: string };
  readonly baseUrl?: string;
  readonly correctionsUrl?: string;
  /** How many of the currency's units each scale is. */
  readonly scales: Readonly<Record<string, number>>;
  /** The scale in which pages say amounts that are printed in a finer one; tables stay as printed. */
  readonly readingScale?: string;
  readonly exampleQueries: readonly string[];
  readonly currency: Currency;
  readonly numbers: NumberFormat;
  readonly fiscalYear: FiscalYears;
  /** The archive's own words, by their ids; where it declares none, those of the interface hold. */
  readonly stages: readonly StageWord[];
  readonly types: readonly TypeWord[];
  readonly classifications: readonly ClassificationWord[];
  readonly funds: Readonly<Record<string, Text>>;
  readonly uses: Readonly<Record<string, Text>>;
  /** Divisions of a budget by use, the plainest first: the parts of each are the whole. */
  readonly divisions: readonly (readonly string[])[];
}

export interface CrosswalkEntry {
  /** A code of the older version; absent where the newer one is altogether new. */
  readonly from?: string;
  /** A code of the newer version; absent where the older one has ended. */
  readonly to?: string;
  /** What part of the older code's amount the newer one takes over; 1 unless it was split. Absent where nobody says. */
  readonly share?: Decimal;
  readonly reason: string;
  readonly line: number;
}

/** How the codes of one version of a classification became those of another. */
export interface Crosswalk {
  readonly classification: string;
  readonly from: string;
  readonly to: string;
  readonly entries: readonly CrosswalkEntry[];
  readonly file: string;
}
