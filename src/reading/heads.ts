/** The head of a table's CSV held against the columns of its kind: one fault, one finding, and a guess that helps. */
import type { Column } from '../domain/archive.ts';
import type { ColumnKind, TableKind } from '../domain/declarations.ts';
import type { Fault, Place } from '../domain/finding.ts';
import { type CsvFile, type CsvRow, fieldPlace, otherSeparator } from './csv.ts';
import { plainLabel, visible } from './labels.ts';
import { nearest } from './nearest.ts';

type Report = (fault: Fault) => void;

export interface FoundColumn {
  readonly column: Column;
  readonly field: number;
}

export interface MatchedHead {
  readonly columns: readonly FoundColumn[];
  /** Some labels were not recognised, or columns are missing. */
  readonly incomplete: boolean;
}

/** Heads of a kind in which nothing was wrong: the same few come back in every document, and their columns are held once. */
const sound = new WeakMap<TableKind, Map<string, MatchedHead>>();

/** Undefined where the first row is no head at all: then nothing below it can be read either. */
export function matchHead(csv: CsvFile, head: CsvRow, kind: TableKind, report: Report): MatchedHead | undefined {
  const known = sound.get(kind) ?? new Map<string, MatchedHead>();
  sound.set(kind, known);
  const labels = head.fields.join('\0');
  const before = head.broken ? undefined : known.get(labels);
  if (before) return before;
  let faults = 0;
  const matched = matchLabels(csv, head, kind, (fault) => {
    faults += 1;
    report(fault);
  });
  if (matched && faults === 0) known.set(labels, matched);
  return matched;
}

function matchLabels(csv: CsvFile, head: CsvRow, kind: TableKind, report: Report): MatchedHead | undefined {
  const byLabel = new Map(kind.columns.flatMap((column) => column.labels.map((label) => [plainLabel(label), column] as const)));
  const columnOf = (label: string): ColumnKind | undefined => byLabel.get(plainLabel(visible(label)));
  if (head.broken) return undefined;
  if (!head.fields.some(columnOf)) {
    report(
      otherSeparator(csv, head, (label) => columnOf(label) !== undefined) ?? {
        rule: 'table-has-no-head',
        place: fieldPlace(csv, head, 1),
        values: {},
      },
    );
    return undefined;
  }
  const present = new Set(head.fields.flatMap((label) => columnOf(label)?.id ?? []));
  const missing = kind.columns.filter(({ id }) => !present.has(id));
  const guessed = new Set<ColumnKind>();
  const columns: FoundColumn[] = [];
  const taken = new Set<string>();
  let incomplete = false;
  head.fields.forEach((printed, index) => {
    const place = (): Place => fieldPlace(csv, head, index + 1);
    const label = visible(printed);
    const column = columnOf(label);
    if (!column) {
      incomplete = true;
      const guess = guessColumn(label, missing);
      for (const each of guess?.columns ?? []) guessed.add(each);
      const words = guess
        ? { advice: `是不是“${guess.texts.join('、')}”？`, adviceEn: `Is it “${guess.texts.join(', ')}”?` }
        : { advice: '其余栏目都已认出。', adviceEn: 'All other columns are known.' };
      report({
        rule: 'head-unknown',
        place: place(),
        values: {
          ...(label.trim() === '' ? { label: '（空）', labelEn: '(blank)' } : { label }),
          advice: `${words.advice}如果原表确实这样印，请把它加进表的种类。`,
          adviceEn: `${words.adviceEn} If it is printed so, add it to the table kind.`,
        },
      });
      return;
    }
    if (label !== printed) report({ rule: 'invisible-character', place: place(), values: { label } });
    if (taken.has(column.id)) {
      incomplete = true;
      report({ rule: 'head-duplicated', place: place(), values: { label } });
      return;
    }
    taken.add(column.id);
    columns.push({ column: { kind: column, label }, field: index + 1 });
  });
  for (const column of missing) {
    if (column.optional) continue;
    incomplete = true;
    if (!guessed.has(column))
      report({ rule: 'head-missing', place: fieldPlace(csv, head, 1), values: { label: column.labels[0] ?? column.id } });
  }
  return { columns, incomplete };
}

/** Which missing column a label is meant for: the upper level left out, nearly the same, or the only ones left. */
function guessColumn(
  label: string,
  missing: readonly ColumnKind[],
): { texts: readonly string[]; columns: readonly ColumnKind[] } | undefined {
  const labels = missing.flatMap((column) => column.labels.map((text) => ({ text, column })));
  const plain = plainLabel(label);
  const found =
    labels.find(({ text }) => plain !== '' && plainLabel(text).endsWith(`/${plain}`)) ??
    labels.find(
      ({ text }) =>
        plain !== '' &&
        text ===
          nearest(
            plain,
            labels.map((each) => each.text),
          ),
    );
  if (found) return { texts: [found.text], columns: [found.column] };
  const needed = missing.filter(({ optional }) => !optional);
  return needed.length > 0 ? { texts: needed.map(({ id, labels: [first] }) => first ?? id), columns: needed } : undefined;
}
