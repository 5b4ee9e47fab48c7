/** What a finished build tells of itself. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `  4.1 秒  生成网页`: when a phase began; how long it took is known when the next begins. The first is told in the
 * archive's language, which is known when the archive has been read: it began with the command.
 */
export function phasesOf(output: string): { name: string; seconds: number }[] {
  const begun = [...output.matchAll(/^\s*([\d.]+) 秒\s{2}(.+)$/gm)].map(([, at, name = ''], index) => ({
    at: index === 0 ? 0 : Number(at),
    name,
  }));
  return begun.slice(0, -1).map(({ at, name }, index) => ({ name, seconds: (begun[index + 1]?.at ?? at) - at }));
}

export interface Size {
  readonly pages: number;
  readonly bytes: number;
}

/** All files below a folder; of one that is not there, none: of a small archive nothing is kept. */
export function sizeOf(folder: string): Size {
  const size = { pages: 0, bytes: 0 };
  if (!existsSync(folder)) return size;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    size.bytes += statSync(join(entry.parentPath, entry.name)).size;
    if (entry.name.endsWith('.html')) size.pages += 1;
  }
  return size;
}
