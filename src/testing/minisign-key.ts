/** Keys as a user makes them. */
import { createPublicKey, generateKeyPairSync, scryptSync } from 'node:crypto';

/** A pair as `minisign -G` writes it, with limits that take a moment only. */
export function newKey(password = ''): { readonly secret: string; readonly publicText: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(16);
  const own = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(12);
  const id = Buffer.from('12345678');
  const secret = Buffer.concat([id, seed, own, Buffer.alloc(32)]);
  const salt = Buffer.alloc(32, 7);
  const limits = Buffer.alloc(16);
  limits.writeBigUInt64LE(32768n, 0);
  limits.writeBigUInt64LE(16777216n, 8);
  if (password !== '') {
    // 32768 operations: N = 1024, r = 8, p = 1.
    for (const [at, byte] of scryptSync(password, salt, secret.length, { N: 1024, r: 8, p: 1 }).entries())
      secret[at] = (secret[at] ?? 0) ^ byte;
  }
  const kind = password === '' ? Buffer.alloc(2) : Buffer.from('Sc');
  const bytes = Buffer.concat([Buffer.from('Ed'), kind, Buffer.from('B2'), salt, limits, secret]);
  const publicBytes = Buffer.concat([Buffer.from('Ed'), id, own]);
  return {
    secret: `untrusted comment: minisign encrypted secret key\n${bytes.toString('base64')}\n`,
    publicText: publicBytes.toString('base64'),
  };
}
