/** What texts said when they were parsed last: a preview parses anew only what has been saved, and parts of an archive share what was declared for all. */
import type { Fault } from '../domain/finding.ts';

type Report = (fault: Fault) => void;

interface Parsed {
  readonly text: string;
  readonly value: unknown;
  readonly faults: readonly Fault[];
}

export class ParsedTexts {
  readonly #last = new Map<string, Parsed>();
  readonly #isKept: (file: string) => boolean;

  /** Of a large archive not all is kept. */
  constructor(isKept: (file: string) => boolean = () => true) {
    this.#isKept = isKept;
  }

  /**
   * What `parse` makes of a file's text; faults are reported each time. `parse` must look at nothing but the text,
   * its value must never be changed, and `what` and the file's name must say which parse it is.
   */
  of<Value>(what: string, file: string, text: string, report: Report, parse: (report: Report) => Value): Value {
    if (!this.#isKept(file)) return parse(report);
    const key = `${what} ${file}`;
    let parsed = this.#last.get(key);
    if (parsed?.text !== text) {
      const faults: Fault[] = [];
      parsed = { text, value: parse((fault) => void faults.push(fault)), faults };
      this.#last.set(key, parsed);
    }
    for (const fault of parsed.faults) report(fault);
    return parsed.value as Value;
  }
}
