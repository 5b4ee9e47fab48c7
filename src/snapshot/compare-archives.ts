/** Everything that differs between two archives, file by file, so that nothing can differ and not be listed. */
import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import { compileArchive } from '../archive/compile.ts';
import type { Archive, Table } from '../domain/archive.ts';
import type { Language } from '../language/language.ts';
import { parseCsv } from '../reading/csv.ts';
import { parseFrontMatter } from '../reading/fields.ts';
import type { ArchiveFiles } from '../reading/files.ts';
import { PATTERNS } from '../reading/paths.ts';
import { parseText } from '../reading/text.ts';
import { loadRules } from '../rules/load.ts';
import { ownEdition } from '../views/editions.ts';
import { documentName } from '../views/names.ts';
import type { Change, Difference } from './changes.ts';
import { compareTables } from './compare-tables.ts';
import { compareFields, compareLines, compareRecords } from './compare-values.ts';
import { byCodePoint } from './manifest.ts';

/** Faults of the archives are not the matter here; what they make unreadable is compared line by line. */
const IGNORED = (): void => undefined;

type Words = Language['snapshot']['comparison'];

interface Side {
  readonly files: ArchiveFiles;
  readonly archive: Archive;
}

export interface Comparison {
  readonly changes: readonly Change[];
  /** That of the newer archive. */
  readonly language: Language;
}

export async function compareArchives(before: ArchiveFiles, after: ArchiveFiles): Promise<Comparison> {
  const rules = await loadRules();
  const [old, now] = [before, after].map((files): Side => ({ files, archive: compileArchive(files, rules) })) as [Side, Side];
  const { language } = ownEdition(now.archive);
  const words = language.snapshot.comparison;
  const paths = [...new Set([...before.paths, ...after.paths])].sort(byCodePoint);
  const whole = paths.flatMap((file) => wholeDocument(file, before, after) ?? []);
  const folded = new Set(whole.flatMap(({ files }) => files));
  const changes = paths
    .filter((file) => !folded.has(file))
    .flatMap((file) => {
      const document = nameOf(file, now.archive) ?? nameOf(file, old.archive) ?? file;
      return differences(file, old, now, words).map(({ type, ...rest }): Change => ({ type, file, document, ...rest }));
    });
  const documents = whole.map(({ type, files }): Change => {
    const [file = ''] = files;
    return { type, file, document: nameOf(file, now.archive) ?? nameOf(file, old.archive) ?? file, place: [words.files(files.length)] };
  });
  return { changes: [...documents, ...changes].sort((a, b) => byCodePoint(a.file, b.file)), language };
}

/** A disclosure that one side lacks, with everything that came with it: one change, not one for each file. */
function wholeDocument(file: string, before: ArchiveFiles, after: ArchiveFiles) {
  const [, unit, id] = PATTERNS.disclosure.exec(file) ?? [];
  if (before.has(file) === after.has(file) || !unit || !id) return undefined;
  const [side, other] = before.has(file) ? [before, after] : [after, before];
  const own = side.paths.filter((path) => path.startsWith(`data/disclosures/${unit}/${id}/`) && !other.has(path));
  return { type: before.has(file) ? ('document-removed' as const) : ('document-added' as const), files: [file, ...own] };
}

function differences(file: string, old: Side, now: Side, words: Words): Difference[] {
  if (!old.files.has(file)) return [{ type: 'file-added', place: [] }];
  if (!now.files.has(file)) return [{ type: 'file-removed', place: [] }];
  const [from, to] = [old.files.read(file), now.files.read(file)];
  if (Buffer.compare(from, to) === 0) return [];
  const found = within(file, [from, to], old, now, words);
  // Other bytes that say the same: a mark at the beginning, ends of lines, quotation marks.
  return found.length > 0 ? found : [{ type: 'spelling', place: [] }];
}

function within(file: string, [from, to]: readonly [Uint8Array, Uint8Array], old: Side, now: Side, words: Words): Difference[] {
  const [oldText, newText] = PATTERNS.source.test(file) ? [] : [parseText(file, from, IGNORED), parseText(file, to, IGNORED)];
  if (oldText === undefined || newText === undefined)
    return [{ type: 'file', place: ['SHA-256'], before: sha256(from), after: sha256(to) }];
  const [oldTable, newTable] = [tableOf(file, old.archive), tableOf(file, now.archive)];
  if (oldTable && newTable) return compareTables(oldTable, newTable, words.tableHead);
  if (file.endsWith('.json')) return structured(() => compareFields(JSON.parse(oldText), JSON.parse(newText)), oldText, newText, words);
  if (file.endsWith('.csv')) {
    const rows = (text: string): (readonly string[])[] => parseCsv(file, text, IGNORED).rows.map(({ fields }) => fields);
    return compareRecords(rows(oldText), rows(newText), PATTERNS.acknowledged.test(file) || PATTERNS.corrections.test(file) ? 2 : 1);
  }
  const [oldPage, newPage] = [parseFrontMatter(file, oldText, IGNORED), parseFrontMatter(file, newText, IGNORED)];
  if (!oldPage || !newPage) return compareLines(oldText, newText, words.line);
  return [
    ...structured(() => compareFields(parse(oldPage.yaml), parse(newPage.yaml)), oldPage.yaml, newPage.yaml, words),
    ...compareLines(oldPage.body, newPage.body, words.line, { old: oldPage.bodyLine, now: newPage.bodyLine }),
  ];
}

/** Field by field, or line by line where one of the two cannot be read. */
function structured(compare: () => Difference[], from: string, to: string, { line }: Words): Difference[] {
  try {
    return compare();
  } catch {
    return compareLines(from, to, line);
  }
}

/** The table of a file; undefined where it could not be read as one. */
function tableOf(file: string, { disclosures }: Archive): Table | undefined {
  const [, unit, id] = PATTERNS.table.exec(file) ?? [];
  const table = disclosures.get(`${unit}/${id}`)?.tables.find((each) => each.file === file);
  return table && table.rows.length > 0 ? table : undefined;
}

function nameOf(file: string, archive: Archive): string | undefined {
  const { units, disclosures } = archive;
  const [, unit = '', id = ''] = PATTERNS.disclosure.exec(file) ?? PATTERNS.table.exec(file) ?? PATTERNS.source.exec(file) ?? [];
  const disclosure = disclosures.get(`${unit}/${id}`);
  return disclosure ? `${units.get(unit)?.name ?? unit} ${documentName(ownEdition(archive), disclosure)}` : undefined;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
