/**
 * Tables from their ruling: pieces of lines become whole lines, lines that meet become a lattice, and the fields of the
 * lattice that no line parts become one cell with its spans.
 */
import { type Box, boundsOf, cluster } from './geometry.ts';
import type { Rule } from './page-marks.ts';

export interface LatticeCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
}

export interface Lattice {
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly LatticeCell[];
  /** The cell in which a point lies. */
  readonly cellAt: (x: number, y: number) => LatticeCell | undefined;
}

/** Lines this near each other, in points, are one: a double border, or pieces not quite in line. */
const SAME_LINE = 1.2;
const SAME_EDGE = 3;
/** A gap this long, in points, in a line drawn in pieces is no gap. */
const PIECE_GAP = 3;
/** More lines than any table has: a map or a drawing. */
const MOST_RULES = 6000;

/** The tables on a page, from above. */
export function lattices(rules: readonly Rule[]): Lattice[] {
  const lines = [...joinPieces(rules.filter((rule) => rule.vertical)), ...joinPieces(rules.filter((rule) => !rule.vertical))];
  if (lines.length > MOST_RULES) return [];
  return components(lines)
    .map(latticeOf)
    .filter((lattice) => lattice !== undefined)
    .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

/** Whole lines of one direction. */
function joinPieces(pieces: readonly Rule[]): Rule[] {
  const sorted = [...pieces].sort((a, b) => a.at - b.at || a.from - b.from);
  const joined: Rule[] = [];
  for (let start = 0; start < sorted.length; ) {
    const first = sorted[start] as Rule;
    let end = start;
    while (end < sorted.length && (sorted[end] as Rule).at - first.at <= SAME_LINE) end++;
    const level = sorted.slice(start, end).sort((a, b) => a.from - b.from);
    const at = level.reduce((sum, rule) => sum + rule.at, 0) / level.length;
    let open: { from: number; to: number } | undefined;
    for (const { from, to } of level) {
      if (open && from - open.to <= PIECE_GAP) open.to = Math.max(open.to, to);
      else {
        if (open) joined.push({ vertical: first.vertical, at, ...open });
        open = { from, to };
      }
    }
    if (open) joined.push({ vertical: first.vertical, at, ...open });
    start = end;
  }
  return joined.filter(({ from, to }) => to - from > SAME_EDGE);
}

/** Groups of lines that touch. */
function components(lines: readonly Rule[]): Rule[][] {
  const parent = lines.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  const split = lines.findIndex((line) => !line.vertical);
  const verticals = split < 0 ? lines : lines.slice(0, split);
  const horizontals = split < 0 ? [] : lines.slice(split);
  verticals.forEach((v, i) => {
    horizontals.forEach((h, j) => {
      const touch = v.at >= h.from - SAME_EDGE && v.at <= h.to + SAME_EDGE && h.at >= v.from - SAME_EDGE && h.at <= v.to + SAME_EDGE;
      if (touch) parent[root(i)] = root(verticals.length + j);
    });
  });
  const groups = new Map<number, Rule[]>();
  lines.forEach((line, index) => {
    const key = root(index);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  });
  return [...groups.values()];
}

function latticeOf(lines: readonly Rule[]): Lattice | undefined {
  const held = lines.filter((line) => isHeld(line, lines));
  const verticals = held.filter((line) => line.vertical);
  const horizontals = held.filter((line) => !line.vertical);
  if (verticals.length === 0 || horizontals.length < 2) return undefined;
  const xs = edges(verticals, horizontals);
  const ys = edges(horizontals, verticals);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (rows < 1 || columns < 1 || rows * columns < 2) return undefined;

  const drawn = (list: readonly Rule[], at: number, from: number, to: number): boolean => {
    const quarter = (to - from) / 4;
    return list.some((line) => Math.abs(line.at - at) <= SAME_EDGE && line.from <= from + quarter && line.to >= to - quarter);
  };
  /** Whether a line stands left of the column, above the row. */
  const left = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => drawn(verticals, xs[column] as number, ys[row] as number, ys[row + 1] as number)),
  );
  const above = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => drawn(horizontals, ys[row] as number, xs[column] as number, xs[column + 1] as number)),
  );

  const owner: (LatticeCell | undefined)[][] = Array.from({ length: rows }, () => Array<LatticeCell | undefined>(columns).fill(undefined));
  const cells: LatticeCell[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (owner[row]?.[column]) continue;
      let columnSpan = 1;
      while (column + columnSpan < columns && !left[row]?.[column + columnSpan] && !owner[row]?.[column + columnSpan]) columnSpan++;
      let rowSpan = 1;
      const whole = (next: number): boolean => {
        for (let at = column; at < column + columnSpan; at++) {
          if (above[next]?.[at] || owner[next]?.[at]) return false;
          if (at > column && left[next]?.[at]) return false;
        }
        return true;
      };
      while (row + rowSpan < rows && whole(row + rowSpan)) rowSpan++;
      const cell: LatticeCell = {
        row,
        column,
        rowSpan,
        columnSpan,
        box: [xs[column] as number, ys[row] as number, xs[column + columnSpan] as number, ys[row + rowSpan] as number],
      };
      cells.push(cell);
      for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + columnSpan; c++) (owner[r] as LatticeCell[])[c] = cell;
    }

  const box = boundsOf([
    [xs[0] as number, ys[0] as number],
    [xs[columns] as number, ys[rows] as number],
  ]);
  const find = (positions: readonly number[], value: number): number => {
    if (value < (positions[0] as number) || value > (positions.at(-1) as number)) return -1;
    const next = positions.findIndex((position) => position > value);
    return (next < 0 ? positions.length - 1 : next) - 1;
  };
  return {
    box,
    rows,
    columns,
    cells,
    cellAt: (x, y) => {
      const row = find(ys, y);
      const column = find(xs, x);
      return row < 0 || column < 0 ? undefined : owner[row]?.[column];
    },
  };
}

/**
 * Whether both ends of a line meet a crossing one or end where another of its direction does, as on a side without its
 * line. An underline that happens to touch a border is no border.
 */
function isHeld(line: Rule, lines: readonly Rule[]): boolean {
  return [line.from, line.to].every((end) =>
    lines.some((other) => {
      if (other === line) return false;
      if (other.vertical !== line.vertical)
        return Math.abs(other.at - end) <= SAME_EDGE && line.at >= other.from - SAME_EDGE && line.at <= other.to + SAME_EDGE;
      return Math.min(Math.abs(other.from - end), Math.abs(other.to - end)) <= SAME_EDGE;
    }),
  );
}

/** Where the lines of one direction stand; a side without its line is where the crossing lines end. */
function edges(lines: readonly Rule[], crossing: readonly Rule[]): number[] {
  const at = cluster(
    lines.map((line) => line.at),
    SAME_EDGE,
  );
  const from = Math.min(...crossing.map((line) => line.from));
  const to = Math.max(...crossing.map((line) => line.to));
  const first = at[0] ?? from;
  const last = at.at(-1) ?? to;
  return [...(from < first - 2 * SAME_EDGE ? [from] : []), ...at, ...(to > last + 2 * SAME_EDGE ? [to] : [])];
}
