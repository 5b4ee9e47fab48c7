/**
 * Front matter and JSON as nearly everybody writes them, read in a twentieth of the time that a whole reader of YAML
 * takes: blocks of `key: value` and lists of them, without places. What is written in any other way is left to `yaml`;
 * what is read here is, to the last character, what `yaml` would read.
 */

/** A line's key or dash, and what stands behind it. */
const LINE = /^( *)(- )?(?:([A-Za-z][\w-]{0,99}):(?: +|$))?(.*)$/;

/** Characters that the two languages of fields treat in ways of their own. */
const UNUSUAL = /(?!\n)\p{Cc}|\ufeff/u;

/** Nobody nests deeper. */
const DEEPEST = 10;

interface Line {
  readonly indent: number;
  readonly dash: boolean;
  readonly key: string | undefined;
  readonly rest: string;
}

/** The value; undefined where the text is not plain, or says nothing. */
export function parsePlainFields(text: string, isJson: boolean): unknown {
  if (UNUSUAL.test(text)) return undefined;
  return isJson ? plainJson(text) : plainYaml(text);
}

function plainYaml(text: string): unknown {
  const lines: Line[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [, spaces = '', dash, key, rest = ''] = LINE.exec(line) ?? [];
    lines.push({ indent: spaces.length, dash: dash !== undefined, key, rest });
  }
  const reader = { lines, at: 0 };
  const value = readBlock(reader, 0, 0);
  return reader.at === lines.length ? value : undefined;
}

interface Reader {
  readonly lines: Line[];
  at: number;
}

/** The list or fields that begin on the next line, so far indented. */
function readBlock(reader: Reader, indent: number, depth: number): unknown {
  const first = reader.lines[reader.at];
  if (!first || depth > DEEPEST) return undefined;
  return first.dash ? readList(reader, indent, depth) : readFields(reader, indent, depth);
}

function readList(reader: Reader, indent: number, depth: number): unknown[] | undefined {
  const list: unknown[] = [];
  for (let line = reader.lines[reader.at]; line?.dash && line.indent === indent; line = reader.lines[reader.at]) {
    let item: unknown;
    if (line.key === undefined) {
      reader.at += 1;
      item = scalar(line.rest);
    } else {
      // The item's first field stands behind the dash; the others stand below it.
      reader.lines[reader.at] = { ...line, indent: indent + 2, dash: false };
      item = readFields(reader, indent + 2, depth + 1);
    }
    if (item === undefined) return undefined;
    list.push(item);
  }
  return list;
}

function readFields(reader: Reader, indent: number, depth: number): Record<string, unknown> | undefined {
  const fields: Record<string, unknown> = {};
  for (let line = reader.lines[reader.at]; line && !line.dash && line.indent === indent; line = reader.lines[reader.at]) {
    const { key, rest } = line;
    if (key === undefined || WORDS.test(key) || Object.hasOwn(fields, key)) return undefined;
    reader.at += 1;
    const value = rest === '' ? readBelow(reader, indent, depth) : scalar(rest);
    if (value === undefined) return undefined;
    fields[key] = value;
  }
  return fields;
}

/** Of a key with nothing behind it. The dashes of a list may stand right below the key. */
function readBelow(reader: Reader, indent: number, depth: number): unknown {
  const next = reader.lines[reader.at];
  if (!next || next.indent < indent || (next.indent === indent && !next.dash)) return undefined;
  return readBlock(reader, next.indent, depth + 1);
}

/** Words that are no text. */
const WORDS = /^(?:null|true|false)$/i;

/** Text without a sign that means something, wherever it stands. */
const TEXT = /^[\p{L}\p{Nd}“‘《〈（【「](?:[^:#]|:(?! |$)|(?<! )#)*(?<! )$/u;
const NUMBER = /^(?:0|[1-9]\d{0,14})$/;
/** Anything that may be another number. */
const NUMERIC = /^(?:\d+\.?\d*(?:e[+-]?\d+)?|0[ox].*)$/i;
const QUOTED = /^(?:"[^"\\]*"|'[^']*')$/;

function scalar(text: string): unknown {
  if (text === '[]') return [];
  if (QUOTED.test(text)) return text.slice(1, -1);
  if (NUMBER.test(text)) return Number(text);
  return TEXT.test(text) && !NUMERIC.test(text) && !WORDS.test(text) ? text : undefined;
}

/** A text, and whether it is a key. */
const STRING = /"[^"]*"( *:)?/g;

function plainJson(text: string): unknown {
  if (text.includes('\\') || text.includes('__proto__')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  // A key that stands twice would be lost.
  let keys = 0;
  for (const [, colon] of text.matchAll(STRING)) if (colon !== undefined) keys += 1;
  return keys === countKeys(value, 0) ? value : undefined;
}

function countKeys(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > DEEPEST) return Number.NaN;
  let keys = 0;
  for (const [key, own] of Object.entries(value)) {
    keys += countKeys(own, depth + 1) + (Array.isArray(value) ? 0 : 1);
    if (key.length > 500) return Number.NaN;
  }
  return keys;
}
