/**
 * Text in several languages. Chinese is always there for the interface's own words; of an archive's words that
 * have no Chinese, reading puts what there is in its place. Other languages stand under their BCP 47 tags.
 */
export interface Text {
  readonly zh: string;
  readonly en?: string;
  readonly [tag: string]: string | undefined;
}

/** In the first of the languages that it has. */
export function wordsIn(text: Text, tags: readonly string[]): string {
  return tags.map((tag) => inLanguage(text, tag)).find((words) => words !== undefined) ?? text.zh;
}

function inLanguage(text: Text, tag: string): string | undefined {
  const texts: Readonly<Record<string, string | undefined>> = { ...text };
  return texts[tag.split('-')[0] ?? ''];
}

/** error: the archive would be wrong; warning: an editor should look; info: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * The answer of a check. `rounding`: differs, and rounding of the printed figures explains it.
 * `undefined`: the sum has no value (0/0). `not-checkable`: something it needs is not there; never a pass.
 */
export type Verdict = 'ok' | 'rounding' | 'fail' | 'undefined' | 'not-checkable';

/** Where a person looks: a file of the archive, and, within it, line and column, both from 1. */
export interface Place {
  /** Relative to the archive's root, with forward slashes. */
  readonly file: string;
  readonly line?: number;
  /** Character within the line, from 1. */
  readonly column?: number;
  /** In a CSV, the field within the row, from 1: what a spreadsheet calls column A, B, C. */
  readonly field?: number;
}

/** What was found wrong. The words come from the rule's message and the `values` that fill it. */
export interface Finding {
  /** The rule's code, permanent. */
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly values: Readonly<Record<string, string>>;
  /** The rule's message, filled. */
  readonly message: Text;
  /** The cell that it is about, such as `haining-migrant-centre/2023-budget#expenditure.2040250.total`. */
  readonly cell?: string;
  /** Why an editor let it stand, from `data/acknowledged.csv`. */
  readonly acknowledged?: string;
}

/** What reading or a rule came upon, before its rule gives it severity and words. */
export type Fault = Pick<Finding, 'rule' | 'place' | 'values' | 'cell'>;
