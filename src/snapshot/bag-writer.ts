/** A bag being made: each file is written and its digests are noted at once. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileFacts } from '../domain/file-facts.ts';
import { DECLARED, type Digest } from './check-bag.ts';
import {
  ALGORITHMS,
  type Algorithm,
  BAG_INFO,
  DECLARATION,
  formatManifest,
  manifestOf,
  PAYLOAD,
  SIGNED,
  tagManifestOf,
} from './manifest.ts';

export const digestOf = ((algorithm: Algorithm, bytes: Uint8Array): string =>
  createHash(algorithm).update(bytes).digest('hex')) satisfies Digest;

export class BagWriter {
  readonly #folder: string;
  /** By algorithm and path. */
  readonly #digests = { sha256: new Map<string, string>(), sha512: new Map<string, string>() };
  readonly #sizes = new Map<string, number>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  get paths(): readonly string[] {
    return [...this.#sizes.keys()];
  }

  /** `path` is relative to the bag. */
  add(path: string, content: string | Uint8Array): void {
    if (this.#sizes.has(path)) throw new Error(`${path} is written twice`);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const file = join(this.#folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes, { flag: 'wx' });
    this.#sizes.set(path, bytes.length);
    for (const algorithm of ALGORITHMS) this.#digests[algorithm].set(path, digestOf(algorithm, bytes));
  }

  /** What is known of a payload file; its path is given and told without the payload's folder. */
  factsOf(path: string): FileFacts {
    const bytes = this.#sizes.get(PAYLOAD + path);
    const sha256 = this.#digests.sha256.get(PAYLOAD + path);
    if (bytes === undefined || sha256 === undefined) throw new Error(`${path} is not in the payload`);
    return { path, bytes, sha256 };
  }

  /** Closes the bag: declaration, info and manifests. Returns what is to be signed. */
  finish(info: readonly (readonly [label: string, value: string])[]): string {
    const payload = this.paths.filter((path) => path.startsWith(PAYLOAD));
    const bytes = payload.reduce((sum, path) => sum + (this.#sizes.get(path) ?? 0), 0);
    this.add(DECLARATION, DECLARED);
    const lines = [...info, ['Payload-Oxum', `${bytes}.${payload.length}`] as const];
    // A value is one line: no text of an archive may become a line of its own.
    this.add(BAG_INFO, lines.map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`).join(''));
    for (const algorithm of ALGORITHMS)
      this.add(
        manifestOf(algorithm),
        this.#manifest(algorithm, (path) => path.startsWith(PAYLOAD)),
      );
    const tags = this.paths.filter((path) => !path.startsWith(PAYLOAD));
    const manifests = ALGORITHMS.map(
      (algorithm) => [tagManifestOf(algorithm), this.#manifest(algorithm, (path) => tags.includes(path))] as const,
    );
    for (const [path, content] of manifests) this.add(path, content);
    return new Map(manifests).get(SIGNED) ?? '';
  }

  #manifest(algorithm: Algorithm, wanted: (path: string) => boolean): string {
    return formatManifest(new Map([...this.#digests[algorithm]].filter(([path]) => wanted(path))));
  }
}
