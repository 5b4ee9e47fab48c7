/** What a command takes: time, processor time of all its processes, and the most memory that they held together. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measured {
  readonly seconds: number;
  /** Of all its processes, user and system. */
  readonly processorSeconds: number;
  /**
   * Sum over its processes, a page that several share divided among them (Linux's proportional set size: the binary
   * and libraries of a program that runs six times count once); undefined where the system has no /proc.
   */
  readonly megabytes?: number;
  readonly looks: readonly Look[];
  /** What it printed. */
  readonly output: string;
}

/** What was held at a time. */
export interface Look {
  /** Since the command began. */
  readonly seconds: number;
  readonly megabytes: number;
}

const LOOK_EVERY_MS = 250;
/** The system walks all pages of a process to tell its share, 20 ms for 1 GB: no more than this part of the time. */
const MOST_LOOKING = 1 / 20;
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
  const looks: Look[] = [];
  let looking: NodeJS.Timeout;
  const look = (): void => {
    const begin = performance.now();
    const bytes = bytesOf(child);
    if (bytes > 0) looks.push({ seconds: (begin - start) / 1000, megabytes: Math.round(bytes / 1e6) });
    looking = setTimeout(look, Math.max(LOOK_EVERY_MS, (performance.now() - begin) / MOST_LOOKING));
  };
  looking = setTimeout(look, LOOK_EVERY_MS);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`${command} ended with ${code}:\n${output}${errors}`);
  } finally {
    clearTimeout(looking);
  }
  const seconds = (performance.now() - start) / 1000;
  return { seconds, processorSeconds: childrensTime(errors), ...mostOf(looks), looks, output };
}

/** Nothing where nobody looked. */
export function mostOf(looks: readonly Look[]): Pick<Measured, 'megabytes'> {
  return looks.length > 0 ? { megabytes: Math.max(...looks.map(({ megabytes }) => megabytes)) } : {};
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

/** What the processes in the child's group hold. */
function bytesOf({ pid }: ChildProcess): number {
  let bytes = 0;
  for (const name of processes()) {
    try {
      // After the name in brackets: state, parent, group, …, resident pages as the 24th of all fields.
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      if (Number(fields[2]) === pid) bytes += proportionalBytes(name) ?? Number(fields[21]) * PAGE_BYTES;
    } catch {
      // It has ended meanwhile.
    }
  }
  return bytes;
}

/** Undefined where the system does not tell: before Linux 4.14, and of a process of somebody else. */
function proportionalBytes(process: string): number | undefined {
  try {
    const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${process}/smaps_rollup`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}

function processes(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}
