/** One page: which text stands in which cell of which table, and which lines stand outside. */
import { alignedTables } from './alignment.ts';
import type { Box } from './geometry.ts';
import { type Lattice, type LatticeCell, lattices } from './lattice.ts';
import { cellText, type Line, linesOf, type Run, runsOf, sidewaysText } from './lines.ts';
import type { PageMarks } from './page-marks.ts';
import { rowsWithin, rowWithin } from './row-splitting.ts';

export interface PageLayout {
  readonly width: number;
  readonly height: number;
  /** From above. */
  readonly parts: readonly (PageLine | PageTable)[];
}

export interface PageLine {
  readonly type: 'line';
  readonly line: Line;
}

export interface PageTable {
  readonly type: 'table';
  readonly rows: number;
  readonly columns: number;
  readonly box: Box;
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly rowSpan: number;
    readonly columnSpan: number;
    readonly box: Box;
    readonly text: string;
  }[];
}

export function layOut({ width, height, glyphs, rules }: PageMarks): PageLayout {
  const tables = lattices(rules).filter((table) => table.columns > 1);
  const inside = new Map<LatticeCell, Run[]>();
  const outside: Run[] = [];
  for (const run of runsOf(glyphs, rules)) {
    // What runs aslant is a watermark across the page, no cell's text.
    const cell = run.turned % 90 <= 3 || run.turned % 90 >= 87 ? cellOf(run, tables) : undefined;
    if (!cell) outside.push(run);
    else if (inside.has(cell)) inside.get(cell)?.push(run);
    else inside.set(cell, [run]);
  }
  const ruled = tables.flatMap((table) => ruledTable(table, inside));
  const { tables: aligned, rest } = alignedTables(
    outside.filter((run) => run.turned === 0),
    rules,
  );
  const parts: (PageLine | PageTable)[] = [...ruled, ...aligned, ...rest.map((line) => ({ type: 'line' as const, line }))];
  parts.sort((a, b) => topOf(a) - topOf(b) || leftOf(a) - leftOf(b));
  const aside = sidewaysText(outside.filter((run) => run.turned !== 0));
  if (aside !== '')
    parts.push({
      type: 'line',
      line: { text: aside, pieces: [{ text: aside, left: 0, right: 0 }], left: 0, right: 0, baseline: height, size: 10 },
    });
  return { width, height, parts };
}

/** None when no cell has text: a box, a drawing. */
function ruledTable(table: Lattice, inside: ReadonlyMap<LatticeCell, readonly Run[]>): PageTable[] {
  if (!table.cells.some((cell) => inside.has(cell))) return [];
  const cells: PageTable['cells'][number][] = [];
  /** How many rows stand within each ruled one. */
  const within = Array.from({ length: table.rows }, (_, row): number[] => {
    const across = table.cells.filter((cell) => cell.row <= row && cell.row + cell.rowSpan > row);
    return across.every((cell) => cell.rowSpan === 1) ? rowsWithin(across.map((cell) => inside.get(cell) ?? [])) : [];
  });
  const starts: number[] = [0];
  for (const baselines of within) starts.push((starts.at(-1) ?? 0) + Math.max(1, baselines.length));
  for (const cell of table.cells) {
    const runs = inside.get(cell) ?? [];
    const baselines = within[cell.row] ?? [];
    const row = starts[cell.row] as number;
    if (baselines.length < 2) {
      const rowSpan = (starts[cell.row + cell.rowSpan] as number) - row;
      cells.push({ ...cell, row, rowSpan, text: cellText(runs, cell.box) });
      continue;
    }
    const lines = linesOf(runs);
    baselines.forEach((_, index) => {
      const own = runs.filter((run) => rowWithin(run, baselines, lines) === index);
      cells.push({ ...cell, row: row + index, text: cellText(own, cell.box) });
    });
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return [{ type: 'table', rows: starts.at(-1) as number, columns: table.columns, box: table.box, cells }];
}

function topOf(part: PageLine | PageTable): number {
  return part.type === 'line' ? part.line.baseline - part.line.size : part.box[1];
}

function leftOf(part: PageLine | PageTable): number {
  return part.type === 'line' ? part.line.left : part.box[0];
}

/**
 * The cell that a run belongs to. A long name runs over into an empty neighbour: it belongs where it begins, a figure
 * that runs over to the left where it ends, anything else where its middle lies.
 */
function cellOf(run: Run, tables: readonly Lattice[]): LatticeCell | undefined {
  const middle = (run.left + run.right) / 2;
  const y = run.turned === 0 ? run.baseline - 0.35 * run.size : run.baseline;
  const table = tables.find(({ box }) => middle >= box[0] && middle <= box[2] && y >= box[1] && y <= box[3]);
  if (!table) return undefined;
  const first = table.cellAt(run.left + 0.5, y);
  const last = table.cellAt(run.right - 0.5, y);
  if (first && last && first !== last) {
    const fromLeft = run.left - first.box[0];
    const fromRight = last.box[2] - run.right;
    if (fromLeft < run.size && fromLeft <= fromRight) return first;
    if (fromRight < run.size) return last;
  }
  return table.cellAt(middle, y);
}
