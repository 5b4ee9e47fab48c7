/** What every command shares: options, the archive's folder, exit codes 0, 1 (bad data) and 2 (bad usage). */
import { resolve } from 'node:path';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

export const BAD_DATA = 1;
export const BAD_USAGE = 2;

const ROOT = resolve(import.meta.dirname, '..');

export function parseCommand<Options extends ParseArgsOptionsConfig>(usage: string, options: Options) {
  const all = { archive: { type: 'string' }, help: { type: 'boolean', short: 'h' }, ...options } as const;
  try {
    const { values, positionals } = parseArgs({ options: all, allowPositionals: true, strict: true });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    const archive = resolve(String(values.archive ?? process.env.MINGZHANG_ARCHIVE ?? ROOT));
    return { values, positionals, archive, root: ROOT };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(BAD_USAGE);
  }
}
