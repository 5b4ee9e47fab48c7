/** The pages in the languages that are not the archive's own. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { HookParameters } from 'astro';
import type { Archive } from '../domain/archive.ts';
import { editionsOf } from '../views/editions.ts';

const PAGES = join(import.meta.dirname, '../pages');

/** The first parts of the addresses of an archive's other languages: `/en`. */
export function otherLanguages(archive: Archive): string[] {
  return editionsOf(archive).flatMap(({ base }) => (base === '' ? [] : [base]));
}

/** Every page of `src/pages` is made again in each. The one for wrong addresses has one address. */
export function injectPages(languages: readonly string[], injectRoute: HookParameters<'astro:config:setup'>['injectRoute']): void {
  for (const language of languages)
    for (const { address, file } of pages()) injectRoute({ pattern: `${language}/${address}`, entrypoint: file });
}

function pages(): { address: string; file: string }[] {
  return readdirSync(PAGES, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.astro') && name !== '404.astro')
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((file) => ({
      file,
      address: relative(PAGES, file)
        .split(sep)
        .join('/')
        .replace(/(^|\/)index\.astro$|\.astro$/, ''),
    }));
}
