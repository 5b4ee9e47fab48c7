/** What an archive declares about itself: kinds of tables, profiles, classifications. Read from `data/`. */
import type { Text } from './finding.ts';

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
  readonly type: DisclosureType;
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
  readonly scales: Readonly<Record<string, number>>;
  readonly exampleQueries: readonly string[];
}
