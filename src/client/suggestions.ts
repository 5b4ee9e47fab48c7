/**
 * Results below the search box of every page while the reader types. Nothing is loaded until the box is
 * touched; Enter still leads to the search page, as it does without script.
 */
import { walkWithArrows } from './arrows.ts';
import type { SearchEngine } from './search-engine.ts';

const INDEX = `${import.meta.env.BASE_URL}search-index/`;
const PAUSE_MS = 120;
const MOST = 6;

export function suggestWhileTyping(forms: Iterable<HTMLFormElement>): void {
  for (const form of forms) {
    const box = form.querySelector<HTMLInputElement>('[data-search-box]');
    const list = form.querySelector<HTMLElement>('[data-suggestions]');
    if (box && list) suggest(form, box, list);
  }
}

function suggest(form: HTMLFormElement, box: HTMLInputElement, list: HTMLElement): void {
  let engine: Promise<SearchEngine> | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  const open = (): Promise<SearchEngine> => {
    engine ??= import('./search-engine.ts').then(({ SearchEngine }) => SearchEngine.open(INDEX, form.dataset.searchForm ?? ''));
    return engine;
  };
  const close = (): void => {
    turn += 1;
    list.hidden = true;
  };
  const show = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const query = box.value.trim();
    if (query === '') return close();
    const search = await open();
    const names = search.names(query).slice(0, MOST);
    const found: { url: string; title: string }[] = [...names];
    for await (const hits of search.search(query)) {
      found.push(...hits.filter(({ url }) => !names.some((name) => name.url === url)));
      if (found.length >= MOST) break;
    }
    if (mine !== turn) return;
    list.replaceChildren(...found.slice(0, MOST).map(({ url, title }) => item(url, title)));
    list.hidden = found.length === 0;
  };

  // A suggestion that cannot be had is no loss: the form works without.
  const showSoon = (): void => {
    clearTimeout(pause);
    pause = setTimeout(() => void show().catch(close), PAUSE_MS);
  };

  box.addEventListener('focus', () => void open().catch(() => undefined), { once: true });
  box.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) showSoon();
  });
  // Scripts come after the page: somebody may have begun.
  if (document.activeElement === box) showSoon();
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || list.hidden) return;
    event.preventDefault();
    close();
    box.focus();
  });
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node) || !form.contains(relatedTarget)) close();
  });
  walkWithArrows(form, box, list);
}

function item(url: string, title: string): HTMLLIElement {
  const link = Object.assign(document.createElement('a'), { href: url, textContent: title });
  const entry = document.createElement('li');
  entry.append(link);
  return entry;
}
