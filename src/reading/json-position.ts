/** Where a text stops being JSON. The engine's own message gives the place only sometimes. */

/** Deeper than any declaration, and than later steps could follow. */
const DEEPEST = 100;

/** Offset of the first character that cannot stand where it stands; undefined where the text is JSON that can be read. */
export function jsonFaultOffset(text: string): number | undefined {
  const token =
    /[ \t\n\r]*(?:([{}[\]:,])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy;
  const open: string[] = [];
  let expected: Expected = 'value';
  for (;;) {
    const start = skipSpace(text, token.lastIndex);
    if (start === text.length) return expected === 'end' ? undefined : writtenLength(text);
    if (open.length > DEEPEST) return start;
    const match = token.exec(text);
    const [, sign, value] = match ?? [];
    const next: Expected | undefined =
      sign === undefined ? (value === undefined ? undefined : afterValue(value, expected, open)) : afterSign(sign, expected, open);
    if (next === undefined) return start;
    expected = next;
  }
}

type Expected = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'comma-or-close' | 'end';

function afterValue(value: string, expected: Expected, open: readonly string[]): Expected | undefined {
  if (expected === 'key' || expected === 'key-or-close') return value.startsWith('"') ? 'colon' : undefined;
  if (expected !== 'value' && expected !== 'value-or-close') return undefined;
  return open.length === 0 ? 'end' : 'comma-or-close';
}

function afterSign(sign: string, expected: Expected, open: string[]): Expected | undefined {
  if (sign === ':') return expected === 'colon' ? 'value' : undefined;
  if (sign === ',') return expected === 'comma-or-close' ? (open.at(-1) === '{' ? 'key' : 'value') : undefined;
  if (sign === '{' || sign === '[') {
    if (expected !== 'value' && expected !== 'value-or-close') return undefined;
    open.push(sign);
    return sign === '{' ? 'key-or-close' : 'value-or-close';
  }
  const closes = expected === 'comma-or-close' || expected === (sign === '}' ? 'key-or-close' : 'value-or-close');
  if (!closes || open.pop() !== (sign === '}' ? '{' : '[')) return undefined;
  return open.length === 0 ? 'end' : 'comma-or-close';
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text[at] ?? '')) at += 1;
  return at;
}

/** An end that comes too early is shown behind the last character that is there. */
function writtenLength(text: string): number {
  return text.trimEnd().length;
}
