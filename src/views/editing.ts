/** While editing: each open finding in a line, and the place in a page beside which it is shown. */
import type { Disclosure } from '../domain/archive.ts';
import { formatCellReference, STATEMENTS } from '../domain/cell-reference.ts';
import type { Finding, Severity } from '../domain/finding.ts';
import { type Edition, textOf } from './edition.ts';
import { disclosureHref } from './select.ts';

export interface EditingNote {
  readonly severity: Severity;
  /** `data/…/expenditure.csv:5:14` */
  readonly place: string;
  readonly text: string;
  /** The page that shows it, with the element beside which it stands. */
  readonly href?: string;
  /** Of that element's cells, the one meant, from 0; absent where the element itself is. */
  readonly cell?: number;
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** Findings that nobody has acknowledged, those of the page at `path` first, and of those the gravest. */
export function editingNotes(edition: Edition, path: string): EditingNote[] {
  const notes = edition.archive.findings
    .filter(({ acknowledged }) => acknowledged === undefined)
    .map((finding) => noteOf(edition, finding));
  const here = (note: EditingNote): number => (note.href?.startsWith(`${path}#`) ? 0 : 1);
  return notes.sort((a, b) => here(a) - here(b) || ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

function noteOf(edition: Edition, finding: Finding): EditingNote {
  const { file, line, column } = finding.place;
  const disclosure = [...edition.archive.disclosures.values()].find(
    (each) => each.file === file || file.startsWith(`data/disclosures/${each.unit}/${each.id}/`),
  );
  return {
    severity: finding.severity,
    place: [file, line, column].filter((part) => part !== undefined).join(':'),
    text: textOf(edition, finding.message),
    ...(disclosure ? placeInPage(edition, disclosure, finding) : {}),
  };
}

function placeInPage(
  edition: Edition,
  disclosure: Disclosure,
  { place: { file, line, field }, values }: Finding,
): Pick<EditingNote, 'href' | 'cell'> {
  const page = disclosureHref(edition, disclosure.unit, disclosure.id);
  const id = /([^/]+)\.csv$/.exec(file)?.[1];
  if (id === STATEMENTS) {
    const statement = disclosure.statements.find((each) => each.line === line);
    return { href: statement ? `${page}#${STATEMENTS}.${statement.id}` : `${page}#${STATEMENTS}` };
  }
  const table = disclosure.tables.find((each) => each.id === id || (id === undefined && each.title === values.title));
  if (!table) return { href: page };
  const row = table.rows.find((each) => each.line === line);
  // A row that could not be read, a head, the table itself: the table's heading.
  if (!row) return { href: `${page}#${table.id}` };
  const index = table.columns.findIndex(({ kind }) => row.cells.get(kind.id)?.field === field);
  const column = table.columns[index];
  if (!column) return { href: `${page}#${table.id}.${row.key}` };
  const { id: columnId, role } = column.kind;
  if (role === 'amount' || role === 'percent' || role === 'count')
    return { href: `${page}#${formatCellReference({ table: table.id, row: row.key, column: columnId })}` };
  return { href: `${page}#${table.id}.${row.key}`, cell: index };
}
