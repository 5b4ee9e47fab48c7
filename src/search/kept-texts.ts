/** The searchable text of the disclosures of parts, kept in files until it is indexed, so that little of it is held. */
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../domain/archive.ts';
import type { SearchText } from '../views/search.ts';
import { type DisclosureTexts, type KeptText, searchText, type TextPlace, textFacts } from './corpus.ts';
import { disclosureDocuments } from './documents.ts';

const TEXTS = 'search-texts';
const LIST = 'search-texts.json';

interface Listed extends Omit<KeptText, 'text'> {
  readonly at: number;
  readonly length: number;
}

interface List {
  readonly texts: readonly Listed[];
  readonly characters: string;
}

export function keepTexts(part: Archive, folder: string): void {
  const characters = new Set<string>();
  const pieces: Buffer[] = [];
  let at = 0;
  const texts = [...disclosureDocuments(part)].map((document): Listed => {
    const text = searchText(document);
    const json = JSON.stringify(text);
    const bytes = Buffer.from(json);
    const listed = { url: text.url, year: document.year ?? 0, ...textFacts(json, text, characters), at, length: bytes.length };
    pieces.push(bytes);
    at += bytes.length;
    return listed;
  });
  writeFileSync(join(folder, TEXTS), Buffer.concat(pieces));
  writeFileSync(join(folder, LIST), JSON.stringify({ texts, characters: [...characters].sort().join('') } satisfies List));
}

/** Of all parts. */
export function keptTexts(folders: readonly string[]): DisclosureTexts {
  const characters = new Set<string>();
  const texts = folders.flatMap((folder) => {
    const list = JSON.parse(readFileSync(join(folder, LIST), 'utf8')) as List;
    for (const character of list.characters) characters.add(character);
    return list.texts.map(({ at, length, ...kept }): KeptText => ({ ...kept, text: { file: join(folder, TEXTS), at, length } }));
  });
  return { texts, characters };
}

export function readText(text: SearchText | TextPlace): SearchText {
  if (!('file' in text)) return text;
  const { file, at, length } = text;
  const bytes = Buffer.alloc(length);
  const opened = openSync(file, 'r');
  try {
    for (let read = 0; read < length; ) read += readSync(opened, bytes, read, length - read, at + read);
  } finally {
    closeSync(opened);
  }
  return JSON.parse(bytes.toString()) as SearchText;
}
