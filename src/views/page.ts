/**
 * The plain data of the pages. One function makes one page's value; components print it and decide nothing.
 * Numbers arrive formatted (`text`), with what a drawing needs beside them. Long, because it has the types of all pages,
 * which share many.
 */
import type { VerdictCounts } from '../archive/verdicts.ts';
import type { Citations } from '../citation/citation.ts';
import type { CitedWork } from '../citation/cited-work.ts';
import type { CellContent, RuleText } from '../domain/archive.ts';
import type { ReportForm } from '../domain/correction-report.ts';
import type { Stage, TableState } from '../domain/declarations.ts';
import type { Verdict } from '../domain/finding.ts';
import type { NumberFormat } from '../domain/number-format.ts';

export interface Link {
  readonly href: string;
  readonly text: string;
}

/** A sentence: plain text, with parts that are strong, lead somewhere, or are explained terms. */
export type Phrase = readonly PhrasePart[];
export type PhrasePart = string | { readonly strong: string; readonly href?: string | undefined } | Link | TermUse;

/** A glossary term where it occurs, explained in place. */
export interface TermUse {
  readonly term: string;
  readonly text: string;
}

/** How to cite the page, in the forms that authors need, the first the one of the page's language. */
export interface CitationView {
  /** What is cited, for the script that adds the day of access and cites a cell. */
  readonly work: CitedWork;
  /** What its version is of. */
  readonly of: 'archive' | 'unit' | 'disclosure';
  readonly forms: readonly { readonly id: keyof Citations; readonly name: string; readonly text: string; readonly block: boolean }[];
}

/** How a wrong figure of a document is reported. */
export interface CorrectionView {
  /** With what differs from cell to cell still to be filled in, by the script. */
  readonly form: ReportForm;
  /** The report of the document as a whole, to be copied. */
  readonly text: string;
  /** Of the document's page, as it is cited. */
  readonly address: string;
  /** Where reports go, with `{title}` and `{body}`; absent where the archive names no address. */
  readonly template?: string;
  readonly href?: string;
  /** How to report, in the archive's own words. */
  readonly instructions?: string;
}

/** What every page has around its subject. */
export interface Frame {
  readonly title: string;
  readonly description: string;
  /** Absolute path within the site, with its final slash. */
  readonly path: string;
  readonly crumbs: readonly Link[];
  /** The data that the page shows, in the words of https://schema.org/Dataset. */
  readonly dataset?: object;
  /** Of the one document or unit that the page is of. */
  readonly version?: string;
}

/** The explanations that a page's terms open, once each. */
export interface TermExplanation {
  readonly id: string;
  readonly term: string;
  readonly short: string;
  readonly href: string;
}

export interface Figure {
  readonly label: string;
  /** `6,150.64` */
  readonly text: string;
  /** 万元, 人, 辆, % */
  readonly unit: string;
  readonly href?: string;
  readonly note?: Phrase;
  readonly term?: string;
}

export type OriginMark = 'published' | 'stated' | 'derived';

export interface ChartPoint {
  /** For drawing only; null is a gap. */
  readonly value: number | null;
  readonly text: string;
  readonly origin?: OriginMark;
}

export interface ChartSeries {
  readonly label: string;
  readonly stage?: Stage;
  /** One per category. */
  readonly points: readonly ChartPoint[];
}

/** What the browser draws: serialised into the page, so it holds nothing that the table does not. */
export interface Drawing {
  /** `years`: grouped columns over fiscal years; `parts`: horizontal bars of one whole. */
  readonly form: 'years' | 'parts';
  readonly unit: string;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** How numbers on the axis are printed, where that is not `1,234.5`. */
  readonly numbers?: NumberFormat;
  /** Before which category, and in a drawing of parts before which of its bars, codes changed their meaning. */
  readonly breaks?: readonly { readonly category: number; readonly series?: number }[];
}

export interface ChartRow {
  readonly label: string;
  readonly href?: string;
  readonly note?: string;
  /** 422.79 */
  readonly text: string;
  readonly amountHref?: string;
  /** 占 51.0% */
  readonly share?: string;
  /** Length of the bar, 0 to 1; absent where there is none to draw. */
  readonly bar?: number;
  readonly origin?: OriginMark;
  readonly stage?: Stage;
}

/** A chart and the table that says the same without script. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  /** Scale, basis and what the marks mean, in a line. */
  readonly note: string;
  /** The chart in a sentence, for those who do not see it. */
  readonly summary: string;
  readonly drawing: Drawing;
  readonly head: readonly [label: string, amount: string, share?: string];
  readonly rows: readonly ChartRow[];
  /** Rows beyond six, opened on demand. */
  readonly rest?: { readonly label: string; readonly rows: readonly ChartRow[] };
}

/** How a disclosure's sums came out. */
export interface VerdictSummary extends VerdictCounts {
  /** "88 项核对：86 项相符，2 项为四舍五入差" */
  readonly text: string;
}

export interface DisclosureLine {
  readonly year: string;
  readonly title: string;
  readonly href: string;
  readonly unit?: Link;
  /** "10 张表 · 88 项核对，86 项相符" */
  readonly note: string;
}

/** A small drawing; a gap is where nothing is known. */
export type Trend = readonly { readonly label: string; readonly value: number | null; readonly stage: Stage }[];

export interface UnitLine {
  readonly name: string;
  readonly href: string;
  /** 2024 年预算 */
  readonly label?: string;
  readonly text?: string;
  readonly unit?: string;
  /** The cell that prints it. */
  readonly amountHref?: string;
  /** Totals over the years for a small trend, oldest first, each with its stage. */
  readonly trend: Trend;
  /** For a unit without a budget: what there is instead. */
  readonly note?: string;
}

/** A province with its units; where there are very many, its cities hold them, named alone. */
export interface Region {
  /** `region-330000`: its anchor in the list of units. */
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly units: readonly UnitLine[];
  readonly cities?: readonly Region[];
}

export interface HomePage {
  readonly frame: Frame;
  readonly heading: string;
  readonly description: string;
  readonly queries: readonly Link[];
  readonly holdings: readonly Figure[];
  readonly agreement: Phrase;
  /** By province; without the units themselves where there are too many for a first page. */
  readonly regions: readonly Region[];
  readonly latest: readonly DisclosureLine[];
}

export interface YearTableRow {
  readonly label: string;
  readonly href?: string;
  readonly level: number;
  /** One per year and stage; undefined where no document says. */
  readonly cells: readonly (
    | { readonly text: string; readonly href: string; readonly origin: OriginMark; readonly zero: boolean }
    | undefined
  )[];
  readonly trend?: Trend;
  /** +21.5%, of the last year over the one before; empty where one of them is not known. */
  readonly change?: string;
}

/** Years beside each other, and in each year its stages. */
export interface YearTable {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly { readonly year: string; readonly stages: readonly { readonly stage: Stage; readonly name: string }[] }[];
  readonly trendHead?: string;
  readonly changeHead?: string;
  readonly rows: readonly YearTableRow[];
  /** What an empty cell means; empty where there is none. */
  readonly gaps: string;
}

export interface UnitPage {
  readonly frame: Frame;
  readonly name: string;
  readonly lede: Phrase;
  readonly keys: readonly Figure[];
  /** Totals over the years. */
  readonly years?: Chart;
  readonly yearsNote: readonly Phrase[];
  /** Its figures beside those of others. */
  readonly compare?: Link;
  /** Functions, then 三公, over the years. */
  readonly yearTables: readonly YearTable[];
  /** Every 项 over the years, opened on demand. */
  readonly items?: YearTable;
  /** By function, by use, by economic class, 三公, in this order, those there are. */
  readonly composition: readonly Chart[];
  /** In place of charts that cannot be: "没有按…", one sentence each. */
  readonly absences: readonly Phrase[];
  readonly projects?: Chart;
  /** Staff, vehicles, procurement. */
  readonly indicators: readonly Figure[];
  readonly disclosures: readonly DisclosureLine[];
  readonly aboutHtml: string;
  /** Code, region, parent, other names. */
  readonly facts: readonly { readonly label: string; readonly value: Phrase }[];
  readonly citation: CitationView;
  readonly terms: readonly TermExplanation[];
}

export interface HeadCell {
  readonly label: string;
  /** What the printed label is called in the page's language, where that is another. */
  readonly gloss?: string;
  readonly columns: number;
  readonly rows: number;
  readonly align: 'start' | 'end';
  /** A code column, or the column that names the rows. */
  readonly role: 'code' | 'name' | 'text' | 'figure';
  readonly term?: string;
}

/** What a cell has to say about its sum. */
export interface CellMark {
  readonly verdict: Exclude<Verdict, 'ok'>;
  /** ≈, ≠, ÷0 or ？ */
  readonly sign: string;
  /** The sum in words: "187.53 + 17.53 = 205.06，表中为 205.07；差 0.01 可由四舍五入解释。" */
  readonly text: string;
}

export interface TableCell {
  /** The anchor, `expenditure.2040250.total`; figures only. */
  readonly id?: string;
  readonly text: string;
  readonly gloss?: string;
  readonly role: 'code' | 'name' | 'text' | 'figure';
  readonly content: CellContent;
  /** A printed 0.00, shown quietly. */
  readonly zero: boolean;
  readonly href?: string;
  /** The heads of its column, where marks need to be told apart. */
  readonly column?: string;
  readonly marks: readonly CellMark[];
}

export interface TableRow {
  /** The anchor of the row, `expenditure.2040250`. */
  readonly id: string;
  readonly level: number;
  readonly total: boolean;
  readonly cells: readonly TableCell[];
}

export interface TableView {
  readonly id: string;
  /** 表 3 */
  readonly number: string;
  readonly title: string;
  readonly gloss?: string;
  readonly state: TableState;
  /** In words, where there is nothing printed: why. */
  readonly stateText?: string;
  readonly statement?: string;
  readonly note?: string;
  readonly remark?: string;
  /** 单位：万元 */
  readonly scale?: string;
  readonly csv?: Link;
  readonly checks?: string;
  /** 原件第 11—14 页 */
  readonly page?: string;
  readonly head: readonly (readonly HeadCell[])[];
  readonly rows: readonly TableRow[];
  /** Above it the table is long, and the page renders it when it comes near. */
  readonly long: boolean;
}

export interface StatementLine {
  /** The anchor, `statements.expenditure-change`. */
  readonly id: string;
  readonly section: string;
  readonly subject: string;
  /** 减少 43.29 万元 */
  readonly text: string;
  /** 上年执行数（2022 年） */
  readonly basis?: string;
  /** The cell it can be held against. */
  readonly cell?: Link;
  readonly zero: boolean;
}

/** One sum, opened to its inputs. */
export interface CheckLine {
  readonly verdict: Verdict;
  readonly where: Link;
  readonly rule: Link;
  /** 187.53 + 17.53 = 205.06；表中 205.07，差 0.01 */
  readonly sum: string;
  readonly reason?: string;
  /** The cells that it is held against, shortened beside its own (`formatCellList`). */
  readonly inputs: string;
}

/** Sums of one table that agree by one rule: said once, since a document has hundreds. */
export interface AgreeingSums {
  /** The table's title, or what the text of the document is called. */
  readonly of: string;
  readonly rule: Link;
  /** `where` is the place within the table. */
  readonly lines: readonly Pick<CheckLine, 'where' | 'sum' | 'inputs'>[];
}

/** A figure of the document that others state too. */
export interface OtherClaims {
  readonly cell: Link;
  readonly text: string;
  readonly verdict: Verdict;
  readonly others: readonly {
    readonly text: string;
    readonly href: string;
    /** 2025 年预算 · 正文二（九） */
    readonly source: string;
    /** 2024 年执行, or the words printed. */
    readonly basis: string;
    readonly origin: OriginMark;
  }[];
}

export interface RubricGroup {
  /** The anchor of the group's points, to which checks lead: `street-rubric.基础工作.group-points`. */
  readonly id?: string;
  readonly name: string;
  readonly points: string;
  readonly criteria: readonly {
    readonly id: string;
    readonly text: string;
    readonly points: string;
    /** The anchor of the criterion's points, where it is not the group's. */
    readonly pointsId?: string;
  }[];
}

export interface Rubric {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly csv?: Link;
  readonly page?: string;
  readonly remark?: string;
  readonly groups: readonly RubricGroup[];
}

export interface DisclosurePage {
  readonly frame: Frame;
  readonly title: string;
  readonly unit: Link;
  /** 类型, 年度, 文号, 发布单位, 发布日期, 编制口径 */
  readonly facts: readonly { readonly label: string; readonly value: string | Phrase }[];
  readonly summary: readonly Phrase[];
  readonly verdict: VerdictSummary;
  readonly narrativeHtml: string;
  readonly headings: readonly Link[];
  readonly charts: readonly Chart[];
  readonly tables: readonly TableView[];
  /** Instead of tables, for an assessment. */
  readonly rubrics: readonly Rubric[];
  readonly statements: readonly StatementLine[];
  readonly statementsCsv?: Link;
  /** Those that differ first. */
  /** Those that do not agree. */
  readonly checks: readonly CheckLine[];
  readonly agreeing: readonly AgreeingSums[];
  /** What other documents say of its figures, in its own order. */
  readonly claims: readonly OtherClaims[];
  readonly source: readonly { readonly label: string; readonly value: string }[];
  readonly correction: CorrectionView;
  /** What was corrected, the latest first. */
  readonly corrections: readonly {
    readonly cell: Link;
    readonly was: string;
    readonly now: string;
    readonly date: string;
    readonly reason: string;
  }[];
  readonly citation: CitationView;
  readonly terms: readonly TermExplanation[];
}

export interface CodePage {
  readonly frame: Frame;
  readonly code: string;
  readonly name: string;
  /** 类, 款 or 项 */
  readonly level: string;
  readonly classification: string;
  readonly ancestors: readonly Link[];
  readonly children: readonly Link[];
  /** `foreign`: in the archive's own language, which is not the page's. */
  readonly definition?: { readonly text: string; readonly foreign: boolean } | undefined;
  /** Other printed names. */
  readonly variants: readonly string[];
  /** What crosswalks say of it: from which code to which, between which versions, and why. */
  readonly changes: readonly { readonly versions: string; readonly codes: Phrase; readonly reason: string }[];
  readonly lede: Phrase;
  /** Of units for which more than one year is known, each over its years. */
  readonly years: readonly Chart[];
  readonly compare?: Link;
  readonly rows: readonly {
    readonly unit: Link;
    readonly year: string;
    readonly stage: string;
    /** Shown in the form of its bar, where there are several stages to tell apart. */
    readonly form?: Stage;
    readonly fund: string;
    readonly text: string;
    readonly unitOfMeasure: string;
    readonly href: string;
    readonly origin: OriginMark;
    readonly bar?: number;
  }[];
  /** Rows beyond those shown, and where they can be found. */
  readonly more?: Link;
}

/** `/functions/` and `/economic/`: the tree of codes that occur. */
export interface CodeIndexPage {
  readonly frame: Frame;
  readonly heading: string;
  readonly lede: string;
  readonly codes: readonly {
    readonly code: string;
    readonly name: string;
    readonly href: string;
    readonly level: number;
    readonly units: number;
  }[];
}

export interface UnitIndexPage {
  readonly frame: Frame;
  readonly regions: readonly Region[];
  /** How many units there are, where they are too many to be read through: names can be filtered. */
  readonly filtered?: number;
}

export interface GlossaryPage {
  readonly frame: Frame;
  readonly terms: readonly { readonly id: string; readonly term: string; readonly short: string; readonly href: string }[];
}

export interface TermPage {
  readonly frame: Frame;
  readonly term: string;
  readonly short: string;
  readonly html: string;
  readonly aliases: readonly string[];
  readonly related: readonly Link[];
  /** Where it occurs, the newest first. */
  readonly occurrences: readonly Link[];
  /** Occurrences beyond those listed, and where they can be found. */
  readonly more?: Link;
}

/** One disclosure's sums by verdict, for the table over the whole archive. */
export interface DisclosureVerdicts extends VerdictSummary {
  readonly unit: Link;
  readonly disclosure: Link;
}

/** A check that is not plain agreement, with where it stands. */
export interface ArchiveCheckLine extends CheckLine {
  readonly unit: Link;
  readonly disclosure: Link;
  /** Anchor on the page of checks, to cite it by. */
  readonly id: string;
}

/** Two documents, or two places of one, and one fact. */
export interface ClaimLine {
  /** Anchor on the page of checks, to cite it by. */
  readonly id: string;
  readonly unit: Link;
  readonly fact: string;
  readonly verdict: Verdict;
  readonly claims: readonly { readonly text: string; readonly href: string; readonly source: string; readonly origin: OriginMark }[];
}

/** `/checks/`: can I trust this? */
export interface ChecksPage {
  readonly frame: Frame;
  readonly heading: string;
  /** One sentence with the numbers. */
  readonly lede: Phrase;
  readonly verdicts: readonly {
    readonly verdict: Verdict;
    readonly sign: string;
    readonly name: string;
    readonly explanation: string;
    readonly count: number;
  }[];
  readonly disclosures: readonly DisclosureVerdicts[];
  /** Of a large archive, how many more there are, all of whose sums agree. */
  readonly unlisted: number;
  /** Everything but agreement: failures first, then rounding, no answer, not checkable. */
  readonly lines: readonly ArchiveCheckLine[];
  readonly claims: readonly ClaimLine[];
  /** Findings that are not sums, acknowledged or not: an empty table unexplained, two documents that differ. */
  readonly findings: readonly FindingLine[];
  readonly citation: CitationView;
}

/** A finding that is not a sum, for readers. */
export interface FindingLine {
  readonly rule: Link;
  /** The table or cell it is about. */
  readonly where?: Link;
  /** Why it stands. */
  readonly reason?: string;
  /** What editors are told, and in which file, where nobody has said why it stands. */
  readonly message?: string;
  readonly file?: string;
}

export interface RuleView {
  readonly code: string;
  /** 错误, 提醒 or 说明 */
  readonly severityName: string;
  readonly title: string;
  readonly explanation: string;
  /** With … for what is filled in. */
  readonly message: string;
  readonly example: RuleText['example'];
}

export interface RulesPage {
  readonly frame: Frame;
  readonly heading: string;
  readonly lede: string;
  /** Those that occur. */
  readonly severities: readonly { readonly name: string; readonly explanation: string; readonly count: number }[];
  readonly groups: readonly { readonly name: string; readonly rules: readonly RuleView[] }[];
}

/** `/coverage/`: what is missing? Unit × year × table, each cell a state. */
export interface CoveragePage {
  readonly frame: Frame;
  readonly heading: string;
  readonly lede: Phrase;
  readonly legend: readonly { readonly state: CoverageState; readonly sign: string; readonly name: string; readonly count: number }[];
  /** By profile. */
  readonly boards: readonly {
    readonly id: string;
    readonly title: string;
    readonly columns: readonly string[];
    readonly rows: readonly {
      readonly unit: Link;
      readonly year: string;
      /** 第 2 次公开 */
      readonly note?: string;
      readonly disclosure: Link;
      readonly cells: readonly CoverageCell[];
    }[];
    /** Rows left out of a long board, in a sentence. */
    readonly unlisted?: string;
    /** Years between a unit's first and last without a document, in a sentence. */
    readonly gaps?: Phrase;
  }[];
  /** Documents of which no profile says what tables they must have, by type. */
  readonly others: readonly {
    readonly id: string;
    readonly title: string;
    readonly lines: readonly {
      readonly unit: Link;
      readonly disclosure: Link;
      readonly tables: readonly (CoverageCell & { readonly title: string })[];
    }[];
    readonly gaps?: Phrase;
  }[];
}

/** `absent`: neither listed nor required. */
export type CoverageState = TableState | 'absent';

export interface CoverageCell {
  readonly state: CoverageState;
  readonly sign: string;
  readonly name: string;
  readonly href?: string;
}
