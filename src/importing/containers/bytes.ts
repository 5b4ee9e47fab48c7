/** Bytes of a text file to characters, by what the bytes are and not by what was promised. */

/** What a text is written in; `undefined` when it is no text. */
export function decodeText(bytes: Uint8Array, declared?: string): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode(bytes, 'utf-8');
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be');
  const wide = wideWithoutMark(bytes);
  if (wide) return decode(bytes, wide);
  if (bytes.subarray(0, 65_536).includes(0)) return undefined;
  // A page that is UTF-8 is UTF-8, whatever its head says; GB2312, GBK and GB18030 are read as the last, which holds them all.
  return (
    decode(bytes, 'utf-8') ??
    (declared && !/^(utf-?8|gb)/i.test(declared) ? decode(bytes, declared) : undefined) ??
    decode(bytes, 'gb18030')
  );
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return isText(text) ? text : undefined;
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Text has hardly any control characters; anything else decoded as GB18030 has many. */
function isText(text: string): boolean {
  const head = text.slice(0, 20_000);
  let controls = 0;
  for (let index = 0; index < head.length; index++) {
    const code = head.charCodeAt(index);
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) controls++;
  }
  return controls * 500 <= head.length;
}

/** UTF-16 without its mark: Chinese and line ends together leave zeros on one side only. */
function wideWithoutMark(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  head.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even++;
    else odd++;
  });
  if (odd > head.length / 40 && even === 0) return 'utf-16le';
  if (even > head.length / 40 && odd === 0) return 'utf-16be';
  return undefined;
}

export function startsWith(bytes: Uint8Array, signature: string | readonly number[], offset = 0): boolean {
  const expected = typeof signature === 'string' ? [...signature].map((character) => character.charCodeAt(0)) : signature;
  return expected.every((byte, index) => bytes[offset + index] === byte);
}
