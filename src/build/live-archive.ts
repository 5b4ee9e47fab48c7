/** The archive while people edit it: compiled again after each saved file, and what that changed told. */
import { setTimeout } from 'node:timers/promises';
import { compileFolder } from '../archive/compile.ts';
import { currentArchive, setCurrentArchive } from '../archive/current.ts';
import type { Archive } from '../domain/archive.ts';
import type { Finding } from '../domain/finding.ts';
import type { ParsedTexts } from '../reading/parsed-texts.ts';
import { placeInWords } from '../reporting/terminal.ts';
import { textOf } from '../views/edition.ts';
import { ownEdition } from '../views/editions.ts';

/** Programs that save several files, or one in steps, do so within this time. */
const SAVED_TOGETHER_MS = 20;
/** More findings than a terminal shows at once. */
const SHOWN = 20;
const ORDER: readonly Finding['severity'][] = ['error', 'warning', 'info'];

export interface LiveArchiveEnds {
  /** Lines for the terminal. */
  readonly tell: (severity: Finding['severity'], line: string) => void;
  /** The new archive is in place: whoever shows it may show it anew. */
  readonly changed: () => void;
}

export class LiveArchive {
  readonly #root: string;
  readonly #ends: LiveArchiveEnds;
  readonly #parsed: ParsedTexts;
  #open: ReadonlyMap<string, Finding> = new Map();
  #waiting = false;
  #compiling: Promise<void> = Promise.resolve();

  /** `parsed` may know already what was parsed before the preview began. */
  constructor(root: string, parsed: ParsedTexts, ends: LiveArchiveEnds) {
    this.#root = root;
    this.#parsed = parsed;
    this.#ends = ends;
  }

  /** Compiles for the first time and tells all that is found. */
  async begin(): Promise<void> {
    await this.#compile();
  }

  /** A file of the archive was written, added or taken away. Several that come together are compiled once. */
  saved(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    this.#compiling = this.#compiling.then(async () => {
      await setTimeout(SAVED_TOGETHER_MS);
      this.#waiting = false;
      try {
        await this.#compile();
      } catch (error) {
        // A file may go while it is read; its going is told too, and compiled again.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') this.saved();
        else
          this.#ends.tell(
            'error',
            `${ownEdition(currentArchive()).language.terminal.live.failed}${(error as Error).stack ?? String(error)}`,
          );
      }
    });
  }

  async #compile(): Promise<void> {
    const archive = await compileFolder(this.#root, this.#parsed);
    setCurrentArchive(archive);
    this.#ends.changed();
    this.#tellDifference(archive);
  }

  #tellDifference(archive: Archive): void {
    const { findings } = archive;
    const edition = ownEdition(archive);
    const { language } = edition;
    const words = language.terminal.live;
    const before = this.#open;
    this.#open = new Map(findings.filter(({ acknowledged }) => acknowledged === undefined).map((finding) => [keyOf(finding), finding]));
    const fresh = [...this.#open].filter(([key]) => !before.has(key)).map(([, finding]) => finding);
    const added = ORDER.flatMap((severity) => fresh.filter((finding) => finding.severity === severity));
    const mended = [...before.keys()].filter((key) => !this.#open.has(key)).length;
    for (const finding of added.slice(0, SHOWN))
      this.#ends.tell(finding.severity, `${placeInWords(finding, language)} ${textOf(edition, finding.message)}`);
    if (added.length > SHOWN) this.#ends.tell('warning', words.more(added.length - SHOWN));
    if (mended > 0) this.#ends.tell('info', words.mended(mended));
    if (added.length + mended > 0 || before.size + this.#open.size === 0) this.#ends.tell('info', words.left(this.#open.size));
  }
}

/** A finding that only moved to another line is still the same. */
function keyOf({ rule, place, message, cell }: Finding): string {
  return [rule, place.file, cell ?? place.line, message.zh].join('\n');
}
