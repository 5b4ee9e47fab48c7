/**
 * Signatures in minisign's format (https://jedisct1.github.io/minisign/), so that `minisign -V` checks them too:
 * Ed25519 over BLAKE2b-512 of the file, and a second signature over the first and its comment.
 */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, scryptSync, sign, verify } from 'node:crypto';

export class KeyFault extends Error {}

export interface SecretKey {
  readonly id: Buffer;
  readonly key: KeyObject;
}

export interface PublicKey {
  readonly id: Buffer;
  readonly key: KeyObject;
}

/** What a signature says: it is right, of another key, of other content, or no signature. */
export type SignatureVerdict = 'right' | 'other-key' | 'wrong' | 'unreadable';

const PURE = 'Ed';
const PREHASHED = 'ED';
const NO_PASSWORD = Buffer.alloc(2);
const UNTRUSTED = 'untrusted comment: signature from minisign secret key';
const TRUSTED = 'trusted comment: ';
/** DER before the 32 bytes of an Ed25519 key (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const SECRET_LENGTH = 158;
const PUBLIC_LENGTH = 42;
const SIGNATURE_LENGTH = 74;

/** The text of a file `minisign.pub`, or its second line alone. */
export function parsePublicKey(text: string): PublicKey {
  const bytes = Buffer.from(text.trim().split('\n').at(-1)?.trim() ?? '', 'base64');
  if (bytes.length !== PUBLIC_LENGTH || bytes.toString('latin1', 0, 2) !== PURE) throw new KeyFault('不是 minisign 的公钥');
  return { id: bytes.subarray(2, 10), key: publicKeyOf(bytes.subarray(10)) };
}

/** Whether a secret key file asks for a password. */
export function hasPassword(text: string): boolean {
  return !secretBytes(text).subarray(2, 4).equals(NO_PASSWORD);
}

/** The text of a file `minisign.key`. Throws a `KeyFault` where it is none or the password is wrong. */
export function parseSecretKey(text: string, password = ''): SecretKey {
  const bytes = secretBytes(text);
  const secret = Buffer.from(bytes.subarray(54));
  if (hasPassword(text)) {
    const stream = passwordStream(password, bytes.subarray(6, 38), bytes.readBigUInt64LE(38), bytes.readBigUInt64LE(46), secret.length);
    for (const [at, byte] of stream.entries()) secret[at] = (secret[at] ?? 0) ^ byte;
  }
  const seed = secret.subarray(8, 40);
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const publicBytes = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
  // The file keeps both halves of the pair: that they fit shows that the password did.
  if (!publicBytes.equals(secret.subarray(40, 72))) throw new KeyFault('密码不对，或密钥文件已损坏');
  return { id: secret.subarray(0, 8), key };
}

/** The text of a file `.minisig`. The same key, content and comment make the same text. */
export function signContent(content: Uint8Array, { id, key }: SecretKey, comment: string): string {
  if (/[\r\n]/.test(comment)) throw new RangeError('a comment is one line');
  const signature = sign(null, blake2b(content), key);
  const whole = sign(null, Buffer.concat([signature, Buffer.from(comment)]), key);
  const first = Buffer.concat([Buffer.from(PREHASHED), id, signature]);
  return `${UNTRUSTED}\n${first.toString('base64')}\n${TRUSTED}${comment}\n${whole.toString('base64')}\n`;
}

export function checkSignature(content: Uint8Array, text: string, { id, key }: PublicKey): SignatureVerdict {
  const [untrusted = '', first = '', trusted = '', second = ''] = text.split('\n');
  const bytes = Buffer.from(first, 'base64');
  const whole = Buffer.from(second, 'base64');
  const method = bytes.toString('latin1', 0, 2);
  if (!untrusted.startsWith('untrusted comment: ') || !trusted.startsWith(TRUSTED)) return 'unreadable';
  if (bytes.length !== SIGNATURE_LENGTH || whole.length !== 64 || (method !== PURE && method !== PREHASHED)) return 'unreadable';
  if (bytes.toString('base64') !== first || whole.toString('base64') !== second) return 'unreadable';
  if (!bytes.subarray(2, 10).equals(id)) return 'other-key';
  const signature = bytes.subarray(10);
  const signed = method === PREHASHED ? blake2b(content) : content;
  const comment = Buffer.from(trusted.slice(TRUSTED.length));
  return verify(null, signed, key, signature) && verify(null, Buffer.concat([signature, comment]), key, whole) ? 'right' : 'wrong';
}

function secretBytes(text: string): Buffer {
  const bytes = Buffer.from(text.trim().split('\n').at(-1)?.trim() ?? '', 'base64');
  if (bytes.length !== SECRET_LENGTH || bytes.toString('latin1', 0, 2) !== PURE) throw new KeyFault('不是 minisign 的私钥');
  return bytes;
}

function publicKeyOf(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI, bytes]), format: 'der', type: 'spki' });
}

function blake2b(content: Uint8Array): Buffer {
  return createHash('blake2b512').update(content).digest();
}

/** scrypt with the parameters that libsodium derives from its two limits (crypto_pwhash_scryptsalsa208sha256). */
function passwordStream(password: string, salt: Uint8Array, operations: bigint, memory: bigint, length: number): Buffer {
  const r = 8;
  const most = operations < 32768n ? 32768n : operations;
  const bound = most < memory / 32n ? most / BigInt(r * 4) : memory / BigInt(r * 128);
  let exponent = 1;
  while (exponent < 63 && 1n << BigInt(exponent) <= bound / 2n) exponent += 1;
  const cost = 2 ** exponent;
  const p = most < memory / 32n ? 1 : Math.max(1, Math.floor(Number(most / 4n / BigInt(cost)) / r));
  const maxmem = 128 * r * (cost + p + 2);
  return scryptSync(password, salt, length, { N: cost, r, p, maxmem });
}
