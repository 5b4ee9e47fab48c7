/** Figures by keyboard: one stop for each table, arrows from cell to cell, Enter for where the figure comes from. */
import type { CellPanel } from './cell-panel.ts';
import { partAt } from './chosen-part.ts';

const FIGURES = 'tbody :is(td, th)[id]';
const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function walkByKeys(sheet: HTMLElement, panel: CellPanel): void {
  let stop = sheet.querySelector<HTMLElement>(FIGURES);
  if (!stop) return;
  stop.tabIndex = 0;
  const stopAt = (cell: HTMLElement): void => {
    if (stop && stop !== cell) stop.removeAttribute('tabindex');
    cell.tabIndex = 0;
    stop = cell;
  };
  // A pressed cell is where the keys go on.
  sheet.addEventListener('click', ({ target }) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>(FIGURES) : null;
    if (cell) stopAt(cell);
  });
  sheet.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!(target instanceof HTMLTableCellElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const move = MOVES[event.key];
    if (move) {
      const next = neighbour(target, move);
      event.preventDefault();
      if (!next) return;
      stopAt(next);
      next.focus();
      const part = panel.isOpen ? partAt(next) : undefined;
      if (part) panel.open(part, true);
    } else if (event.key === 'Enter' || event.key === ' ') {
      const part = partAt(target);
      event.preventDefault();
      if (part) panel.open(part, true);
    }
  });
}

/** The next figure that way; rows of words are passed over. */
function neighbour(from: HTMLTableCellElement, [rows, columns]: readonly [number, number]): HTMLElement | undefined {
  const cells = [...(from.parentElement as HTMLTableRowElement).cells];
  if (columns !== 0) {
    for (let at = from.cellIndex + columns; cells[at]; at += columns) if (cells[at]?.id) return cells[at];
    return undefined;
  }
  const all = [...(from.closest('table')?.rows ?? [])];
  for (let at = all.indexOf(from.parentElement as HTMLTableRowElement) + rows; all[at]; at += rows) {
    const cell = all[at]?.cells[from.cellIndex];
    if (cell?.matches(FIGURES)) return cell;
  }
  return undefined;
}
