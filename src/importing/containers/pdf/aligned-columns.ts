/**
 * The columns of a table without vertical rules. Two things tell of them: the gutters that lines with figures leave, and
 * the labels above, one over each column. A column without figures has only its label, and a label stands in the middle
 * of a cell whose figures stand at its edge, so both are put in order beside each other.
 */
import { isFigure } from '../joining.ts';
import { type HeadCell, headCells } from './head-cells.ts';
import type { Line, Run } from './lines.ts';

/** Width of a gutter, in ems. */
const GUTTER = 0.5;

export interface TextLine {
  readonly line: Line;
  readonly runs: readonly Run[];
  /** How many words or figures stand in it, parted as columns are. */
  readonly parts: number;
  /** Whether it has a figure beside something else. */
  readonly body: boolean;
}

export interface AlignedColumn {
  readonly left: number;
  readonly right: number;
  /** Where its entries stand; none when it has only a label. */
  readonly strips: readonly Strip[];
  readonly labels: readonly HeadCell[];
}

/** What entries of lines with figures cover. */
interface Strip {
  readonly left: number;
  readonly right: number;
  readonly figures: boolean;
}

export interface AlignedColumns {
  readonly columns: readonly AlignedColumn[];
  /** Labels over several columns, with the first and the last. */
  readonly spanning: readonly { readonly cell: HeadCell; readonly from: number; readonly to: number }[];
}

export function alignedColumns(
  head: readonly TextLine[],
  bodies: readonly TextLine[],
  underlines: readonly { readonly from: number; readonly to: number; readonly at: number }[],
): AlignedColumns {
  const size = Math.max(...bodies.map(({ line }) => line.size));
  const numbering = bodies.find(({ line }) => isNumbering(line));
  const strips = stripsOf(
    bodies.filter((body) => body !== numbering),
    size,
  );
  const cells = headCells(head, size);
  const { leaves, upper } = leavesOf(cells, numbering, strips, size);
  const columns = paired(leaves, strips, size);
  return { columns, spanning: spanningOf(upper, columns, underlines, size) };
}

/** The strip that a run of a body line belongs to: words where they begin, figures where they end. */
export function columnOf({ text, left, right, size }: Run, columns: readonly AlignedColumn[]): number {
  const x = isFigure(text) ? right - 0.3 * size : left + 0.3 * size;
  const away = ({ left: from, right: to }: { readonly left: number; readonly right: number }): number => Math.max(0, from - x, x - to);
  let best = 0;
  let least = Infinity;
  columns.forEach((column, index) => {
    const distance = Math.min(...(column.strips.length > 0 ? column.strips : [column]).map(away));
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

/** `栏次 1 2 3`: centred in their columns, where figures stand at the right. */
export function isNumbering({ pieces }: Line): boolean {
  const numbers = pieces.flatMap(({ text }) => (/^\d{1,2}$/.test(text) ? [Number(text)] : []));
  return (
    numbers.length >= 3 &&
    pieces.every(({ text }) => /^(?:\d{1,2}|栏\s*次|行\s*次|\*+(?:\s+\*+)*|[类款项甲乙](?:\s+[款项])*)$/.test(text)) &&
    numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  );
}

interface Extent {
  readonly left: number;
  readonly right: number;
}

/** What the entries cover, cut where many lines have something on both sides and hardly one crosses. */
function stripsOf(bodies: readonly TextLine[], size: number): Strip[] {
  const lines = bodies.map(({ runs }) => [...runs].sort((a, b) => a.left - b.left));
  const all = lines.flat();
  // A name that runs over into empty columns ends where their figures begin.
  const figures = covered(
    all.filter(({ text }) => isFigure(text)),
    GUTTER * size,
  );
  const short = (run: Run): Extent => {
    if (isFigure(run.text)) return run;
    const over = figures.find(({ left }) => left > run.left + size && left < run.right);
    return over ? { left: run.left, right: Math.max(run.left + size, over.left - GUTTER * size) } : run;
  };
  const extents = lines.map((runs) => runs.map(short));
  const cuts = cutsOf(extents, GUTTER * size, size);
  const parts = extents.flat().flatMap((extent): Extent[] => {
    // What crosses a gutter that the others keep, as 合计 in the middle of two columns, says nothing of where it is.
    return cuts.some((cut) => extent.left < cut && extent.right > cut) ? [] : [extent];
  });
  return covered(parts, GUTTER * size, cuts).map(({ left, right }) => {
    const own = all.filter((run) => run.left >= left - 0.1 && run.right <= right + 0.1);
    return { left, right, figures: own.filter(({ text }) => isFigure(text)).length * 2 > own.length };
  });
}

/** Places that one line in twenty crosses at most, and that part entries of at least three lines. */
function cutsOf(lines: readonly (readonly Extent[])[], gutter: number, size: number): number[] {
  const isShort = ({ left, right }: Extent): boolean => right - left < 4.5 * size;
  const cuts: number[] = [];
  const edges = [...new Set(lines.flat().map(({ right }) => right))].sort((a, b) => a - b);
  for (const edge of edges) {
    const at = edge + gutter / 2;
    const across = lines.flatMap((line) => line.filter(({ left, right }) => left < at + gutter / 2 && right > at - gutter / 2 + 0.01));
    const crossing = across.length;
    if (crossing === 0 || crossing > Math.max(1, lines.length / 20) || !across.every(isShort)) continue;
    const parted = lines.filter(
      (line) => line.some(({ right }) => right <= at && right > at - 200) && line.some(({ left }) => left >= at && left < at + 200),
    ).length;
    if (parted >= 3 && parted >= 5 * crossing) cuts.push(at);
  }
  return cuts;
}

function covered(all: readonly Extent[], gutter: number, cuts: readonly number[] = []): { left: number; right: number }[] {
  const strips: { left: number; right: number }[] = [];
  for (const { left, right } of [...all].sort((a, b) => a.left - b.left)) {
    const last = strips.at(-1);
    const cut = last && cuts.some((at) => last.right <= at && left >= at);
    if (last && !cut && left - last.right < gutter) last.right = Math.max(last.right, right);
    else strips.push({ left, right });
  }
  return strips;
}

interface Leaf extends Extent {
  readonly labels: HeadCell[];
}

/** From below: what stands over nothing else is the label of one column; over others, their common label. */
function leavesOf(
  cells: readonly HeadCell[],
  numbering: TextLine | undefined,
  strips: readonly Strip[],
  size: number,
): { leaves: Leaf[]; upper: HeadCell[] } {
  const leaves: { left: number; right: number; labels: HeadCell[] }[] = [];
  for (const { text, left, right } of numbering?.line.pieces ?? []) if (/^\d/.test(text)) leaves.push({ left, right, labels: [] });
  const upper: HeadCell[] = [];
  const middle = (Math.min(...cells.map(({ top }) => top)) + Math.max(...cells.map(({ bottom }) => bottom))) / 2;
  const over = (cell: Extent, other: Extent): boolean => Math.min(cell.right, other.right) - Math.max(cell.left, other.left) > 0.1 * size;
  const isLeaf = (cell: HeadCell): boolean => {
    const under = strips.filter((strip) => over(cell, strip));
    // The entries below have their label already, lower than this one.
    const labelled = ({ labels: [label], left, right }: Leaf, strip: Strip): boolean =>
      label !== undefined && label.top > cell.bottom + 0.3 * size && over({ left, right }, strip);
    const onTop = (cell.top + cell.bottom) / 2 < middle - 0.3 * size;
    if (under.length === 0) return !onTop && !isOfBoth(cell, cells, size);
    return !under.every((strip) => leaves.some((leaf) => labelled(leaf, strip))) && !(onTop && isOfBoth(cell, cells, size));
  };
  for (const cell of [...cells].sort((a, b) => b.bottom - a.bottom || a.left - b.left)) {
    const below = leaves.filter((leaf) => over(cell, leaf));
    const [first] = below;
    if (below.length > 1 || (first && first.labels.length > 0)) upper.push(cell);
    else if (first) {
      first.labels.push(cell);
      first.left = Math.min(first.left, cell.left);
      first.right = Math.max(first.right, cell.right);
    } else if (isLeaf(cell)) leaves.push({ left: cell.left, right: cell.right, labels: [cell] });
    else upper.push(cell);
  }
  return { leaves: leaves.sort((a, b) => a.left + a.right - b.left - b.right), upper };
}

/** Above the gutter between two labels that no other label stands over: the label of both. */
function isOfBoth(cell: HeadCell, cells: readonly HeadCell[], size: number): boolean {
  const beside = (others: readonly HeadCell[]): HeadCell | undefined => others[0];
  const left = beside(
    cells
      .filter(({ right, bottom }) => right <= cell.left + 0.5 * size && bottom > cell.top - 0.3 * size)
      .sort((a, b) => b.right - a.right),
  );
  const right = beside(
    cells.filter((other) => other.left >= cell.right - 0.5 * size && other.bottom > cell.top - 0.3 * size).sort((a, b) => a.left - b.left),
  );
  return [left, right].every(
    (next) =>
      next !== undefined &&
      next.top > cell.bottom + 0.3 * size &&
      !cells.some((other) => other !== cell && other.bottom < next.top && other.left < next.right && other.right > next.left),
  );
}

/** What an empty column costs, and one without a label, in ems. */
const EMPTY = 2;
const UNLABELLED = 20;
const SHARED = 1;

/** Labels and strips in their order, each with the other that belongs to it, at the least distance in all. */
function paired(leaves: readonly Leaf[], strips: readonly Strip[], size: number): AlignedColumn[] {
  type Step = { cost: number; leaves: number; strips: number; before: Step | undefined };
  const distance = (leaf: Leaf, strip: Strip): number => {
    const gap = Math.max(leaf.left - strip.right, strip.left - leaf.right);
    if (gap <= 0) return 0;
    // Figures end at the right edge of a cell in whose middle the label stands; words begin at the left edge.
    return (strip.figures ? leaf.left > strip.right : leaf.right < strip.left) ? Infinity : gap / size;
  };
  const best: (Step | undefined)[][] = Array.from({ length: leaves.length + 1 }, () => []);
  const reach = (i: number, j: number, step: Step): void => {
    const row = best[i] as (Step | undefined)[];
    if (step.cost < (row[j]?.cost ?? Infinity)) row[j] = step;
  };
  reach(0, 0, { cost: 0, leaves: 0, strips: 0, before: undefined });
  for (let i = 0; i <= leaves.length; i += 1) {
    for (let j = 0; j <= strips.length; j += 1) {
      const before = best[i]?.[j];
      if (!before) continue;
      const leaf = leaves[i];
      const strip = strips[j];
      if (leaf) reach(i + 1, j, { cost: before.cost + EMPTY, leaves: 1, strips: 0, before });
      if (strip) reach(i, j + 1, { cost: before.cost + UNLABELLED, leaves: 0, strips: 1, before });
      if (!leaf || !strip) continue;
      // One label may stand over several strips.
      let cost = before.cost;
      for (let more = 0; j + more < strips.length && cost < Infinity; more += 1) {
        cost += distance(leaf, strips[j + more] as Strip) + (more > 0 ? SHARED : 0);
        reach(i + 1, j + more + 1, { cost, leaves: 1, strips: more + 1, before });
      }
    }
  }
  const columns: AlignedColumn[] = [];
  let [i, j] = [leaves.length, strips.length];
  for (let step = best[i]?.[j]; step?.before; step = step.before) {
    const own = leaves.slice(i - step.leaves, i);
    const under = strips.slice(j - step.strips, j);
    i -= step.leaves;
    j -= step.strips;
    const labels = own.flatMap((leaf) => leaf.labels);
    const around = [...own, ...under];
    const together = under.length < 2 || !under.some(({ figures }) => figures);
    if (together) columns.unshift({ ...extentOf(around), strips: under, labels });
    else columns.unshift(...under.map((strip) => ({ left: strip.left, right: strip.right, strips: [strip], labels })));
  }
  return columns;
}

function extentOf(all: readonly Extent[]): { left: number; right: number } {
  return { left: Math.min(...all.map(({ left }) => left)), right: Math.max(...all.map(({ right }) => right)) };
}

/** Which columns a common label is centred over; a rule beneath it says so outright. */
function spanningOf(
  upper: readonly HeadCell[],
  columns: readonly AlignedColumn[],
  underlines: readonly { readonly from: number; readonly to: number; readonly at: number }[],
  size: number,
): AlignedColumns['spanning'] {
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
