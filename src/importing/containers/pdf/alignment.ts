/**
 * Tables without vertical rules: lines with figures whose pieces stand under one another. Where a rule stands above and
 * below the head, as in tables of three lines, it says where the table is; else the lines must be several.
 */
import { isFigure } from '../joining.ts';
import { alignedColumns, columnOf, type TextLine } from './aligned-columns.ts';
import { alignedHead, gridOf, type PlacedCell } from './aligned-grid.ts';
import { alignedRows } from './aligned-rows.ts';
import { type Line, linesOf, type Run } from './lines.ts';
import type { PageTable } from './page-layout.ts';
import type { Rule } from './page-marks.ts';

/** Lines with figures that make a table, at least, where no rule says that it is one. */
const FEWEST_ROWS = 3;
/** Width of a gutter, in ems. */
const GUTTER = 0.5;
/** Distance of the lines of a table, in ems. */
const FARTHEST = 3.6;
/** Rules of one table begin and end together, in points. */
const SAME_END = 4;
const SHORTEST_RULE = 100;

interface Region {
  readonly start: number;
  readonly end: number;
  /** Where a rule says that the head ends. */
  readonly first?: number;
}

export function alignedTables(runs: readonly Run[], rules: readonly Rule[]): { tables: PageTable[]; rest: Line[] } {
  const lines = textLines(runs);
  const horizontals = wholeRules(rules.filter((rule) => !rule.vertical));
  const ruled = ruledRegions(lines, horizontals);
  const tables: PageTable[] = [];
  const rest: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    const next = ruled.find(({ end }) => end > at);
    const region = next?.start === at ? next : freeRegion(lines, at, next?.start ?? lines.length);
    const table = region ? tableOf(lines, region, horizontals) : undefined;
    if (region && table) {
      tables.push(table);
      at = region.end;
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
    return { line, runs: own, parts: partsOf(own), body: hasFigureApart(own) };
  });
}

/** How many words or figures stand in it, parted as columns are. */
function partsOf(runs: readonly Run[]): number {
  const inOrder = [...runs].sort((a, b) => a.left - b.left);
  return inOrder.filter(({ left, size }, index) => left - (inOrder[index - 1]?.right ?? -Infinity) >= GUTTER * size).length;
}

/** A figure beside something else, further from it than two words of a sentence are. */
function hasFigureApart(runs: readonly Run[]): boolean {
  const inOrder = [...runs].sort((a, b) => a.left - b.left);
  return inOrder.some(({ text, left, right, size }, index) => {
    const [before, after] = [inOrder[index - 1], inOrder[index + 1]];
    if (!isFigure(text) || (!before && !after)) return false;
    return (!before || left - before.right >= GUTTER * size) && (!after || after.left - right >= GUTTER * size);
  });
}

/** Rules drawn in pieces, whole. */
function wholeRules(pieces: readonly Rule[]): Rule[] {
  const whole: { vertical: boolean; at: number; from: number; to: number }[] = [];
  for (const { at, from, to } of [...pieces].sort((a, b) => a.at - b.at || a.from - b.from)) {
    const last = whole.findLast((rule) => at - rule.at < 1.2 && from - rule.to < 3 && to > rule.from - 3);
    if (last) Object.assign(last, { from: Math.min(last.from, from), to: Math.max(last.to, to) });
    else whole.push({ vertical: false, at, from, to });
  }
  return whole;
}

/** Where what a rule closes above and below is a head, and figures follow. */
function ruledRegions(lines: readonly TextLine[], horizontals: readonly Rule[]): Region[] {
  const regions: Region[] = [];
  const below = (rule: Rule | undefined): number => {
    if (!rule) return lines.length;
    const at = lines.findIndex(({ line }) => line.baseline - 0.35 * line.size > rule.at);
    return at < 0 ? lines.length : at;
  };
  const wide = horizontals.filter(({ from, to }) => to - from > SHORTEST_RULE);
  wide.forEach((top, index) => {
    const chain = wide.slice(index).filter(({ from, to }) => Math.abs(from - top.from) < SAME_END && Math.abs(to - top.to) < SAME_END);
    const start = below(top);
    if (regions.some(({ end }) => end > start) || chain.length < 2) return;
    const first = below(chain[1]);
    if (!isHead(lines.slice(start, first)) || first - start > 8) return;
    let end = first;
    for (let band = 1; band < chain.length; band += 1) {
      const from = below(chain[band]);
      const last = band === chain.length - 1;
      const to = last ? bodyEnd(lines, from) : below(chain[band + 1]);
      const within = lines.slice(from, to);
      // A row of words alone between two rules belongs to the table when figures follow it.
      const between = within.length === 1 && !isMargin(within[0]) && lines[to]?.body === true;
      if (within.length > 0 && !within.some(({ body }) => body) && !between) break;
      if (last && end > first && !within.some(({ body }) => body)) break;
      // Below the last rule of a table of three lines nothing is the table's.
      if (last && end > first && lines.slice(first, end).filter(({ body }) => body).length > chain.length) break;
      if (last && end > first) break;
      end = Math.max(end, to);
    }
    if (lines.slice(first, end).some(({ body }) => body)) regions.push({ start, end, first });
  });
  return regions.sort((a, b) => a.start - b.start);
}

function isHead(lines: readonly TextLine[]): boolean {
  return lines.length > 0 && !lines.some(isMargin) && lines.some(({ parts }) => parts > 1) && !lines.some(hasAmount);
}

function hasAmount({ runs }: TextLine): boolean {
  return runs.some(({ text }) => isFigure(text) && /\d[.,]\d/.test(text));
}

/** `编制单位：… 金额单位：万元` stands above a table, never in it. */
function isMargin(line: TextLine | undefined): boolean {
  return line !== undefined && /(?:单位|部门|名称|日期|时间)\s*[:：]/.test(line.line.text);
}

/** The end of a body that no rule closes: its last line with figures. */
function bodyEnd(lines: readonly TextLine[], start: number): number {
  let end = start;
  for (let at = start; at < lines.length; at++) {
    const { line, parts, body } = lines[at] as TextLine;
    const before = lines[at - 1]?.line;
    if (at > start && before && line.baseline - before.baseline > FARTHEST * Math.max(line.size, before.size)) break;
    if (body) end = at + 1;
    else if (isMargin(lines[at]) || (parts === 1 && at > end + 2)) break;
  }
  return withLastLine(lines, end);
}

/** A name broken in the last row goes on below its figures. */
function withLastLine(lines: readonly TextLine[], end: number): number {
  const [last, next] = [lines[end - 1], lines[end]];
  const above = lines[end - 2];
  if (!last?.body || !next || next.parts > 1 || next.runs.length > 1) return end;
  const gap = next.line.baseline - last.line.baseline;
  const broken = above && !above.body && Math.abs(last.line.baseline - above.line.baseline - gap) < 0.2 * next.line.size;
  return broken && gap < next.line.size && Math.abs((above.line.left ?? 0) - next.line.left) < next.line.size ? end + 1 : end;
}

/** A table without rules that begins at `start` with its head or its first row. */
function freeRegion(lines: readonly TextLine[], start: number, limit: number): Region | undefined {
  const first = lines[start];
  if (!first || isMargin(first)) return undefined;
  if (first.parts < 2 && !beginsHead(lines, start)) return undefined;
  let bodies = 0;
  let end = start;
  for (let at = start; at < limit; at++) {
    const { line, parts, body } = lines[at] as TextLine;
    const before = lines[at - 1]?.line;
    if (at > start && before && line.baseline - before.baseline > FARTHEST * Math.max(line.size, before.size)) break;
    if (body) {
      bodies++;
      end = at + 1;
    } else if (isMargin(lines[at]) || (parts === 1 && (line.text.length > 24 || at > end + (bodies === 0 ? 7 : 3)))) break;
  }
  const region = { start, end: Math.min(limit, withLastLine(lines, end)) };
  return bodies >= FEWEST_ROWS || hasLabels(lines.slice(start, end)) ? region : undefined;
}

/** Three labels beside each other above amounts make a table of a single line. */
function hasLabels(lines: readonly TextLine[]): boolean {
  const head = lines.slice(0, bodyStart(lines));
  const labelled = head.some(({ runs }) => runs.length >= 3 && runs.every(({ text }) => text.length <= 16 && !/[，。；：]/.test(text)));
  return labelled && lines.some(hasAmount) && !head.some(({ line }) => /[，。；]/.test(line.text));
}

/** A line of one label, above a line of several: the first line of a head, if it is no title and stands near. */
function beginsHead(lines: readonly TextLine[], start: number): boolean {
  const [first, second] = [lines[start], lines[start + 1]];
  if (!first || !second || second.parts < 2 || isMargin(second)) return false;
  const near = second.line.baseline - first.line.baseline < 1.9 * first.line.size;
  return (
    near &&
    first.line.size <= 1.1 * second.line.size &&
    first.line.text.length < 20 &&
    !/[。；，：]|^\d+$|(?:表|预算|决算|情况)$/.test(first.line.text)
  );
}

function tableOf(all: readonly TextLine[], { start, end, first }: Region, horizontals: readonly Rule[]): PageTable | undefined {
  const lines = all.slice(start, end);
  const bodies = lines.filter(({ body }) => body);
  const left = Math.min(...lines.map(({ line }) => line.left));
  const right = Math.max(...lines.map(({ line }) => line.right));
  const across = horizontals.filter((rule) => Math.min(rule.to, right) - Math.max(rule.from, left) > 0.6 * (right - left));
  const numbers = lines.findIndex(({ line }) => /^(?:[类款项甲乙]\s*|[栏行]\s*次\s*|\*+\s*)*1(?=\s|$)[\s\d栏行次]*$/.test(line.text));
  const closed = first === undefined ? bodyStart(lines) : first - start;
  // The numbers of the columns stand below the head, whichever side of the rule.
  const firstBody = numbers > 0 ? Math.min(numbers, closed) : closed;
  const head = lines.slice(0, firstBody);
  const { columns, spanning } = alignedColumns(
    head,
    lines.slice(firstBody),
    horizontals.filter((rule) => !across.includes(rule)),
  );
  const amounts = bodies.filter(hasAmount);
  // Two columns with small whole numbers are a table of contents.
  if (columns.length < 2 || (columns.length === 2 && amounts.length < FEWEST_ROWS)) return undefined;
  // A wrong table would look right: where lines can be read in two ways they stay lines.
  if (bodies.some(({ runs }) => runs.some(({ text }) => isGlued(text)))) return undefined;
  const rows = alignedRows(lines.slice(firstBody), across, columns, (run) => columnOf(run, columns));
  if (!rows) return undefined;
  const above = alignedHead(columns, spanning);
  const cells: PlacedCell[] = [
    ...above.cells,
    ...rows.flatMap((row, index) =>
      row.map((own, column) => ({ row: above.levels + index, column, rowSpan: 1, columnSpan: 1, runs: own })),
    ),
  ];
  return gridOf(cells, above.levels + rows.length, columns, [left, right]);
}

/** The first line with figures; a broken name may begin half a line above them, or a whole one. */
function bodyStart(lines: readonly TextLine[]): number {
  let first = lines.findIndex(({ body }) => body);
  for (; first > 0; first -= 1) {
    const [line, above] = [lines[first]?.line, lines[first - 1]?.line];
    if (!line || !above || line.baseline - above.baseline >= 0.85 * line.size) break;
  }
  return first;
}

/** Two figures, or a figure and a name, that the layout set without a gap: `234.5—`, `1缴费支出`. */
function isGlued(text: string): boolean {
  return (
    (/^[\d,.—–－-]+$/.test(text) && !isFigure(text)) || /^\d{1,3}(,\d{3})*(\.\d+)?(?![年月日个元万项款类级度])\p{Script=Han}/u.test(text)
  );
}
