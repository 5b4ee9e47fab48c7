/** A rule's example before and after, with the part that differs set apart, so that a reader need not look for it. */

export interface ExampleLine {
  readonly before: string;
  readonly differing: readonly ExamplePart[];
  readonly after: string;
}

/** Text, or a character that nobody sees, by its name. */
export type ExamplePart = string | { readonly invisible: string };

const INVISIBLE = /([\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff])/;

/** The lines of `text`, held against those of `other`. Empty where there is nothing. */
export function exampleLines(text: string, other: string | undefined): readonly ExampleLine[] {
  const lines = linesOf(text);
  const others = linesOf(other ?? '');
  // Lines that were added or taken away differ as a whole, which is best said without marking everything.
  return lines.map((line, index) =>
    lines.length === others.length ? heldAgainst(line, others[index] ?? '') : { before: line, differing: [], after: '' },
  );
}

function linesOf(text: string): string[] {
  const whole = text.replace(/\n+$/, '');
  return whole === '' ? [] : whole.split('\n');
}

/** Words and figures whole, and what stands between them. */
const WORD = /[^\s,"'<>=/]+|./gu;

function heldAgainst(line: string, other: string): ExampleLine {
  const [own, others] = [line.match(WORD) ?? [], other.match(WORD) ?? []];
  let start = 0;
  while (start < own.length && start < others.length && own[start] === others[start]) start += 1;
  let end = 0;
  while (end < own.length - start && end < others.length - start && own.at(-1 - end) === others.at(-1 - end)) end += 1;
  const differing = own.slice(start, own.length - end).join('');
  return {
    before: own.slice(0, start).join(''),
    differing: differing
      .split(INVISIBLE)
      .filter((part) => part !== '')
      .map((part) => (INVISIBLE.test(part) ? { invisible: `U+${part.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` } : part)),
    after: own.slice(own.length - end).join(''),
  };
}
