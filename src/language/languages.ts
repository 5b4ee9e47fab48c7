/**
 * The languages there are: each file of this folder that is called after a language, so that another is one file and
 * edits no list. They are loaded outside the bundle of pages, which finds them here as it does the archive.
 */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Language } from './language.ts';

const HOLDER = Symbol.for('mingzhang.languages');
const FILE = /^([a-z]{2,3}(?:-[A-Z][A-Za-z]+)?)\.ts$/;
/** For an archive in a language that has no file. */
const FALLBACK = 'en';

type Holder = { [HOLDER]?: ReadonlyMap<string, Language> };

function load(): ReadonlyMap<string, Language> {
  const folder = import.meta.dirname;
  const require = createRequire(import.meta.url);
  const tags = readdirSync(folder).flatMap((file) => FILE.exec(file)?.[1] ?? []);
  return new Map(
    tags.sort().map((tag) => {
      const name = tag.replaceAll('-', '');
      const language = (require(join(folder, `${tag}.ts`)) as Readonly<Record<string, Language | undefined>>)[name];
      if (!language) throw new Error(`src/language/${tag}.ts exports no ${name}`);
      return [tag, language];
    }),
  );
}

/** By tag. */
export function languages(): ReadonlyMap<string, Language> {
  const holder = globalThis as Holder;
  holder[HOLDER] ??= load();
  return holder[HOLDER];
}

/** The language of a tag; where there is none for its region, of its main part; else English. */
export function languageOf(tag: string): Language {
  const all = languages();
  const [main] = tag.split('-');
  const found = all.get(tag) ?? [...all].find(([known]) => known.split('-')[0] === main)?.[1] ?? all.get(FALLBACK);
  if (!found) throw new Error(`src/language/${FALLBACK}.ts is missing`);
  return found;
}
