/** How a bar looks: what it stands for shows in its form, so that it survives grey print and any eye. */
import type { Stage } from '../domain/declarations.ts';
import type { Drawing } from '../views/page.ts';

/** solid: executed; outline: approved; hatch: adjusted; dots: proposed; hollow: not printed in a table, but stated or derived. */
export type BarForm = 'solid' | 'outline' | 'hatch' | 'dots' | 'hollow';

const FORMS: Readonly<Record<Stage, BarForm>> = { executed: 'solid', approved: 'outline', adjusted: 'hatch', proposed: 'dots' };

export function formOf(stage: Stage | undefined, published: boolean): BarForm {
  if (!published) return 'hollow';
  return stage === undefined ? 'solid' : FORMS[stage];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** In a drawing of parts, each part has its name in a line above its bars. */
const NAME_HEIGHT = 19;
const PART_BAR = 15;
const PART_GAP = 9;

/** Room for one part with as many bars as there are series, in pixels. */
export function partHeight(series: number): number {
  return NAME_HEIGHT + Math.max(1, series) * PART_BAR + PART_GAP;
}

/** Top and height of the bar of a series, from the top of its part. */
export function partBar(index: number): { readonly offset: number; readonly height: number } {
  return { offset: NAME_HEIGHT + index * PART_BAR, height: PART_BAR - 2 };
}

/** Pixels, as the text in a drawing is. */
const YEARS_HEIGHT = 280;
const AXIS_HEIGHT = 34;

export function drawingHeight({ form, categories, series }: Drawing): number {
  return form === 'years' ? YEARS_HEIGHT : categories.length * partHeight(series.length) + AXIS_HEIGHT;
}

const LINE = 2;
const HATCH_STEP = 6;
/** Below it there is no inside to draw. */
const THIN = 2 * LINE;

export function drawBar(context: CanvasRenderingContext2D, box: Box, form: BarForm, colour: string): void {
  const { x, y, width, height } = box;
  context.save();
  context.fillStyle = colour;
  context.strokeStyle = colour;
  if (form === 'solid' || width < THIN || height < THIN) {
    context.fillRect(x, y, Math.max(width, 1), Math.max(height, 1));
    context.restore();
    return;
  }
  context.lineWidth = LINE;
  if (form === 'hollow') context.setLineDash([5, 3]);
  context.strokeRect(x + LINE / 2, y + LINE / 2, width - LINE, height - LINE);
  if (form === 'hatch' || form === 'dots') {
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
    context.lineWidth = 1.25;
    if (form === 'dots') context.setLineDash([1.25, 3]);
    context.beginPath();
    for (let offset = -height; offset < width; offset += HATCH_STEP) {
      context.moveTo(x + offset, y + height);
      context.lineTo(x + offset + height, y);
    }
    context.stroke();
  }
  context.restore();
}
