/**
 * The search page. This is the one file that imports the search engine, and it does so only when the box is
 * touched or the address brings a query: the engine and its index come from the site itself.
 */
import type { SearchStrings } from '../language/strings.ts';
import type { Fragment } from './search-places.ts';
import { type Counts, fill, filterFields, helpItem, resultItem } from './search-view.ts';

const ENGINE = '/pagefind/pagefind.js';
const PAUSE_MS = 180;
const PAGES_AT_ONCE = 10;

interface Answer {
  readonly results: readonly { readonly id: string; readonly data: () => Promise<Fragment> }[];
  /** How many results each value would leave, with the chosen filters and without them. */
  readonly filters: Counts;
  readonly totalFilters: Counts;
}

interface Engine {
  readonly init: () => Promise<void>;
  readonly filters: () => Promise<Counts>;
  readonly search: (query: string, options: { filters: Readonly<Record<string, string>> }) => Promise<Answer>;
}

let engine: Promise<Engine> | undefined;

function loadEngine(): Promise<Engine> {
  engine ??= (async () => {
    // Not bundled: the index is written after the site is, and brings its own engine.
    const loaded = (await import(/* @vite-ignore */ ENGINE)) as Engine;
    await loaded.init();
    // Counts are only given once the filters are loaded.
    await loaded.filters();
    return loaded;
  })();
  engine.catch(() => {
    // A reader who was offline may try again.
    engine = undefined;
  });
  return engine;
}

interface Found extends Answer {
  /** What was typed, where it stands so on the pages found. */
  readonly phrase?: string;
}

/**
 * Chinese writes no spaces, so the engine parts 人员经费 into two words and would show every page that has both.
 * Where the whole stands together on some pages, those are what the reader means; the order is the engine's.
 */
async function find({ search }: Engine, query: string, filters: Readonly<Record<string, string>>): Promise<Found> {
  if (query === '' || query.includes('"')) return search(query, { filters });
  const together = await search(`"${query}"`, { filters });
  const loose = await search(query, { filters });
  const ids = new Set(together.results.map(({ id }) => id));
  const results = loose.results.filter(({ id }) => ids.has(id));
  return results.length > 0 ? { ...together, results, phrase: query } : loose;
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
  const words = JSON.parse(part(root, '[data-search-strings]').textContent ?? '') as SearchStrings;
  const keys = Object.keys(words.filters);

  let chosen: Record<string, string> = {};
  /** Each search has a number; an answer to an older one is dropped. */
  let turn = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  function readAddress(): void {
    const parameters = new URLSearchParams(location.search);
    box.value = parameters.get('q') ?? '';
    chosen = Object.fromEntries(keys.flatMap((key) => (parameters.get(key) ? [[key, parameters.get(key) ?? '']] : [])));
  }

  function writeAddress(query: string): void {
    const parameters = new URLSearchParams(query ? { q: query, ...chosen } : chosen);
    const text = parameters.toString();
    history.replaceState(null, '', text ? `?${text}` : location.pathname);
  }

  async function run(): Promise<void> {
    turn += 1;
    const mine = turn;
    const query = box.value.trim();
    writeAddress(query);
    const idle = query === '' && Object.keys(chosen).length === 0;
    found.hidden = idle;
    if (directory) directory.hidden = !idle;
    if (idle) return;
    if (!engine) status.textContent = words.loading;
    try {
      const answer = await find(await loadEngine(), query, chosen);
      if (mine === turn) await show(query, answer, mine);
    } catch (error) {
      if (mine !== turn) return;
      status.textContent = words.failed;
      if (directory) directory.hidden = false;
      console.error(error);
    }
  }

  async function show(query: string, { results, filters, totalFilters, phrase }: Found, mine: number): Promise<void> {
    // The values beside a chosen one are counted as if it were not chosen, so that the choice can be changed.
    const counts = Object.fromEntries(keys.map((key) => [key, (chosen[key] ? totalFilters[key] : filters[key]) ?? {}]));
    const focused = document.activeElement instanceof HTMLSelectElement ? document.activeElement.name : undefined;
    const clear = Object.keys(chosen).length > 0 ? [clearButton()] : [];
    fields.replaceChildren(...filterFields(counts, chosen, words, choose), ...clear);
    if (focused) fields.querySelector<HTMLSelectElement>(`select[name="${focused}"]`)?.focus();

    let shown = 0;
    const add = async (): Promise<void> => {
      const next = await Promise.all(results.slice(shown, shown + PAGES_AT_ONCE).map(({ data }) => data()));
      if (mine !== turn) return;
      const items = next.map((fragment) => resultItem(fragment, phrase, keys, words));
      if (shown === 0) list.replaceChildren(...items);
      else {
        list.append(...items);
        items[0]?.querySelector('a')?.focus();
      }
      shown += next.length;
      more.hidden = shown >= results.length;
    };
    more.onclick = () => void add();
    await add();
    if (mine !== turn) return;
    if (results.length === 0) list.replaceChildren(helpItem(words));
    status.textContent = fill(results.length > 0 ? words.found : words.none, { query, pages: String(results.length) });
  }

  function clearButton(): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet-button';
    button.textContent = words.clearFilters;
    button.addEventListener('click', () => {
      chosen = {};
      box.focus();
      void run();
    });
    return button;
  }

  function choose(key: string, value: string): void {
    if (value) chosen[key] = value;
    else delete chosen[key];
    void run();
  }

  function runSoon(): void {
    clearTimeout(pause);
    pause = setTimeout(() => void run(), PAUSE_MS);
  }

  box.addEventListener('focus', () => void loadEngine().catch(() => undefined), { once: true });
  // While a Chinese word is being composed, its letters are not yet a query.
  box.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) runSoon();
  });
  box.addEventListener('compositionend', runSoon);
  box.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    void run();
  });
  addEventListener('popstate', () => {
    readAddress();
    void run();
  });
  readAddress();
  if (box.value || Object.keys(chosen).length > 0) void run();
}

function part<Kind extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): Kind {
  const element = root.querySelector<Kind>(selector);
  if (!element) throw new Error(`the search page has no ${selector}`);
  return element;
}

for (const root of document.querySelectorAll<HTMLElement>('[data-search]')) start(root);
