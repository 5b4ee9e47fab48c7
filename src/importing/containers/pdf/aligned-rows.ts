/** The rows of a table without vertical rules: which lines are one row, where names take several and figures stand beside. */
import { isFigure } from '../joining.ts';
import type { AlignedColumn, TextLine } from './aligned-columns.ts';
import type { Run } from './lines.ts';
import type { Rule } from './page-marks.ts';

/** Baselines this near, in ems, are one line's. */
const SAME_LINE = 0.35;

/** Runs of each column of each row; undefined where lines could belong to either of two rows. */
export function alignedRows(
  lines: readonly TextLine[],
  rules: readonly Rule[],
  columns: readonly AlignedColumn[],
  columnOf: (run: Run) => number,
): Run[][][] | undefined {
  const bodies = lines.filter(({ body }) => body);
  const band = (baseline: number, size: number): number => rules.filter((rule) => rule.at < baseline - SAME_LINE * size).length;
  const bands = new Set(bodies.map(({ line }) => band(line.baseline, line.size)));
  if (bands.size === bodies.length && bodies.length > 1) {
    const byBand = Map.groupBy(
      lines.flatMap(({ runs }) => runs),
      (run) => band(run.baseline, run.size),
    );
    return [...byBand]
      .sort(([a], [b]) => a - b)
      .map(([, runs]) => columns.map((_, column) => runs.filter((run) => columnOf(run) === column)));
  }
  const size = Math.max(...lines.map(({ line }) => line.size));
  const entries = columns.map((_, column): Entry[] =>
    lines.flatMap(({ line, runs }) => {
      const own = runs.filter((run) => columnOf(run) === column);
      return own.length > 0
        ? [{ first: line.baseline, last: line.baseline, runs: own, figure: own.every(({ text }) => isFigure(text)) }]
        : [];
    }),
  );
  const stacked = stacks(entries, bodies);
  const anchors = anchorsOf(stacked, size);
  return placed(stacked, anchors, size);
}

/** What stands in one cell. */
interface Entry {
  readonly first: number;
  readonly last: number;
  readonly runs: readonly Run[];
  readonly figure: boolean;
}

/** Lines of one name stand nearer each other than two rows ever do. */
function stacks(entries: readonly (readonly Entry[])[], bodies: readonly TextLine[]): Entry[][] {
  const gaps = (values: readonly number[]): number[] => values.slice(1).map((value, index) => value - (values[index] as number));
  const pitch = Math.min(...gaps(bodies.map(({ line }) => line.baseline)));
  const words = entries.flatMap((column) =>
    column.slice(1).flatMap(({ first, figure }, index) => (figure || column[index]?.figure ? [] : [first - (column[index] as Entry).last])),
  );
  const leading = Math.min(...words);
  if (!(leading < 0.93 * pitch) && bodies.length > 1) return entries.map((column) => [...column]);
  return entries.map((column) => {
    const whole: Entry[] = [];
    for (const entry of column) {
      const last = whole.at(-1);
      if (last && !last.figure && !entry.figure && entry.first - last.last <= 1.06 * leading)
        whole[whole.length - 1] = { ...last, last: entry.last, runs: [...last.runs, ...entry.runs] };
      else whole.push(entry);
    }
    return whole;
  });
}

/** Where rows stand: lines of figures, and of codes. */
function anchorsOf(entries: readonly (readonly Entry[])[], size: number): number[] {
  const anchors: number[] = [];
  const figures = entries.flat().filter(({ figure }) => figure);
  for (const { first } of [...figures].sort((a, b) => a.first - b.first))
    if (first - (anchors.at(-1) ?? -Infinity) > SAME_LINE * size) anchors.push(first);
  return anchors;
}

const ALIGNMENTS: readonly ((entry: Entry) => number)[] = [
  ({ first, last }) => (first + last) / 2,
  ({ first }) => first,
  ({ last }) => last,
];

/** Names of several lines stand in the middle beside their figures, or begin or end with them: as most of the table's do. */
function placed(entries: readonly (readonly Entry[])[], anchors: readonly number[], size: number): Run[][][] | undefined {
  const near = (y: number): number | undefined => anchors.find((anchor) => Math.abs(anchor - y) <= SAME_LINE * size);
  const several = entries.flat().filter(({ first, last }) => last > first);
  const count = (alignment: (entry: Entry) => number): number => several.filter((entry) => near(alignment(entry)) !== undefined).length;
  const [most] = [...ALIGNMENTS].sort((a, b) => count(b) - count(a));
  const rows = new Map<number, Run[][]>();
  const rowAt = (y: number): Run[][] => {
    const known = rows.get(y) ?? entries.map((): Run[] => []);
    rows.set(y, known);
    return known;
  };
  const own: { y: number; column: number; entry: Entry }[] = [];
  for (const [column, all] of entries.entries()) {
    for (const entry of all) {
      const y = [most, ...ALIGNMENTS]
        .map((alignment) => (alignment ? near(alignment(entry)) : undefined))
        .find((each) => each !== undefined);
      if (y === undefined) own.push({ y: most?.(entry) ?? entry.first, column, entry });
      else if (!add(rowAt(y), column, entry)) return undefined;
    }
  }
  // What stands beside no figures: lines of a name above and below its figures, or a row of words alone.
  for (const { y, column, entry } of own.sort((a, b) => a.y - b.y)) {
    const beside = anchors.filter((anchor) => anchor > entry.first - 0.85 * size && anchor < entry.last + 0.85 * size);
    if (beside.length > 1) return undefined;
    const [only] = beside;
    if (only !== undefined) rowAt(only)[column]?.push(...entry.runs);
    else {
      const same = [...rows.keys()].find((known) => Math.abs(known - y) <= SAME_LINE * size);
      if (!add(rowAt(same ?? y), column, entry)) return undefined;
    }
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}

function add(row: readonly Run[][], column: number, { runs }: Entry): boolean {
  const cell = row[column];
  if (!cell || cell.length > 0) return false;
  cell.push(...runs);
  return true;
}
