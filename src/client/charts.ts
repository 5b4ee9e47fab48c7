/** Watches the charts of a page and fetches the drawing code when the first one comes near. */
import type { Drawing } from '../views/page.ts';

const NEAR = '400px';

export interface ChartPlace {
  readonly canvas: HTMLCanvasElement;
  readonly drawing: Drawing;
}

/** One chart after another, each in a moment of its own, so that the page answers in between. */
let turn: Promise<void> = Promise.resolve();

function freeMoment(): Promise<void> {
  return new Promise((free) => {
    // Not every browser knows when it is idle.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => free(), { timeout: 300 });
    else setTimeout(free, 0);
  });
}

const observer = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      observer.unobserve(entry.target);
      const place = chartPlace(entry.target);
      if (!place) continue;
      turn = turn.then(freeMoment);
      void turn.then(() => draw(place));
    }
  },
  { rootMargin: NEAR },
);

watchCharts(document);

/** Charts that come to a page later are drawn as those that it had. */
export function watchCharts(part: ParentNode): void {
  for (const figure of part.querySelectorAll('[data-chart]')) {
    observer.observe(figure);
    offerDownloads(figure);
  }
}

function offerDownloads(figure: Element): void {
  for (const [selector, ending, make] of [
    ['[data-chart-picture]', 'png', picture],
    ['[data-chart-csv]', 'csv', table],
  ] as const) {
    const button = figure.querySelector<HTMLButtonElement>(selector);
    if (!button) continue;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const place = chartPlace(figure);
      const file = place && (await make(figure, place));
      if (file) save(file, `${location.pathname.split('/').filter(Boolean).slice(-2).join('-')}-${titleId(figure)}.${ending}`);
    });
  }
}

async function picture(figure: Element, place: ChartPlace): Promise<Blob | null> {
  const [{ drawChart, drawnLarge, keyOf, SCALE }, { pictureOf }] = await Promise.all([import('./chart.ts'), import('./chart-picture.ts')]);
  drawChart(place);
  const text = (selector: string): string => figure.querySelector(selector)?.textContent?.trim() ?? '';
  const made = pictureOf(place.canvas, drawnLarge(place.canvas), SCALE, {
    title: [document.querySelector('h1')?.textContent?.trim(), text('h3')].filter(Boolean).join(' '),
    note: text('figcaption .quiet'),
    source: figure.querySelector<HTMLElement>('[data-chart-picture]')?.dataset.chartPicture ?? '',
    // A copy on a disk has no address of its own.
    address: /^https?:$/.test(location.protocol) ? `${location.origin}${location.pathname}#${titleId(figure)}` : '',
    key: keyOf(
      place,
      [...figure.querySelectorAll('.key li')].map((item) => item.textContent?.trim() ?? ''),
    ),
  });
  return new Promise((done) => made.toBlob(done, 'image/png'));
}

async function table(_: Element, { drawing }: ChartPlace): Promise<Blob> {
  const { chartCsv } = await import('./chart-picture.ts');
  return new Blob([chartCsv(drawing)], { type: 'text/csv;charset=utf-8' });
}

function titleId(figure: Element): string {
  return figure.querySelector('h3')?.id ?? '';
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Not before the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

async function draw(place: ChartPlace): Promise<void> {
  // A page that is left stops what it loads; where the drawing cannot be had, the table beside it still stands.
  const module = await import('./chart.ts').catch(() => undefined);
  module?.drawChart(place);
}

function chartPlace(figure: Element): ChartPlace | undefined {
  const canvas = figure.querySelector('canvas');
  const json = figure.querySelector('[data-drawing]')?.textContent;
  // Our own build wrote the JSON from a Drawing.
  return canvas && json ? { canvas, drawing: JSON.parse(json) as Drawing } : undefined;
}
