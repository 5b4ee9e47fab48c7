/** The archive as one value: what a reader of it can ask for, with every figure's place on paper. */

import type { Decimal } from './decimal.ts';
import type {
  ArchiveFacts,
  Classification,
  ColumnKind,
  Crosswalk,
  Direction,
  DisclosureType,
  Profile,
  Region,
  Stage,
  TableKind,
  TableState,
} from './declarations.ts';
import type { Finding, Place, Severity, Text, Verdict } from './finding.ts';
import type { FiscalYear } from './fiscal-year.ts';

/** unreadable: something stands there that is no figure and should be; what depends on it cannot be checked. */
export type CellContent = 'blank' | 'dash' | 'number' | 'words' | 'unreadable';

export interface Cell {
  /** As it stands in the CSV. */
  readonly raw: string;
  readonly content: CellContent;
  readonly value?: Decimal;
  /** Place of the field in the row, from 1. */
  readonly field: number;
}

export interface Column {
  readonly kind: ColumnKind;
  /** As printed in this table. */
  readonly label: string;
}

export interface Row {
  /** Its name in cell references, unique in the table. */
  readonly key: string;
  /** The printed name, without indentation. */
  readonly name: string;
  /** The code it prints, parts joined; of its classification. */
  readonly code?: string;
  /** The code that another table of the disclosure prints for this name. */
  readonly matchedCode?: string;
  /** The declared row that it is. */
  readonly declared?: string;
  /** Depth for indentation, from 0. */
  readonly level: number;
  readonly total: boolean;
  readonly direction?: Direction;
  /** By column id. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** Physical line in the file, from 1. */
  readonly line: number;
}

export interface Table {
  readonly id: string;
  readonly title: string;
  readonly state: TableState;
  /** Absent only where the table is. */
  readonly kind?: TableKind;
  /** Of the source, from its first page: `5`, `11-14`. */
  readonly page?: string;
  /** 万元, 元; absent where the table has no amounts. */
  readonly scale?: string;
  readonly statement?: string;
  readonly note?: string;
  readonly remark?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** The CSV, relative to the archive's root. */
  readonly file?: string;
}

export type StatementMeasure = 'amount' | 'change' | 'growth' | 'share' | 'completion' | 'count';

/** A figure that the document's text prints outside its tables. */
export interface Statement {
  readonly id: string;
  readonly section: string;
  readonly subject: string;
  readonly measure: StatementMeasure;
  readonly value: Decimal;
  readonly raw: string;
  readonly unit: string;
  /** Of the figure; for a change or growth, of the figure it is compared with. */
  readonly year: number;
  readonly stage?: Stage;
  readonly basis?: string;
  readonly direction?: Direction;
  readonly fund?: string;
  readonly classification?: string;
  readonly code?: string;
  readonly use?: string;
  /** The cell that prints the same fact; for a change, growth, share or completion, the figure it is about. */
  readonly cell?: string;
  /** For a share or completion, the whole. */
  readonly of?: string;
  /** Sums that the figure should equal, each a list of references. */
  readonly parts?: readonly (readonly string[])[];
  readonly line: number;
}

export interface Heading {
  readonly id: string;
  readonly depth: number;
  readonly text: string;
}

/** Markdown, checked as a tree and rendered to HTML without being executed. */
export interface Narrative {
  readonly html: string;
  readonly headings: readonly Heading[];
  /** Without markup, for summaries and search. */
  readonly text: string;
  /** The text under each heading; what stands before the first has no id. */
  readonly sections: readonly { readonly id: string; readonly heading: string; readonly text: string }[];
}

export interface Source {
  readonly form: 'pdf' | 'word' | 'excel' | 'html' | 'text';
  readonly file?: string;
  readonly url?: string;
  readonly sha256?: string;
  readonly taken?: string;
}

/** A slip of transcription that was put right; what the document prints never changes. */
export interface Correction {
  /** Within the disclosure. */
  readonly cell: string;
  /** As they stood and stand in the CSV; empty where it was left out, or did not belong. */
  readonly was: string;
  readonly now: string;
  /** `2024-02-13` */
  readonly date: string;
  readonly reason: string;
}

export interface Disclosure {
  /** `2023-budget`: unique within its unit, and its address. */
  readonly id: string;
  readonly unit: string;
  /** By which years are counted and ordered: the year in its name, the first of two. */
  readonly year: number;
  readonly fiscalYear: FiscalYear;
  readonly type: DisclosureType;
  /** The kind of document as its path says it: the type, or the archive's own word for it. */
  readonly typeId: string;
  /** Which replacement of the first publication, from 1. */
  readonly revision: number;
  readonly title: string;
  readonly profile?: string;
  readonly scope: 'unit' | 'department';
  readonly currency: string;
  readonly scale?: string;
  readonly number?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly replaces?: string;
  /** Why its total is more or less than before, as it says itself; without a full stop. */
  readonly reason?: string;
  readonly source: Source;
  readonly tables: readonly Table[];
  readonly statements: readonly Statement[];
  readonly narrative: Narrative;
  readonly checks: readonly Check[];
  /** The latest first. */
  readonly corrections: readonly Correction[];
  /** How many cells of its tables hold a figure. */
  readonly figures: number;
  /** The glossary's terms that its narrative, table titles, heads or rows use, by id. */
  readonly terms: readonly string[];
  readonly file: string;
  /** A SHA-256 of its own files and its unit's description, in hexadecimal digits. */
  readonly version: string;
}

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly shortName?: string;
  readonly region: string;
  readonly code?: string;
  readonly aliases: readonly string[];
  readonly formerNames: readonly string[];
  readonly parent?: string;
  readonly nature?: string;
  readonly narrative: Narrative;
  readonly file: string;
  /** A SHA-256 of its own files, in hexadecimal digits. */
  readonly version: string;
}

export interface Term {
  readonly id: string;
  readonly term: string;
  readonly en?: string;
  readonly aliases: readonly string[];
  readonly short: string;
  readonly related: readonly string[];
  readonly narrative: Narrative;
}

/**
 * published: printed in a table; stated: printed in the text; derived: computed from a stated
 * change and the figure it is about.
 */
export type Origin = 'published' | 'stated' | 'derived';

/** One amount or count, with everything that it takes to compare it with another. */
export interface Observation {
  readonly unit: string;
  readonly year: number;
  readonly stage: Stage;
  readonly basis?: string;
  readonly direction?: Direction;
  readonly fund: string;
  readonly use?: string;
  readonly classification?: string;
  /** Of the classification, as its document uses it. */
  readonly version?: string;
  /** Empty for the total of its classification. */
  readonly code: string;
  /** The name printed beside it. */
  readonly label: string;
  readonly measure: 'amount' | 'count';
  readonly value: Decimal;
  /** 万元, 元; for a count, what is counted. */
  readonly scale: string;
  readonly scope: 'unit' | 'department';
  readonly origin: Origin;
  /** The disclosure that says so. */
  readonly disclosure: string;
  /** The cell or statement within it. */
  readonly cell: string;
}

/** One fact and everyone who states it. */
export interface Fact {
  /** The most direct claim. */
  readonly best: Observation;
  readonly others: readonly Observation[];
  /** Whether independent claims agree; absent where there is only one. */
  readonly verdict?: Verdict | undefined;
}

/** One printed figure that took part in a check. */
export interface CheckInput {
  /** Within the disclosure. */
  readonly cell: string;
  readonly value: Decimal;
  readonly sign: 1 | -1;
}

/** The answer of one identity at one cell. */
export interface Check {
  readonly rule: string;
  readonly verdict: Verdict;
  /** How the inputs make the computed figure: their sum, their sum as at most the whole, the one of them, or the first over the rest. */
  readonly operation: 'sum' | 'part' | 'equality' | 'quotient';
  /** The cell whose figure is held against the others. */
  readonly cell: string;
  readonly place: Place;
  readonly stated?: Decimal;
  readonly computed?: Decimal;
  /** The largest difference that rounding explains. */
  readonly tolerance?: Decimal;
  readonly inputs: readonly CheckInput[];
  readonly acknowledged?: string;
}

/** A rule as its readers know it. */
export interface RuleText {
  readonly code: string;
  /** The folder that it stands in: files, tables, sums, text, archive. */
  readonly group: string;
  readonly severity: Severity;
  readonly title: Required<Text>;
  readonly explanation: Required<Text>;
  /** With `{name}` for what is filled in. */
  readonly message: Required<Text>;
  /** `removed`: the bad example is the archive without the file. */
  readonly example: { readonly file: string; readonly good?: string; readonly bad: string; readonly removed?: true };
}

export type CodeNames = ReadonlyMap<string, ReadonlyMap<string, string | undefined>>;

/** What a part of an archive, or a digest of it, must know of the whole to be printed and exported as in it. */
export interface Whole {
  /** The classifications with codes in use. */
  readonly classifications: readonly string[];
  /** By classification the codes in use, of a part those that its documents mention; of a code that no version lists, the name that is first printed. */
  readonly codes: CodeNames;
  /** Whether any document prints figures of 三公经费. */
  readonly printsThreePublic: boolean;
  /** Decimals of the currency that hold every amount exactly. */
  readonly minorPlaces: number;
  /** Decimals that hold every observation as it is printed. */
  readonly mostPlaces: number;
  /** Whether its data are published in volumes. */
  readonly inVolumes: boolean;
  /** What no page or file of a part asks for. */
  readonly counted?: Counted;
}

/** What pages of several units count. */
export interface Counted {
  readonly observations: number;
  readonly disclosures: number;
  /** By classification and code, joined with a slash: units that print a figure other than zero under it. */
  readonly spenders: ReadonlyMap<string, number>;
  /** By what is compared: a measure, or a code. */
  readonly compared: ReadonlyMap<string, ComparedCount>;
}

/** Of one measure or code. */
export interface ComparedCount {
  readonly figures: number;
  /** Where its figures are when they are kept in parts. */
  readonly parts: readonly string[];
  readonly funds: readonly string[];
  readonly uses: readonly string[];
  /** What its figures that are no amounts count. */
  readonly things: readonly string[];
}

export interface Archive {
  /** Of a part or a digest alone: what it is of. */
  readonly whole?: Whole;
  readonly facts: ArchiveFacts;
  /** Its version: a SHA-256 of its files, in hexadecimal digits. */
  readonly digest: string;
  readonly regions: ReadonlyMap<string, Region>;
  /** What names and labels are called in another language: by its tag, by the words as they are printed. */
  readonly translations: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly units: ReadonlyMap<string, Unit>;
  /** By unit id and disclosure id joined with a slash, in that order. */
  readonly disclosures: ReadonlyMap<string, Disclosure>;
  readonly kinds: ReadonlyMap<string, TableKind>;
  readonly profiles: ReadonlyMap<string, Profile>;
  /** By name and version joined with a slash: `functional/2023`. */
  readonly classifications: ReadonlyMap<string, Classification>;
  /** In the order of their files. */
  readonly crosswalks: readonly Crosswalk[];
  readonly terms: ReadonlyMap<string, Term>;
  readonly rules: ReadonlyMap<string, RuleText>;
  /** One per fact, the most direct claim. */
  readonly observations: readonly Observation[];
  /** Facts that more than one document states, or that also follow from a stated change. */
  readonly claims: readonly Fact[];
  readonly findings: readonly Finding[];
}
