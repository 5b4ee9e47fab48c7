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
  readonly sub_results: readonly {
    readonly title: string;
    readonly url: string;
    readonly anchor?: Anchor;
    readonly locations: readonly number[];
  }[];
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

export function placesOf(fragment: Fragment): FoundPlace[] {
  const words = wordsOf(fragment.raw_content);
  return fragment.sub_results.flatMap(({ title, url, anchor, locations }) => {
    const matched = new Set(locations);
    const rows = anchor ? rowsOf(fragment, anchor, locations) : [];
    if (rows.length > 0) {
      return rows.slice(0, ROWS_PER_SECTION).map(({ id, from, to }) => ({
        href: withHash(url, id),
        title,
        excerpt: pieces(words, from, Math.min(to, from + ROW_WORDS), matched),
      }));
    }
    const first = Math.min(...locations);
    if (!Number.isFinite(first)) return [];
    const least = anchor ? anchor.location : 0;
    return [{ href: url, title: anchor ? title : '', excerpt: pieces(words, Math.max(least, first - BEFORE), first + AFTER, matched) }];
  });
}

/** Rows of the section in which a match lies, in order, each once; the id is the cell's where the match is in one. */
function rowsOf({ anchors }: Fragment, heading: Anchor, locations: readonly number[]): { id: string; from: number; to: number }[] {
  const rows = anchors.filter(({ element }) => element === 'tr');
  const found = new Map<string, { id: string; from: number; to: number }>();
  for (const location of [...locations].sort((a, b) => a - b)) {
    const row = rows.findLast((anchor) => anchor.location <= location && anchor.location >= heading.location);
    if (!row || found.has(row.id)) continue;
    const next = anchors.find((anchor) => anchor.location > row.location && (anchor.element === 'tr' || /^h[1-6]$/.test(anchor.element)));
    if (next && next.location <= location) continue;
    // Blank cells begin at the same word as the next that is not.
    const cell = anchors.slice(anchors.indexOf(row)).find((anchor) => anchor.element === 'td' && anchor.location === location && anchor.text);
    found.set(row.id, { id: cell?.id ?? row.id, from: row.location, to: next?.location ?? row.location + ROW_WORDS });
  }
  return [...found.values()];
}

function wordsOf(content: string): string[] {
  const text = content.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  return text.includes(ZERO_WIDTH_SPACE) ? text.split(ZERO_WIDTH_SPACE) : text.split(/\s+/).map((word) => `${word} `);
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

function withHash(url: string, id: string): string {
  return `${url.split('#')[0] ?? ''}#${id}`;
}
