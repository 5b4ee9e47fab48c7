/** Whether a snapshot is whole, whose it is, and what came before it. */
import { basename } from 'node:path';
import { FACTS } from '../reading/paths.ts';
import { digestOf } from './bag-writer.ts';
import { checkBag, type Problem } from './check-bag.ts';
import { SIGNATURE, SIGNED } from './manifest.ts';
import { checkSignature, type PublicKey, type SignatureVerdict } from './minisign.ts';
import { ARCHIVE_FOLDER } from './open-archive.ts';
import { openSnapshot } from './snapshot-files.ts';
import { ZipFault } from './zip.ts';

/** unsigned and unchecked are no fault unless a key was given. */
export type SignatureState = SignatureVerdict | 'unsigned' | 'unchecked';

/** The snapshot before: it is the one named, it is another, none is named, or nobody asked. */
export type ChainState = 'right' | 'other' | 'unnamed' | 'unchecked';

export interface Verification {
  readonly problems: readonly Problem[];
  readonly signature: SignatureState;
  readonly chain: ChainState;
  readonly files: number;
  readonly bytes: number;
  readonly digest?: string;
  /** The digest of the snapshot before, as this one names it. */
  readonly previous?: string | undefined;
  /** The tag of the archive's language, where the archive can be read. */
  readonly language?: string | undefined;
}

export interface VerifyOptions {
  readonly key?: PublicKey | undefined;
  /** The digest of the snapshot that should be the one before. */
  readonly previous?: string | undefined;
  readonly progress?: (done: number, all: number) => void;
}

/** Throws a `ZipFault` where nothing can be read at all. */
export async function verifySnapshot(place: string, { key, previous, progress }: VerifyOptions = {}): Promise<Verification> {
  const files = openSnapshot(place);
  try {
    const { problems: found, bytes, info } = await checkBag(files, digestOf, (done) => progress?.(done, files.paths.length));
    const outside: Problem[] = found.length === 0 && files.isIntact() === false ? [{ type: 'zip', path: basename(place) }] : [];
    const problems = [...found, ...outside];
    const read = (path: string): Uint8Array | undefined => (files.paths.includes(path) ? readable(() => files.read(path)) : undefined);
    const signed = read(SIGNED);
    const named = info.get('Previous-Snapshot-SHA512');
    return {
      problems,
      signature: signatureState(signed, read(SIGNATURE), key),
      chain: previous === undefined ? 'unchecked' : named === undefined ? 'unnamed' : named === previous ? 'right' : 'other',
      files: files.paths.length,
      bytes,
      ...(signed ? { digest: digestOf('sha512', signed) } : {}),
      previous: named,
      language: languageIn(read(`${ARCHIVE_FOLDER}${FACTS}`)),
    };
  } finally {
    files.close();
  }
}

/** A snapshot's own digest, by which the next one names it. Throws a `ZipFault` where it is no snapshot. */
export function snapshotDigest(place: string): string {
  const files = openSnapshot(place);
  try {
    if (!files.paths.includes(SIGNED)) throw new ZipFault(`${place} 不是快照：没有 ${SIGNED}`);
    return digestOf('sha512', files.read(SIGNED));
  } finally {
    files.close();
  }
}

export function isWhole({ problems, signature, chain }: Verification): boolean {
  return problems.length === 0 && !['other-key', 'wrong', 'unreadable'].includes(signature) && !['other', 'unnamed'].includes(chain);
}

function signatureState(signed: Uint8Array | undefined, signature: Uint8Array | undefined, key: PublicKey | undefined): SignatureState {
  // A key was given and nothing is signed: whoever removed a signature must not get away with it.
  if (!signature) return key ? 'unreadable' : 'unsigned';
  if (!key) return 'unchecked';
  return checkSignature(signed ?? new Uint8Array(), new TextDecoder().decode(signature), key);
}

/** As an archive's own declaration says it, which may be damaged. */
function languageIn(declared: Uint8Array | undefined): string | undefined {
  const found = /"language":\s*"([A-Za-z-]+)"/.exec(new TextDecoder().decode(declared));
  return found?.[1];
}

function readable(read: () => Uint8Array): Uint8Array | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
