/** What the parts of a budget are called: in the edition's language, else as the archive has it. */
import type { Disclosure } from '../domain/archive.ts';
import { fiscalYearLabel } from '../domain/fiscal-year.ts';
import { type Edition, label, textOf } from './edition.ts';
import type { Link } from './page.ts';
import { disclosureHref } from './select.ts';

/** `2024`, `FY 2024–25` */
export function yearLabel({ archive }: Edition, year: number): string {
  return fiscalYearLabel(year, archive.facts.fiscalYear);
}

export function fundName(edition: Edition, fund: string): string {
  const own = edition.archive.facts.funds[fund];
  return own ? textOf(edition, own) : (edition.language.funds[fund] ?? label(edition, fund));
}

export function useName(edition: Edition, use: string): string {
  const own = edition.archive.facts.uses[use];
  return own ? textOf(edition, own) : (edition.language.uses[use] ?? label(edition, use));
}

/** What a kind of document is called, in the archive's own word if it has one. */
export function typeName(edition: Edition, { type, typeId }: Pick<Disclosure, 'type' | 'typeId'>): string {
  const own = edition.archive.facts.types.find(({ id }) => id === typeId);
  return own ? textOf(edition, own.name) : edition.language.types[type];
}

/** "2024 年预算" */
export function documentName(
  edition: Edition,
  { year, type, typeId, revision }: Pick<Disclosure, 'year' | 'type' | 'typeId' | 'revision'>,
): string {
  return edition.language.documentName({ year: yearLabel(edition, year), type: typeName(edition, { type, typeId }), revision });
}

export function disclosureLink(edition: Edition, disclosure: Disclosure): Link {
  return { href: disclosureHref(edition, disclosure.unit, disclosure.id), text: documentName(edition, disclosure) };
}
