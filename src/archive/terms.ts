/** Finds the glossary's terms in text, the longest first, so that each page can explain them in place. */
export interface TermPattern {
  /** The terms and aliases in one expression; undefined where there are none. */
  readonly expression: RegExp | undefined;
  idOf(text: string): string | undefined;
}

export function termPattern(terms: Iterable<{ id: string; term: string; aliases: readonly string[] }>): TermPattern {
  const ids = new Map<string, string>();
  for (const { id, term, aliases } of terms) for (const name of [term, ...aliases]) if (!ids.has(name)) ids.set(name, id);
  const names = [...ids.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const expression =
    names.length === 0 ? undefined : new RegExp(names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  return { expression, idOf: (text) => ids.get(text) };
}
