/** The page of comparisons: the reader chooses, the page answers, and its address says what was chosen. */
import { ALL, comparisonOf } from '../comparison/comparison.ts';
import type { Piece } from '../comparison/markup.ts';
import { printComparison } from '../comparison/print.ts';
import type { Speech } from '../comparison/words.ts';
import { drawingHeight } from './chart-forms.ts';
import { watchCharts } from './charts.ts';
import { type Asked, askedBy, choiceLists, queryFor } from './compare-choices.ts';
import { loadOffer, loadSubject, pageAddress } from './compare-figures.ts';
import { watchSheets } from './sheets.ts';

const SVG = 'http://www.w3.org/2000/svg';

function start(root: HTMLElement): void {
  const usual = root.dataset.compare ?? '';
  const form = part<HTMLFormElement>(root, '[data-compare-form]');
  const subjects = part<HTMLSelectElement>(form, 'select[name="of"]');
  const lists = part(form, '[data-compare-choices]');
  const basis = part(form, '[data-compare-basis]');
  const clear = part<HTMLButtonElement>(form, '[data-compare-clear]');
  const status = part(root, '[data-compare-status]');
  const result = part(root, '[data-compare-result]');
  // Our own build wrote the JSON from the interface's words.
  const speech = JSON.parse(part(root, '[data-compare-speech]').textContent ?? '') as Speech;
  let asked: Asked = askedBy(location.search);
  /** Each answer has a number; one to an older question is dropped. */
  let turn = 0;

  /** `lists`: what can be chosen is another than before. */
  async function run(entry: 'push' | 'none', { listed, printed }: { readonly listed: boolean; readonly printed: boolean }): Promise<void> {
    turn += 1;
    const mine = turn;
    if (entry === 'push') {
      const query = queryFor(asked, usual);
      if (query !== location.search) history.pushState(null, '', `${location.pathname}${query}`);
    }
    const id = asked.of ?? usual;
    subjects.value = id;
    try {
      const pause = setTimeout(() => say(speech.words.loading, true), 300);
      if (subjects.value !== id) subjects.value = usual;
      const option = subjects.selectedOptions[0];
      const parted = option?.dataset.parted !== undefined;
      const [offer, subject] = await Promise.all([
        listed ? loadOffer(subjects.value, parted) : undefined,
        printed ? loadSubject(subjects.value, parted, asked.choice.units) : undefined,
      ]).finally(() => clearTimeout(pause));
      if (mine !== turn) return;
      if (offer)
        lists.replaceChildren(
          ...choiceLists(offer, asked.choice, speech, (choice) => choose({ ...asked, choice: { ...choice, basis: asked.choice.basis } })),
        );
      clear.hidden = queryFor({ choice: asked.choice }, usual) === '';
      if (!subject) return;
      const comparison = comparisonOf(subject, asked.choice);
      basis.hidden = !comparison.bridged;
      for (const radio of basis.querySelectorAll<HTMLInputElement>('input')) radio.checked = radio.value === asked.choice.basis;
      const title = option?.textContent ?? '';
      const pieces = printComparison(comparison, { speech, subject, title, id: 'compared', drawn: true, heightOf: drawingHeight });
      result.replaceChildren(...pieces.map((piece) => toDom(piece)));
      watchCharts(result);
      watchSheets(result.querySelectorAll<HTMLElement>('[data-sheet]'));
      // Seen above the chart; heard when it changes.
      say(result.querySelector('.compared-summary')?.textContent ?? speech.words.none, false);
    } catch (error) {
      if (mine !== turn) return;
      say(speech.words.failed, true);
      console.error(error);
    }
  }

  function say(text: string, seen: boolean): void {
    status.classList.toggle('unseen', !seen);
    status.textContent = text;
  }

  function choose(next: Asked, listed = false): void {
    asked = next;
    void run('push', { listed, printed: true });
  }

  subjects.addEventListener('change', () => choose({ of: subjects.value, choice: { ...asked.choice, funds: [] } }, true));
  basis.addEventListener('change', () => {
    const chosen = basis.querySelector<HTMLInputElement>('input:checked')?.value === 'comparable' ? 'comparable' : 'published';
    choose({ ...asked, choice: { ...asked.choice, basis: chosen } });
  });
  clear.addEventListener('click', () => choose({ ...(asked.of ? { of: asked.of } : {}), choice: ALL }, true));
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('popstate', () => {
    asked = askedBy(location.search);
    void run('none', { listed: true, printed: true });
  });
  form.hidden = false;
  // What the page shows by itself is there already.
  void run('none', { listed: true, printed: queryFor(asked, usual) !== '' });
}

/** Addresses of pages as this reader's browser finds them, on the web or on a disk. */
function toDom(piece: Piece, within?: string): Node {
  if (typeof piece === 'string') return document.createTextNode(piece);
  const { tag, attributes, children } = piece;
  const inSvg = tag === 'svg' || within === 'svg';
  const element = inSvg ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, name === 'href' ? pageAddress(value) : value);
  element.append(...children.map((child) => toDom(child, inSvg ? 'svg' : undefined)));
  return element;
}

function part<Kind extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): Kind {
  const element = root.querySelector<Kind>(selector);
  if (!element) throw new Error(`the page of comparisons has no ${selector}`);
  return element;
}

for (const root of document.querySelectorAll<HTMLElement>('[data-compare]')) start(root);
