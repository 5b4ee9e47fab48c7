/** From glyphs to runs of text and lines, by where they stand and not by the order in which a program drew them. */
import { beginsItem, isCloseSet, joinLines, tidy } from '../joining.ts';
import type { Box } from './geometry.ts';
import type { Glyph, Rule } from './page-marks.ts';

/** Glyphs that touch, on one baseline. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly turned: number;
  /** Whether a blank was set before it. */
  readonly spaced: boolean;
}

/** Runs of one line, from the left; `pieces` are parted by gaps wider than a space. */
export interface Line {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A gap, in ems, within which glyphs touch. */
const TOUCHING = 0.25;
/** A gap, in ems, that parts two pieces of a line as a column would. */
const WIDE_GAP = 1.6;

/** Runs of text. A run ends where a vertical rule stands in the gap before the next glyph. */
export function runsOf(glyphs: readonly Glyph[], rules: readonly Rule[]): Run[] {
  const verticals = rules.filter((rule) => rule.vertical);
  const runs: Run[] = [];
  let open: { -readonly [Key in keyof Run]: Run[Key] } | undefined;
  let blank = false;
  const close = (): void => {
    if (open && open.text.trim() !== '') runs.push(open);
    open = undefined;
  };
  for (const glyph of withoutDoubles(glyphs)) {
    if (/^\s*$/.test(glyph.text)) {
      close();
      blank = true;
      continue;
    }
    const gap = open ? glyph.left - open.right : 0;
    const touches =
      open !== undefined &&
      open.turned === glyph.turned &&
      Math.abs(open.baseline - glyph.baseline) < 0.15 * glyph.size &&
      gap > -0.35 * glyph.size &&
      gap < TOUCHING * glyph.size &&
      !(gap > 0.08 * glyph.size && standsBetween(verticals, open.right, glyph.left, glyph.baseline - 0.35 * glyph.size));
    if (open && touches) {
      open.text += glyph.text;
      open.right = Math.max(open.right, glyph.right);
      open.size = Math.max(open.size, glyph.size);
    } else {
      close();
      open = {
        text: glyph.text,
        left: glyph.left,
        right: glyph.right,
        baseline: glyph.baseline,
        size: glyph.size,
        turned: glyph.turned,
        spaced: blank,
      };
    }
    blank = false;
  }
  close();
  return runs;
}

function standsBetween(verticals: readonly Rule[], left: number, right: number, y: number): boolean {
  return verticals.some((rule) => rule.at >= left - 0.5 && rule.at <= right + 0.5 && rule.from <= y && rule.to >= y);
}

/** Bold imitated by printing twice, a hair apart, is printed once. */
function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    if (/^\s*$/.test(glyph.text)) return true;
    const cell = (dx: number, dy: number): string =>
      `${glyph.text}\n${Math.floor(glyph.left / 4) + dx}\n${Math.floor(glyph.baseline / 4) + dy}`;
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1]) {
        const twin = seen
          .get(cell(dx, dy))
          ?.some(
            (other) =>
              Math.abs(other.left - glyph.left) < 0.12 * glyph.size &&
              Math.abs(other.baseline - glyph.baseline) < 0.12 * glyph.size &&
              Math.abs(other.size - glyph.size) < 0.2 * glyph.size,
          );
        if (twin) return false;
      }
    const key = cell(0, 0);
    const here = seen.get(key);
    if (here) here.push(glyph);
    else seen.set(key, [glyph]);
    return true;
  });
}

/** Lines from above. */
export function linesOf(runs: readonly Run[]): Line[] {
  const sorted = [...runs].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  const levels: Run[][] = [];
  for (const run of sorted) {
    const level = levels.at(-1);
    const first = level?.[0];
    if (level && first && run.baseline - first.baseline <= 0.45 * Math.min(first.size, run.size)) level.push(run);
    else levels.push([run]);
  }
  return levels.map(lineOf);
}

function lineOf(level: readonly Run[]): Line {
  const runs = [...level].sort((a, b) => a.left - b.left);
  const pieces: Piece[] = [];
  let open: { text: string; left: number; right: number } | undefined;
  let before: Run | undefined;
  for (const run of runs) {
    const size = Math.min(run.size, before?.size ?? run.size);
    const gap = before ? run.left - before.right : 0;
    if (open && gap < WIDE_GAP * size) {
      open.text += spaced(open.text, run, gap / size) ? ` ${run.text}` : run.text;
      open.right = Math.max(open.right, run.right);
    } else {
      if (open) pieces.push(open);
      open = { text: run.text, left: run.left, right: run.right };
    }
    before = run;
  }
  if (open) pieces.push(open);
  return {
    text: tidy(pieces.map(({ text }) => text).join(' ')),
    pieces: pieces.map((piece) => ({ ...piece, text: tidy(piece.text) })),
    left: pieces[0]?.left ?? 0,
    right: Math.max(...pieces.map(({ right }) => right)),
    baseline: runs[0]?.baseline ?? 0,
    size: Math.max(...runs.map(({ size }) => size)),
  };
}

/** Between Han characters a justified line leaves gaps that are no spaces; figures and letters are parted sooner. */
function spaced(before: string, run: Run, ems: number): boolean {
  const han = isCloseSet([...before].at(-1)) || isCloseSet([...run.text][0]);
  return ems > (han && !run.spaced ? 0.45 : 0.15);
}

/** The text of a cell: its lines joined where only its edge broke them, `\n` where its author did. */
export function cellText(runs: readonly Run[], box: Box): string {
  const turned = runs.filter((run) => run.turned !== 0);
  const flat = linesOf(runs.filter((run) => run.turned === 0));
  const sideways = sidewaysText(turned);
  let text = '';
  let before: Line | undefined;
  for (const line of flat) {
    const breaks = before !== undefined && beginsItem(line.text) && before.right < box[2] - 2 * line.size;
    text = before === undefined ? line.text : breaks ? `${text}\n${line.text}` : joinLines(text, line.text);
    before = line;
  }
  return [text, sideways].filter((part) => part !== '').join('\n');
}

/** Text turned against the page's, each direction read by itself: a label set along a tall cell. */
export function sidewaysText(runs: readonly Run[]): string {
  // Upwards (270°) reads from below, downwards (90°) from above.
  return [...runs]
    .sort((a, b) => (a.turned > 180 ? b.baseline - a.baseline : a.baseline - b.baseline) || a.left - b.left)
    .map(({ text }) => text)
    .join('');
}
