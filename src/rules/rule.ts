/**
 * A rule is one small unit: what it looks for, its words, and an example of both outcomes.
 * The examples are its tests and its section on the public page of rules. Its code is its file's name.
 */
import type { Check, RuleText } from '../domain/archive.ts';
import type { Fault, Severity, Text } from '../domain/finding.ts';
import type { ReadArchive, ReadDisclosure } from '../reading/read-archive.ts';
import { EXAMPLE_ARCHIVE } from './example-archive.ts';

/** One file of the example archive, changed so that the rule has something to say. */
export interface BadExample {
  readonly file: string;
  /** What stands there, and what is put in its place. */
  readonly replace?: readonly [found: string, put: string];
  /** Or the whole new content; null takes the file away. */
  readonly content?: string | Uint8Array | null;
  /** Where the finding must stand. */
  readonly at: { readonly file?: string; readonly line?: number; readonly column?: number };
}

export interface Rule {
  readonly severity: Severity;
  readonly title: Required<Text>;
  readonly explanation: Required<Text>;
  /** With `{name}` for the finding's values. */
  readonly message: Required<Text>;
  readonly bad: BadExample;
  /** Faults of the whole archive. Without one, reading or compiling itself comes upon the fault. */
  readonly check?: (archive: ReadArchive) => Iterable<Fault>;
  /** Sums of one disclosure; a verdict of `fail` becomes a finding. */
  readonly reconcile?: (disclosure: ReadDisclosure, archive: ReadArchive) => Iterable<Check>;
}

export interface CodedRule extends Rule {
  readonly code: string;
  /** The folder that it stands in. */
  readonly group: string;
}

/** Keeps a rule's literal types checked; a rule file exports one by default. */
export function defineRule(rule: Rule): Rule {
  return rule;
}

/** Where a value is words of ours, `nameEn` beside `name` has it in English. */
export function fillMessage(message: Required<Text>, values: Readonly<Record<string, string>>): Required<Text> {
  // A cell of several lines must not break the message apart.
  const fill = (text: string, value: (name: string) => string | undefined): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => (value(name) ?? whole).replaceAll('\n', '↵'));
  return {
    zh: fill(message.zh, (name) => values[name]),
    en: fill(message.en, (name) => values[`${name}En`] ?? values[name]),
  };
}

/** The example archive with the one file changed. Throws where the text to replace is not there. */
export function badArchive(
  archive: Readonly<Record<string, string>>,
  { file, replace, content }: BadExample,
): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = { ...archive };
  if (replace) {
    const before = archive[file];
    if (!before?.includes(replace[0])) throw new Error(`${file} does not contain ${replace[0]}`);
    files[file] = before.replace(replace[0], replace[1]);
  } else if (content === null) delete files[file];
  else if (content !== undefined) files[file] = content;
  return files;
}

/** The rule without its programs, with its example as readers see it. */
export function documentRule({ code, group, severity, title, explanation, message, bad }: CodedRule): RuleText {
  return { code, group, severity, title, explanation, message, example: documentExample(bad) };
}

/** The lines that differ before and after; or the whole content, bytes in hexadecimal. */
function documentExample(bad: BadExample): RuleText['example'] {
  const { file, replace, content } = bad;
  if (replace) {
    const [good, changed] = [EXAMPLE_ARCHIVE[file] ?? '', String(badArchive(EXAMPLE_ARCHIVE, bad)[file])];
    return { file, good: differingLines(good, changed), bad: differingLines(changed, good) };
  }
  if (content === null) return { file, bad: '', removed: true };
  const shown = typeof content === 'string' ? content : [...(content ?? [])].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return { file, bad: shown.trimEnd() };
}

/** The lines of `text` from the first to the last that differ in `other`. */
function differingLines(text: string, other: string): string {
  const [lines, others] = [text.split('\n'), other.split('\n')];
  let start = 0;
  while (start < lines.length && lines[start] === others[start]) start += 1;
  let end = 0;
  while (end < lines.length - start && end < others.length - start && lines.at(-1 - end) === others.at(-1 - end)) end += 1;
  return lines.slice(start, lines.length - end).join('\n');
}
