/** A box above a long list: leaves the names that have what is typed, opens where they stand, and counts them. */
import { normalise, parseQuery } from '../domain/search-text.ts';
import { walkWithArrows } from './arrows.ts';

export interface Matches {
  /** In the order of the names. */
  readonly found: readonly boolean[];
  readonly count: number;
  /** No name has the words themselves: these have their characters in that order, as an abbreviation has. */
  readonly near: boolean;
}

/** Every word that is typed must stand in the name. */
export function matchNames(names: readonly string[], typed: string): Matches {
  const words = parseQuery(typed);
  const exact = names.map((name) => words.every((word) => name.includes(word)));
  if (exact.includes(true)) return { found: exact, count: exact.filter(Boolean).length, near: false };
  const [...letters] = words.join('');
  const near = names.map((name) => letters.length > 1 && hasInOrder(name, letters));
  return { found: near, count: near.filter(Boolean).length, near: near.includes(true) };
}

function hasInOrder(name: string, letters: readonly string[]): boolean {
  let at = -1;
  return letters.every((letter) => {
    at = name.indexOf(letter, at + 1);
    return at >= 0;
  });
}

export function offerNameFilter(list: HTMLElement): void {
  const bar = list.querySelector<HTMLElement>('.name-filter');
  const box = bar?.querySelector('input');
  const status = bar?.querySelector<HTMLElement>('[role="status"]');
  if (!bar || !box || !status) return;
  const items = [...list.querySelectorAll<HTMLElement>('li')];
  const names = items.map((item) => normalise(item.textContent));
  // Cities within provinces: what they hold is shown before they are.
  const groups = [...list.querySelectorAll<HTMLElement>('section, details')].reverse();
  let opened: ReadonlySet<HTMLElement> | undefined;

  const show = (): void => {
    const typed = box.value.trim();
    if (typed === '') {
      for (const each of [...items, ...groups]) each.hidden = false;
      for (const group of groups) if (group instanceof HTMLDetailsElement && opened) group.open = opened.has(group);
      opened = undefined;
      status.textContent = '';
      return;
    }
    opened ??= new Set(groups.filter((group) => group instanceof HTMLDetailsElement && group.open));
    const { found, count, near } = matchNames(names, typed);
    items.forEach((item, index) => {
      item.hidden = !found[index];
    });
    for (const group of groups) {
      group.hidden = group.querySelector('li:not([hidden])') === null;
      if (group instanceof HTMLDetailsElement) group.open = !group.hidden;
    }
    const { one = '', some = '', near: nearly = '', none = '' } = status.dataset;
    status.textContent = (count === 0 ? none : near ? nearly : count === 1 ? one : some).replace('{n}', count.toLocaleString('en'));
  };
  box.addEventListener('input', show);
  box.addEventListener('keydown', (event) => {
    // Some browsers empty a box of this kind by themselves, and say so; others do not.
    if (event.key !== 'Escape' || box.value === '') return;
    event.preventDefault();
    box.value = '';
    show();
  });
  walkWithArrows(list, box, list);
  bar.hidden = false;
  // What was typed before one came back to the page.
  show();
}
