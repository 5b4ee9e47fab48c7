/** What is compared, in words: a measure by the interface's name for it, a code by its number and name. */
import { codeName } from './code.ts';
import type { Edition } from './edition.ts';
import { useName } from './names.ts';

/** The folder of the measures among the subjects; every other is a classification. */
export const MEASURES = 'measures';

/** The classification, or `measures`, and the code. */
export function idParts(id: string): readonly [folder: string, code: string] {
  const slash = id.indexOf('/');
  return [id.slice(0, slash), id.slice(slash + 1)];
}

export function subjectTitle(edition: Edition, id: string): string {
  const [folder, name] = idParts(id);
  return folder === MEASURES ? (measureTitle(edition, name) ?? name) : `${name} ${codeName(edition, folder, name)}`;
}

/** Undefined for what the interface has no name for: a document counts dozens of things that no other does. */
export function measureTitle(edition: Edition, name: string): string | undefined {
  const { language, archive } = edition;
  const words = language.compare;
  const after = (prefix: string): string | undefined => (name.startsWith(prefix) ? name.slice(prefix.length) : undefined);
  const [use, counted, threePublic] = [after('use-'), after('count-'), after('three-public')];
  if (use !== undefined) return Object.hasOwn(language.uses, use) || archive.facts.uses[use] ? words.use(useName(edition, use)) : undefined;
  if (counted !== undefined)
    return Object.hasOwn(language.indicators, counted) ? words.count(language.indicators[counted] ?? '') : undefined;
  if (threePublic !== undefined) return language.threePublic[threePublic.replace(/^-/, '')];
  return words.measureNames[name];
}
