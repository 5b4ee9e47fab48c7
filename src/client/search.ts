/** The search page: results while typing, filters, an address that can be shared, keys that work. */
import type { SearchWords } from '../language/language.ts';
import { walkWithArrows } from './arrows.ts';
import { SearchEngine } from './search-engine.ts';
import type { Hit } from './search-match.ts';
import { type Counts, fill, filterFields, helpItem, nameItem, resultItem } from './search-view.ts';

const INDEX = '/search-index/';
const PAUSE_MS = 120;
/** Results shown at once, and the fewest read before the rest waits for the reader. */
const AT_ONCE = 10;

let engine: Promise<SearchEngine> | undefined;

function openEngine(pages: string): Promise<SearchEngine> {
  engine ??= SearchEngine.open(INDEX, pages);
  engine.catch(() => {
    // A reader who was offline may try again.
    engine = undefined;
  });
  return engine;
}

function start(root: HTMLElement): void {
  const box = part<HTMLInputElement>(root, '[data-search-box]');
  const found = part(root, '[data-search-found]');
  const status = part(root, '[data-search-status]');
  const fields = part(root, '[data-search-filters]');
  const list = part(root, '[data-search-results]');
  const more = part<HTMLButtonElement>(root, '[data-search-more]');
  const directory = document.querySelector<HTMLElement>('[data-search-directory]');
  // Our own build wrote the JSON from the interface's words.
  const words = JSON.parse(part(root, '[data-search-strings]').textContent ?? '') as SearchWords;
  const keys = Object.keys(words.filters);
  // Before the addresses of this language's pages.
  const pages = root.dataset.search ?? '';

  let chosen: Record<string, string> = {};
  /** Each search has a number; an answer to an older one is dropped. */
  let turn = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  function readAddress(): void {
    const parameters = new URLSearchParams(location.search);
    box.value = parameters.get('q') ?? '';
    chosen = Object.fromEntries(keys.flatMap((key) => (parameters.get(key) ? [[key, parameters.get(key) ?? '']] : [])));
  }

  function writeAddress(query: string, entry: 'push' | 'replace'): void {
    const text = new URLSearchParams(query ? { q: query, ...chosen } : chosen).toString();
    const address = text ? `?${text}` : location.pathname;
    if (entry === 'push' && address !== location.search) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }

  async function run(entry: 'push' | 'replace' | 'none'): Promise<void> {
    turn += 1;
    const mine = turn;
    const query = box.value.trim();
    if (entry !== 'none') writeAddress(query, entry);
    found.hidden = query === '';
    if (directory) directory.hidden = query !== '';
    if (query === '') return;
    if (!engine) status.textContent = words.loading;
    try {
      await answer(query, mine);
    } catch (error) {
      if (mine !== turn) return;
      status.textContent = words.failed;
      if (directory) directory.hidden = false;
      console.error(error);
    }
  }

  async function answer(query: string, mine: number): Promise<void> {
    const search = await openEngine(pages);
    const terms = search.terms(query);
    const names = Object.keys(chosen).length === 0 ? search.names(query) : [];
    const batches = search.search(query, chosen);
    const hits: Hit[] = [];
    const named = new Set(names.map(({ url }) => url));
    let complete = false;
    let shown = 0;

    /** Reads until there is a pageful more to show, or nothing is left. */
    const read = async (wanted: number): Promise<void> => {
      while (!complete && hits.length < wanted) {
        const { value, done } = await batches.next();
        if (mine !== turn) return;
        if (done) complete = true;
        else hits.push(...value.filter(({ url }) => !named.has(url)));
      }
    };
    const show = (): void => {
      const items = hits.slice(shown, shown + AT_ONCE).map((hit) => resultItem(hit, terms, search.characters, keys, words));
      if (shown === 0) list.replaceChildren(...names.map((name) => nameItem(name, terms, search.characters)), ...items);
      else {
        list.append(...items);
        items[0]?.querySelector('a')?.focus();
      }
      shown += items.length;
      more.hidden = complete && shown >= hits.length;
      const pages = names.length + hits.length;
      if (pages === 0) list.replaceChildren(helpItem(search.nearest(query), words));
      status.textContent = fill(pages === 0 ? words.none : complete ? words.found : words.foundSoFar, { query, pages: String(pages) });
      showFilters(facets(hits, complete));
    };
    await read(AT_ONCE + 1);
    if (mine !== turn) return;
    show();
    more.onclick = () => void read(shown + AT_ONCE + 1).then(() => mine === turn && show());
  }

  /** What each choice would leave; a count only where every result has been read. */
  function facets(hits: readonly Hit[], complete: boolean): Counts {
    const counts: Record<string, Record<string, number>> = {};
    for (const key of keys) {
      const values: Record<string, number> = {};
      for (const { filters } of hits) for (const value of filters[key] ?? []) values[value] = (values[value] ?? 0) + 1;
      counts[key] = complete ? values : Object.fromEntries(Object.keys(values).map((value) => [value, Number.NaN]));
    }
    return counts;
  }

  function showFilters(counts: Counts): void {
    const focused = document.activeElement instanceof HTMLSelectElement ? document.activeElement.name : undefined;
    const clear = Object.keys(chosen).length > 0 ? [clearButton()] : [];
    fields.replaceChildren(...filterFields(counts, chosen, words, choose), ...clear);
    if (focused) fields.querySelector<HTMLSelectElement>(`select[name="${focused}"]`)?.focus();
  }

  function clearButton(): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet-button';
    button.textContent = words.clearFilters;
    button.addEventListener('click', () => {
      chosen = {};
      box.focus();
      void run('push');
    });
    return button;
  }

  function choose(key: string, value: string): void {
    if (value) chosen[key] = value;
    else delete chosen[key];
    void run('push');
  }

  function runSoon(): void {
    clearTimeout(pause);
    pause = setTimeout(() => void run('replace'), PAUSE_MS);
  }

  box.addEventListener('focus', () => void openEngine(pages).catch(() => undefined), { once: true });
  // While a Chinese word is being composed, its letters are not yet a query.
  box.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) runSoon();
  });
  box.addEventListener('compositionend', runSoon);
  box.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    void run('push');
  });
  walkWithArrows(root, box, list);
  addEventListener('popstate', () => {
    readAddress();
    void run('none');
  });
  readAddress();
  if (box.value) void run('none');
}

function part<Kind extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): Kind {
  const element = root.querySelector<Kind>(selector);
  if (!element) throw new Error(`the search page has no ${selector}`);
  return element;
}

for (const root of document.querySelectorAll<HTMLElement>('[data-search]')) start(root);
