/** Whether a bag is whole: every file that it should hold, unchanged, and none besides. Pure, also for browsers. */
import {
  ALGORITHMS,
  type Algorithm,
  BAG_INFO,
  byCodePoint,
  DECLARATION,
  formatManifest,
  type Manifest,
  manifestOf,
  PAYLOAD,
  parseManifest,
  SIGNATURE,
  tagManifestOf,
} from './manifest.ts';

export interface BagFiles {
  readonly paths: readonly string[];
  /** Throws where the file cannot be read. */
  read(path: string): Uint8Array | Promise<Uint8Array>;
}

/** The digest in lower-case hexadecimal. */
export type Digest = (algorithm: Algorithm, bytes: Uint8Array) => string | Promise<string>;

export type Problem =
  | { readonly type: 'changed' | 'missing' | 'extra' | 'unreadable'; readonly path: string }
  | { readonly type: 'renamed'; readonly path: string; readonly to: string }
  /** The file is right by the other algorithm: the manifest is not. */
  | { readonly type: 'manifest-changed'; readonly path: string; readonly about: string }
  | { readonly type: 'manifest-line'; readonly path: string; readonly line: number }
  | { readonly type: 'not-listed'; readonly path: string; readonly about: string }
  | { readonly type: 'declaration' | 'oxum'; readonly path: string }
  /** The ZIP around a bag that is whole. */
  | { readonly type: 'zip'; readonly path: string };

export interface BagCheck {
  readonly problems: readonly Problem[];
  readonly files: number;
  readonly bytes: number;
  /** The lines of bag-info.txt by their labels. */
  readonly info: ReadonlyMap<string, string>;
}

export const TAG_MANIFESTS: readonly string[] = ALGORITHMS.map(tagManifestOf);
const REQUIRED = [DECLARATION, BAG_INFO, ...ALGORITHMS.map(manifestOf), ...TAG_MANIFESTS];

/** `progress` is told of each file read. */
export async function checkBag(bag: BagFiles, digest: Digest, progress: (done: number) => void = () => undefined): Promise<BagCheck> {
  const check = new Check(bag, digest, progress);
  await check.run();
  return { problems: check.problems(), files: bag.paths.length, bytes: check.bytes, info: check.info };
}

class Check {
  readonly #bag: BagFiles;
  readonly #digest: Digest;
  readonly #progress: (done: number) => void;
  readonly #there: ReadonlySet<string>;
  /** Digests as they are, by algorithm and path. */
  readonly #actual = { sha256: new Map<string, string>(), sha512: new Map<string, string>() };
  readonly #texts = new Map<string, string>();
  readonly #found: Problem[] = [];
  bytes = 0;
  #payloadBytes = 0;
  info: ReadonlyMap<string, string> = new Map();

  constructor(bag: BagFiles, digest: Digest, progress: (done: number) => void) {
    this.#bag = bag;
    this.#digest = digest;
    this.#progress = progress;
    this.#there = new Set(bag.paths);
  }

  async run(): Promise<void> {
    for (const [index, path] of this.#bag.paths.entries()) {
      await this.#readFile(path);
      this.#progress(index + 1);
    }
    const payload = this.#bag.paths.filter((path) => path.startsWith(PAYLOAD));
    const tags = this.#bag.paths.filter((path) => !path.startsWith(PAYLOAD) && path !== SIGNATURE && !TAG_MANIFESTS.includes(path));
    for (const path of REQUIRED) if (!this.#there.has(path)) this.#found.push({ type: 'missing', path });
    this.#hold(payload, manifestOf);
    this.#hold(tags, tagManifestOf);
    this.#readTags(payload.length);
  }

  problems(): readonly Problem[] {
    const once = new Map(this.#renames(this.#found).map((problem) => [JSON.stringify(problem), problem]));
    return [...once.values()].sort((a, b) => byCodePoint(a.path, b.path) || byCodePoint(a.type, b.type));
  }

  async #readFile(path: string): Promise<void> {
    try {
      const bytes = await this.#bag.read(path);
      this.bytes += bytes.length;
      if (path.startsWith(PAYLOAD)) this.#payloadBytes += bytes.length;
      for (const algorithm of ALGORITHMS) this.#actual[algorithm].set(path, await this.#digest(algorithm, bytes));
      if (REQUIRED.includes(path)) this.#texts.set(path, new TextDecoder().decode(bytes));
    } catch {
      this.#found.push({ type: 'unreadable', path });
    }
  }

  /** Files against the two manifests that should name all of them, and no other. */
  #hold(paths: readonly string[], manifestName: (algorithm: Algorithm) => string): void {
    const manifests = ALGORITHMS.flatMap((algorithm) => {
      const name = manifestName(algorithm);
      const text = this.#texts.get(name);
      return text === undefined ? [] : [{ algorithm, name, text, manifest: parseManifest(text, algorithm) }];
    });
    if (manifests.length === 0) return;
    const listed = new Set<string>();
    for (const { name, manifest } of manifests) {
      for (const line of manifest.badLines) this.#found.push({ type: 'manifest-line', path: name, line });
      for (const path of manifest.digests.keys()) listed.add(path);
    }
    for (const path of listed) if (!this.#there.has(path) && !paths.includes(path)) this.#missing(path, manifests);
    for (const path of paths) this.#holdFile(path, manifests);
    for (const { algorithm, name, text } of manifests) {
      const actual = new Map(paths.map((path) => [path, this.#actual[algorithm].get(path) ?? '']));
      // Nothing else was found, and still these are not the bytes that were written.
      if (this.#found.length === 0 && text !== formatManifest(actual)) this.#found.push({ type: 'changed', path: name });
    }
  }

  #missing(path: string, manifests: readonly { readonly name: string; readonly manifest: Manifest }[]): void {
    const silent = manifests.find(({ manifest }) => !manifest.digests.has(path));
    // Listed by one manifest only, and not there: that line is wrong, not the bag.
    if (silent) this.#found.push({ type: 'manifest-changed', path: manifests.find((each) => each !== silent)?.name ?? '', about: path });
    else this.#found.push({ type: 'missing', path });
  }

  #holdFile(
    path: string,
    manifests: readonly { readonly algorithm: Algorithm; readonly name: string; readonly manifest: Manifest }[],
  ): void {
    const verdicts = manifests.map(({ algorithm, name, manifest }) => {
      const stated = manifest.digests.get(path);
      return { name, stated, right: stated !== undefined && stated === this.#actual[algorithm].get(path) };
    });
    if (verdicts.every(({ right }) => right) || !this.#actual.sha256.has(path)) return;
    if (verdicts.every(({ stated }) => stated === undefined)) this.#found.push({ type: 'extra', path });
    else if (verdicts.some(({ right }) => right)) {
      for (const { name, stated, right } of verdicts) {
        if (right) continue;
        this.#found.push({ type: stated === undefined ? 'not-listed' : 'manifest-changed', path: name, about: path });
      }
    } else this.#found.push({ type: 'changed', path });
  }

  /** A missing file whose content stands under another name was renamed. */
  #renames(found: readonly Problem[]): Problem[] {
    const stated = new Map<string, string>();
    for (const name of [manifestOf('sha512'), tagManifestOf('sha512')])
      for (const [path, digest] of parseManifest(this.#texts.get(name) ?? '', 'sha512').digests) stated.set(path, digest);
    const extra = found.filter(({ type }) => type === 'extra').map(({ path }) => path);
    const renamed = new Map<string, string>();
    for (const { type, path } of found) {
      if (type !== 'missing') continue;
      const to = extra.find((other) => ![...renamed.values()].includes(other) && this.#actual.sha512.get(other) === stated.get(path));
      if (to) renamed.set(path, to);
    }
    const gone = new Set(renamed.values());
    return found.flatMap((problem): Problem[] => {
      const to = problem.type === 'missing' ? renamed.get(problem.path) : undefined;
      if (to) return [{ type: 'renamed', path: problem.path, to }];
      return problem.type === 'extra' && gone.has(problem.path) ? [] : [problem];
    });
  }

  #readTags(payloadFiles: number): void {
    const declaration = this.#texts.get(DECLARATION);
    if (declaration !== undefined && declaration !== DECLARED) this.#found.push({ type: 'declaration', path: DECLARATION });
    const lines = (this.#texts.get(BAG_INFO) ?? '').split('\n').flatMap((line) => /^([^:]+): (.*)$/.exec(line)?.slice(1, 3) ?? []);
    this.info = new Map(lines.flatMap((label, index) => (index % 2 === 0 ? [[label, lines[index + 1] ?? ''] as const] : [])));
    const oxum = this.info.get('Payload-Oxum');
    const whole = !this.#found.some(({ type }) => type === 'missing' || type === 'extra' || type === 'unreadable' || type === 'changed');
    if (whole && oxum !== `${this.#payloadBytes}.${payloadFiles}`) this.#found.push({ type: 'oxum', path: BAG_INFO });
  }
}

/** RFC 8493, 2.1.1. */
export const DECLARED = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
