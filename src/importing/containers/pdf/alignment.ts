/**
 * Tables without vertical rules: lines with figures whose pieces stand under one another. The gutters that no such line
 * crosses are the borders of the columns; heads span the columns that they stand over; horizontal rules, where there are
 * any, say which lines are one row.
 */
import { isFigure } from '../joining.ts';
import type { Box } from './geometry.ts';
import { cellText, type Line, linesOf, type Run } from './lines.ts';
import type { PageTable } from './page-layout.ts';
import type { Rule } from './page-marks.ts';

/** Lines with figures that make a table, at least. */
const FEWEST_ROWS = 3;
/** Width of a gutter, in ems. */
const GUTTER = 0.5;
/** A gap, in ems, that parts words. */
const WORDS_APART = 1.6;
/** Distance of the lines of a table, in ems. */
const FARTHEST = 3.6;

interface TextLine {
  readonly line: Line;
  readonly runs: readonly Run[];
  /** Whether it has a figure beside something else. */
  readonly body: boolean;
}

export function alignedTables(runs: readonly Run[], rules: readonly Rule[]): { tables: PageTable[]; rest: Line[] } {
  const lines = textLines(runs);
  const tables: PageTable[] = [];
  const rest: Line[] = [];
  const horizontals = rules.filter((rule) => !rule.vertical);
  for (let at = 0; at < lines.length; ) {
    const end = regionEnd(lines, at);
    const table = end > at ? tableOf(lines.slice(at, end), horizontals) : undefined;
    if (table) {
      tables.push(table);
      at = end;
    } else {
      rest.push((lines[at] as TextLine).line);
      at++;
    }
  }
  return { tables, rest };
}

function textLines(runs: readonly Run[]): TextLine[] {
  return linesOf(runs).map((line) => {
    const own = runs.filter(
      (run) => Math.abs(run.baseline - line.baseline) <= 0.45 * run.size && run.left >= line.left - 0.1 && run.right <= line.right + 0.1,
    );
    const pieces = line.pieces.filter(({ text }) => text !== '');
    return { line, runs: own, body: pieces.length > 1 && pieces.some(({ text }) => isFigure(text)) };
  });
}

/** The end of a table that begins at `start` with its head or its first row; `start` when none does. */
function regionEnd(lines: readonly TextLine[], start: number): number {
  const first = lines[start];
  if (!first || first.line.pieces.length < 2) return start;
  let bodies = 0;
  let end = start;
  for (let at = start; at < lines.length; at++) {
    const { line, body } = lines[at] as TextLine;
    const before = lines[at - 1]?.line;
    if (at > start && before && line.baseline - before.baseline > FARTHEST * Math.max(line.size, before.size)) break;
    if (body) {
      bodies++;
      end = at + 1;
    } else if (line.pieces.length === 1 && at > end + (bodies === 0 ? 4 : 3)) break;
  }
  return bodies >= FEWEST_ROWS ? end : start;
}

function tableOf(lines: readonly TextLine[], horizontals: readonly Rule[]): PageTable | undefined {
  const bodies = lines.filter(({ body }) => body);
  const size = Math.max(...bodies.map(({ line }) => line.size));
  const columns = columnsOf(bodies, GUTTER * size);
  const amounts = bodies.filter(({ line }) => line.pieces.some(({ text }) => /[.,]\d/.test(text) && isFigure(text)));
  // Two columns with small whole numbers are a table of contents.
  if (columns.length < 2 || (columns.length === 2 && amounts.length < FEWEST_ROWS)) return undefined;
  const columnAt = (x: number): number => {
    const at = columns.findIndex(([, right], index) => x <= (right + (columns[index + 1]?.[0] ?? Infinity)) / 2);
    return at < 0 ? columns.length - 1 : at;
  };
  const left = Math.min(...lines.map(({ line }) => line.left));
  const right = Math.max(...lines.map(({ line }) => line.right));
  // A wrong table would look right: where lines can be read in two ways they stay lines.
  const rows = rowsOf(
    lines,
    horizontals.filter((rule) => Math.min(rule.to, right) - Math.max(rule.from, left) > 0.6 * (right - left)),
  );
  if (!rows || bodies.some(({ line }) => line.pieces.some(({ text }) => isGlued(text)))) return undefined;

  const cells: PageTable['cells'][number][] = [];
  rows.forEach((row, index) => {
    const box = (from: number, to: number): Box => [
      columns[from]?.[0] ?? left,
      Math.min(...row.map(({ line }) => line.baseline - line.size)),
      columns[to]?.[1] ?? right,
      Math.max(...row.map(({ line }) => line.baseline + 0.2 * line.size)),
    ];
    const head = !row.some(({ body }) => body);
    const held = new Map<number, { to: number; runs: Run[] }>();
    for (const run of row.flatMap(({ runs }) => runs)) {
      // What stands over several columns spans them; in a row a long name belongs where it begins.
      const [from, to] = head ? columnsUnder(run, columns) : [columnAt(run.left + 0.3 * run.size), columnAt(run.left + 0.3 * run.size)];
      const cell = [...held].find(([start, { to: last }]) => from <= last && to >= start);
      if (cell) {
        held.delete(cell[0]);
        held.set(Math.min(from, cell[0]), { to: Math.max(to, cell[1].to), runs: [...cell[1].runs, run] });
      } else held.set(from, { to, runs: [run] });
    }
    for (let column = 0; column < columns.length; ) {
      const cell = held.get(column);
      const to = cell?.to ?? column;
      const area = box(column, to);
      cells.push({ row: index, column, rowSpan: 1, columnSpan: to - column + 1, box: area, text: cellText(cell?.runs ?? [], area) });
      column = to + 1;
    }
  });
  const boxes = cells.map((cell) => cell.box);
  const around: Box = [left, Math.min(...boxes.map((box) => box[1])), right, Math.max(...boxes.map((box) => box[3]))];
  return { type: 'table', rows: rows.length, columns: columns.length, box: around, cells };
}

/** First and last column whose middle a label stands over; else the one that is nearest to the label's middle. */
function columnsUnder({ left, right }: Run, columns: readonly (readonly [number, number])[]): [number, number] {
  const middles = columns.map(([from, to]) => (from + to) / 2);
  const under = middles.flatMap((middle, index) => (middle >= left && middle <= right ? [index] : []));
  const [first] = under;
  if (first !== undefined) return [first, under.at(-1) ?? first];
  const middle = (left + right) / 2;
  const near = middles.reduce((best, each, index) => (Math.abs(each - middle) < Math.abs((middles[best] ?? 0) - middle) ? index : best), 0);
  return [near, near];
}

/** Left and right of each column: what the lines with figures cover, parted by gutters. Columns' own numbers find the empty ones. */
function columnsOf(bodies: readonly TextLine[], gutter: number): [number, number][] {
  const numbering = bodies.find(({ line }) => isNumbering(line));
  const columns = covered(
    bodies.filter((body) => body !== numbering).flatMap((body) => spansOf(body, gutter)),
    gutter,
  );
  return numbering
    ? withNumbers(
        columns,
        numbering.line.pieces.filter(({ text }) => /^\d/.test(text)),
      )
    : columns;
}

/** `栏次 1 2 3`: centred in their columns, where figures stand at the right. */
function isNumbering({ pieces }: Line): boolean {
  const numbers = pieces.flatMap(({ text }) => (/^\d{1,2}$/.test(text) ? [Number(text)] : []));
  return (
    numbers.length >= FEWEST_ROWS &&
    pieces.every(({ text }) => /^(?:\d{1,2}|栏\s*次|行\s*次|[类款项甲乙](?:\s+[款项])*)$/.test(text)) &&
    numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  );
}

/** Columns that hold nothing but their number, among those that hold something. */
function withNumbers(columns: readonly [number, number][], numbers: readonly { left: number; right: number }[]): [number, number][] {
  const middles = numbers.map(({ left, right }) => (left + right) / 2);
  const empty = numbers.flatMap(({ left, right }, index): [number, number][] => {
    const middle = middles[index] ?? 0;
    const [before, after] = [middles[index - 1], middles[index + 1]];
    const from = middle - (middle - (before ?? 2 * middle - (after ?? Infinity))) / 2;
    const to = after === undefined ? Infinity : (middle + after) / 2;
    return columns.some(([start, end]) => (start + end) / 2 > from && (start + end) / 2 < to) ? [] : [[left, right]];
  });
  return [...columns, ...empty].sort((a, b) => a[0] - b[0]);
}

/** What a line covers: a figure and a name beside it are two things sooner than two words are. */
function spansOf({ runs }: TextLine, gutter: number): [number, number][] {
  const spans: { left: number; right: number; figure: boolean; size: number }[] = [];
  for (const { text, left, right, size } of [...runs].sort((a, b) => a.left - b.left)) {
    const last = spans.at(-1);
    const figure = isFigure(text) && /\d/.test(text);
    const apart = last && left - last.right >= (figure || last.figure ? gutter : WORDS_APART * size);
    if (last && !apart) Object.assign(last, { right: Math.max(last.right, right), figure: last.figure && figure });
    else spans.push({ left, right, figure, size });
  }
  return spans.map(({ left, right }) => [left, right]);
}

function covered(all: readonly [number, number][], gutter: number): [number, number][] {
  const spans = [...all].sort((a, b) => a[0] - b[0]);
  const columns: [number, number][] = [];
  for (const [left, right] of spans) {
    const last = columns.at(-1);
    if (last && left - last[1] < gutter) last[1] = Math.max(last[1], right);
    else columns.push([left, right]);
  }
  return columns;
}

/**
 * Lines that are one row: between two rules; without rules a line without figures goes with the nearest that has some.
 * Undefined when that could be either of two.
 */
function rowsOf(lines: readonly TextLine[], rules: readonly Rule[]): TextLine[][] | undefined {
  const firstBody = lines.findIndex(({ body }) => body);
  const bodies = lines.filter(({ body }) => body);
  const band = ({ line }: TextLine): number => rules.filter((rule) => rule.at < line.baseline - 0.35 * line.size).length;
  const ruled = new Set(bodies.map(band)).size === bodies.length;
  const rows = new Map<number, TextLine[]>();
  for (const [index, line] of lines.entries()) {
    const key = ruled ? band(line) : index < firstBody ? index - lines.length : nearest(bodies, line);
    if (key === undefined) return undefined;
    const row = rows.get(key);
    if (row) row.push(line);
    else rows.set(key, [line]);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}

function nearest(bodies: readonly TextLine[], { line }: TextLine): number | undefined {
  const distances = bodies.map((body, index) => ({ index, distance: Math.abs(body.line.baseline - line.baseline) }));
  distances.sort((a, b) => a.distance - b.distance);
  const [first, second] = distances;
  if (first && second && first.distance > 0.6 * second.distance) return undefined;
  return first?.index;
}

/** Two figures, or a figure and a name, that the layout set without a gap: `234.5—`, `1缴费支出`. */
function isGlued(text: string): boolean {
  return (
    (/^[\d,.—–－-]+$/.test(text) && !isFigure(text)) || /^\d{1,3}(,\d{3})*(\.\d+)?(?![年月日个元万项款类级度])\p{Script=Han}/u.test(text)
  );
}
