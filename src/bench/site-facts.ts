/** What a finished build tells of itself. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Measured, mostOf } from './measure.ts';

export interface Phase extends Pick<Measured, 'megabytes'> {
  readonly name: string;
  readonly seconds: number;
}

/**
 * `  4.1 秒  生成网页`: when a phase began; how long it took is known when the next begins. The first is told in the
 * archive's language, which is known when the archive has been read: it began with the command.
 */
export function phasesOf({ output, looks }: Pick<Measured, 'output' | 'looks'>): Phase[] {
  const begun = [...output.matchAll(/^\s*([\d.]+) 秒\s{2}(.+)$/gm)].map(([, at, name = ''], index) => ({
    at: index === 0 ? 0 : Number(at),
    name,
  }));
  return begun.slice(0, -1).map(({ at, name }, index) => {
    const until = begun[index + 1]?.at ?? at;
    return { name, seconds: until - at, ...mostOf(looks.filter(({ seconds }) => seconds >= at && seconds < until)) };
  });
}

export interface Size {
  readonly pages: number;
  readonly bytes: number;
  /** Among these. */
  readonly pageBytes: number;
  readonly indexBytes: number;
}

/** Where the search index is: ours, and that of stock Pagefind. */
const INDEX = /^(?:search-index|pagefind)\b/;

/** All files below a folder; of one that is not there, none: of a small archive nothing is kept. */
export function sizeOf(folder: string): Size {
  const size = { pages: 0, bytes: 0, pageBytes: 0, indexBytes: 0 };
  if (!existsSync(folder)) return size;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const place = join(entry.parentPath, entry.name);
    const bytes = statSync(place).size;
    size.bytes += bytes;
    if (INDEX.test(relative(folder, place))) size.indexBytes += bytes;
    else if (entry.name.endsWith('.html')) {
      size.pages += 1;
      size.pageBytes += bytes;
    }
  }
  return size;
}
