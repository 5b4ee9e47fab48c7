/**
 * Where a figure comes from, beside the table that prints it. Pressing a cell opens all of it; following a link to a
 * cell opens one line, since whoever follows a link wants to read. What it shows is copied from the page.
 */
import { parseCellList } from '../domain/cell-reference.ts';
import { fillReport, type ReportForm, reportAddress } from '../domain/correction-report.ts';
import { type ChosenPart, partAt, partInAddress } from './chosen-part.ts';
import type { Citing } from './cite.ts';

const SHOWN_FOR = 2000;
const CHOSEN = 'chosen';

export interface CellPanel {
  open(part: ChosenPart, whole: boolean): void;
  close(): void;
  readonly isOpen: boolean;
}

export function offerPanel(panel: HTMLElement, citing: Citing): CellPanel {
  const { form, template } = JSON.parse(panel.dataset.report ?? '') as { form: ReportForm; template?: string };
  const within = (selector: string): HTMLElement | null => panel.querySelector(selector);
  let chosen: ChosenPart | undefined;
  // At the end of the document, where no section's layout holds it.
  document.body.append(panel);

  const unmark = (): void => {
    for (const element of document.querySelectorAll(`.${CHOSEN}`)) element.classList.remove(CHOSEN);
  };
  const close = (): void => {
    const back = panel.contains(document.activeElement) ? chosen?.element : undefined;
    unmark();
    panel.hidden = true;
    citing.cite();
    back?.focus({ preventScroll: true });
  };
  const open = (part: ChosenPart, whole: boolean): void => {
    unmark();
    chosen = part;
    const figure = figureOf(part);
    citing.cite({ id: part.id, name: [part.name, figure].filter(Boolean).join('，') });
    write('[data-panel-figure]', part.figure);
    write('[data-panel-scale]', part.scale);
    write('[data-panel-name]', part.name);
    write('[data-panel-page]', part.page);
    write('[data-panel-address]', citing.address());
    fillSection('checks', checksOf(part.id));
    fillSection('claims', claimsOf(part.id));
    const report = fillReport(form, { name: part.name, cell: part.id, figure, address: citing.address() });
    const place = within('[data-panel-report]');
    if (place instanceof HTMLAnchorElement && template) place.href = reportAddress(template, report);
    else write('[data-panel-report]', report.body);
    panel.classList.toggle('brief', !whole);
    panel.hidden = false;
    panel.scrollTop = 0;
    if (!whole) return;
    part.element.classList.add(CHOSEN);
    keepClear(panel, part.element);
  };
  const write = (selector: string, text: string): void => {
    const place = within(selector);
    if (!place) return;
    place.textContent = text;
    place.hidden = text === '';
  };
  const fillSection = (name: string, items: readonly Node[][]): void => {
    const section = within(`[data-panel-section="${name}"]`);
    // Tables take part in nothing; their cells do.
    if (section) section.hidden = chosen?.figure === '';
    const list = section?.querySelector('[data-panel-list]');
    list?.replaceChildren(
      ...items.map((nodes) => {
        const item = document.createElement('li');
        item.append(...nodes);
        return item;
      }),
    );
    const none = section?.querySelector<HTMLElement>('[data-panel-none]');
    if (none) none.hidden = items.length > 0;
  };

  const fromAddress = (): void => {
    const part = partInAddress();
    if (part?.figure) open(part, false);
    else if (part) citing.cite(part);
  };
  addEventListener('hashchange', fromAddress);
  fromAddress();
  for (const sheet of document.querySelectorAll('[data-sheet]')) {
    sheet.addEventListener('click', ({ target }) => {
      if (!(target instanceof Element) || target.closest('a, button, summary, [popover]') || getSelection()?.toString()) return;
      const part = partAt(target);
      if (!part) return;
      nameInAddress(part);
      open(part, true);
    });
  }
  within('[data-panel-open]')?.addEventListener('click', () => {
    if (chosen) open(chosen, true);
    panel.focus({ preventScroll: true });
  });
  within('[data-panel-close]')?.addEventListener('click', close);
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && !panel.hidden) close();
  });
  offerCopies(panel, {
    citation: () => citing.running(),
    address: () => citing.address(),
    report: () => within('[data-panel-report]')?.textContent ?? '',
  });
  return {
    open: (part, whole) => {
      nameInAddress(part);
      open(part, whole);
    },
    close,
    get isOpen() {
      return !panel.hidden;
    },
  };
}

/** As it is cited and reported: 156,211,123（单位：元） */
function figureOf({ figure, scale }: ChosenPart): string {
  return scale ? `${figure}（${scale}）` : figure;
}

/** The address follows without the page moving under the reader's finger. */
function nameInAddress({ id }: ChosenPart): void {
  history.replaceState(history.state, '', `#${encodeURI(id)}`);
}

function offerCopies(panel: HTMLElement, texts: Readonly<Record<string, () => string>>): void {
  // Typed as always there, yet absent on pages without a secure origin.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  for (const button of panel.querySelectorAll<HTMLButtonElement>('[data-panel-copy]')) {
    button.hidden = !clipboard;
    const label = button.textContent;
    button.addEventListener('click', async () => {
      await clipboard.writeText(texts[button.dataset.panelCopy ?? '']?.() ?? '');
      button.textContent = button.dataset.copied ?? label;
      setTimeout(() => {
        button.textContent = label;
      }, SHOWN_FOR);
    });
  }
}

/** Every check in which the cell takes part, as the page's own list says it. */
function checksOf(cell: string): Node[][] {
  return [...document.querySelectorAll<HTMLElement>('tr[data-inputs]')].flatMap((row) => {
    const link = row.querySelector('a');
    const own = cellOf(link);
    const takesPart = own === cell || parseCellList(row.dataset.inputs ?? '', own).includes(cell);
    const sum = link?.closest('td');
    return takesPart && sum ? [[...copies(answered(row), '.answer'), withTable(copyOf(sum, 'sum'), row)]] : [];
  });
}

/** Of sums that agree the answer stands in their head. */
function answered(row: Element): Element {
  return row.querySelector('.answer') ? row : (row.closest('tbody') ?? row);
}

/** Sums that agree stand below their table's title, which they need away from it. */
function withTable(sum: HTMLElement, row: Element): HTMLElement {
  const of = row.closest('tbody')?.querySelector('[data-of]')?.textContent;
  const link = sum.querySelector('a');
  if (of && link && !link.textContent.startsWith(of)) link.prepend(`${of} · `);
  return sum;
}

function claimsOf(cell: string): Node[][] {
  return [...document.querySelectorAll<HTMLElement>('.other-claims tbody tr')]
    .filter((row) => cellOf(row.querySelector('a[data-cell]')) === cell)
    .flatMap((row) => copies(row, '.others').map((nodes) => [...copies(row, '.answer'), nodes]));
}

function cellOf(link: HTMLAnchorElement | null): string {
  return decodeURIComponent(link?.hash.slice(1) ?? '');
}

/** What stands in a cell of the page's own lists, in a block of its own. */
function copies(row: Element, selector: string): HTMLElement[] {
  return [...row.querySelectorAll(selector)].map((cell) => copyOf(cell, cell.className));
}

function copyOf(cell: Element, className: string): HTMLElement {
  const block = document.createElement('div');
  block.className = className;
  block.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
  return block;
}

/** The panel stands on the side where the cell is not; at the foot of a narrow window, the page makes room for it. */
function keepClear(panel: HTMLElement, element: HTMLElement): void {
  const cell = element.getBoundingClientRect();
  panel.classList.toggle('left', cell.left + cell.width / 2 > innerWidth / 2);
  const over = panel.getBoundingClientRect();
  const apart = cell.right <= over.left || cell.left >= over.right || cell.bottom <= over.top || cell.top >= over.bottom;
  // A row as wide as the window cannot be passed at the side.
  if (!apart && cell.bottom > over.top && over.width > innerWidth / 2) scrollBy(0, cell.bottom - over.top + cell.height);
}
