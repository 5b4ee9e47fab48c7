/** Draws a chart with Chart.js: the one file that imports it, with only the parts that are used. */
import { BarController, BarElement, CategoryScale, Chart, type ChartConfiguration, LinearScale, type Plugin } from 'chart.js';
import { parseDecimal } from '../domain/decimal.ts';
import { PLAIN_NUMBERS, shownNumber } from '../domain/number-format.ts';
import type { ChartPoint, ChartSeries, Drawing } from '../views/page.ts';
import { type BarForm, type Box, drawBar, formOf, partBar, partHeight } from './chart-forms.ts';
import { type Palette, paperPalette, readPalette } from './chart-palette.ts';
import type { ChartPlace } from './charts.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** Nothing in a chart is set smaller, at any width. */
const TEXT = 12;
const LABEL = 13;
const LABEL_GAP = 5;
const MOTION_MS = 350;
/** Of the mark between two bars. */
const BREAK_LENGTH = 28;

const darkScheme = matchMedia('(prefers-color-scheme: dark)');
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const forcedColours = matchMedia('(forced-colors: active)');

/** Pixels of a picture for each of the page's, whatever the screen has. */
export const SCALE = 2;

/** In which each chart is drawn. */
const palettes = new WeakMap<HTMLCanvasElement, Palette>();

/** Draws it once; a chart that stands already is left as it is. */
export function drawChart({ canvas, drawing }: ChartPlace): void {
  if (Chart.getChart(canvas)) return;
  palettes.set(canvas, readPalette(canvas));
  const current = (): Palette => palettes.get(canvas) ?? readPalette(canvas);
  const chart = new Chart(canvas, drawing.form === 'years' ? yearsConfiguration(drawing, current) : partsConfiguration(drawing, current));
  const repaint = (): void => {
    palettes.set(canvas, readPalette(canvas));
    chart.update('none');
  };
  darkScheme.addEventListener('change', repaint);
  forcedColours.addEventListener('change', repaint);
}

/** A copy of the drawing at `SCALE` and on white paper, without the motion in which it may still be. */
export function drawnLarge(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const chart = Chart.getChart(canvas);
  if (!chart) throw new Error('the chart is drawn before it is copied');
  const copy = document.createElement('canvas');
  const at = (ratio: number | undefined, palette: Palette): void => {
    palettes.set(canvas, palette);
    if (ratio === undefined) delete chart.options.devicePixelRatio;
    else chart.options.devicePixelRatio = ratio;
    chart.resize();
    chart.update('none');
  };
  const own = chart.options.devicePixelRatio;
  at(SCALE, paperPalette(canvas));
  copy.width = canvas.width;
  copy.height = canvas.height;
  copy.getContext('2d')?.drawImage(canvas, 0, 0);
  at(own, readPalette(canvas));
  return copy;
}

/** Of a picture: what the forms of the bars mean, as the page's own key says; nothing where there is nothing to tell apart. */
export function keyOf({ canvas, drawing }: ChartPlace, labels: readonly string[]): { label: string; form: BarForm; colour: string }[] {
  const palette = paperPalette(canvas);
  return labels.map((label, index) => {
    const series = single(drawing) ? undefined : drawing.series[index];
    // The last of the key, and the only one of a single series, is what is not printed in a table.
    if (!series) return { label, form: 'hollow', colour: palette.quiet };
    return { label, form: formOf(series.stage, true), colour: seriesColour(drawing, series, index, palette) };
  });
}

type BarConfiguration = ChartConfiguration<'bar', (number | null)[], string>;

/** Grouped columns over fiscal years. */
function yearsConfiguration(drawing: Drawing, palette: () => Palette): BarConfiguration {
  return {
    type: 'bar',
    data: chartData(drawing),
    options: {
      ...shared(),
      layout: {
        padding: ({ chart }) => ({ top: LABEL + TEXT + 2 * LABEL_GAP + upright(chart.ctx, drawing, chart.width, palette()), right: 4 }),
      },
      scales: {
        x: {
          grid: { display: false },
          border: { display: false },
          ticks: { color: () => palette().quiet, font: () => font(palette(), TEXT), maxRotation: 0 },
        },
        y: {
          beginAtZero: true,
          grid: { color: () => palette().hair },
          border: { display: false },
          ticks: {
            color: () => palette().quiet,
            font: () => font(palette(), TEXT),
            maxTicksLimit: 5,
            callback: (value) => onAxis(Number(value), drawing),
          },
        },
      },
    },
    plugins: [barsAndLabels(drawing, palette), zeroLine('y', palette), unitAboveAxis(drawing.unit, palette), breakMarks(drawing, palette)],
  };
}

/** Horizontal bars, the name of each above it: the longest name fits on the narrowest phone. */
function partsConfiguration(drawing: Drawing, palette: () => Palette): BarConfiguration {
  return {
    type: 'bar',
    data: chartData(drawing),
    options: {
      ...shared(),
      indexAxis: 'y',
      layout: { padding: ({ chart }) => ({ right: widestLabel(chart.ctx, drawing, palette()) + 2 * LABEL_GAP }) },
      scales: {
        x: {
          beginAtZero: true,
          grid: { color: () => palette().hair },
          border: { display: false },
          ticks: {
            color: () => palette().quiet,
            font: () => font(palette(), TEXT),
            maxTicksLimit: 4,
            maxRotation: 0,
            callback: (value) => onAxis(Number(value), drawing),
          },
        },
        y: { grid: { display: false }, border: { display: false }, ticks: { display: false } },
      },
    },
    plugins: [barsAndLabels(drawing, palette), zeroLine('x', palette), namesAboveBars(drawing, palette), breakMarks(drawing, palette)],
  };
}

function shared() {
  return {
    responsive: true,
    maintainAspectRatio: false,
    events: [],
    animation: calm.matches ? (false as const) : { duration: MOTION_MS },
  };
}

function chartData(drawing: Drawing) {
  // A year with one figure has one column in its middle, not one beside two gaps.
  const bars = { categoryPercentage: 0.72, barPercentage: 0.82, maxBarThickness: 64, skipNull: true };
  return {
    labels: [...drawing.categories],
    datasets: drawing.series.map(({ label, points }) => ({ label, data: points.map(({ value }) => value), ...bars })),
  };
}

/** Chart.js places the bars; their form and the figure beside each are ours. */
function barsAndLabels(drawing: Drawing, palette: () => Palette): Plugin<'bar'> {
  const horizontal = drawing.form === 'parts';
  return {
    id: 'barsAndLabels',
    beforeDatasetDraw(chart, { index, meta }) {
      const series = drawing.series[index];
      if (!series) return false;
      const colour = seriesColour(drawing, series, index, palette());
      const place = horizontal ? 'beside' : upright(chart.ctx, drawing, chart.width, palette()) > 0 ? 'upright' : 'flat';
      for (const [at, element] of meta.data.entries()) {
        const point = series.points[at];
        if (!point || point.value === null) continue;
        const { x, y, base, width } = element.getProps(['x', 'y', 'base', 'width'] as never) as unknown as Box & { base: number };
        const part = partBar(index);
        const box = horizontal
          ? { x: Math.min(x, base), y: partTop(chart, drawing, at) + part.offset, width: Math.abs(x - base), height: part.height }
          : { x: x - width / 2, y: Math.min(y, base), width, height: Math.abs(base - y) };
        const published = point.origin === undefined || point.origin === 'published';
        drawBar(chart.ctx, box, formOf(single(drawing) && horizontal ? undefined : series.stage, published), colour);
        drawLabel(chart.ctx, point, box, place, palette());
      }
      return false;
    },
  };
}

type LabelPlace = 'beside' | 'flat' | 'upright';

function drawLabel(context: CanvasRenderingContext2D, point: ChartPoint, box: Box, place: LabelPlace, palette: Palette): void {
  context.save();
  context.font = fontText(palette, LABEL);
  context.fillStyle = palette.ink;
  if (place === 'beside') {
    context.textBaseline = 'middle';
    context.fillText(point.text, box.x + box.width + LABEL_GAP, box.y + box.height / 2);
  } else if (place === 'upright') {
    context.translate(box.x + box.width / 2, box.y - LABEL_GAP);
    context.rotate(-Math.PI / 2);
    context.textBaseline = 'middle';
    context.fillText(point.text, 0, 0);
  } else {
    context.textAlign = 'center';
    context.textBaseline = 'bottom';
    context.fillText(point.text, box.x + box.width / 2, box.y - LABEL_GAP + 2);
  }
  context.restore();
}

function partTop(chart: Chart<'bar'>, drawing: Drawing, at: number): number {
  return chart.chartArea.top + at * partHeight(drawing.series.length);
}

function namesAboveBars(drawing: Drawing, palette: () => Palette): Plugin<'bar'> {
  return {
    id: 'namesAboveBars',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const { x } = chart.scales;
      if (!x) return;
      ctx.save();
      ctx.font = fontText(palette(), LABEL);
      ctx.fillStyle = palette().ink;
      ctx.textBaseline = 'top';
      for (const [index, name] of drawing.categories.entries()) {
        ctx.fillText(
          shortened(ctx, name, ctx.canvas.clientWidth - chartArea.left),
          chartArea.left + LABEL_GAP,
          partTop(chart, drawing, index) + 2,
        );
      }
      ctx.fillStyle = palette().quiet;
      ctx.font = fontText(palette(), TEXT);
      ctx.textAlign = 'right';
      ctx.textBaseline = 'bottom';
      ctx.fillText(drawing.unit, ctx.canvas.clientWidth - 1, x.bottom);
      ctx.restore();
    },
  };
}

/** Lengths are read from here. */
function zeroLine(axis: 'x' | 'y', palette: () => Palette): Plugin<'bar'> {
  return {
    id: 'zeroLine',
    afterDatasetsDraw({ ctx, chartArea: { left, right, top, bottom }, scales }) {
      const zero = Math.round(scales[axis]?.getPixelForValue(0) ?? 0) + 0.5;
      ctx.save();
      ctx.strokeStyle = palette().ink;
      ctx.lineWidth = 1;
      ctx.beginPath();
      ctx.moveTo(axis === 'y' ? left : zero, axis === 'y' ? zero : top);
      ctx.lineTo(axis === 'y' ? right : zero, axis === 'y' ? zero : bottom);
      ctx.stroke();
      ctx.restore();
    },
  };
}

/** Two thin lines across the way from one figure to the next, where they are not of the same thing. */
function breakMarks(drawing: Drawing, palette: () => Palette): Plugin<'bar'> {
  return {
    id: 'breakMarks',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const { left, right, top, bottom } = chartArea;
      ctx.save();
      ctx.strokeStyle = palette().ink;
      ctx.lineWidth = 1;
      ctx.beginPath();
      for (const { category, series = 0 } of drawing.breaks ?? []) {
        const step = (right - left) / drawing.categories.length;
        for (const apart of [-2.5, 2.5]) {
          if (drawing.form === 'years') {
            const x = (scales.x?.getPixelForValue(category) ?? left) - step / 2 + apart;
            ctx.moveTo(x, top);
            ctx.lineTo(x, bottom);
          } else {
            const y = partTop(chart, drawing, category) + partBar(series).offset - 1 + apart;
            ctx.moveTo(left, y);
            ctx.lineTo(left + BREAK_LENGTH, y);
          }
        }
      }
      ctx.stroke();
      ctx.restore();
    },
  };
}

function unitAboveAxis(unit: string, palette: () => Palette): Plugin<'bar'> {
  return {
    id: 'unitAboveAxis',
    afterDraw({ ctx }) {
      ctx.save();
      ctx.font = fontText(palette(), TEXT);
      ctx.fillStyle = palette().quiet;
      ctx.textBaseline = 'top';
      ctx.fillText(unit, 0, 1);
      ctx.restore();
    },
  };
}

/** The height that upright labels need; 0 where they lie flat, each over its own column. */
function upright(context: CanvasRenderingContext2D, drawing: Drawing, width: number, palette: Palette): number {
  if (drawing.form !== 'years') return 0;
  const columns = drawing.categories.length * Math.max(1, drawing.series.length);
  const widest = widestLabel(context, drawing, palette);
  // 64 is about what the axis takes; neighbours within a year stand closer than years do.
  const room = drawing.series.length > 1 ? ((width - 64) / columns) * 0.72 : (width - 64) / columns;
  return widest + 4 > room ? widest - LABEL + LABEL_GAP : 0;
}

function widestLabel(context: CanvasRenderingContext2D, drawing: Drawing, palette: Palette): number {
  context.save();
  context.font = fontText(palette, LABEL);
  const widest = Math.max(0, ...drawing.series.flatMap(({ points }) => points.map(({ text }) => context.measureText(text).width)));
  context.restore();
  return Math.ceil(widest);
}

function shortened(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let kept = text;
  while (kept.length > 1 && context.measureText(`${kept}…`).width > width) kept = kept.slice(0, -1);
  return `${kept}…`;
}

const STAGE_COLOURS: Readonly<Record<NonNullable<ChartSeries['stage']>, number>> = { executed: 0, approved: 1, adjusted: 2, proposed: 3 };

function seriesColour(drawing: Drawing, series: ChartSeries, index: number, palette: Palette): string {
  const at = drawing.form === 'parts' && single(drawing) ? 0 : series.stage === undefined ? index : STAGE_COLOURS[series.stage];
  return palette.data[at % palette.data.length] ?? palette.ink;
}

function single({ series }: Drawing): boolean {
  return series.length === 1;
}

function font({ font: family }: Palette, size: number) {
  return { family, size };
}

function fontText({ font: family }: Palette, size: number): string {
  return `${size}px ${family}`;
}

/** As the figures beside it are printed; an axis has round numbers, so that nothing is lost. */
function onAxis(value: number, { numbers = PLAIN_NUMBERS }: Drawing): string {
  const exact = parseDecimal(String(value));
  return exact ? shownNumber(exact, numbers) : String(value);
}
