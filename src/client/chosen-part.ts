/** What of a document a reader can choose: a cell, a table, a figure of the text; and what it is called. */
import { columnLabel } from './column-label.ts';

export interface ChosenPart {
  readonly element: HTMLElement;
  /** Its reference within the document, which is its anchor. */
  readonly id: string;
  /** Table, row, column. */
  readonly name: string;
  /** As shown; empty for a table. */
  readonly figure: string;
  /** 单位：万元; empty where the figure says it, or has none. */
  readonly scale: string;
  /** The page of the source, in words, where it is known. */
  readonly page: string;
}

const CHOOSABLE = 'td[id], th[id], h3[id], tr[id^="statements."]';

/** Nothing where the element is no part, or inside one. */
export function partAt(element: Element | null | undefined): ChosenPart | undefined {
  const chosen = element?.closest<HTMLElement>(CHOOSABLE);
  return chosen ? partOf(chosen) : undefined;
}

/** The part that the address names. */
export function partInAddress(): ChosenPart | undefined {
  const element = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  return element?.matches(CHOOSABLE) ? partAt(element) : undefined;
}

function partOf(element: HTMLElement): ChosenPart | undefined {
  const { id } = element;
  const block = element.closest('.table-block');
  const heading = block?.querySelector('h3');
  const title = text(heading)
    .slice(text(heading?.querySelector('.number')).length)
    .trim();
  const page = text(block?.querySelector('[data-page]'));
  if (element.tagName === 'H3') return block ? { element, id, name: title, figure: '', scale: '', page } : undefined;
  const row = element.closest('tr');
  if (row?.id.startsWith('statements.')) {
    const name = [row.querySelector('th'), row.querySelector('[data-section]')].map(text).filter(Boolean);
    return { element: row, id: row.id, name: name.join('，'), figure: text(row.querySelector('.figure')), scale: '', page: '' };
  }
  if (!row || !heading) return undefined;
  const cell = element.cloneNode(true) as Element;
  for (const mark of cell.querySelectorAll('button, [popover]')) mark.remove();
  const scale = element.closest('.budget') ? text(block?.querySelector('.caption [data-scale]')) : '';
  const names = [title, text(row.querySelector('th')), columnLabel(element as HTMLTableCellElement)];
  return {
    element,
    id,
    name: names.filter((part, index) => part !== '' && part !== names[index - 1]).join('，'),
    figure: text(cell),
    scale,
    page,
  };
}

function text(of: Element | null | undefined): string {
  return of?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
