/** What was made of the parts, in the site that is being made: linked by a process of its own, from when it is there. */
import { rmSync } from 'node:fs';
import { BuildProcesses } from './build-processes.ts';
import type { PartStore } from './part-store.ts';

export class PlacedParts {
  /** The site's folder. */
  readonly #site: string;
  readonly #store: PartStore;
  readonly #processes = new BuildProcesses();
  #begun: readonly string[] = [];
  #placing: Promise<void> | undefined;

  constructor(site: string, store: PartStore) {
    this.#site = site;
    this.#store = store;
  }

  /** `folders` are results that are kept: parts that are made meanwhile may show that some are not those that are wanted. */
  begin(folders: readonly string[]): void {
    this.#begun = folders;
    rmSync(this.#site, { recursive: true, force: true });
    this.#placing = this.#place([], folders);
    // It is waited for when all are placed; that it failed is no news before.
    this.#placing.catch(() => {});
    process.once('exit', this.#discard);
  }

  /** `folders` are those of all parts. */
  async finish(folders: readonly string[]): Promise<void> {
    if (!this.#placing) rmSync(this.#site, { recursive: true, force: true });
    await this.#placing;
    process.off('exit', this.#discard);
    const [begun, wanted] = [new Set(this.#begun), new Set(folders)];
    await this.#place(
      this.#begun.filter((folder) => !wanted.has(folder)),
      folders.filter((folder) => !begun.has(folder)),
    );
    await this.#processes.end();
  }

  /** The archive has errors, and there will be no site. */
  readonly #discard = (): void => {
    this.#processes.kill();
    this.#store.removeLater(this.#site);
  };

  async #place(wrong: readonly string[], folders: readonly string[]): Promise<void> {
    if (wrong.length + folders.length > 0) await this.#processes.run(0, { kind: 'place', wrong, folders, to: this.#site });
  }
}
