/** What the parts of a budget are called: in the edition's language, else as the archive has it. */
import type { Disclosure } from '../domain/archive.ts';
import { type Edition, label } from './edition.ts';
import type { Link } from './page.ts';
import { disclosureHref } from './select.ts';

export function fundName(edition: Edition, fund: string): string {
  return edition.language.funds[fund] ?? label(edition, fund);
}

export function useName(edition: Edition, use: string): string {
  return edition.language.uses[use] ?? label(edition, use);
}

/** "2024 年预算" */
export function documentName({ language }: Edition, { year, type, revision }: Pick<Disclosure, 'year' | 'type' | 'revision'>): string {
  return language.documentName({ year: String(year), type, revision });
}

export function disclosureLink(edition: Edition, disclosure: Disclosure): Link {
  return { href: disclosureHref(edition, disclosure.unit, disclosure.id), text: documentName(edition, disclosure) };
}
