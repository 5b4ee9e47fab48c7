import { beforeAll, expect, it } from 'vitest';
import { compileFolder } from '../archive/compile.ts';
import type { Archive } from '../domain/archive.ts';
import { PROJECT } from '../testing/commands.ts';
import { type KeptText, type SearchCorpus, searchCorpus, textFacts } from './corpus.ts';

let archive: Archive;
beforeAll(async () => {
  archive = await compileFolder(PROJECT);
});

function text(unit: string, year: number, words = ''): KeptText {
  const made = { url: `/units/${unit}/${year}-budget/`, title: unit, kind: 'disclosure', filters: {}, lines: [{ place: '', text: words }] };
  return { url: made.url, year, ...textFacts(JSON.stringify(made), made, new Set()), text: made };
}

const units = Array.from({ length: 900 }, (_, index) => `unit-${index}`);
const texts = units.flatMap((unit) => [2022, 2023, 2024].map((year) => text(unit, year)));

function corpus(of: readonly KeptText[]): SearchCorpus {
  return searchCorpus(archive, { texts: of, characters: new Set() });
}

/** Names of shards that are not the same in both. */
function changed(before: SearchCorpus, after: SearchCorpus): string[] {
  const digests = new Map(before.shards.map(({ name, digest }) => [name, digest]));
  return after.shards.filter(({ name, digest }) => digests.get(name) !== digest).map(({ name }) => name);
}

it('a small archive is one shard', () => {
  expect(corpus(texts.slice(0, 30)).catalogue.shards).toEqual(['0']);
});

it('every text is in one shard, the newest first, the first of them small', () => {
  const { shards, catalogue } = corpus(texts);
  const found = shards
    .flatMap((shard) => shard.texts.map((text) => ('url' in text ? text.url : '')))
    .filter((url) => url.startsWith('/units/unit-'));
  expect(found.toSorted()).toEqual(texts.map(({ url }) => url).toSorted());
  expect(catalogue.shards.slice(0, 2)).toEqual(['2024-first', '2024-0']);
  expect(catalogue.shards.at(-1)).toMatch(/^names-/);
  expect(catalogue.shards.filter((name) => /^\d/.test(name)).map((name) => name.slice(0, 4))).toEqual(
    catalogue.shards
      .filter((name) => /^\d/.test(name))
      .map((name) => name.slice(0, 4))
      .toSorted()
      .toReversed(),
  );
  expect(shards[0]?.texts.length).toBeLessThan(150);
  for (const shard of shards) expect(shard.texts.length, shard.name).toBeLessThan(500);
});

it('a text that changes, comes or goes changes its own shard alone', () => {
  const before = corpus(texts);
  const [last = texts[0]] = texts.slice(-1);
  expect(changed(before, corpus([...texts.slice(0, -1), text('unit-899', last?.year ?? 0, '改过')]))).toHaveLength(1);
  expect(changed(before, corpus([...texts, text('another', 2023)]))).toHaveLength(1);
  expect(changed(before, corpus(texts.slice(1)))).toHaveLength(1);
});

it('a shard depends on the characters that its own texts have in two forms', () => {
  const plain = corpus(texts);
  // 預 is looked for as 预 from the moment that 预 occurs.
  const withBoth = corpus([...texts, text('another', 2023, '預算'), text('other', 2022, '预算')]);
  expect(changed(plain, withBoth)).toHaveLength(2);
});
