/** Cells in the order they are written, with spans, to rows and columns: the table model of HTML and Word. */

export interface CellSpan {
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

export interface PlacedCell extends CellSpan {
  readonly row: number;
  readonly column: number;
}

/** Spans past the table's end are cut; fields that no cell covers become blank cells. */
export function placeCells(rows: readonly (readonly CellSpan[])[]): { readonly cells: readonly PlacedCell[]; readonly columns: number } {
  const taken: boolean[][] = rows.map(() => []);
  const cells: PlacedCell[] = [];
  rows.forEach((row, index) => {
    let column = 0;
    for (const cell of row) {
      while (taken[index]?.[column]) column++;
      const rowSpan = Math.min(cell.rowSpan, rows.length - index);
      let columnSpan = 1;
      while (columnSpan < cell.columnSpan && !taken[index]?.[column + columnSpan]) columnSpan++;
      for (let r = index; r < index + rowSpan; r++) for (let c = column; c < column + columnSpan; c++) (taken[r] as boolean[])[c] = true;
      cells.push({ ...cell, row: index, column, rowSpan, columnSpan });
      column += columnSpan;
    }
  });
  const columns = Math.max(0, ...taken.map((row) => row.length));
  taken.forEach((row, index) => {
    for (let column = 0; column < columns; column++)
      if (!row[column]) cells.push({ row: index, column, rowSpan: 1, columnSpan: 1, text: '' });
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { cells, columns };
}
