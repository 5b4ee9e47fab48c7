/** What is wrong with which file, in plain words. Pure, also for browsers. */
import type { Language } from '../language/language.ts';
import type { Problem } from './check-bag.ts';

export function describeProblem(problem: Problem, { problems: words }: Pick<Language['snapshot'], 'problems'>): string {
  switch (problem.type) {
    case 'renamed':
      return words.renamed(problem.path, problem.to);
    case 'manifest-changed':
      return words.manifestChanged(problem.path, problem.about);
    case 'manifest-line':
      return words.manifestLine(problem.path, problem.line);
    case 'not-listed':
      return words.notListed(problem.path, problem.about);
    default:
      return words[problem.type](problem.path);
  }
}
