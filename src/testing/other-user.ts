/** Another person on another machine, as far as one machine can be two: own copy of the project, own rights, own settings. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, lchownSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, outcomeOf, PROJECT } from './commands.ts';

/** A number that stands for nobody in particular. */
const SOMEBODY = 61_234;
const NOT_COPIED = new Set(['node_modules', '.git', '.astro', 'dist', 'snapshots']);

export interface OtherUser {
  /** Whether it really is another user; only root may become one, and only where that user may read the project. */
  readonly isOther: boolean;
  /** Runs a command of their copy in their folder. */
  readonly run: (name: string, args: readonly string[]) => Promise<Outcome>;
}

/** `home` is a folder that does not exist yet; the project's copy stands in it, with `content/` and `data/`. */
export function otherUser(home: string): OtherUser {
  const copy = join(home, '明账 副本');
  mkdirSync(join(copy, 'node_modules'), { recursive: true });
  for (const name of readdirSync(PROJECT).filter((each) => !NOT_COPIED.has(each)))
    cpSync(join(PROJECT, name), join(copy, name), { recursive: true });
  for (const name of readdirSync(join(PROJECT, 'node_modules')).filter((each) => !/^\.(?!bin$)/.test(each)))
    symlinkSync(join(PROJECT, 'node_modules', name), join(copy, 'node_modules', name));
  const isOther = mayBecome(home);
  if (isOther)
    for (const path of ['', ...readdirSync(home, { recursive: true, encoding: 'utf8' })]) lchownSync(join(home, path), SOMEBODY, SOMEBODY);
  return {
    isOther,
    run: (name, args) => {
      const command = [process.execPath, join(copy, 'scripts', `${name}.ts`), ...args];
      const child = spawn('sh', ['-c', 'umask 077; exec "$0" "$@"', ...command], {
        ...(isOther ? { uid: SOMEBODY, gid: SOMEBODY } : {}),
        cwd: home,
        env: { PATH: process.env.PATH, HOME: home, USER: 'somebody', TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', LC_ALL: 'C' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      return outcomeOf(child);
    },
  };
}

/** Whether somebody may run the program and read what it needs. */
function mayBecome(home: string): boolean {
  if (process.getuid?.() !== 0) return false;
  const reads = `fs.readdirSync(${JSON.stringify(join(PROJECT, 'node_modules'))}); fs.readdirSync(${JSON.stringify(join(home, '..'))})`;
  return spawnSync(process.execPath, ['-e', reads], { uid: SOMEBODY, gid: SOMEBODY, cwd: '/' }).status === 0;
}
