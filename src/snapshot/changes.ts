/** What differs between two archives, one entry for each thing that was changed. */
export type ChangeType =
  | 'cell'
  | 'row-added'
  | 'row-removed'
  | 'column-added'
  | 'column-removed'
  | 'field'
  | 'text'
  /** The same rows, one after another otherwise. */
  | 'order'
  /** A disclosure with all of its files. */
  | 'document-added'
  | 'document-removed'
  | 'file-added'
  | 'file-removed'
  | 'file'
  | 'spelling';

export interface Change {
  readonly type: ChangeType;
  /** Relative to the archive. */
  readonly file: string;
  /** The unit's name and the document's, or the file. */
  readonly document: string;
  /** Within it: table, row and column; a field; a line. Empty for the file as a whole. */
  readonly place: readonly string[];
  /** Its name in cell references, for a cell of a table. */
  readonly cell?: string;
  readonly before?: string;
  readonly after?: string;
}

/** A change before it is known of which file it is. */
export type Difference = Omit<Change, 'file' | 'document'>;
