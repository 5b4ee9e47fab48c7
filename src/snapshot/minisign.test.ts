import { describe, expect, it } from 'vitest';
import { newKey } from '../testing/minisign-key.ts';
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
    expect(checkSignature(CONTENT, signature, parsePublicKey(newKey().publicText))).toBe('other-key');
    expect(checkSignature(CONTENT, '', key)).toBe('unreadable');
  });
});

describe('a signature of ours', () => {
  it.each(['', '一个密码'])('is right by its public key (password “%s”), the same each time', (password) => {
    const { secret, publicText } = newKey(password);
    const publicKey = parsePublicKey(publicText);
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
