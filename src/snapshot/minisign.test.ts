import { createPrivateKey, createPublicKey, generateKeyPairSync, scryptSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkSignature, hasPassword, KeyFault, parsePublicKey, parseSecretKey, signContent } from './minisign.ts';

/** Published with minisign's own verifiers; the second is over the digest of the content, as all are now. */
const PUBLIC = 'untrusted comment: minisign public key E7620F1842B4E81F\nRWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3\n';
const PURE = `untrusted comment: signature from minisign secret key
RWQf6LRCGA9i59SLOFxz6NxvASXDJeRtuZykwQepbDEGt87ig1BNpWaVWuNrm73YiIiJbq71Wi+dP9eKL8OC351vwIasSSbXxwA=
trusted comment: timestamp:1555779966\tfile:test
QtKMXWyYcwdpZAlPF7tE2ENJkRd1ujvKjlj1m9RtHTBnZPa5WKU5uWRs5GoP5M/VqE81QFuMKI5k/SfNQUaOAA==
`;
const PREHASHED = `untrusted comment: signature from minisign secret key
RUQf6LRCGA9i559r3g7V1qNyJDApGip8MfqcadIgT9CuhV3EMhHoN1mGTkUidF/z7SrlQgXdy8ofjb7bNJJylDOocrCo8KLzZwo=
trusted comment: timestamp:1556193335\tfile:test
y/rUw2y8/hOUYjZU71eHp/Wo1KZ40fGy2VJEDl34XMJM+TX48Ss/17u3IvIfbVR1FkZZSNCisQbuQY+bHwhEBg==
`;
const CONTENT = Buffer.from('test');

describe('known signatures', () => {
  it.each([PURE, PREHASHED])('are right, and of no other content, comment or key', (signature) => {
    const key = parsePublicKey(PUBLIC);
    expect(checkSignature(CONTENT, signature, key)).toBe('right');
    expect(checkSignature(Buffer.from('Test'), signature, key)).toBe('wrong');
    expect(checkSignature(CONTENT, signature.replace('file:test', 'file:best'), key)).toBe('wrong');
    expect(checkSignature(CONTENT, signature, newKey().publicKey)).toBe('other-key');
    expect(checkSignature(CONTENT, '', key)).toBe('unreadable');
  });
});

describe('a signature of ours', () => {
  it.each(['', '一个密码'])('is right by its public key (password “%s”), the same each time', (password) => {
    const { secret, publicKey } = newKey(password);
    expect(hasPassword(secret)).toBe(password !== '');
    const key = parseSecretKey(secret, password);
    const signature = signContent(CONTENT, key, '预算档案 2024-01-01');
    expect(checkSignature(CONTENT, signature, publicKey)).toBe('right');
    expect(checkSignature(Buffer.from('other'), signature, publicKey)).toBe('wrong');
    expect(signContent(CONTENT, key, '预算档案 2024-01-01')).toBe(signature);
  });

  it('is refused for a wrong password, and for what is no key', () => {
    const { secret } = newKey('right');
    expect(() => parseSecretKey(secret, 'wrong')).toThrow(KeyFault);
    expect(() => parseSecretKey('nothing')).toThrow(KeyFault);
    expect(() => parsePublicKey('nothing')).toThrow(KeyFault);
  });
});

/** A pair as `minisign -G` writes it, with limits that take a moment only. */
function newKey(password = '') {
  const { privateKey } = generateKeyPairSync('ed25519');
  const seed = createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' }))
    .export({ format: 'der', type: 'pkcs8' })
    .subarray(16);
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
    publicKey: parsePublicKey(publicBytes.toString('base64')),
    publicText: publicBytes.toString('base64'),
  };
}
