/** What every command shares: options, the archive's folder, exit codes 0, 1 (bad data) and 2 (bad usage). */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

export const BAD_DATA = 1;
export const BAD_USAGE = 2;

const ROOT = resolve(import.meta.dirname, '..');

type Options = Readonly<Record<string, { type: 'string' | 'boolean'; short?: string }>>;

/** `words` are the arguments without a name that the command takes, as they are called; it then needs no archive unless it says so. */
export function parseCommand(
  usage: string,
  options: Options = {},
  words: readonly string[] = [],
  { archive: needsArchive = words.length === 0 } = {},
) {
  const all: ParseArgsOptionsConfig = {
    ...(needsArchive ? { archive: { type: 'string' } } : {}),
    help: { type: 'boolean', short: 'h' },
    ...options,
  };
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ options: all, allowPositionals: true, strict: true });
  } catch (error) {
    return refuse((error as Error).message, usage);
  }
  const { values, positionals } = parsed;
  if (values.help === true) {
    console.log(usage);
    process.exit(0);
  }
  if (positionals.length > words.length) refuse(`不认识“${positionals.slice(words.length).join(' ')}”。`, usage);
  if (positionals.length < words.length) refuse(`还要写明 ${words.slice(positionals.length).join(' 和 ')}。`, usage);
  const text = (name: string): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined);
  const archive = resolve(text('archive') ?? process.env.MINGZHANG_ARCHIVE ?? ROOT);
  if (needsArchive && !existsSync(join(archive, 'data'))) refuse(`${archive} 不是档案：其中没有 data 文件夹。`, usage);
  return {
    archive,
    root: ROOT,
    /** As they were typed, and as paths. */
    arguments: positionals,
    words: positionals.map((word) => resolve(word)),
    text,
    flag: (name: string): boolean => values[name] === true,
  };
}

// A reader of the output that stops reading (`npm run check | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

/** Says what is wrong with the call, and how it is called. */
export function refuse(message: string, usage: string): never {
  console.error(`${message}\n\n${usage}`);
  process.exit(BAD_USAGE);
}
