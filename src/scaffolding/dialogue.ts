/** Questions → answers: from options alone where they suffice, else line by line with a person. */
import type { Language } from '../language/language.ts';
import { type Choice, type Given, parseAnswer, type Question } from './question.ts';

/** More choices than a person reads through are searched by name. */
const LISTED = 20;

export interface Conversation {
  readonly say: (line: string) => void;
  /** The next line that is typed; nothing at the end of the input. */
  readonly hear: (prompt: string) => Promise<string | undefined>;
}

export type Outcome =
  | { readonly answers: Given }
  /** Every option that will not do, and every required one that is not there. */
  | { readonly refused: readonly string[] };

/** `options` are those that were given. Nothing is asked where all that is required is among them. */
export async function answerAll(
  questions: readonly Question[],
  options: Given,
  { say, hear }: Conversation,
  words: Language['scaffolding'],
): Promise<Outcome> {
  const { answers, refused, missing } = answersFrom(questions, options, words);
  if (refused.length > 0) return { refused };
  if (missing.length === 0) return { answers };

  const given: Record<string, string> = {};
  say(words.begin);
  for (const question of questions) {
    const option = options[question.name];
    const choices = question.choices?.(given) ?? [];
    if (option === undefined) for (const line of listed(choices, words)) say(line);
    for (;;) {
      const preset = question.preset?.(given);
      const typed = option ?? (await hear(words.prompt(question.ask(given), preset)));
      if (typed === undefined) return { refused: [words.ended, ...missing.filter((name) => given[name] === undefined).map(words.missing)] };
      const answer = parseAnswer(question, typed, given, words);
      if ('value' in answer) {
        given[question.name] = answer.value;
        break;
      }
      if (option !== undefined) return { refused: [words.badOption(question.name, answer.reason)] };
      say(answer.reason);
    }
  }
  return { answers: given };
}

function answersFrom(questions: readonly Question[], options: Given, words: Language['scaffolding']) {
  const answers: Record<string, string> = {};
  const refused: string[] = [];
  const missing: string[] = [];
  for (const question of questions) {
    const option = options[question.name];
    const answer = parseAnswer(question, option ?? '', answers, words);
    if ('value' in answer) answers[question.name] = answer.value;
    else if (option === undefined) missing.push(question.name);
    // What depends on an answer that is not there cannot be judged yet.
    else if (missing.length === 0) refused.push(words.badOption(question.name, answer.reason));
  }
  return { answers, refused: refused.length > 0 ? [...refused, ...missing.map(words.missing)] : [], missing };
}

function listed(choices: readonly Choice[], words: Language['scaffolding']): string[] {
  const lines = choices.slice(0, LISTED).map(({ value, label }, index) => `  ${index + 1}. ${value}${label ? `　${label}` : ''}`);
  return choices.length > LISTED ? [...lines, words.moreChoices(choices.length)] : lines;
}
