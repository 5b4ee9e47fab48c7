/** For tests: a grid as lines, its cells parted by ` | `, spans behind their text. */
import type { Grid } from '../importing/source-document.ts';

export function gridText(grid: Grid): string[] {
  const rows: string[][] = Array.from({ length: grid.rows }, () => []);
  for (const { row, text, rowSpan, columnSpan } of grid.cells)
    rows[row]?.push(rowSpan * columnSpan > 1 ? `${text} ${rowSpan}×${columnSpan}` : text);
  return rows.map((cells) => cells.join(' | '));
}
