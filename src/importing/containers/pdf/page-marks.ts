/**
 * What a page's drawing program puts on paper: every glyph with its place, every straight rule.
 *
 * It is read from the operator list, not from pdf.js's text layer: that joins words across the line between two cells,
 * and does not say whether a glyph can be read or seen. The file is long because a drawing program is one state machine.
 */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { charactersOf, UNREADABLE } from './characters.ts';
import { apply, type Box, boundsOf, compose, IDENTITY, intersect, type Matrix, type Point, transformBox } from './geometry.ts';

/** One glyph, upright; `text` is what it stands for. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Height of the type in points. */
  readonly size: number;
  /** Degrees clockwise that it is turned against the page's text. */
  readonly turned: number;
}

/** A straight line along the page: at one x (vertical) or y (horizontal), from and to along the other axis. */
export interface Rule {
  readonly vertical: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PageMarks {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Glyphs that the file gives no character for; in `glyphs` they are U+FFFD. */
  readonly unreadable: number;
  /** Glyphs laid invisibly over a picture, as programs that recognise scanned text do. */
  readonly invisible: number;
}

/** What must be known of a font to place its glyphs. */
export interface FontFacts {
  readonly vertical: boolean;
  readonly fontMatrix: readonly number[];
  readonly defaultVMetrics: readonly number[] | undefined;
  /** Whether the file says which characters its glyphs are. */
  readonly readable: boolean;
}

export interface DrawingProgram {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

interface PlacedGlyph {
  readonly text: string;
  readonly start: Point;
  readonly end: Point;
  readonly size: number;
  readonly angle: number;
}

interface State {
  matrix: Matrix;
  clip: Box;
  lineWidth: number;
  textMatrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  leading: number;
  charSpacing: number;
  wordSpacing: number;
  hScale: number;
  rise: number;
  mode: number;
  size: number;
  font: FontFacts | undefined;
}

/** Thicker than this, in points, a filled shape is shading and not a line. */
const THICKEST_RULE = 3;
/** Invisible text of PDF's text rendering modes; 7 only clips. */
const INVISIBLE = new Set([3, 7]);

/** `viewport` maps the page's own space to points from the upper left, turned as the page is to be read. */
export function readMarks(
  program: DrawingProgram,
  viewport: { readonly width: number; readonly height: number; readonly transform: readonly number[] },
  fontOf: (name: string) => FontFacts,
): PageMarks {
  const page: Box = [0, 0, viewport.width, viewport.height];
  const glyphs: PlacedGlyph[] = [];
  const segments: [Point, Point][] = [];
  let unreadable = 0;
  let invisible = 0;
  let clipping = false;
  let state: State = {
    matrix: viewport.transform as unknown as Matrix,
    clip: page,
    lineWidth: 1,
    textMatrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
    leading: 0,
    charSpacing: 0,
    wordSpacing: 0,
    hScale: 1,
    rise: 0,
    mode: 0,
    size: 0,
    font: undefined,
  };
  const saved: State[] = [];
  const save = (): void => void saved.push({ ...state });
  const restore = (): void => {
    state = saved.pop() ?? state;
  };
  const moveText = (x: number, y: number): void => {
    state.lineX += x;
    state.lineY += y;
    state.x = state.lineX;
    state.y = state.lineY;
  };

  const show = (shown: readonly unknown[]): void => {
    const { font, size } = state;
    if (!font || size === 0) return;
    const text = compose(state.matrix, state.textMatrix);
    const unit = Math.abs(size) * (font.fontMatrix[0] ?? 0.001);
    const direction = size < 0 ? -1 : 1;
    for (const item of shown) {
      if (typeof item === 'number') {
        const shift = (-item * size) / 1000;
        if (font.vertical) state.y += shift;
        else state.x += shift * state.hScale;
        continue;
      }
      const glyph = item as { unicode?: string; width: number; isSpace?: boolean; vmetric?: readonly number[] };
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      const width = glyph.width * unit * direction * state.hScale;
      let origin: Point = [state.x, state.y + state.rise];
      if (font.vertical) {
        // Each glyph hangs below its point, centred on it: read as a column of one-glyph lines.
        const metric = glyph.vmetric ?? font.defaultVMetrics;
        const advance = (metric?.[0] ?? -1000) * unit;
        origin = [state.x - (metric?.[1] ?? glyph.width / 2) * unit, state.y - (metric?.[2] ?? 880) * unit];
        state.y += advance - spacing;
      } else state.x += width + spacing * state.hScale;
      const start = apply(text, origin);
      const end = apply(text, [origin[0] + width, origin[1]]);
      const across: Point = [text[2] * Math.abs(size), text[3] * Math.abs(size)];
      const along: Point = [text[0] * direction, text[1] * direction];
      const characters = font.readable ? charactersOf(glyph.unicode ?? '') : UNREADABLE;
      if (characters === '') continue;
      if (!within(start, end, state.clip)) continue;
      const blank = /^\s+$/.test(characters);
      if (!blank && characters.includes(UNREADABLE)) unreadable++;
      if (!blank && INVISIBLE.has(state.mode)) invisible++;
      glyphs.push({
        text: characters,
        start,
        end,
        size: Math.hypot(...across),
        angle: (Math.round((Math.atan2(along[1], along[0]) * 180) / Math.PI) + 360) % 360,
      });
    }
  };

  const draw = (paint: number, data: Float32Array | undefined, bounds: Float32Array | undefined): void => {
    const strokes = STROKES.has(paint);
    if (data && (strokes || FILLS.has(paint))) {
      const thickness = state.lineWidth * Math.sqrt(Math.abs(state.matrix[0] * state.matrix[3] - state.matrix[1] * state.matrix[2]));
      for (const path of subpaths(data)) {
        const points = path.points.map((point) => apply(state.matrix, point));
        if (FILLS.has(paint) && !path.curved) segments.push(...thin(clipBox(boundsOf(points), state.clip)));
        if (strokes && thickness <= THICKEST_RULE) {
          const ends = path.closed || CLOSES.has(paint) ? [...points, points[0] as Point] : points;
          for (let i = 1; i < ends.length; i++) {
            const segment = clipSegment(ends[i - 1] as Point, ends[i] as Point, state.clip);
            if (segment) segments.push(segment);
          }
        } else if (strokes && points.length === 2) {
          // A wide stroke of a short line may be how a program draws a rule across it.
          const [x0, y0, x1, y1] = boundsOf(points);
          const half = thickness / 2;
          const box: Box = x1 - x0 > y1 - y0 ? [x0, y0 - half, x1, y1 + half] : [x0 - half, y0, x1 + half, y1];
          segments.push(...thin(clipBox(box, state.clip)));
        }
      }
    }
    if (clipping && bounds && bounds.length >= 4)
      state.clip = intersect(state.clip, transformBox(state.matrix, Array.from(bounds) as unknown as Box));
    clipping = false;
  };

  program.fnArray.forEach((operator, index) => {
    const args = (program.argsArray[index] ?? []) as readonly never[];
    switch (operator) {
      case OPS.save:
      case OPS.beginGroup:
        save();
        break;
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        restore();
        break;
      case OPS.transform:
        state.matrix = compose(state.matrix, args as unknown as Matrix);
        break;
      case OPS.paintFormXObjectBegin: {
        const [matrix, box] = args as unknown as [Matrix | null, Box | null];
        save();
        if (matrix) state.matrix = compose(state.matrix, matrix);
        if (box) state.clip = intersect(state.clip, transformBox(state.matrix, box));
        break;
      }
      case OPS.beginAnnotation: {
        const [, , transform, matrix] = args as unknown as [string, Box, Matrix | null, Matrix | null];
        save();
        state.matrix = viewport.transform as unknown as Matrix;
        state.clip = page;
        if (transform) state.matrix = compose(state.matrix, transform);
        if (matrix) state.matrix = compose(state.matrix, matrix);
        break;
      }
      case OPS.setLineWidth:
        state.lineWidth = args[0] ?? 1;
        break;
      case OPS.clip:
      case OPS.eoClip:
        clipping = true;
        break;
      case OPS.constructPath:
        draw(args[0] ?? 0, (args[1] as unknown as (Float32Array | undefined)[] | undefined)?.[0], args[2]);
        break;
      case OPS.beginText:
        state.textMatrix = IDENTITY;
        state.x = state.y = state.lineX = state.lineY = 0;
        break;
      case OPS.setTextMatrix:
        state.textMatrix = Array.from((args[0] as unknown as ArrayLike<number>) ?? IDENTITY) as unknown as Matrix;
        state.x = state.y = state.lineX = state.lineY = 0;
        break;
      case OPS.moveText:
        moveText(args[0] ?? 0, args[1] ?? 0);
        break;
      case OPS.setLeadingMoveText:
        state.leading = args[1] ?? 0;
        moveText(args[0] ?? 0, args[1] ?? 0);
        break;
      case OPS.nextLine:
        moveText(0, state.leading);
        break;
      case OPS.setLeading:
        state.leading = -(args[0] ?? 0);
        break;
      case OPS.setCharSpacing:
        state.charSpacing = args[0] ?? 0;
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = args[0] ?? 0;
        break;
      case OPS.setHScale:
        state.hScale = (args[0] ?? 100) / 100;
        break;
      case OPS.setTextRise:
        state.rise = args[0] ?? 0;
        break;
      case OPS.setTextRenderingMode:
        state.mode = args[0] ?? 0;
        break;
      case OPS.setFont:
        state.font = fontOf(args[0] ?? '');
        state.size = args[1] ?? 0;
        break;
      case OPS.showText:
        show(args[0] ?? []);
        break;
    }
  });

  return { ...upright(glyphs, segments, viewport.width, viewport.height), unreadable, invisible };
}

const STROKES: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const CLOSES: ReadonlySet<number> = new Set([OPS.closeStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);

/** A table drawn sideways on an upright page is read as its text runs. */
function upright(
  placed: readonly PlacedGlyph[],
  segments: readonly (readonly [Point, Point])[],
  width: number,
  height: number,
): Pick<PageMarks, 'width' | 'height' | 'glyphs' | 'rules'> {
  const counts = new Map<number, number>();
  for (const { angle } of placed) counts.set(angle, (counts.get(angle) ?? 0) + 1);
  const quarters = [0, 90, 180, 270];
  const near = (quarter: number): number => [-1, 0, 1].reduce((sum, off) => sum + (counts.get((quarter + off + 360) % 360) ?? 0), 0);
  const turn = quarters.reduce((best, quarter) => (near(quarter) > near(best) ? quarter : best), 0);
  const frame: Matrix = (
    { 0: IDENTITY, 90: [0, -1, 1, 0, 0, width], 180: [-1, 0, 0, -1, width, height], 270: [0, 1, -1, 0, height, 0] } as const
  )[turn as 0 | 90 | 180 | 270];
  const glyphs = placed.map(({ text, start, end, size, angle }): Glyph => {
    const from = apply(frame, start);
    const to = apply(frame, end);
    const turned = (angle - turn + 360) % 360;
    const flat = turned <= 2 || turned >= 358;
    const [left, top, right, bottom] = boundsOf([from, to]);
    return { text, left, right, baseline: flat ? from[1] : (top + bottom) / 2, size, turned: flat ? 0 : turned };
  });
  const rules = segments.flatMap(([start, end]): Rule[] => {
    const [x0, y0, x1, y1] = boundsOf([apply(frame, start), apply(frame, end)]);
    if (x1 - x0 <= y1 - y0) return x1 - x0 <= 1 ? [{ vertical: true, at: (x0 + x1) / 2, from: y0, to: y1 }] : [];
    return y1 - y0 <= 1 ? [{ vertical: false, at: (y0 + y1) / 2, from: x0, to: x1 }] : [];
  });
  return turn % 180 === 0 ? { width, height, glyphs, rules } : { width: height, height: width, glyphs, rules };
}

interface Subpath {
  readonly points: Point[];
  closed: boolean;
  curved: boolean;
}

/** pdf.js's path data: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close, each followed by its coordinates. */
function subpaths(data: Float32Array): Subpath[] {
  const paths: Subpath[] = [];
  let path: Subpath | undefined;
  const at = (index: number): number => data[index] ?? 0;
  for (let i = 0; i < data.length; ) {
    const operation = at(i++);
    if (operation === 0) {
      path = { points: [[at(i), at(i + 1)]], closed: false, curved: false };
      paths.push(path);
      i += 2;
    } else if (operation === 1) {
      path?.points.push([at(i), at(i + 1)]);
      i += 2;
    } else if (operation === 2 || operation === 3) {
      const length = operation === 2 ? 6 : 4;
      path?.points.push([at(i + length - 2), at(i + length - 1)]);
      if (path) path.curved = true;
      i += length;
    } else if (operation === 4) {
      if (path) path.closed = true;
    } else throw new Error(`unknown path operation ${operation}`);
  }
  return paths;
}

/** A filled box that is thin is a rule along its middle; a dot is a piece of one in both directions. */
function thin([x0, y0, x1, y1]: Box): [Point, Point][] {
  const width = x1 - x0;
  const height = y1 - y0;
  if (width < 0 || height < 0) return [];
  const found: [Point, Point][] = [];
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  if (width <= THICKEST_RULE && height > 0)
    found.push([
      [x, y0],
      [x, y1],
    ]);
  if (height <= THICKEST_RULE && width > 0)
    found.push([
      [x0, y],
      [x1, y],
    ]);
  return found;
}

function clipBox(box: Box, clip: Box): Box {
  return intersect(box, clip);
}

/** Lines along the page only need their ends cut; slanted ones are no rules. */
function clipSegment(start: Point, end: Point, clip: Box): [Point, Point] | undefined {
  const [x0, y0, x1, y1] = intersect(boundsOf([start, end]), [clip[0] - 1, clip[1] - 1, clip[2] + 1, clip[3] + 1]);
  if (x1 < x0 || y1 < y0 || (x1 - x0 > 1 && y1 - y0 > 1)) return undefined;
  return [
    [x0, y0],
    [x1, y1],
  ];
}

function within(start: Point, end: Point, [x0, y0, x1, y1]: Box): boolean {
  const x = (start[0] + end[0]) / 2;
  const y = (start[1] + end[1]) / 2;
  // A glyph cut at its cell's edge is still that cell's text; one wholly away from what shows is not on paper.
  return x1 > x0 && y1 > y0 && x >= x0 - 200 && x <= x1 + 200 && y >= y0 - 12 && y <= y1 + 12;
}
