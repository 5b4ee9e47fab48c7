/** Rows that a table's author did not rule: several figures under one another in one field are as many rows. */
import { isFigure } from '../joining.ts';
import { cluster } from './geometry.ts';
import { type Line, linesOf, type Run } from './lines.ts';

/**
 * For the cells of one ruled row, the baselines of the rows within it; one or none when it is a single row. Two cells
 * with figures on the same lines make rows, or one with three: two lines of one cell may be one broken figure.
 */
export function rowsWithin(cells: readonly (readonly Run[])[]): number[] {
  const columns = cells.map((runs) => linesOf(runs)).filter((lines) => lines.length > 1 && lines.every(({ text }) => isFigure(text)));
  if (columns.length === 0 || (columns.length === 1 && (columns[0]?.length ?? 0) < 3)) return [];
  const size = Math.max(...columns.flat().map((line) => line.size));
  return cluster(
    columns.flat().map(({ baseline }) => baseline),
    0.5 * size,
  );
}

/** Which of the rows a run belongs to: names set in as many lines go one by one, broken ones with the line where they begin. */
export function rowWithin(run: Run, baselines: readonly number[], lines: readonly Line[]): number {
  if (lines.length === baselines.length) {
    const at = lines.findIndex((line) => Math.abs(line.baseline - run.baseline) <= 0.5 * run.size);
    if (at >= 0) return at;
  }
  let row = 0;
  baselines.forEach((baseline, index) => {
    if (baseline <= run.baseline + 0.5 * run.size) row = index;
  });
  return row;
}
