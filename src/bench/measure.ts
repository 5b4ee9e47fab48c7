/** What a command takes: time, processor time of all its processes, and the most memory that they held together. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measured {
  readonly seconds: number;
  /** Of all its processes, user and system. */
  readonly processorSeconds: number;
  /** Sum over its processes, pages that they share counted in each; undefined where the system has no /proc. */
  readonly megabytes?: number;
  /** What it printed. */
  readonly output: string;
}

const LOOK_EVERY_MS = 250;
const PAGE_BYTES = 4096;

/** Fails where the command does. */
export async function measure(command: string, args: readonly string[], cwd: string): Promise<Measured> {
  const start = performance.now();
  // The shell tells what its children took; in a group of its own, so that they can be found.
  const child = spawn('sh', ['-c', '"$0" "$@"; code=$?; times >&2; exit $code', command, ...args], { cwd, detached: true });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  let pages = 0;
  const looking = setInterval(() => (pages = Math.max(pages, pagesOf(child))), LOOK_EVERY_MS);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`${command} ended with ${code}:\n${output}${errors}`);
  } finally {
    clearInterval(looking);
  }
  const seconds = (performance.now() - start) / 1000;
  const megabytes = pages > 0 ? { megabytes: Math.round((pages * PAGE_BYTES) / 1e6) } : {};
  return { seconds, processorSeconds: childrensTime(errors), ...megabytes, output };
}

/** The second line of `times`: user and system time of all children, as `1m2.345s 0m6.789s`. */
export function childrensTime(printed: string): number {
  const times =
    printed
      .trimEnd()
      .split('\n')
      .at(-1)
      ?.matchAll(/(\d+)m([\d.]+)s/g) ?? [];
  return [...times].reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

/** Resident pages of the processes in the child's group. */
function pagesOf({ pid }: ChildProcess): number {
  let pages = 0;
  for (const name of processes()) {
    try {
      // After the name in brackets: state, parent, group, …, resident pages as the 24th of all fields.
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      if (Number(fields[2]) === pid) pages += Number(fields[21]);
    } catch {
      // It has ended meanwhile.
    }
  }
  return pages;
}

function processes(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}
