/** A page's view is asked for again by the page to embed, which shows the same and may be made next: the one made last is kept. */
import type { Edition } from './edition.ts';

export function keepingLast<Key extends readonly string[], View>(
  make: (edition: Edition, ...key: Key) => View,
): (edition: Edition, ...key: Key) => View {
  const last = new WeakMap<Edition, { readonly key: Key; readonly view: View }>();
  return (edition, ...key) => {
    const kept = last.get(edition);
    if (kept?.key.every((part, index) => part === key[index])) return kept.view;
    const view = make(edition, ...key);
    last.set(edition, { key, view });
    return view;
  };
}
