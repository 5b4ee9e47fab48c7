/** A build's work among several processes. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { BundleTask } from './bundle-pages.ts';
import type { RecordsTask } from './large-archive.ts';
import type { ShardsTask } from './make-shards.ts';
import type { UnitPagesTask } from './unit-pages.ts';

export type BuildTask = BundleTask | RecordsTask | ShardsTask | UnitPagesTask;

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

/** Where Node keeps the program as it has compiled it: a process begins a fifth of a second earlier. */
const COMPILED = join(import.meta.dirname, '../../.cache/compiled');

/** A process for each; all end when one fails. */
export async function inProcesses(tasks: readonly BuildTask[]): Promise<void> {
  const children = tasks.map((task) => {
    const child = fork(join(import.meta.dirname, 'build-process.ts'), {
      serialization: 'advanced',
      execArgv: [...process.execArgv, YOUNG],
      env: { NODE_COMPILE_CACHE: COMPILED, ...process.env },
    });
    child.send(task);
    return child;
  });
  try {
    await Promise.all(children.map(endOf));
  } finally {
    for (const child of children) child.kill();
  }
}

async function endOf(child: ChildProcess): Promise<void> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (code !== 0) throw new Error(`a process of the build ended with ${code ?? signal}`);
}
