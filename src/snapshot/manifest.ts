/** The manifests of a bag (RFC 8493): which files it holds, and the digest of each. Pure, also for browsers. */

export const ALGORITHMS = ['sha256', 'sha512'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** Hexadecimal digits of a digest. */
const DIGITS: Readonly<Record<Algorithm, number>> = { sha256: 64, sha512: 128 };

export const DECLARATION = 'bagit.txt';
export const BAG_INFO = 'bag-info.txt';
export const PAYLOAD = 'data/';
export const manifestOf = (algorithm: Algorithm): string => `manifest-${algorithm}.txt`;
export const tagManifestOf = (algorithm: Algorithm): string => `tagmanifest-${algorithm}.txt`;
/** What is signed: it names every other tag file, and through them every file. */
export const SIGNED = tagManifestOf('sha512');
export const SIGNATURE = `${SIGNED}.minisig`;

export interface Manifest {
  /** Digest by path. */
  readonly digests: ReadonlyMap<string, string>;
  /** Lines, from 1, that are not a digest, two spaces and a path, or that name a path again. */
  readonly badLines: readonly number[];
}

export function formatManifest(digests: ReadonlyMap<string, string>): string {
  const paths = [...digests.keys()].sort(byCodePoint);
  return paths.map((path) => `${digests.get(path)}  ${encodePath(path)}\n`).join('');
}

/** As strict as `formatManifest` is: one flipped bit makes another digest, another path or no line at all. */
export function parseManifest(text: string, algorithm: Algorithm): Manifest {
  const digests = new Map<string, string>();
  const badLines: number[] = [];
  const lines = text.split('\n');
  if (lines.pop() !== '') badLines.push(lines.length + 1);
  lines.forEach((line, index) => {
    const [, digest = '', path = ''] = /^([0-9a-f]+) {2}(.+)$/.exec(line) ?? [];
    const decoded = decodePath(path);
    if (digest.length !== DIGITS[algorithm] || !isSafe(decoded) || digests.has(decoded)) badLines.push(index + 1);
    else digests.set(decoded, digest);
  });
  return { digests, badLines };
}

export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** RFC 8493, 2.1.3: these three characters, and only these. */
function encodePath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function decodePath(path: string): string {
  return path.replace(/%(25|0[AD])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A path that stays inside the bag, whatever system opens it. */
export function isSafe(path: string): boolean {
  return path !== '' && !/^[/~]|^[a-z]:|\\|\0/i.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** What some systems leave behind wherever they have looked: no part of a snapshot, and no fault of it. */
export function isLeftBehind(path: string): boolean {
  return /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/.test(path);
}
