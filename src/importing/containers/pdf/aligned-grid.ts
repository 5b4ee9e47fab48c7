/** The cells of a table without vertical rules, with the spans that its labels have. */
import type { AlignedColumn, AlignedColumns } from './aligned-columns.ts';
import type { Box } from './geometry.ts';
import type { HeadCell } from './head-cells.ts';
import { cellText, type Run } from './lines.ts';
import type { PageTable } from './page-layout.ts';

export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly runs: readonly Run[];
}

/** Labels in as many levels as stand above one another; the lowest of a column reaches down to its first row. */
export function alignedHead(
  columns: readonly AlignedColumn[],
  spanning: AlignedColumns['spanning'],
): { readonly cells: readonly PlacedCell[]; readonly levels: number } {
  const labels: { cell: HeadCell; from: number; to: number }[] = [...spanning];
  columns.forEach(({ labels: own }, column) => {
    for (const cell of own) {
      const known = labels.find((label) => label.cell === cell);
      if (known) known.to = column;
      else labels.push({ cell, from: column, to: column });
    }
  });
  const stacks = columns.map((_, column) =>
    labels
      .filter(({ from, to }) => from <= column && column <= to)
      .sort((a, b) => a.cell.top - b.cell.top || b.to - b.from - (a.to - a.from)),
  );
  const level = new Map<HeadCell, number>();
  for (const { cell, from, to } of [...labels].sort((a, b) => a.cell.top - b.cell.top || b.to - b.from - (a.to - a.from))) {
    const above = stacks.slice(from, to + 1).flatMap((stack) =>
      stack.slice(
        0,
        stack.findIndex((label) => label.cell === cell),
      ),
    );
    level.set(cell, Math.max(-1, ...above.map((label) => level.get(label.cell) ?? 0)) + 1);
  }
  const levels = Math.max(-1, ...level.values()) + 1;
  const cells = labels.map(({ cell, from, to }): PlacedCell => {
    const row = level.get(cell) ?? 0;
    const below = stacks
      .slice(from, to + 1)
      .flatMap((stack) => stack.slice(stack.findIndex((label) => label.cell === cell) + 1))
      .map((label) => level.get(label.cell) ?? levels);
    return { row, column: from, rowSpan: Math.min(levels, ...below) - row, columnSpan: to - from + 1, runs: cell.runs };
  });
  return { cells, levels };
}

export function gridOf(
  placed: readonly PlacedCell[],
  rows: number,
  columns: readonly AlignedColumn[],
  [left, right]: readonly [number, number],
): PageTable {
  const tops = Array.from({ length: rows }, (_, row) => {
    const runs = placed.flatMap((cell) => (cell.row === row ? cell.runs : []));
    return [
      Math.min(...runs.map(({ baseline, size }) => baseline - size)),
      Math.max(...runs.map(({ baseline, size }) => baseline + 0.2 * size)),
    ];
  });
  const taken = Array.from({ length: rows }, () => columns.map(() => false));
  const cells: PageTable['cells'][number][] = [];
  const put = ({ row, column, rowSpan, columnSpan, runs }: PlacedCell): void => {
    for (let down = row; down < row + rowSpan; down += 1) taken[down]?.fill(true, column, column + columnSpan);
    const box: Box = [
      columns[column]?.left ?? left,
      Math.min(tops[row]?.[0] ?? 0, ...runs.map(({ baseline, size }) => baseline - size)),
      columns[column + columnSpan - 1]?.right ?? right,
      Math.max(tops[row]?.[1] ?? 0, ...runs.map(({ baseline, size }) => baseline + 0.2 * size)),
    ];
    cells.push({ row, column, rowSpan, columnSpan, box, text: cellText(runs, box) });
  };
  for (const cell of placed) put(cell);
  taken.forEach((row, index) => {
    row.forEach((full, column) => {
      if (!full) put({ row: index, column, rowSpan: 1, columnSpan: 1, runs: [] });
    });
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const boxes = cells.map(({ box }) => box);
  const around: Box = [left, Math.min(...boxes.map((box) => box[1])), right, Math.max(...boxes.map((box) => box[3]))];
  return { type: 'table', rows, columns: columns.length, box: around, cells };
}
