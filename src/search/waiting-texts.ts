/** The searchable text of disclosures, kept in a file until it is indexed, so that little of it is held. */
import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Archive } from '../domain/archive.ts';
import type { SearchText } from '../views/search.ts';
import { addCharacters, type DisclosureText, type DisclosureTexts, searchText } from './corpus.ts';
import { disclosureDocuments } from './documents.ts';

export class WaitingTexts implements DisclosureTexts {
  readonly texts: DisclosureText[] = [];
  readonly characters = new Set<string>();
  readonly #path: string;
  readonly #file: number;
  #end = 0;

  /** `path` is a file of nobody else's. */
  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#path = path;
    this.#file = openSync(path, 'w+');
  }

  /** The parts of an archive, in any order. */
  add(part: Archive): void {
    for (const document of disclosureDocuments(part)) {
      const text = searchText(document);
      addCharacters(text, this.characters);
      const bytes = Buffer.from(JSON.stringify(text));
      const [at, length] = [this.#end, bytes.length];
      for (let written = 0; written < length; ) written += writeSync(this.#file, bytes, written, length - written, at + written);
      this.#end += length;
      this.texts.push({ url: document.url, year: document.filters.year ?? '', read: () => this.#read(at, length) });
    }
  }

  discard(): void {
    closeSync(this.#file);
    rmSync(this.#path, { force: true });
  }

  #read(at: number, length: number): SearchText {
    const bytes = Buffer.alloc(length);
    for (let read = 0; read < length; ) read += readSync(this.#file, bytes, read, length - read, at + read);
    return JSON.parse(bytes.toString()) as SearchText;
  }
}
