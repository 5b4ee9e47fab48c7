/** What was recognised → the files of a disclosure: front matter, tables, statements, the beginning of a narrative. */
import { stringify } from 'yaml';
import type { Observation } from '../../domain/archive.ts';
import { disclosureFile } from '../../reading/paths.ts';
import { STATEMENT_COLUMNS } from '../../reading/schemas.ts';
import type { DraftTable } from '../recognise/draft-table.ts';
import type { Recognised } from '../recognise/recognise.ts';
import type { DraftStatement } from '../recognise/statements.ts';
import { csvText } from './csv-text.ts';
import type { Target } from './draft.ts';
import { narrativeOf } from './narrative.ts';

/** Facts about the source that its text does not say. */
export interface SourceFacts {
  readonly form: string;
  readonly sha256: string;
  /** Its name in source/, where it is kept. */
  readonly kept?: string;
  readonly url?: string;
}

export function tableFile({ unit, id }: Target, table: string): string {
  return `data/disclosures/${unit}/${id}/${table}.csv`;
}

/** The files but for the statements, which are made from what these print. */
export function tableFiles(target: Target, recognised: Recognised, source: SourceFacts): Record<string, string> {
  const files: Record<string, string> = { [disclosureFile(target.unit, target.id)]: documentText(recognised, source, '') };
  for (const { id, columns, rows, state } of recognised.tables) {
    if (state === 'not-transcribed') continue;
    files[tableFile(target, id)] = csvText([columns.map(({ label }) => label), ...rows.map((row) => row.map(({ text }) => text))]);
  }
  return files;
}

export function statementFiles(
  target: Target,
  recognised: Recognised,
  source: SourceFacts,
  statements: readonly DraftStatement[],
  facts: readonly Observation[],
): Record<string, string> {
  const files: Record<string, string> = {
    [disclosureFile(target.unit, target.id)]: documentText(recognised, source, narrativeOf(statements, facts)),
  };
  if (statements.length > 0) files[tableFile(target, 'statements')] = csvText([STATEMENT_COLUMNS, ...statements.map(statementRow)]);
  return files;
}

function statementRow({
  id,
  section,
  subject,
  measure,
  value,
  unit,
  year,
  stage,
  basis,
  dimensions,
  cell,
  of,
  parts,
}: DraftStatement): string[] {
  const { direction, fund, classification, code, use } = dimensions;
  const values: Record<(typeof STATEMENT_COLUMNS)[number], string | undefined> = {
    id,
    section,
    subject,
    measure,
    value,
    unit,
    year: year === undefined ? undefined : String(year),
    stage,
    basis,
    direction,
    fund,
    classification,
    code,
    use,
    cell,
    of,
    parts: parts?.join(' '),
  };
  return STATEMENT_COLUMNS.map((column) => values[column] ?? '');
}

function documentText(
  { title, profile, classifications, scope, scale, tables, missing }: Recognised,
  source: SourceFacts,
  narrative: string,
): string {
  const entries: Record<string, string | number>[] = tables.map((table) => ({
    id: table.id,
    ...(table.kind && table.kind.id !== table.id ? { kind: table.kind.id } : {}),
    title: table.title,
    ...(table.state === 'printed' ? {} : { state: table.state }),
    ...pageOf(table),
    ...(table.scale && table.scale !== scale ? { scale: table.scale } : {}),
    ...(table.statement ? { statement: table.statement } : {}),
    ...(table.note ? { note: table.note } : {}),
    ...(table.remark ? { remark: table.remark } : {}),
  }));
  for (const { id, kind, title: name, before, unread } of [...missing].reverse()) {
    entries.splice(before, 0, {
      id,
      ...(kind && kind.id !== id ? { kind: kind.id } : {}),
      title: name,
      ...(unread ? { state: 'not-transcribed' } : { state: 'not-included', remark: '目录列有此表，正文没有。' }),
    });
  }
  const used = new Set(tables.flatMap(({ kind }) => kind?.classification ?? []));
  const versions = classifications.filter(({ name }) => used.has(name)).map(({ name, version }) => [name, version] as const);
  const matter = {
    title,
    ...(profile ? { profile: profile.id } : {}),
    ...(!profile && versions.length > 0 ? { classifications: Object.fromEntries(versions) } : {}),
    scope,
    ...(scale ? { scale } : {}),
    source: {
      form: source.form,
      ...(source.kept ? { file: source.kept } : {}),
      ...(source.url ? { url: source.url } : {}),
      sha256: source.sha256,
    },
    ...(entries.length > 0 ? { tables: entries } : {}),
  };
  return `---\n${stringify(matter, { lineWidth: 0 })}---\n\n${narrative}`;
}

/** Where the file has pages: the table's own, or its first and last. */
function pageOf({ pages, place, rows }: DraftTable): { page?: number | string } {
  const all = [...pages, ...[place, ...rows.flatMap((row) => row.map(({ piece }) => piece.place))].flatMap(({ page }) => page ?? [])];
  if (all.length === 0) return {};
  const [first, last] = [Math.min(...all), Math.max(...all)];
  return { page: first === last ? first : `${first}-${last}` };
}
