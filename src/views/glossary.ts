import type { Archive, Disclosure, Term } from '../domain/archive.ts';
import { type Edition, href, label } from './edition.ts';
import { newestFirst, titleWithUnit } from './lines.ts';
import type { GlossaryPage, TermPage } from './page.ts';
import { disclosureHref, searchHref } from './select.ts';

/** A list of where a word occurs is read no further. */
const MOST_OCCURRENCES = 30;

export function glossaryPage(edition: Edition): GlossaryPage {
  const { title, description } = edition.language.glossary;
  return {
    frame: { title, description, path: '/glossary/', crumbs: [] },
    terms: [...edition.archive.terms.values()].map((each) => ({
      id: each.id,
      term: termName(edition, each),
      short: label(edition, each.short),
      href: termHref(edition, each.id),
    })),
  };
}

export function termHref(edition: Edition, id: string): string {
  return href(edition, `/glossary/${id}/`);
}

/** In English as the glossary itself has it. */
export function termName(edition: Edition, { term, en }: Pick<Term, 'term' | 'en'>): string {
  return (edition.base !== '' && edition.language.text === 'en' ? en : undefined) ?? label(edition, term);
}

export function termPage(edition: Edition, id: string): TermPage {
  const { archive, language } = edition;
  const term = archive.terms.get(id);
  if (!term) throw new Error(`no term ${id}`);
  const found = occurrences(archive, term);
  const name = termName(edition, term);
  const rest = found.length - MOST_OCCURRENCES;
  return {
    frame: {
      title: name,
      description: label(edition, term.short),
      path: `/glossary/${id}/`,
      crumbs: [{ href: href(edition, '/glossary/'), text: language.glossary.title }],
    },
    term: name,
    short: label(edition, term.short),
    html: term.narrative.html,
    aliases: name === term.term ? term.aliases : [term.term, ...term.aliases],
    related: term.related.flatMap((other) => {
      const found = archive.terms.get(other);
      return found ? [{ href: termHref(edition, other), text: termName(edition, found) }] : [];
    }),
    occurrences: found.slice(0, MOST_OCCURRENCES).map((each) => ({
      href: disclosureHref(edition, each.unit, each.id),
      text: titleWithUnit(edition, each),
    })),
    ...(rest > 0 ? { more: { href: searchHref(edition, term.term), text: language.glossary.moreDocuments(rest) } } : {}),
  };
}

const byTerm = new WeakMap<Archive, ReadonlyMap<string, readonly Disclosure[]>>();

/** Disclosures that use the term, newest first. */
function occurrences(archive: Archive, { id }: Term): readonly Disclosure[] {
  let index = byTerm.get(archive);
  if (!index) {
    const found = new Map([...archive.terms.keys()].map((term) => [term, [] as Disclosure[]]));
    for (const disclosure of [...archive.disclosures.values()].sort(newestFirst))
      for (const term of disclosure.terms) found.get(term)?.push(disclosure);
    index = found;
    byTerm.set(archive, index);
  }
  return index.get(id) ?? [];
}
