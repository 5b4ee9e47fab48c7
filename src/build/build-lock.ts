/** One bundling of a project at a time: Astro keeps what it works with in one place below the project's folder. */
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const LOOK_AGAIN_MS = 300;

/** Waits for another build to end; one that was killed is not waited for. */
export async function withBuildLock<Result>(root: string, waiting: () => void, work: () => Promise<Result>): Promise<Result> {
  const lock = join(root, '.astro/build.lock');
  mkdirSync(dirname(lock), { recursive: true });
  if (!take(lock)) {
    waiting();
    await taken(lock);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

async function taken(lock: string): Promise<void> {
  while (!take(lock)) await setTimeout(LOOK_AGAIN_MS);
}

/** The holder's number is written before the lock has its name, so that a lock always says whose it is. */
function take(lock: string): boolean {
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (!isAlive(holderOf(lock))) rmSync(lock, { force: true });
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Nobody, where the lock has gone meanwhile. */
function holderOf(lock: string): number {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return Number.NaN;
  }
}

/** Whether there is a process of the number. */
export function isAlive(holder: number): boolean {
  try {
    return process.kill(holder, 0);
  } catch {
    return false;
  }
}
