import type { Archive, Disclosure, Term } from '../domain/archive.ts';
import { count } from './amount.ts';
import { newestFirst, titleWithUnit } from './lines.ts';
import type { GlossaryPage, TermPage } from './page.ts';
import { disclosureHref, searchHref } from './select.ts';

/** A list of where a word occurs is read no further. */
const MOST_OCCURRENCES = 30;

export function glossaryPage(archive: Archive): GlossaryPage {
  return {
    frame: { title: '名词解释', description: '预算和决算文件里的名词，用平常话解释。', path: '/glossary/', crumbs: [] },
    terms: [...archive.terms.values()].map(({ id, term, short }) => ({ id, term, short, href: `/glossary/${id}/` })),
  };
}

export function termPage(archive: Archive, id: string): TermPage {
  const term = archive.terms.get(id);
  if (!term) throw new Error(`no term ${id}`);
  const found = occurrences(archive, term);
  const rest = found.length - MOST_OCCURRENCES;
  return {
    frame: { title: term.term, description: term.short, path: `/glossary/${id}/`, crumbs: [{ href: '/glossary/', text: '名词解释' }] },
    term: term.term,
    short: term.short,
    html: term.narrative.html,
    aliases: term.aliases,
    related: term.related.flatMap((other) => {
      const found = archive.terms.get(other);
      return found ? [{ href: `/glossary/${other}/`, text: found.term }] : [];
    }),
    occurrences: found.slice(0, MOST_OCCURRENCES).map((each) => ({
      href: disclosureHref(each.unit, each.id),
      text: titleWithUnit(archive, each),
    })),
    ...(rest > 0 ? { more: { href: searchHref(term.term), text: `另有 ${count(rest)} 份，去搜索` } } : {}),
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
