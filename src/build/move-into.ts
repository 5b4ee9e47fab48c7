import { cpSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Moves a file or folder; into a folder that is there already, what it holds, whole folders where they can be. */
export function moveInto(from: string, to: string): void {
  if (existsSync(to)) {
    for (const name of readdirSync(from)) moveInto(join(from, name), join(to, name));
    return;
  }
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    // The two are on different disks.
    cpSync(from, to, { recursive: true });
  }
}
