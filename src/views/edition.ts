/** An archive in one language: what every view is made of. Each language that the archive offers is an edition of its site. */
import type { Archive } from '../domain/archive.ts';
import { type Text, wordsIn } from '../domain/finding.ts';
import { withoutNumbering } from '../domain/printed-name.ts';
import type { Language } from '../language/language.ts';

export interface Edition {
  readonly archive: Archive;
  readonly language: Language;
  /** Before every address of a page: nothing in the archive's own language, `/en` in another. */
  readonly base: string;
}

/** The address of a page in the same language. Files and the search index have one address for all languages. */
export function href({ base }: Pick<Edition, 'base'>, path: string): string {
  return `${base}${path}`;
}

/** A text of the archive in the edition's language; where it is not translated, in the archive's own. */
export function textOf({ archive, language }: Edition, text: Text): string {
  return wordsIn(text, [language.text, archive.facts.language]);
}

export function archiveTitle(edition: Edition): string {
  return textOf(edition, edition.archive.facts.title);
}

/** What a printed name or label is called in the edition's language; nothing where it is in that language, or not translated. */
export function gloss({ archive, language }: Edition, printed: string): string | undefined {
  const translations = archive.translations.get(language.tag);
  return translations?.get(printed) ?? translations?.get(withoutNumbering(printed));
}

/** A printed name or label, translated where the archive says how. */
export function label(edition: Edition, printed: string): string {
  return gloss(edition, printed) ?? printed;
}
