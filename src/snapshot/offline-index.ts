/** What the search of a snapshot reads: texts in scripts, one per shard, each calling back with what it holds. */
import { normalise } from '../domain/search-text.ts';
import type { SearchCorpus } from '../search/corpus.ts';
import { readText } from '../search/kept-texts.ts';
import type { SearchText } from '../views/search.ts';

/** Names and contents of the scripts; one line per page, so that they can be read without any program. */
export function* offlineIndex({ shards, characters, catalogue }: SearchCorpus): Iterable<readonly [name: string, script: string]> {
  const { names, ...rest } = catalogue;
  yield ['catalogue.js', script('catalogue', `{${inner(rest)},"names":[\n${names.map(json).join(',\n')}\n]}`)];
  for (const { name, texts: own } of shards) {
    const texts = own.map((text) => json(inNormalForm(readText(text), characters)));
    yield [`${name}.js`, script(name, `[\n${texts.join(',\n')}\n]`)];
  }
}

/** Lines in the form in which they are compared, as the index of the web has them; the title stays as it is printed. */
function inNormalForm(text: SearchText, characters: ReadonlyMap<string, string>): SearchText {
  return { ...text, lines: text.lines.map(({ place, text: line }) => ({ place, text: normalise(line, characters) })) };
}

function script(name: string, content: string): string {
  return `mingzhangText(${json(name)}, ${content});\n`;
}

function inner(value: object): string {
  return json(value).slice(1, -1);
}

function json(value: unknown): string {
  return JSON.stringify(value);
}
