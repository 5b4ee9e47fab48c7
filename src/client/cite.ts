/**
 * Fills the day of access into a page's citations, and cites the table, cell or statement that the reader chooses,
 * by following a link to it or by pressing it.
 */
import { citations } from '../citation/citation.ts';
import { type CitedWork, citedPart } from '../citation/cited-work.ts';
import { columnLabel } from './column-label.ts';

const SHOWN_FOR = 2000;
const CHOSEN = 'chosen';

export function offerCiting(block: HTMLElement): void {
  const page = here(JSON.parse(block.dataset.citation ?? '') as CitedWork);
  let cited = page;
  const show = (work: CitedWork): void => {
    cited = work;
    const texts = citations(work, today());
    for (const form of block.querySelectorAll<HTMLElement>('[data-form]'))
      form.textContent = texts[form.dataset.form as keyof typeof texts];
  };
  show(page);
  const bar = block.querySelector<HTMLElement>('[data-cite-bar]');
  if (bar) offerParts(bar, page, show, () => cited);
}

function offerParts(bar: HTMLElement, page: CitedWork, show: (work: CitedWork) => void, cited: () => CitedWork): void {
  const status = bar.querySelector('[data-cite-chosen]');
  // At the end of the document, where no section's layout holds it.
  document.body.append(bar);
  const close = (): void => {
    for (const element of document.querySelectorAll(`.${CHOSEN}`)) element.classList.remove(CHOSEN);
    bar.hidden = true;
    show(page);
  };
  const cite = (element: Element | null): string | undefined => {
    const name = element ? nameOf(element) : undefined;
    if (!element || !name) return undefined;
    close();
    show(citedPart(page, element.id, name));
    return name;
  };
  // Whoever follows a link wants to read: the citation changes, and nothing covers the page.
  const fromAddress = (): void => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (id !== 'citation') cite(document.getElementById(id));
  };
  addEventListener('hashchange', fromAddress);
  fromAddress();
  for (const sheet of document.querySelectorAll('[data-sheet]')) {
    sheet.addEventListener('click', ({ target }) => {
      if (!(target instanceof Element) || target.closest('a, button, summary, [popover]') || getSelection()?.toString()) return;
      const chosen = target.closest('td[id], th[id], h3[id]') ?? target.closest('tr[id^="statements."]');
      const name = cite(chosen);
      if (!chosen || name === undefined) return;
      // The address follows without the page moving under the reader's finger.
      history.replaceState(history.state, '', `#${encodeURI(chosen.id)}`);
      chosen.classList.add(CHOSEN);
      bar.hidden = false;
      if (status) status.textContent = name;
    });
  }
  bar.querySelector('[data-cite-close]')?.addEventListener('click', close);
  for (const button of bar.querySelectorAll<HTMLButtonElement>('[data-cite-copy]')) {
    // Typed as always there, yet absent on pages without a secure origin.
    const clipboard: Clipboard | undefined = navigator.clipboard;
    button.hidden = !clipboard;
    const label = button.textContent;
    button.addEventListener('click', async () => {
      const work = cited();
      await clipboard.writeText(button.dataset.citeCopy === 'address' ? work.address : citations(work, today()).gbt7714);
      button.textContent = button.dataset.copied ?? label;
      setTimeout(() => {
        button.textContent = label;
      }, SHOWN_FOR);
    });
  }
}

/** What a reader calls it: table, row, column and figure; nothing where it is none of these. */
function nameOf(element: Element): string | undefined {
  const text = (of: Element | null | undefined): string => of?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const block = element.closest('.table-block');
  const heading = block?.querySelector('h3');
  const number = text(heading?.querySelector('.number'));
  const title = text(heading).slice(number.length).trim();
  if (element.tagName === 'H3') return block ? title : undefined;
  const row = element.closest('tr');
  if (row?.id.startsWith('statements.')) return `${text(row.querySelector('th'))} ${text(row.querySelector('.figure'))}`;
  if (!row || !heading || !/^T[DH]$/.test(element.tagName)) return undefined;
  const cell = element.cloneNode(true) as Element;
  for (const mark of cell.querySelectorAll('button, [popover]')) mark.remove();
  const name = text(row.querySelector('th'));
  const column = columnLabel(element as HTMLTableCellElement);
  const scale =
    element.closest('.budget') && element.classList.contains('figure') ? text(block?.querySelector('.caption [data-scale]')) : '';
  const figure = [text(cell), scale && `（${scale}）`].join('');
  return [title, name, column, figure].filter((part, index, all) => part !== '' && part !== all[index - 1]).join('，');
}

/** Absolute on the web, also where the archive does not say where it stands; a copy on a disk has no address of its own. */
function here(work: CitedWork): CitedWork {
  return work.address.startsWith('/') && /^https?:$/.test(location.protocol) ? { ...work, address: location.origin + work.address } : work;
}

/** The reader's own day. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
