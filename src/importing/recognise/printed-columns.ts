/** Which of a kind's columns the head of a text without cells prints, and in which of their declared words. */
import type { ColumnKind, TableKind } from '../../domain/declarations.ts';
import { plainLabel } from '../../reading/labels.ts';
import type { Piece } from './piece.ts';

/**
 * The kind with the columns that the head prints, each called as printed. One that it lacks is taken to be absent only
 * where the fullest row has a figure for each of the others: `most` is the number of its figures.
 */
export function asPrinted(kind: TableKind, heads: readonly Piece[], most: number): TableKind {
  const head = plainLabel(heads.map(({ text }) => text).join(''));
  const worded = kind.columns.map((column): ColumnKind => {
    const printed = column.labels.find((label) => partsOf(label).every((part) => head.includes(part)));
    return printed === undefined ? column : { ...column, labels: [printed, ...column.labels.filter((label) => label !== printed)] };
  });
  const taken = new Map<string, number>();
  const kept = worded.filter((column) => {
    if (!isNumeric(column)) return true;
    // The label above may be lost where the text was broken.
    const leaf = column.labels.map((label) => partsOf(label).at(-1) ?? '').find((each) => head.includes(each));
    if (leaf === undefined) return false;
    // A label under two others is printed twice; once, it stands under the first.
    const times = (taken.get(leaf) ?? 0) + 1;
    taken.set(leaf, times);
    return times <= head.split(leaf).length - 1;
  });
  return { ...kind, columns: kept.filter(isNumeric).length === most ? kept : worded };
}

/** How many of its columns of figures have a label whose words the head prints, of all. */
export function shareOfHead({ columns }: TableKind, heads: readonly Piece[]): number {
  const head = plainLabel(heads.map(({ text }) => text).join(''));
  const numeric = columns.filter(isNumeric);
  const found = numeric.filter(({ labels }) => labels.some((label) => head.includes(partsOf(label).at(-1) ?? '')));
  return found.length / Math.max(1, numeric.length);
}

function partsOf(label: string): string[] {
  return label.split('/').map(plainLabel);
}

function isNumeric({ role }: ColumnKind): boolean {
  return role === 'amount' || role === 'percent' || role === 'count';
}
