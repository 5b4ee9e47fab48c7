/** The page's colours and type as a canvas needs them: resolved, for the scheme that is in force. */
export interface Palette {
  readonly ink: string;
  readonly quiet: string;
  readonly hair: string;
  readonly paper: string;
  /** Six data colours. */
  readonly data: readonly string[];
  readonly font: string;
}

const DATA_COLOURS = 6;

export function readPalette(canvas: HTMLCanvasElement): Palette {
  return paletteOf(canvas, '');
}

/** Of what is taken away: on white paper, whatever scheme is in force. */
export function paperPalette(canvas: HTMLCanvasElement): Palette {
  return paletteOf(canvas, 'on-paper');
}

function paletteOf(canvas: HTMLCanvasElement, className: string): Palette {
  // A custom property's own value may be an expression; the colour of an element that uses it is not.
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.className = className;
  (canvas.parentElement ?? document.body).append(probe);
  const colour = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const palette = {
    ink: colour('ink'),
    quiet: colour('quiet'),
    hair: colour('hair'),
    paper: colour('paper'),
    data: Array.from({ length: DATA_COLOURS }, (_, index) => colour(`d${index + 1}`)),
    font: getComputedStyle(canvas).fontFamily,
  };
  probe.remove();
  return palette;
}
