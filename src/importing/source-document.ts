/**
 * A published file as a reader of paper sees it: paragraphs and grids in reading order, each with its place.
 * Every container (PDF, Word, Excel, HTML, text) is read into this one form; recognising budgets starts from it.
 */
export interface SourceDocument {
  readonly form: 'pdf' | 'word' | 'excel' | 'html' | 'text';
  /** Pages of a PDF or sheets of a workbook; undefined where the form has none. */
  readonly pages: number | undefined;
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | Grid;

/** A run of text outside tables; lines that the layout broke are joined only where the container says so. */
export interface Paragraph {
  readonly type: 'paragraph';
  readonly text: string;
  readonly place: Place;
}

/** A table whose cells the container gives: ruled lines of a PDF, cells of Word, Excel, HTML, tabs of a text. */
export interface Grid {
  readonly type: 'grid';
  readonly cells: readonly GridCell[];
  readonly rows: number;
  readonly columns: number;
  readonly place: Place;
}

/** A cell at a zero-based row and column, spanning one or more; `text` has no line breaks that only the layout made. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly place: Place;
}

/** Where something stands in the published file; only what the form has. Numbers count from one. */
export interface Place {
  readonly page?: number;
  readonly sheet?: string;
  readonly line?: number;
  /** A cell's name in its sheet (`B7`), or the ordinal of the table in a Word or HTML file. */
  readonly cell?: string;
  readonly table?: number;
  /** Left, top, right, bottom in points from the page's upper left corner. */
  readonly box?: readonly [number, number, number, number];
}
