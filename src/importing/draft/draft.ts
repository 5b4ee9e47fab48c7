/** A draft: the files that an import makes, and what is known of them. */
import type { Finding } from '../../domain/finding.ts';
import type { Accounting } from '../recognise/accounting.ts';
import type { PersonalPlace } from '../recognise/personal.ts';
import type { Recognised } from '../recognise/recognise.ts';
import type { DraftStatement } from '../recognise/statements.ts';
import type { Place, SourceDocument } from '../source-document.ts';

/** Whose document, of which year and kind. */
export interface Target {
  readonly unit: string;
  /** `2024-budget`, `2024-budget-r2`. */
  readonly id: string;
}

export interface Draft {
  readonly target: Target;
  readonly form: SourceDocument['form'];
  readonly sourceFile: string;
  readonly notices: readonly DraftNotice[];
  readonly recognised: Recognised;
  readonly statements: readonly DraftStatement[];
  readonly accounting: Accounting;
  readonly personal: readonly PersonalPlace[];
  /** By path in the archive. */
  readonly files: Readonly<Record<string, string>>;
  /** What the archive's own check says of the draft, with the place in the source. */
  readonly findings: readonly PlacedFinding[];
  /** Identities that were worked out, by their answers. */
  readonly checks: Readonly<Record<string, number>>;
}

/** What the reader of the file, or the import itself, has to say of the whole. */
export interface DraftNotice {
  readonly code: string;
  readonly message: string;
}

export interface PlacedFinding {
  readonly finding: Finding;
  readonly source?: Place;
}
