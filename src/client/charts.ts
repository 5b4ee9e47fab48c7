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

for (const figure of document.querySelectorAll('[data-chart]')) observer.observe(figure);

async function draw(place: ChartPlace): Promise<void> {
  const { drawChart } = await import('./chart.ts');
  drawChart(place);
}

function chartPlace(figure: Element): ChartPlace | undefined {
  const canvas = figure.querySelector('canvas');
  const json = figure.querySelector('[data-drawing]')?.textContent;
  // Our own build wrote the JSON from a Drawing.
  return canvas && json ? { canvas, drawing: JSON.parse(json) as Drawing } : undefined;
}
