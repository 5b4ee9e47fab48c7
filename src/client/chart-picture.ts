/** A chart to take away: as a picture that says what it shows and where it is from, and as a table. */
import { formatDecimal } from '../domain/decimal.ts';
import { type NumberFormat, PLAIN_NUMBERS, parseNumber } from '../domain/number-format.ts';
import type { ChartSeries, Drawing } from '../views/page.ts';
import { type BarForm, drawBar } from './chart-forms.ts';
import { paperPalette } from './chart-palette.ts';

/** What stands around the drawing. */
export interface PictureWords {
  readonly title: string;
  readonly note: string;
  /** Archive and version. */
  readonly source: string;
  readonly address: string;
  /** Colours of the series, and what each is. */
  readonly key: readonly { readonly label: string; readonly form: BarForm; readonly colour: string }[];
}

const MARGIN = 24;
const TITLE = 20;
const SMALL = 12;
const LINE = 1.6;
const KEY_BAR = { width: 22, height: 12 };

/** `drawn` has `scale` pixels for each of the page's. */
export function pictureOf(canvas: HTMLCanvasElement, drawn: HTMLCanvasElement, scale: number, words: PictureWords): HTMLCanvasElement {
  const palette = paperPalette(canvas);
  const width = drawn.width / scale;
  const picture = document.createElement('canvas');
  const context = picture.getContext('2d');
  if (!context) throw new Error('no canvas to draw on');
  const small = `${SMALL}px ${palette.font}`;
  const title = `600 ${TITLE}px ${palette.font}`;
  const titles = wrapped(context, words.title, title, width);
  const notes = wrapped(context, words.note, small, width);
  const feet = [words.source, words.address].flatMap((text) => wrapped(context, text, small, width));
  const keyHeight = words.key.length > 0 ? SMALL * LINE * 1.4 : 0;
  const head = titles.length * TITLE * LINE + notes.length * SMALL * LINE + keyHeight + MARGIN / 2;
  const foot = feet.length * SMALL * LINE + MARGIN / 2;
  picture.width = Math.round((width + 2 * MARGIN) * scale);
  picture.height = Math.round((2 * MARGIN + head + drawn.height / scale + foot) * scale);
  context.scale(scale, scale);
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, picture.width, picture.height);
  context.textBaseline = 'top';
  let top = MARGIN;
  const write = (lines: readonly string[], font: string, size: number, colour: string): void => {
    context.font = font;
    context.fillStyle = colour;
    for (const line of lines) {
      context.fillText(line, MARGIN, top);
      top += size * LINE;
    }
  };
  write(titles, title, TITLE, palette.ink);
  write(notes, small, SMALL, palette.quiet);
  let left = MARGIN;
  context.font = small;
  for (const { label, form, colour } of words.key) {
    drawBar(context, { x: left, y: top + 2, ...KEY_BAR }, form, colour);
    context.fillStyle = palette.ink;
    context.fillText(label, left + KEY_BAR.width + 6, top + 2);
    left += KEY_BAR.width + 6 + context.measureText(label).width + 18;
  }
  top += keyHeight + MARGIN / 2;
  context.drawImage(drawn, MARGIN, top, width, drawn.height / scale);
  top += drawn.height / scale + MARGIN / 2;
  write(feet, small, SMALL, palette.quiet);
  return picture;
}

/** Lines no wider than the picture, divided anywhere: Chinese has no spaces, and an address has none to lose. */
function wrapped(context: CanvasRenderingContext2D, text: string, font: string, width: number): string[] {
  context.font = font;
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (line !== '' && context.measureText(line + character).width > width) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return line === '' ? lines : [...lines, line];
}

/** Figures as they are shown, but plain, as every program reads them; a gap stays blank. With a mark by which Excel knows UTF-8. */
export function chartCsv({ categories, series, unit, numbers = PLAIN_NUMBERS }: Drawing): string {
  const rows = [
    ['', ...series.map(({ label }) => `${label}（${unit}）`)],
    ...categories.map((category, at) => [category, ...series.map(({ points }) => figure(points[at], numbers))]),
  ];
  return `\ufeff${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

function figure(point: ChartSeries['points'][number] | undefined, numbers: NumberFormat): string {
  if (!point || point.value === null) return '';
  const value = parseNumber(point.text.replace('−', '-'), numbers);
  return value ? formatDecimal(value) : point.text;
}

/** A text that begins like a formula gets an apostrophe; a figure stays. */
function field(text: string): string {
  const safe = /^[=+@\t\r-]/.test(text) && !/^-[\d.]+$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
