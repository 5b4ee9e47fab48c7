/** The languages in which an archive's site is made: its own first, then the others that it offers. */
import type { Archive } from '../domain/archive.ts';
import type { ArchiveFacts } from '../domain/declarations.ts';
import { wordsIn } from '../domain/finding.ts';
import type { Language } from '../language/language.ts';
import { languageOf } from '../language/languages.ts';
import type { Edition } from './edition.ts';

const made = new WeakMap<Archive, readonly [Edition, ...Edition[]]>();

export function editionsOf(archive: Archive): readonly [Edition, ...Edition[]] {
  let editions = made.get(archive);
  if (!editions) {
    const own: Edition = { archive, language: withStages(languageOf(archive.facts.language), archive.facts), base: '' };
    const others = archive.facts.languages
      .filter((tag) => languageOf(tag).tag !== own.language.tag)
      .map((tag): Edition => ({ archive, language: withStages(languageOf(tag), archive.facts), base: baseOf(tag) }));
    editions = [own, ...others];
    made.set(archive, editions);
  }
  return editions;
}

/** The interface's words, with the archive's own names of stages where it has some. */
function withStages(language: Language, facts: ArchiveFacts): Language {
  if (facts.stages.length === 0) return language;
  const names = facts.stages.map(({ phase, name }) => [phase, wordsIn(name, [language.text, facts.language])] as const);
  const stages = { ...language.stages, ...Object.fromEntries(names) };
  return { ...language, stages, yearAndStage: (year, stage) => language.yearAndStage(year, stage, stages[stage]) };
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

/** What the archive's language is called in the edition's, where the two differ: a translation, or an archive in a language that has no file. */
export function contentLanguageOf({ archive, language, base }: Edition): string | undefined {
  const { language: tag } = archive.facts;
  const interfaceOfArchive = languageOf(tag);
  if (tag.split('-')[0] !== interfaceOfArchive.tag.split('-')[0]) {
    return new Intl.DisplayNames([language.tag], { type: 'language' }).of(tag) ?? tag;
  }
  return base === '' ? undefined : interfaceOfArchive.name;
}
