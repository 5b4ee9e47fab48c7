/** The outcome of a verification, in plain words. */
import type { Language } from '../language/language.ts';
import { describeProblem } from './problem-words.ts';
import type { Verification } from './verify-snapshot.ts';
import { isWhole } from './verify-snapshot.ts';

export function describeVerification(verification: Verification, words: Language['snapshot']): string[] {
  const { problems, signature, chain, files, digest, previous } = verification;
  const unchecked = previous === undefined ? [] : [words.chain.unchecked(previous)];
  return [
    ...problems.map((problem) => describeProblem(problem, words)),
    problems.length === 0 ? words.unchanged(files) : words.found(problems.length),
    words.signatures[signature === 'other-key' ? 'otherKey' : signature],
    ...(chain === 'unchecked' ? unchecked : [words.chain[chain]]),
    ...(digest ? [words.digest(digest)] : []),
    isWhole(verification) ? words.whole : words.notWhole,
  ];
}
