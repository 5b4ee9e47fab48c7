/** The label of a cell's column, levels of the head joined: 基本支出/人员支出. */
export function columnLabel(cell: HTMLTableCellElement): string {
  const head = cell.closest('table')?.tHead;
  if (!head) return '';
  // Where each cell of the head stands, those that span several columns and rows included.
  const grid: string[][] = [...head.rows].map(() => []);
  for (const [depth, row] of [...head.rows].entries()) {
    let at = 0;
    for (const each of row.cells) {
      while (grid[depth]?.[at] !== undefined) at += 1;
      const label = each.textContent?.replace(/\s+/g, ' ').trim() ?? '';
      for (let down = 0; down < each.rowSpan; down += 1) {
        for (let right = 0; right < each.colSpan; right += 1) {
          const line = grid[depth + down];
          if (line) line[at + right] = down === 0 ? label : '';
        }
      }
      at += each.colSpan;
    }
  }
  return grid
    .map((line) => line[cell.cellIndex] ?? '')
    .filter((label) => label !== '')
    .join('/');
}
