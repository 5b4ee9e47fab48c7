/** The labels of a head without rules: words beside each other on a line, and the lines of one label below each other. */
import type { TextLine } from './aligned-columns.ts';
import type { Run } from './lines.ts';

/** A gap, in ems, that parts labels beside each other. */
const LABELS_APART = 0.5;
/** A gap, in ems, within a word whose characters are set apart. */
const SET_APART = 2.5;
/** Distance of the lines of one label, in ems, at most. */
const LEADING = 1.72;
const CODE_PART = /^[类款项]$/;

/** A label, its lines together. */
export interface HeadCell {
  readonly runs: readonly Run[];
  readonly left: number;
  readonly right: number;
  /** Baselines of its first and last line. */
  readonly top: number;
  readonly bottom: number;
}

export function headCells(head: readonly TextLine[], size: number): HeadCell[] {
  const cells: { runs: Run[]; left: number; right: number; top: number; bottom: number }[] = [];
  for (const { line, runs } of head) {
    /** The label that goes on below itself: in the middle, or where it began. */
    const openAbove = (left: number, right: number) => {
      const above = cells.filter(
        (cell) =>
          line.baseline - cell.bottom < LEADING * size &&
          line.baseline > cell.bottom &&
          (Math.abs(cell.left + cell.right - left - right) < size || Math.abs(cell.left - left) < 0.15 * size),
      );
      return above.length === 1 ? above[0] : undefined;
    };
    const parts: { runs: Run[]; left: number; right: number }[] = [];
    for (const run of [...runs].sort((a, b) => a.left - b.left)) {
      const last = parts.at(-1);
      const gap = last ? run.left - last.right : Infinity;
      // 合　计 is one word.
      const single = [...run.text].length === 1 && [...(last?.runs.at(-1)?.text ?? '')].length === 1 && !CODE_PART.test(run.text);
      const goesOn = openAbove(run.left, run.right) !== undefined && last !== undefined && openAbove(last.left, last.right) !== undefined;
      if (last && gap < (single && !goesOn ? SET_APART : LABELS_APART) * size) {
        last.runs.push(run);
        last.right = run.right;
      } else parts.push({ runs: [run], left: run.left, right: run.right });
    }
    for (const part of parts) {
      const open = openAbove(part.left, part.right);
      if (open) {
        open.runs.push(...part.runs);
        open.left = Math.min(open.left, part.left);
        open.right = Math.max(open.right, part.right);
        open.bottom = line.baseline;
      } else cells.push({ ...part, top: line.baseline, bottom: line.baseline });
    }
  }
  return cells;
}
