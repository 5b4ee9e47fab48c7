/** Glossary terms in views: explanations for those a page uses, and terms found in short labels. */
import { type TermPattern, termPattern } from '../archive/terms.ts';
import type { Archive } from '../domain/archive.ts';
import { type Edition, label } from './edition.ts';
import { termHref, termName } from './glossary.ts';
import type { Phrase, TermExplanation } from './page.ts';

const patterns = new WeakMap<Archive, TermPattern>();

function patternOf(archive: Archive): TermPattern {
  let pattern = patterns.get(archive);
  if (!pattern) {
    pattern = termPattern(archive.terms.values());
    patterns.set(archive, pattern);
  }
  return pattern;
}

/** The term that the whole label is, or the longest within it. */
export function termIn(archive: Archive, label: string): string | undefined {
  const found = label.match(patternOf(archive).expression ?? /$^/g);
  return found?.[0] ? patternOf(archive).idOf(found[0]) : undefined;
}

/** The explanations that a page's buttons open: of every term in its view and its HTML, once each. */
export function explanations(edition: Edition, view: unknown, ...html: readonly string[]): TermExplanation[] {
  const ids = new Set<string>();
  collect(view, ids);
  for (const part of html) for (const [, id] of part.matchAll(/popovertarget="term-([a-z0-9-]+)"/g)) if (id) ids.add(id);
  return [...ids].sort().flatMap((id) => {
    const term = edition.archive.terms.get(id);
    return term ? [{ id, term: termName(edition, term), short: label(edition, term.short), href: termHref(edition, id) }] : [];
  });
}

function collect(value: unknown, ids: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, ids);
  else if (typeof value === 'object' && value !== null) {
    // A view has some ten thousand fields: no lists of entries are made of them.
    for (const key in value) {
      const item: unknown = value[key as keyof typeof value];
      if (typeof item === 'string') {
        if (key === 'term') ids.add(item);
      } else if (typeof item === 'object') collect(item, ids);
    }
  }
}

/** A phrase without its term buttons, for descriptions. */
export function plainPhrase(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === 'string' ? part : 'strong' in part ? part.strong : part.text)).join('');
}
