/** Compiles parts by themselves, and remembers some from when their records are made until their pages are. */
import { compileArchive } from '../archive/compile.ts';
import { sharedDeclarations } from '../archive/parts.ts';
import type { Archive } from '../domain/archive.ts';
import type { ArchiveFiles } from '../reading/files.ts';
import { loadRules } from '../rules/load.ts';
import type { CodedRule } from '../rules/rule.ts';

/** So many are remembered: each takes one to two megabytes. */
export const MOST_DISCLOSURES = 120;

export class PartCompiler {
  readonly #rules: ReadonlyMap<string, CodedRule>;
  /** What is declared for all of them is parsed once. */
  readonly #parsed = sharedDeclarations();
  #declarations: Archive | undefined;
  readonly #remembered = new Map<string, Archive>();
  #disclosures = 0;

  private constructor(rules: ReadonlyMap<string, CodedRule>) {
    this.#rules = rules;
  }

  static async load(): Promise<PartCompiler> {
    return new PartCompiler(await loadRules());
  }

  compile(files: ArchiveFiles): Archive {
    return compileArchive(files, this.#rules, { parsed: this.#parsed });
  }

  /** What is declared for all parts, by itself: always the same. */
  declarations(files: ArchiveFiles): Archive {
    this.#declarations ??= this.compile(files);
    return this.#declarations;
  }

  /** Where there is no room, what was remembered first is forgotten. */
  remember(key: string, part: Archive): void {
    this.#disclosures += part.disclosures.size;
    this.#remembered.set(key, part);
    for (const first of this.#remembered.keys()) {
      if (this.#disclosures <= MOST_DISCLOSURES || first === key) break;
      this.recall(first);
    }
  }

  /** Once: it is forgotten then. */
  recall(key: string): Archive | undefined {
    const part = this.#remembered.get(key);
    if (part && this.#remembered.delete(key)) this.#disclosures -= part.disclosures.size;
    return part;
  }
}
