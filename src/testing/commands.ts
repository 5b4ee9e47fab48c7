/** Runs the project's commands as a person would: in a process of their own, from any folder. */

import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';

export const PROJECT = resolve(import.meta.dirname, '../..');

export interface Outcome {
  readonly code: number | null;
  /** What killed it. */
  readonly signal: string | null;
  /** Standard output and errors, in the order in which they came. */
  readonly output: string;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What is typed; without it there is nothing to read. */
  readonly input?: string;
}

/** `name` is a file of `scripts/`, without its ending. */
export function runCommand(name: string, args: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
  return outcomeOf(startCommand(name, args, surroundings));
}

/** `file` is relative to the project. */
export function runScript(file: string, args: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
  return outcomeOf(startScript(file, args, surroundings));
}

/** Waits for a process whose output is read and whose input is not. */
export async function outcomeOf(child: ChildProcessByStdio<Writable | null, Readable, Readable>): Promise<Outcome> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { code, signal, output };
}

export function startCommand(name: string, args: readonly string[], surroundings: Surroundings = {}) {
  return startScript(`scripts/${name}.ts`, args, surroundings);
}

function startScript(file: string, args: readonly string[], { cwd = PROJECT, env = {}, input = '' }: Surroundings) {
  const child = spawn(process.execPath, [join(PROJECT, file), ...args], {
    cwd,
    env: { ...inherited(), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A program that ends without reading all of it is no fault.
  child.stdin.on('error', () => {}).end(input);
  return child;
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'mingzhang-'));
}

/** A copy of the project's own archive, to be changed. */
export function copyArchive(to: string): string {
  for (const folder of ['content', 'data']) cpSync(join(PROJECT, folder), join(to, folder), { recursive: true });
  return to;
}

/** Without what the test runner sets for itself: a build must not behave otherwise under test. */
function inherited(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|VITE_|NODE_ENV$|TEST$|DEV$|PROD$|MODE$|SSR$|BASE_URL$|MINGZHANG_)/.test(name),
  );
  // Many processes begin: each a quarter of a second earlier where what Node compiled is kept.
  return { NODE_COMPILE_CACHE: join(PROJECT, '.cache/compiled'), ...Object.fromEntries(kept) };
}
