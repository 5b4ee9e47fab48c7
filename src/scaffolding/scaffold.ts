/** `npm run new`: answers → files that pass the check, in their places. It speaks the archive's language. */
import { compileArchive } from '../archive/compile.ts';
import type { Finding } from '../domain/finding.ts';
import type { Language } from '../language/language.ts';
import { languageOf } from '../language/languages.ts';
import { type ArchiveFiles, filesInMemory, filesOnDisk } from '../reading/files.ts';
import { type ReadArchive, readArchive } from '../reading/read-archive.ts';
import { loadRules } from '../rules/load.ts';
import { answerAll, type Conversation } from './dialogue.ts';
import { disclosureQuestions, newDisclosure } from './new-disclosure.ts';
import { newUnit, unitQuestions } from './new-unit.ts';
import { PlaceTaken, placeFiles } from './place-files.ts';
import type { Given, Question } from './question.ts';

export const NEW = ['unit', 'disclosure'] as const;
export type New = (typeof NEW)[number];

const MAKE: Readonly<
  Record<
    New,
    {
      readonly questions: (archive: ReadArchive, language: Language) => readonly Question[];
      readonly files: (archive: ReadArchive, given: Given, language: Language) => Readonly<Record<string, string>>;
    }
  >
> = {
  unit: { questions: unitQuestions, files: (_, given, language) => newUnit(given, language) },
  disclosure: { questions: disclosureQuestions, files: newDisclosure },
};

/** Names of the options, by what is made. */
export function optionsOf(made: New): readonly string[] {
  const archive = readArchive(filesInMemory({}));
  return MAKE[made].questions(archive, languageOf(archive.facts.language)).map(({ name }) => name);
}

export type Scaffolded =
  | { readonly written: readonly string[] }
  /** The call will not do. */
  | { readonly refused: readonly string[] }
  /** The archive will not do, or would not with the new files in it. */
  | { readonly findings: readonly Finding[]; readonly why: string };

export async function scaffold(
  root: string,
  made: New,
  options: Given,
  conversation: Conversation,
): Promise<Scaffolded & { readonly language: Language }> {
  const files = filesOnDisk(root);
  const archive = readArchive(files);
  const language = languageOf(archive.facts.language);
  const words = language.scaffolding;
  if (archive.unread.size > 0) {
    const rules = await loadRules();
    const { findings } = compileArchive(files, rules);
    return { language, findings: findings.filter(({ place }) => archive.unread.has(place.file)), why: words.archiveBroken };
  }
  const outcome = await answerAll(MAKE[made].questions(archive, language), options, conversation, words);
  if ('refused' in outcome) return { language, ...outcome };
  const added = MAKE[made].files(archive, outcome.answers, language);
  const rules = await loadRules();
  const { findings } = compileArchive(withAdded(files, added), rules);
  const errors = findings.filter(({ severity, place }) => severity === 'error' && Object.hasOwn(added, place.file));
  if (errors.length > 0) return { language, findings: errors, why: words.wouldNotPass };
  try {
    placeFiles(root, added);
  } catch (error) {
    if (error instanceof PlaceTaken) return { language, refused: [words.taken(error.file)] };
    throw error;
  }
  return { language, written: Object.keys(added) };
}

/** The archive as it would be. */
function withAdded(files: ArchiveFiles, added: Readonly<Record<string, string>>): ArchiveFiles {
  const memory = filesInMemory(added);
  const paths = [...new Set([...files.paths, ...memory.paths])].sort((a, b) => (a < b ? -1 : 1));
  return { paths, has: (path) => memory.has(path) || files.has(path), read: (path) => (memory.has(path) ? memory : files).read(path) };
}
