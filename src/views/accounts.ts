/** Which classification of an archive answers which question, and how codes of a classification stand to each other. */
import type { Archive } from '../domain/archive.ts';
import { codesAbove } from '../domain/codes.ts';
import type { Classification, ClassificationWord } from '../domain/declarations.ts';

/** Of which it lists codes, in the order of their names. */
export function classificationNames({ classifications }: Pick<Archive, 'classifications'>): string[] {
  return [...new Set([...classifications.values()].map(({ name }) => name))].sort();
}

/** What the money is for, or what it buys: the classification declared to answer it; of an archive with only one, that one is of purposes. */
export function classificationFor(archive: Pick<Archive, 'facts' | 'classifications'>, question: 'purpose' | 'nature'): string | undefined {
  const names = classificationNames(archive);
  const declared = archive.facts.classifications.find(({ answers, id }) => answers === question && names.includes(id))?.id;
  return declared ?? (question === 'purpose' && names.length === 1 ? names[0] : undefined);
}

/** What the archive declares of a classification. */
export function declaredClassification({ facts }: Pick<Archive, 'facts'>, name: string): ClassificationWord | undefined {
  return facts.classifications.find(({ id }) => id === name);
}

/** The newest version that lists a code. */
export function newestWith({ classifications }: Pick<Archive, 'classifications'>, name: string, code: string): Classification | undefined {
  let newest: Classification | undefined;
  for (const each of classifications.values()) {
    if (each.name === name && each.codes.has(code) && (!newest || each.version > newest.version)) newest = each;
  }
  return newest;
}

/** The codes above a code, the highest first; where no version lists it, what its digits say of 类, 款 and 项. */
export function ancestorsOf(archive: Pick<Archive, 'classifications'>, name: string, code: string): string[] {
  const listed = newestWith(archive, name, code);
  if (listed) return codesAbove(code, listed).toReversed();
  if (/^\d+$/.test(code)) return [3, 5].filter((length) => length < code.length).map((length) => code.slice(0, length));
  return codesAbove(code, undefined).toReversed();
}
