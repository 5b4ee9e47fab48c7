/**
 * From what the index holds of a page to the places a reader wants: the section, the table row, the cell.
 * The index counts words; `anchors` says before which word an element with an id begins.
 */
export interface Anchor {
  readonly element: string;
  readonly id: string;
  readonly text?: string;
  readonly location: number;
}

/** The parts of the engine's answer that are used here. */
export interface Fragment {
  readonly url: string;
  /** Words, with zero-width spaces between them where the language writes none. */
  readonly raw_content: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly anchors: readonly Anchor[];
  /** Numbers of the words that match. */
  readonly locations: readonly number[];
}

export interface Piece {
  readonly text: string;
  readonly matched: boolean;
}

export interface FoundPlace {
  readonly href: string;
  /** The section or table; empty for the page itself. */
  readonly title: string;
  readonly excerpt: readonly Piece[];
}

/** Words of context before and after a match. */
const BEFORE = 10;
const AFTER = 24;
/** Of a row, its name and first figures are enough to know it. */
const ROW_WORDS = 36;
const ROWS_PER_SECTION = 3;

const ZERO_WIDTH_SPACE = '\u200b';
const HEADING = /^h[2-6]$/;

/**
 * The places of a page in their order, each section once and of a table its first matching rows. With `phrase`
 * only where it stands as it was typed; the engine itself tells no more than the first of those.
 */
export function placesOf(fragment: Fragment, phrase?: string): FoundPlace[] {
  const words = wordsOf(fragment.raw_content);
  const found = phrase ? phraseLocations(words, phrase) : [];
  const locations = found.length > 0 ? found : [...fragment.locations].sort((a, b) => a - b);
  const matched = new Set(locations);
  const places = new Map<string, FoundPlace>();
  const rowsIn = new Map<string, number>();
  for (const location of locations) {
    const heading = fragment.anchors.findLast(({ element, location: at }) => HEADING.test(element) && at <= location);
    const row = heading && rowAt(fragment.anchors, heading, location);
    const section = heading?.id ?? '';
    const key = row?.id ?? section;
    if (places.has(key)) continue;
    if (row) {
      const rows = (rowsIn.get(section) ?? 0) + 1;
      rowsIn.set(section, rows);
      if (rows > ROWS_PER_SECTION) continue;
    }
    const from = row?.from ?? Math.max(heading ? textAfter(words, heading, location) : 0, location - BEFORE);
    const to = row ? Math.min(row.to, from + ROW_WORDS) : location + AFTER;
    const target = row?.cell ?? key;
    places.set(key, {
      href: target ? `${fragment.url}#${target}` : fragment.url,
      title: heading?.text?.trim() ?? '',
      excerpt: pieces(words, from, to, matched),
    });
  }
  return [...places.values()];
}

/** The table row in which a word stands, and the cell that begins with it. */
function rowAt(
  anchors: readonly Anchor[],
  heading: Anchor,
  location: number,
): { id: string; cell?: string; from: number; to: number } | undefined {
  const at = anchors.findLastIndex((anchor) => anchor.element === 'tr' && anchor.location <= location);
  const row = anchors[at];
  if (!row || row.location < heading.location) return undefined;
  const after = anchors.slice(at + 1);
  const next = after.find(({ element }) => element === 'tr' || HEADING.test(element));
  // Blank cells begin at the same word as the next that is not.
  const cell = after.find((anchor) => anchor.element === 'td' && anchor.location === location && anchor.text);
  return { id: row.id, from: row.location, to: next?.location ?? row.location + ROW_WORDS, ...(cell ? { cell: cell.id } : {}) };
}

/** Where the text under a heading begins, since the heading itself is the place's title; not past `limit`. */
function textAfter(words: readonly string[], heading: Anchor, limit: number): number {
  let rest = heading.text?.trim().length ?? 0;
  let at = heading.location;
  for (; rest > 0 && at < limit; at += 1) rest -= words[at]?.length ?? 0;
  return at;
}

function wordsOf(content: string): string[] {
  const text = content.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  return text.includes(ZERO_WIDTH_SPACE) ? text.split(ZERO_WIDTH_SPACE) : text.split(/\s+/).map((word) => `${word} `);
}

/** Numbers of the words of every occurrence of a phrase, whose words the index may have parted otherwise. */
function phraseLocations(words: readonly string[], phrase: string): number[] {
  const wanted = phrase.toLowerCase();
  const text = words.join('').toLowerCase();
  const starts: number[] = [];
  let length = 0;
  for (const word of words) {
    starts.push(length);
    length += word.length;
  }
  const locations: number[] = [];
  let word = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    while ((starts[word + 1] ?? length) <= at) word += 1;
    for (let each = word; each < words.length && (starts[each] ?? length) < at + wanted.length; each += 1) locations.push(each);
  }
  return locations;
}

/** Words from one place to another, neighbours of a kind joined. The index ends blocks with a full stop of its own. */
function pieces(words: readonly string[], from: number, to: number, matched: ReadonlySet<number>): Piece[] {
  const result: { text: string; matched: boolean }[] = [];
  for (let at = from; at < Math.min(to, words.length); at += 1) {
    const word = words[at]?.replace(/^\.\s*$|\.\s+$/, '  ') ?? '';
    const isMatch = matched.has(at);
    const last = result.at(-1);
    if (last && last.matched === isMatch) last.text += word;
    else result.push({ text: word, matched: isMatch });
  }
  return result;
}
