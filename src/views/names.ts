/** What the parts of a budget are called: in the edition's language, else as the archive has it. */
import type { Disclosure } from '../domain/archive.ts';
import type { Edition } from './edition.ts';
import type { Link } from './page.ts';
import { disclosureHref } from './select.ts';

export function fundName({ language }: Edition, fund: string): string {
  return language.funds[fund] ?? fund;
}

export function useName({ language }: Edition, use: string): string {
  return language.uses[use] ?? use;
}

/** "2024 年预算" */
export function documentName({ language }: Edition, { year, type, revision }: Pick<Disclosure, 'year' | 'type' | 'revision'>): string {
  return language.documentName({ year: String(year), type, revision });
}

export function disclosureLink(edition: Edition, disclosure: Disclosure): Link {
  return { href: disclosureHref(edition, disclosure.unit, disclosure.id), text: documentName(edition, disclosure) };
}
