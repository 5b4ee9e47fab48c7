/** What the README of a snapshot tells people to paste, run word for word in the snapshot's folder. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ByHand {
  /** Files that were changed or are missing, as `sha512sum` says it; the last line is 完好 where there is none. */
  readonly unchanged: string;
  /** Names that are there and not listed, or listed and not there; empty where there is none. */
  readonly complete: string;
}

/** Takes the lines from the README, which must give the same ones in both languages. */
export function verifyByHand(folder: string, readme = readFileSync(join(folder, 'README.md'), 'utf8')): ByHand {
  const lines = [...readme.matchAll(/^```sh\n(.+)\n```$/gm)].map(([, line = '']) => line);
  const [unchanged, complete, ...english] = lines;
  if (!unchanged || !complete || english.join('\n') !== `${unchanged}\n${complete}`)
    throw new Error(`these are not the lines:\n${lines.join('\n')}`);
  return { unchanged: paste(unchanged, folder), complete: paste(complete, folder) };
}

/** `sh` is the least that a system has; what it says in its own language is no part of the matter. */
function paste(line: string, folder: string): string {
  const own = process.platform === 'darwin' ? line.replace('sha512sum', 'shasum -a 512') : line;
  const { stdout, stderr, error } = spawnSync('sh', ['-c', own], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  if (error) throw error;
  return stdout + stderr;
}
