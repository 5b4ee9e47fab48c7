/** A page's view is asked for again by the page to embed, which shows the same and may be made next: the one made last is kept. */
import type { Edition } from './edition.ts';

export function keepingLast<View>(make: (edition: Edition, key: string) => View): (edition: Edition, key: string) => View {
  const last = new WeakMap<Edition, { readonly key: string; readonly view: View }>();
  return (edition, key) => {
    const kept = last.get(edition);
    if (kept?.key === key) return kept.view;
    const view = make(edition, key);
    last.set(edition, { key, view });
    return view;
  };
}
