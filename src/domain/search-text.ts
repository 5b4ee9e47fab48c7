/**
 * The one form in which text is indexed, searched and compared: what a reader types and what a document
 * prints meet here, or nowhere. Full-width and half-width, thousands commas, quotation marks, broken
 * lines and traditional characters are made alike; other punctuation stays, and keeps words apart.
 */

/** Simplified characters by the traditional ones that stand for them. */
export type CharacterMap = ReadonlyMap<string, string>;

const NO_MAP: CharacterMap = new Map();
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;
const QUOTES = /["'“”‘’「」『』《》〈〉]/g;
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g;
const LOOSE_SPACE = /(?<=[^a-z0-9])\s+|\s+(?=[^a-z0-9])/g;
const HAN = /\p{Script=Han}|〇/u;
const POINT = /(?<=(?!\p{Script=Han}|〇)[\p{L}\p{N}])\.(?=\d)/gu;
const PIECE = /(?:(?!\p{Script=Han}|〇)[\p{L}\p{N}])+|[^ ]/gu;
/** The decimal point of the index: a letter to it, and in no normal text, which has no wide forms. */
const INDEXED_POINT = 'ｐ';

/** `６，150.64 万元` → `6150.64万元`. */
export function normalise(text: string, characters: CharacterMap = NO_MAP): string {
  const plain = text.replace(INVISIBLE, '').normalize('NFKC').toLowerCase().replace(QUOTES, '').replace(THOUSANDS, '');
  return simplify(plain, characters).replace(/\s+/g, ' ').replace(LOOSE_SPACE, '').trim();
}

const WORD = /\p{Script=Han}|〇|(?:(?!\p{Script=Han}|〇)[\p{L}\p{N}])+(?:\.(?=\d)(?:(?!\p{Script=Han}|〇)[\p{L}\p{N}])+)*/gu;

/** Words of normal text as the index has them: each Han character; each run of letters and digits, decimals whole. */
export function tokens(normal: string): string[] {
  return normal.match(WORD) ?? [];
}

/**
 * Normal text for the index, which knows words by the spaces between them: `6150.64万元，` → `6150ｐ64 万 元 ，`. A decimal
 * point must be no punctuation, or the index has a number's two parts as words too.
 */
export function spaced(normal: string): string {
  return (normal.replace(POINT, INDEXED_POINT).match(PIECE) ?? []).join(' ');
}

/** Normal text as it was before it was `spaced`. */
export function unspaced(text: string): string {
  return text.replace(LOOSE_SPACE, '').replaceAll(INDEXED_POINT, '.').trim();
}

/** Runs of words with no punctuation between them: what the index can find as a phrase. */
export function runs(normal: string): string[][] {
  return normal
    .replace(POINT, INDEXED_POINT)
    .split(/[^\p{L}\p{N}〇 ]+/u)
    .map((run) => run.replaceAll(INDEXED_POINT, '.'))
    .map(tokens)
    .filter((run) => run.length > 0);
}

/** A reader's query: words are looked for together in one page; quotation marks keep words in their order. */
export function parseQuery(query: string, characters: CharacterMap = NO_MAP): string[] {
  const terms = [...query.matchAll(/["“”]([^"“”]+)["“”]|(\S+)/g)].map(([, quoted, word]) => normalise(quoted ?? word ?? '', characters));
  return [...new Set(terms.filter((term) => tokens(term).length > 0))];
}

/** Whether normal text has the normal term, whole: never inside a longer number or word. */
export function contains(normal: string, term: string): boolean {
  for (let at = normal.indexOf(term); at >= 0; at = normal.indexOf(term, at + 1)) {
    if (isWhole(normal, at, term)) return true;
  }
  return false;
}

/**
 * Finds a normal term in text as it is printed, where quotation marks, spaces, commas of thousands and
 * wide forms may stand between and for its characters. Global, so that each occurrence can be marked.
 */
export function printedPattern(term: string, characters: CharacterMap = NO_MAP): RegExp {
  const traditional = new Map<string, string>();
  for (const [from, to] of characters) traditional.set(to, (traditional.get(to) ?? '') + from);
  const between = '[\\s"\'“”‘’「」『』《》〈〉,]*?';
  const characterClass = (character: string): string => {
    if (character === ' ') return '\\s+';
    const wide = character >= '!' && character <= '~' ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : '';
    return `[${escapeInClass(character)}${escapeInClass(wide)}${traditional.get(character) ?? ''}]`;
  };
  const body = [...term].map(characterClass).join(between);
  const before = /^[a-z0-9]/.test(term) ? '(?<![a-z0-9０-９]|[0-9０-９][.,])' : '';
  const after = /[a-z0-9]$/.test(term) ? '(?![a-z0-9０-９]|[.,][0-9０-９])' : '';
  return new RegExp(before + body + after, 'giu');
}

function simplify(text: string, characters: CharacterMap): string {
  if (characters.size === 0) return text;
  let result = '';
  for (const character of text) result += HAN.test(character) ? (characters.get(character) ?? character) : character;
  return result;
}

function isWhole(normal: string, at: number, term: string): boolean {
  const before = normal[at - 1] ?? '';
  const after = normal[at + term.length] ?? '';
  const word = /[a-z0-9]/;
  if (word.test(term[0] ?? '') && (word.test(before) || (before === '.' && /\d/.test(normal[at - 2] ?? '')))) return false;
  return !(word.test(term.at(-1) ?? '') && (word.test(after) || (after === '.' && /\d/.test(normal[at + term.length + 1] ?? ''))));
}

function escapeInClass(character: string): string {
  return character.replace(/[\\\]^-]/g, '\\$&');
}
