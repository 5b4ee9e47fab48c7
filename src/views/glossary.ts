import type { Archive, Disclosure, Term } from '../domain/archive.ts';
import { type Edition, href } from './edition.ts';
import { newestFirst, titleWithUnit } from './lines.ts';
import type { GlossaryPage, TermPage } from './page.ts';
import { disclosureHref, searchHref } from './select.ts';

/** A list of where a word occurs is read no further. */
const MOST_OCCURRENCES = 30;

export function glossaryPage(edition: Edition): GlossaryPage {
  const { title, description } = edition.language.glossary;
  return {
    frame: { title, description, path: '/glossary/', crumbs: [] },
    terms: [...edition.archive.terms.values()].map(({ id, term, short }) => ({ id, term, short, href: termHref(edition, id) })),
  };
}

export function termHref(edition: Edition, id: string): string {
  return href(edition, `/glossary/${id}/`);
}

export function termPage(edition: Edition, id: string): TermPage {
  const { archive, language } = edition;
  const term = archive.terms.get(id);
  if (!term) throw new Error(`no term ${id}`);
  const found = occurrences(archive, term);
  const rest = found.length - MOST_OCCURRENCES;
  return {
    frame: {
      title: term.term,
      description: term.short,
      path: `/glossary/${id}/`,
      crumbs: [{ href: href(edition, '/glossary/'), text: language.glossary.title }],
    },
    term: term.term,
    short: term.short,
    html: term.narrative.html,
    aliases: term.aliases,
    related: term.related.flatMap((other) => {
      const found = archive.terms.get(other);
      return found ? [{ href: termHref(edition, other), text: found.term }] : [];
    }),
    occurrences: found.slice(0, MOST_OCCURRENCES).map((each) => ({
      href: disclosureHref(edition, each.unit, each.id),
      text: titleWithUnit(edition, each),
    })),
    ...(rest > 0 ? { more: { href: searchHref(edition, term.term), text: language.glossary.moreDocuments(rest) } } : {}),
  };
}

/** Disclosures, newest first, whose narrative, table titles, heads or rows use the term. */
function occurrences(archive: Archive, { term, aliases }: Term): Disclosure[] {
  const names = [term, ...aliases];
  const uses = (text: string): boolean => names.some((name) => text.includes(name));
  return [...archive.disclosures.values()]
    .filter(
      ({ narrative, tables }) =>
        uses(narrative.text) ||
        tables.some(
          ({ title, columns, rows }) => uses(title) || columns.some(({ label }) => uses(label)) || rows.some(({ name }) => uses(name)),
        ),
    )
    .sort(newestFirst);
}
