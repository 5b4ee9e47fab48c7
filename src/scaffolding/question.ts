/** What has to be known before files can be made: asked of a person, or given as options. */

export interface Choice {
  readonly value: string;
  /** Other ways to name it: an id's title, a code's name. */
  readonly label?: string;
}

/** `value` or why it will not do, in words that say what would. */
export type Answer = { readonly value: string } | { readonly reason: string };

export type Given = Readonly<Record<string, string>>;

/** Later questions may depend on earlier answers, which `given` holds. */
export interface Question {
  /** The option's name, without its hyphens. */
  readonly name: string;
  readonly ask: (given: Given) => string;
  /** Empty where there is nothing to choose from. */
  readonly choices?: (given: Given) => readonly Choice[];
  /** Taken for an empty answer; without one an answer is required. `''` is none. */
  readonly preset?: (given: Given) => string | undefined;
  /** Whether an answer will do; choices are checked before. */
  readonly check?: (value: string, given: Given) => string | undefined;
  /** Other values than the choices are for `check` to judge. */
  readonly open?: true;
  /** The answer is a list: values separated by commas, spaces or 、. */
  readonly many?: true;
}

export interface AnswerWords {
  readonly required: string;
  readonly noSuch: (answer: string, choices: readonly Choice[]) => string;
  readonly several: (answer: string, choices: readonly Choice[]) => string;
}

/** An empty answer takes the preset. A choice is named by its value, its label, its number, or a part that only it has. */
export function parseAnswer(question: Question, typed: string, given: Given, words: AnswerWords): Answer {
  const text = typed.normalize('NFC').trim();
  if (text === '') {
    const preset = question.preset?.(given);
    return preset === undefined ? { reason: words.required } : { value: preset };
  }
  const choices = question.choices?.(given) ?? [];
  const parts = question.many ? text.split(/[\s,，、]+/).filter(Boolean) : [text];
  const values: string[] = [];
  for (const part of parts) {
    const answer = choices.length > 0 ? choose(part, choices, question.open === true, words) : { value: part };
    if ('reason' in answer) return answer;
    values.push(answer.value);
  }
  const value = values.join(',');
  const reason = question.check?.(value, given);
  return reason === undefined ? { value } : { reason };
}

function choose(text: string, choices: readonly Choice[], open: boolean, words: AnswerWords): Answer {
  const exact = choices.find(({ value, label }) => value === text || label === text);
  if (exact) return { value: exact.value };
  // A code or a year is never taken for the number of a choice.
  const numbered = /^\d{1,3}$/.test(text) ? choices[Number(text) - 1] : undefined;
  if (numbered) return { value: numbered.value };
  const like = choices.filter(({ value, label }) => [value, label].some((each) => each?.toLowerCase().includes(text.toLowerCase())));
  const [only] = like;
  if (only && like.length === 1) return { value: only.value };
  if (like.length > 1) return { reason: words.several(text, like) };
  return open ? { value: text } : { reason: words.noSuch(text, choices) };
}
