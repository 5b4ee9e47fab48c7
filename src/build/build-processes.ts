/** A build's work among several processes. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { BundleTask } from './bundle-pages.ts';
import type { ShardsTask } from './make-shards.ts';
import type { RecordsTask } from './part-records.ts';
import type { PlaceTask } from './place-parts.ts';
import type { SubjectPagesTask } from './subject-pages.ts';
import type { RendererTask, UnitPagesTask } from './unit-pages.ts';

export type BuildTask = BundleTask | RecordsTask | PlaceTask | RendererTask | ShardsTask | SubjectPagesTask | UnitPagesTask;

/** About as many disclosures for each; none gets none. */
export function shareOut<Part extends { readonly disclosures: readonly unknown[] }>(parts: readonly Part[], among: number): Part[][] {
  const shares = Array.from({ length: Math.max(1, among) }, () => ({ load: 0, own: [] as Part[] }));
  for (const part of parts.toSorted((a, b) => b.disclosures.length - a.disclosures.length)) {
    const least = shares.reduce((least, share) => (share.load < least.load ? share : least));
    least.own.push(part);
    least.load += part.disclosures.length + 1;
  }
  return shares.map(({ own }) => own).filter((own) => own.length > 0);
}

/** Megabytes for what lives briefly: of the usual 16 too much outlives its part and is collected dearly, a tenth of all processor time. */
const YOUNG = '--max-semi-space-size=32';

/** Percent of what is in use that may be added before what is used no longer is collected: without it half as much again is held. */
const OLD = '--heap-growing-percent=100';

/** Processes that begin when they are needed, and remember from task to task what they have compiled. */
export class BuildProcesses {
  readonly #children: ChildProcess[] = [];

  /** Each task in a process of its own. */
  async runAll(tasks: readonly BuildTask[]): Promise<void> {
    await Promise.all(tasks.map((task, index) => this.run(index, task)));
  }

  /** In the process of a number, when it has done what it was told before. All end when one fails. */
  async run(number: number, task: BuildTask): Promise<void> {
    this.#children[number] ??= begin();
    try {
      await done(this.#children[number], task);
    } catch (error) {
      this.kill();
      throw error;
    }
  }

  /** Not even what they are at is brought to an end. */
  kill(): void {
    for (const child of this.#children) child.kill('SIGKILL');
  }

  async end(): Promise<void> {
    const ended = this.#children.map((child) => child.exitCode ?? once(child, 'exit'));
    for (const child of this.#children) if (child.connected) child.disconnect();
    await Promise.all(ended);
  }
}

/** A process for each. */
export async function inProcesses(tasks: readonly BuildTask[]): Promise<void> {
  const processes = new BuildProcesses();
  await processes.runAll(tasks);
  await processes.end();
}

function begin(): ChildProcess {
  return fork(join(import.meta.dirname, 'build-process.ts'), {
    serialization: 'advanced',
    execArgv: [...process.execArgv, YOUNG, OLD],
  });
}

function done(child: ChildProcess, task: BuildTask): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (code: number | null, signal: string | null): void =>
      reject(new Error(`a process of the build ended with ${code ?? signal}`));
    child.once('exit', fail);
    child.once('message', () => {
      child.off('exit', fail);
      resolve();
    });
    child.send(task);
  });
}
