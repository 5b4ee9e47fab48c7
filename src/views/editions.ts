/** The languages in which an archive's site is made: its own first, then the others that it offers. */
import type { Archive } from '../domain/archive.ts';
import { languageOf } from '../language/languages.ts';
import type { Edition } from './edition.ts';

const made = new WeakMap<Archive, readonly [Edition, ...Edition[]]>();

export function editionsOf(archive: Archive): readonly [Edition, ...Edition[]] {
  let editions = made.get(archive);
  if (!editions) {
    const own: Edition = { archive, language: languageOf(archive.facts.language), base: '' };
    const others = archive.facts.languages
      .filter((tag) => languageOf(tag).tag !== own.language.tag)
      .map((tag): Edition => ({ archive, language: languageOf(tag), base: baseOf(tag) }));
    editions = [own, ...others];
    made.set(archive, editions);
  }
  return editions;
}

/** The first part of the addresses of a language that is not the archive's own. */
export function baseOf(tag: string): string {
  return `/${tag.toLowerCase()}`;
}

/** The archive in its own language: what commands speak, and what search indexes. */
export function ownEdition(archive: Archive): Edition {
  return editionsOf(archive)[0];
}

/** The edition that an address belongs to. */
export function editionAt(archive: Archive, path: string): Edition {
  return editionsOf(archive).find(({ base }) => base !== '' && path.startsWith(`${base}/`)) ?? ownEdition(archive);
}
