/**
 * Everything that can be found, in shards: newest disclosures first. A disclosure's own name says in which shard of its
 * year it is, so that one that comes or goes changes no other shard.
 */
import { createHash } from 'node:crypto';
import type { Archive } from '../domain/archive.ts';
import type { Catalogue, NamedPlace, SearchText } from '../views/search.ts';
import { traditionalIn, traditionalPairs } from './characters.ts';
import { disclosureDocuments, otherDocuments, type SearchDocument } from './documents.ts';

/** Documents in one shard at most, as far as the lot has it, and in the first of several: a first answer takes under 300 KB over the network. */
const SHARD = 400;
const FIRST_SHARD = 100;

/** Of what is no disclosure. */
const NAMES = 'names';

/** What can be found in disclosures, however it is kept until it is asked for. */
export interface DisclosureTexts {
  readonly texts: readonly KeptText[];
  /** All characters that occur. */
  readonly characters: ReadonlySet<string>;
}

/** Where a text is kept: bytes of a file. */
export interface TextPlace {
  readonly file: string;
  readonly at: number;
  readonly length: number;
}

/** A text that is held, or read when it is needed. */
export interface KeptText {
  readonly url: string;
  /** The fiscal year's number; none of what is no disclosure. */
  readonly year?: number;
  /** SHA-256 of it. */
  readonly digest: string;
  /** Its characters that have a simplified form. */
  readonly traditional: string;
  readonly text: SearchText | TextPlace;
}

/** Plain data, since it goes from process to process. */
export interface Shard {
  /** Its folder below the index; the same as long as there is the shard. */
  readonly name: string;
  readonly texts: readonly (SearchText | TextPlace)[];
  /** Simplified characters by the traditional ones that its texts have. */
  readonly characters: ReadonlyMap<string, string>;
  /** Of all that it is made from: the same of the same shard. */
  readonly digest: string;
}

export interface SearchCorpus {
  readonly shards: readonly Shard[];
  /** Simplified characters by the traditional ones. */
  readonly characters: ReadonlyMap<string, string>;
  readonly catalogue: Catalogue;
}

export function searchCorpus(archive: Archive, disclosures = textsOf(archive)): SearchCorpus {
  const newest = disclosures.texts.toSorted(newestFirst);
  // What has a name of its own is found by it at once, in the catalogue; its text can wait.
  const others = [...otherDocuments(archive)];
  const occurring = new Set(disclosures.characters);
  const otherTexts = others.map((document) => heldText(searchText(document), occurring));
  const pairs = traditionalPairs(occurring);
  const characters = new Map<string, string>();
  for (let at = 0; at < pairs.length; at += 2) characters.set(pairs[at] ?? '', pairs[at + 1] ?? '');
  const shards = inShards([...newest, ...otherTexts]).map(([name, texts]) => shardOf(name, texts, characters));
  return { shards, characters, catalogue: { shards: shards.map(({ name }) => name), characters: pairs, names: others.map(named) } };
}

/** In memory. */
function textsOf(archive: Archive): DisclosureTexts {
  const characters = new Set<string>();
  const texts = [...disclosureDocuments(archive)].map((document) => ({
    ...heldText(searchText(document), characters),
    year: document.year ?? 0,
  }));
  return { texts, characters };
}

function heldText(text: SearchText, occurring: Set<string>): KeptText {
  return { url: text.url, ...textFacts(JSON.stringify(text), text, occurring), text };
}

/** `json` is the text as it is kept; its characters join those that occur. */
export function textFacts(json: string, text: SearchText, occurring: Set<string>): Pick<KeptText, 'digest' | 'traditional'> {
  const own = charactersOf(text);
  for (const character of own) occurring.add(character);
  return { digest: createHash('sha256').update(json).digest('hex'), traditional: traditionalIn(own) };
}

function charactersOf({ title, lines }: SearchText): Set<string> {
  const characters = new Set<string>(title);
  for (const { text } of lines) for (const character of text) characters.add(character);
  return characters;
}

/** Few are one shard. Else by year, each in as many shards as it takes, drawn by lot; the newest has a small one first. */
function inShards(texts: readonly KeptText[]): (readonly [name: string, texts: readonly KeptText[]])[] {
  if (texts.length <= SHARD) return [['0', texts]];
  const newest = texts[0]?.year;
  return [...Map.groupBy(texts, ({ year }) => year ?? NAMES)].flatMap(([group, own]) => {
    const isFirst = group === newest ? drawn(parted(own.length, FIRST_SHARD), 'first') : () => Number.NaN;
    const { first = [], rest = [] } = Object.groupBy(own, (text) => (isFirst(text) === 0 ? 'first' : 'rest'));
    const lot = [...Map.groupBy(rest, drawn(parted(rest.length, SHARD), 'shard'))].sort(([a], [b]) => a - b);
    return [['first', first] as const, ...lot]
      .filter(([, each]) => each.length > 0)
      .map(([part, each]) => [`${group}-${part}`, each] as const);
  });
}

/** A power of two, so that shards that grow are divided anew only when they have doubled. */
function parted(size: number, most: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(size / most)));
}

/** A number below `among` for each text, the same on any machine. */
function drawn(among: number, what: string): (text: KeptText) => number {
  return ({ url }) => createHash('sha256').update(`${what} ${url}`).digest().readUInt32BE() % among;
}

function shardOf(name: string, texts: readonly KeptText[], characters: ReadonlyMap<string, string>): Shard {
  const own = [...new Set(texts.map(({ traditional }) => traditional).join(''))]
    .sort()
    .map((each) => [each, characters.get(each)] as const);
  const digest = createHash('sha256');
  for (const text of texts) digest.update(`${text.digest}\n`);
  for (const [traditional, simplified = ''] of own) digest.update(`${traditional}${simplified}\n`);
  return {
    name,
    texts: texts.map(({ text }) => text),
    characters: new Map(own.flatMap(([traditional, simplified]) => (simplified === undefined ? [] : [[traditional, simplified] as const]))),
    digest: digest.digest('hex'),
  };
}

export function searchText({ url, title, kind, filters, sections }: SearchDocument): SearchText {
  const lines = sections.flatMap(({ id, heading, lines: own }) => [
    { place: `§${id}`, text: heading },
    ...own.map((line) => ({ place: line.id ?? '', text: line.text })),
  ]);
  const given = Object.entries(filters).filter(([, value]) => value !== '');
  return { url, title, kind, filters: Object.fromEntries(given.map(([key, value]) => [key, [value]])), lines };
}

function named({ url, title, kind, filters, sections }: SearchDocument): NamedPlace {
  const [first] = sections;
  // Of a unit, its other names stand before its description; of a term, its aliases; of a code, its variants.
  const others = first?.names ?? [];
  return {
    url,
    title,
    kind,
    names: others,
    about: Object.values(filters)
      .filter((value) => value !== title)
      .join(' · '),
  };
}

function newestFirst(a: KeptText, b: KeptText): number {
  if (a.year !== b.year) return (b.year ?? 0) - (a.year ?? 0);
  return a.url < b.url ? -1 : a.url > b.url ? 1 : 0;
}
