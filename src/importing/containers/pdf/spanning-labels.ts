/** Labels of a head without rules that stand over several columns, and which ones those are. */
import type { AlignedColumn } from './aligned-columns.ts';
import type { HeadCell } from './head-cells.ts';

/** With the first and the last column that it stands over. */
export interface SpanningLabel {
  readonly cell: HeadCell;
  readonly from: number;
  readonly to: number;
}

/** A rule within the head. */
export interface Underline {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** Which columns a common label is centred over; a rule beneath it says so outright. */
export function spanningOf(
  upper: readonly HeadCell[],
  columns: readonly AlignedColumn[],
  underlines: readonly Underline[],
  size: number,
): readonly SpanningLabel[] {
  const edge = (after: number): number => {
    const [before, next] = [columns[after], columns[after + 1]];
    if (!before) return (next?.left ?? 0) - 0.5 * size;
    return next ? (before.right + next.left) / 2 : before.right + 0.5 * size;
  };
  const lowest = Math.max(...columns.flatMap(({ labels }) => labels.map(({ bottom }) => bottom)));
  const taken: { cell: HeadCell; from: number; to: number }[] = [];
  for (const cell of [...upper].sort((a, b) => b.bottom - a.bottom || a.left - b.left)) {
    const middle = (cell.left + cell.right) / 2;
    const line = underlines.find(
      ({ from, to, at }) => at > cell.bottom && at < cell.bottom + 2 * size && from <= cell.left + size && to >= cell.right - size,
    );
    // What is not below it stands in the middle of the head's whole height.
    const middleOfHead = (cell.top + lowest) / 2;
    const free = (index: number): boolean => {
      const { labels } = columns[index] as AlignedColumn;
      const above = taken.some(({ cell: other, from, to }) => from <= index && index <= to && Math.abs(other.top - cell.top) < 0.5 * size);
      return !above && labels.some(({ top, bottom }) => top > cell.bottom + 0.3 * size && (top + bottom) / 2 > middleOfHead + 0.2 * size);
    };
    let best: { from: number; to: number; away: number } | undefined;
    for (let from = 0; from < columns.length; from += 1) {
      for (let to = from; to < columns.length && free(to); to += 1) {
        const [left, right] = [edge(from - 1), edge(to)];
        if (right < cell.right - 0.3 * size || left > cell.left + 0.3 * size) continue;
        const away = line
          ? Math.abs(line.from - left) + Math.abs(line.to - right)
          : Math.abs((left + right) / 2 - middle) - (to > from ? 0.5 * size : 0);
        if (!best || away < best.away) best = { from, to, away };
      }
    }
    if (best) taken.push({ cell, from: best.from, to: best.to });
    else {
      const nearest = columns.reduce((near, { left, right }, index) => {
        const own = columns[near] as AlignedColumn;
        return Math.abs((left + right) / 2 - middle) < Math.abs((own.left + own.right) / 2 - middle) ? index : near;
      }, 0);
      taken.push({ cell, from: nearest, to: nearest });
    }
  }
  return taken;
}
