/**
 * Tables in a text that shows no cells: lines of words and figures with spaces between, as copied from a PDF. Titles and
 * heads may stand before or after their rows. A title that is that of a declared kind says which columns to look for.
 * Long, because it does for such texts what other files do for cells one step at a time.
 */
import type { TableKind } from '../../domain/declarations.ts';
import { plainLabel } from '../../reading/labels.ts';
import type { Doubt } from './draft-table.ts';
import { looseSides } from './loose-sides.ts';
import { titleLikeness } from './match-kind.ts';
import type { MatrixCell } from './matrix.ts';
import { joinPieces, NOTHING, type Piece, plainText, splitPiece } from './piece.ts';
import { type Evidence, type OpenRow, type Placement, placements, settle } from './place-figures.ts';
import { asPrinted, shareOfHead } from './printed-columns.ts';
import { isFigure, printedFigure } from './printed-figure.ts';
import type { Passage, PrintedTable } from './printed-tables.ts';
import { comparableTitle, isTableMargin, printedScale, tableTitle } from './titles.ts';

export interface LooseTables {
  readonly tables: readonly PrintedTable[];
  /** Tables whose words cannot be told apart without cells. */
  readonly unread: readonly { readonly kind: TableKind; readonly title: Piece }[];
  readonly passages: readonly Passage[];
  readonly margins: readonly Piece[];
}

const SAME_TITLE = 0.9;
/** A table has so many lines that end in a figure; a shorter one may be empty. */
const FIGURES_AT_LEAST = 0.05;
const FEW_LINES = 30;
/** Lines from one text to the next, where two are left blank within a page. */
const BLANK_LINES = 3;
/** Of a kind's columns of figures the head prints this share at least. */
const LEAST_OF_HEAD = 0.34;
const MARK = /^(?:附?表|公开表)[一二三四五六七八九十\d]{1,3}$/;

/** `said` are the figures of the running text with the words before them. */
export function looseTables(
  passages: readonly Passage[],
  kinds: readonly TableKind[],
  unitNames: readonly string[],
  inCells: readonly PrintedTable[],
): LooseTables {
  const regions = regionsOf(passages, kinds, unitNames, new Set(inCells.map(({ name }) => comparableTitle(name ?? '', unitNames))));
  const tables: PrintedTable[] = [];
  const margins: Piece[] = [];
  const used = new Set<Passage>();
  const unread: { kind: TableKind; title: Piece }[] = [];
  const within = new Set(regions.flatMap((region) => region.passages));
  const evidence = evidenceOf(passages.filter((passage) => !within.has(passage)).map(({ piece }) => piece));
  for (const region of regions) {
    if (isMostlyText(region.kind)) {
      unread.push({ kind: region.kind, title: region.title.piece });
      continue;
    }
    const read = readRegion(region, unitNames, evidence);
    if (!read) continue;
    for (const passage of region.passages) used.add(passage);
    margins.push(...read.margins);
    tables.push(read.table);
  }
  // Numbers of columns say nothing, whether or not their table was read.
  const numbering = passages.filter((passage) => !used.has(passage) && isNumbering(passage.piece));
  for (const passage of numbering) used.add(passage);
  margins.push(...numbering.map(({ piece }) => piece));
  return { tables, unread, passages: passages.filter((passage) => !used.has(passage)), margins };
}

/** Four columns of words and more: where one ends and the next begins is not to be seen. */
function isMostlyText({ columns }: TableKind): boolean {
  return (
    columns.filter(({ role, labels }) => role === 'text' && !labels.some((label) => /编码|代码|(?:^|\/)[类款项]$/.test(label))).length >= 4
  );
}

/** The running text says of some figures what they are of: “公务用车运行维护费 25.00 万元”. */
function evidenceOf(pieces: readonly Piece[]): Evidence {
  const said = new Map<string, string[]>();
  for (const { number } of pieces.flatMap(({ numbers }) => numbers)) {
    const value = printedFigure(number.text) ?? '';
    said.set(value, [...(said.get(value) ?? []), plainLabel(number.before)]);
  }
  return (figure, column) => {
    const before = said.get(printedFigure(figure) ?? '') ?? [];
    const names = column.labels.map((label) => plainLabel(label.split('/').at(-1) ?? '')).filter((name) => name.length > 2);
    return before.some((words) => names.some((name) => words.includes(name)));
  };
}

interface Region {
  readonly kind: TableKind;
  readonly title: Passage;
  readonly passages: readonly Passage[];
}

/** Page by page: a title may stand anywhere on its page; where a page has several, each table begins at its own. */
function regionsOf(
  passages: readonly Passage[],
  kinds: readonly TableKind[],
  unitNames: readonly string[],
  known: ReadonlySet<string>,
): Region[] {
  const regions: Region[] = [];
  let open = false;
  for (const page of pagesOf(passages)) {
    const titles = page.flatMap((passage, index) => {
      const title = tableTitle(passage.piece.text);
      // A list of titles is the list of contents; and what stands in cells has been read.
      const listed = [page[index - 1], page[index + 1]].some(
        (beside) => beside && kindOf(plainText(beside.piece.text), kinds, unitNames, []),
      );
      if (title === undefined || listed || known.has(comparableTitle(title, unitNames))) return [];
      const kind = kindOf(plainText(passage.piece.text), kinds, unitNames, page.slice(index));
      return kind || hasScaleBelow(page, index) ? [{ kind, passage, index }] : [];
    });
    const last = regions.at(-1);
    if (titles.length === 0) {
      open &&= last !== undefined && shareOfFigures(page) > 0.6;
      if (open && last) regions[regions.length - 1] = { ...last, passages: [...last.passages, ...page] };
      continue;
    }
    titles.forEach(({ kind, passage, index }, order) => {
      const end = titles[order + 1]?.index ?? page.length;
      // A table that no kind describes: it ends the one above it, and stays text.
      if (!kind) return;
      const whole = titles.length === 1 && shareOfFigures(page.slice(0, index)) > shareOfFigures(page.slice(index));
      const before = regions.at(-1);
      const within = page.slice(whole ? 0 : index, end);
      // The same table goes on over a page, its head printed again.
      const again = titles.length === 1 && before?.kind === kind && plainText(before.title.piece.text) === plainText(passage.piece.text);
      if (again && before) regions[regions.length - 1] = { ...before, passages: [...before.passages, ...within] };
      else regions.push({ kind, title: passage, passages: within });
    });
    open = titles.at(-1)?.kind !== undefined;
  }
  return regions.filter(({ passages: within }) => within.length < FEW_LINES || shareOfFigures(within) > FIGURES_AT_LEAST);
}

/** Whether the unit of money stands in one of the lines below, as it does below a title. */
function hasScaleBelow(page: readonly Passage[], index: number): boolean {
  return page.slice(index + 1, index + 4).some(({ piece }) => printedScale(piece.text) !== undefined);
}

/** Parted where the page changes, or by as many blank lines as only a new page leaves. */
function pagesOf(passages: readonly Passage[]): Passage[][] {
  const pages: Passage[][] = [];
  let before: Passage | undefined;
  for (const passage of passages) {
    const [from, to] = [before?.piece.place, passage.piece.place];
    if (!from || from.page !== to.page || (to.line ?? 0) - (from.line ?? 0) > BLANK_LINES) pages.push([]);
    pages.at(-1)?.push(passage);
    before = passage;
  }
  return pages;
}

function shareOfFigures(passages: readonly Passage[]): number {
  return passages.filter(({ piece }) => isFigure(chunksOf(piece).at(-1)?.text ?? '')).length / Math.max(1, passages.length);
}

/** Of the kinds that have this title, the one whose labels the page prints most fully. */
function kindOf(line: string, kinds: readonly TableKind[], unitNames: readonly string[], page: readonly Passage[]): TableKind | undefined {
  const title = tableTitle(line);
  if (title === undefined) return undefined;
  const plain = comparableTitle(title, unitNames);
  const named = kinds.map((kind) => ({ kind, score: titleLikeness(plain, kind) })).filter(({ score }) => score >= SAME_TITLE);
  if (named.length < 2) return named[0]?.kind;
  const printed = page.map(({ piece }) => plainLabel(piece.text)).join('');
  return named.map(({ kind, score }) => ({ kind, score: score + labelsPrinted(kind, printed) })).sort((a, b) => b.score - a.score)[0]?.kind;
}

function labelsPrinted({ columns }: TableKind, printed: string): number {
  const own = columns.filter(({ role }) => role !== 'direction');
  const found = own.filter(({ labels }) => labels.some((label) => printed.includes(plainLabel(label.split('/').at(-1) ?? ''))));
  return found.length / Math.max(1, own.length);
}

/** A row while its chunks come in. */
interface LooseRow {
  codes: Piece[];
  /** Chunks of words, and whether a blank line stood before each. */
  words: { piece: Piece; apart: boolean }[];
  figures: Piece[];
  /** Words after a figure, as 次 after 3. */
  after: Piece[];
}

function readRegion(
  { kind, title, passages }: Region,
  unitNames: readonly string[],
  evidence: Evidence,
): { table: PrintedTable; margins: Piece[] } | undefined {
  const long = kind.columns.some(({ role }) => role === 'direction');
  const labels = new Set(
    kind.columns.flatMap(({ labels: all }) => all.flatMap((label) => [label.replaceAll('/', ''), ...label.split('/')].map(plainLabel))),
  );
  if (long) for (const label of ['行次', '金额', '收入', '支出', '收入项目', '支出项目', '本年收入', '本年支出']) labels.add(label);
  const declared = new Set([...kind.rows.flatMap((row) => row.labels), ...unitNames].map(plainLabel));
  const margins: Piece[] = [];
  const heads: Piece[] = [];
  const notes: Piece[] = [];
  const lines: { piece: Piece; apart: boolean }[] = [];
  let before: number | undefined;
  let scale: string | undefined;
  let pending = false;
  let inHead = false;
  for (const { piece } of passages) {
    const line = plainText(piece.text);
    const apart = piece.place.line === undefined || before === undefined || piece.place.line - before > 1;
    before = piece.place.line;
    // A name that goes on in the next line may end like a label (…支 / 出).
    const goesOn: boolean = !apart && pending;
    const ofHead: boolean = !apart && inHead && piece.numbers.length === 0 && !declared.has(plainLabel(line));
    const label: boolean = !goesOn && (ofHead || isHead(piece, labels, declared));
    pending = false;
    inHead = label;
    if (line === plainText(title.piece.text) || line === '') heads.push(piece);
    else if (/^(?:备注|注)[：:]/.test(line) || (/^\d[、.]/.test(line) && /。$/.test(line) && !/\d,\d{3}|\.\d\d/.test(line)))
      notes.push(piece);
    else if ((isTableMargin(line) && !/^\d/.test(line)) || MARK.test(line) || printedScale(line)) {
      scale ??= printedScale(line);
      margins.push(piece);
    } else if (isNumbering(piece) || label || /^第[一二三四五六七八九十]+部分/.test(line)) heads.push(piece);
    else if (tableTitle(line) !== undefined && !/\d/.test(line)) heads.push(piece);
    else {
      lines.push({ piece, apart });
      pending = !isFigure(chunksOf(piece).at(-1)?.text ?? '');
    }
  }
  const counted = heads.some(({ text }) => /行\s*次/.test(text));
  const sides = long
    ? looseSides(
        lines.map(({ piece }) => chunksOf(piece)),
        asPrinted(kind, heads, Infinity),
        evidence,
        counted,
      )
    : undefined;
  const most = Math.max(0, ...lines.map(({ piece }) => figuresAtEnd(chunksOf(piece))));
  // A head that prints other columns is another table's, whatever the title.
  if (!long && shareOfHead(kind, heads) < LEAST_OF_HEAD) return undefined;
  const made = long ? sides : plainRows(lines, asPrinted(kind, heads, most), declared, evidence);
  if (!made) return undefined;
  const { head, rows, doubts } = made;
  const place = lines[0]?.piece.place ?? title.piece.place;
  return {
    margins,
    table: {
      kind: kind.id,
      title: title.piece,
      name: tableTitle(title.piece.text) ?? plainText(title.piece.text),
      ...(scale ? { scale } : {}),
      rows: [
        ...head.map((labelsOfLevel) => labelsOfLevel.map((label) => cellOf({ ...NOTHING, text: label }))),
        ...rows.map((row) => row.map(cellOf)),
      ],
      columns: head[0]?.length ?? 0,
      spansKnown: true,
      notes,
      repeated: [...heads, ...(sides?.lineNumbers ?? [])],
      doubts: [{ text: '原文没有画出格子：栏目按这种表的声明认定，空格由各数之间的等式推出', place }, ...doubts],
      place,
      pages: [],
    },
  };
}

function figuresAtEnd(chunks: readonly Piece[]): number {
  const last = chunks.findLastIndex(({ text }) => !isFigure(text));
  return chunks.length - 1 - last;
}

function cellOf(piece: Piece): MatrixCell {
  return { piece, text: plainText(piece.text), rowSpan: 1, columnSpan: 1, begins: true };
}

/** What spaces part; characters that are only set apart (`合  计`) are one word. */
function chunksOf(piece: Piece): Piece[] {
  const parts = splitPiece(piece, /[ \t]+/g).filter(({ text }) => plainText(text) !== '');
  const chunks: Piece[] = [];
  let single = false;
  for (const part of parts) {
    const one = /^[\u3000]*\p{Script=Han}[\u3000]*$/u.test(part.text);
    const last = chunks.at(-1);
    if (one && single && last) chunks[chunks.length - 1] = joinPieces([last, part], () => '');
    else chunks.push(part);
    single = one;
  }
  return chunks;
}

function isNumbering(piece: Piece): boolean {
  const words = chunksOf(piece).map(({ text }) => text.trim());
  const chunks = words.slice(words.findLastIndex((word) => /^(?:[类款项]|[栏行]\s*次|\*+)$/.test(word)) + 1);
  if (chunks.length < words.length && chunks.length > 0 && chunks.every((chunk, index) => Number(chunk) === index + 1)) return true;
  return (
    chunks.length >= 3 && chunks.every((chunk) => /^\d{1,2}(?:=[\d+\-÷×/]+)?$/.test(chunk)) && Number.parseInt(chunks[0] ?? '', 10) === 1
  );
}

/** Every word of the line is part of a column's label, and the line is no row. */
function isHead(piece: Piece, labels: ReadonlySet<string>, declared: ReadonlySet<string>): boolean {
  const whole = plainLabel(piece.text);
  if (declared.has(whole) && ![...labels].includes(whole)) return false;
  const chunks = chunksOf(piece).map(({ text }) => plainLabel(text));
  if (piece.numbers.some(({ number }) => isFigure(number.text) && /[.,]/.test(number.text))) return false;
  // A label's last character may stand in a line of its own.
  const known = (text: string): boolean =>
    /\p{Script=Han}/u.test(text) &&
    ([...text].every((character) => labels.has(character)) ||
      [...labels].some((label) => (text.length > 1 ? label.includes(text) : label.endsWith(text))));
  const knownInParts = (text: string): boolean =>
    known(text) || [...text].some((_, at) => at > 0 && known(text.slice(0, at)) && known(text.slice(at)));
  // Words of its own among known ones, and no number but a year: a head that has a column more than its kind.
  const dated = piece.numbers.every(({ number }) => /^(?:19|20)\d{2}$/.test(number.text));
  if (chunks.length >= 3 && dated && chunks.filter(knownInParts).length * 2 >= chunks.length) return true;
  return chunks.length > 0 && (chunks.every(knownInParts) || known(whole));
}

type Made = {
  readonly head: readonly (readonly string[])[];
  readonly rows: readonly (readonly Piece[])[];
  readonly doubts: readonly Doubt[];
};

function plainRows(
  lines: readonly { piece: Piece; apart: boolean }[],
  kind: TableKind,
  declared: ReadonlySet<string>,
  evidence: Evidence,
): Made | undefined {
  const rows = withoutLead(assemble(lines, kind, declared), declared);
  const numeric = kind.columns.filter(({ role }) => role === 'amount' || role === 'percent' || role === 'count');
  const isRow = ({ figures, words }: LooseRow): boolean =>
    figures.length > 0 || declared.has(plainLabel(words.map(({ piece }) => piece.text).join('')));
  if (!rows.some(isRow) || rows.some(({ figures }) => figures.length > numeric.length)) return undefined;
  const codes = rows.map(codeOf);
  const coded = codes.some((code) => code !== '');
  const open = rows.map((row, index): OpenRow => {
    const figures = row.figures.map(({ text }) => text.trim());
    const code = codes[index] ?? '';
    const name = plainLabel(row.words.map(({ piece }) => piece.text).join(''));
    const total = kind.rows.some((each) => each.total && each.labels.some((label) => plainLabel(label) === name));
    // Without codes there is no hierarchy: every row but the total counts towards it.
    const leaf = coded ? code !== '' && !codes.some((other) => other.length > code.length && other.startsWith(code)) : !total;
    return { figures, ways: placements(figures, numeric, kind, evidence), code, leaf, total };
  });
  const { placed, agreed } = settle(open, numeric.length);
  const doubts: Doubt[] = [];
  const head = [kind.columns.map(({ labels }) => labels[0] ?? '')];
  const made = rows.map((row, index): Piece[] => {
    const way: Placement = placed[index] ?? [];
    const ways = open[index]?.ways.length ?? 1;
    const [first] = row.words;
    if (ways > 1) {
      const name = plainText(first?.piece.text ?? '');
      const how = agreed && (codes[index] !== '' || open[index]?.leaf) ? '取了与合计相符的一种' : '取了最靠左的一种';
      doubts.push({
        text: `“${name}”一行的 ${row.figures.length} 个数有 ${ways} 种放法，${how}，请对照原件`,
        place: row.figures[0]?.place ?? {},
      });
    }
    return kind.columns.map((column) => {
      const at = numeric.indexOf(column);
      if (at >= 0) return row.figures[way.indexOf(at)] ?? NOTHING;
      return wordsFor(row, column.id, kind);
    });
  });
  return { head, rows: made, doubts };
}

/** The document's title and the like, that stand before the first row on its page. */
function withoutLead(rows: readonly LooseRow[], declared: ReadonlySet<string>): LooseRow[] {
  const first = rows.findIndex(({ codes, words, figures }) => {
    const named = declared.has(plainLabel(words.map(({ piece }) => piece.text).join('')));
    return codes.length > 0 || figures.some(({ text }) => /[.,]/.test(text)) || (named && figures.length === 0);
  });
  return first < 0 ? [...rows] : rows.slice(first);
}

/** 201 05 07 or 2010507; a unit's own code is none of the hierarchy. */
function codeOf({ codes }: LooseRow): string {
  const parts = codes.map(({ text }) => text.trim());
  return parts.filter((part) => part.length === 2 || part.length === 3 || (part.length % 2 === 1 && part.length <= 7)).join('');
}

/** The lines' chunks as rows: codes, words, figures; words or a code after figures begin the next. */
function assemble(lines: readonly { piece: Piece; apart: boolean }[], kind: TableKind, declared: ReadonlySet<string>): LooseRow[] {
  const rows: LooseRow[] = [];
  let row: LooseRow | undefined;
  const begin = (): LooseRow => {
    row = { codes: [], words: [], figures: [], after: [] };
    rows.push(row);
    return row;
  };
  const measured = kind.columns.some(
    ({ role }, index) => role === 'text' && ['amount', 'count'].includes(kind.columns[index - 1]?.role ?? ''),
  );
  for (const { piece, apart } of lines) {
    const chunks = chunksOf(piece);
    const isRow = declared.has(plainLabel(piece.text.replace(/[\d,.% ]+$/, '')));
    if (isRow && row && (row.words.length > 0 || row.figures.length > 0) && !(row.codes.length > 0 && row.words.length === 0)) begin();
    chunks.forEach((chunk, index) => {
      const text = plainText(chunk.text);
      const current = row ?? begin();
      const leads = chunks.slice(0, index).every(({ text: left }) => /^\d{2,7}$/.test(left.trim()));
      const counted =
        measured &&
        current.words.length > 0 &&
        current.figures.length === 0 &&
        plainText(chunks[index + 1]?.text ?? '').length <= 2 &&
        !isFigure(chunks[index + 1]?.text ?? '0');
      const code =
        leads &&
        !counted &&
        (/^(?:\d{3}|\d{5,7})$/.test(text) || (/^\d{2}$/.test(text) && current.codes.length > 0 && current.words.length === 0));
      if (code) {
        (current.words.length > 0 || current.figures.length > 0 ? begin() : current).codes.push(chunk);
      } else if (isFigure(text) && (current.words.length > 0 || current.codes.length > 0 || current.figures.length > 0))
        current.figures.push(chunk);
      else if (current.figures.length > 0) {
        if (measured && index > 0 && text.length <= 3) current.after.push(chunk);
        else begin().words.push({ piece: chunk, apart });
      } else current.words.push({ piece: chunk, apart: apart && index === 0 });
    });
  }
  return rows;
}

function wordsFor({ codes, words, after }: LooseRow, id: string, kind: TableKind): Piece {
  const column = kind.columns.find((each) => each.id === id);
  if (!column) return NOTHING;
  const parts = kind.columns.filter(({ role, labels }) => role === 'code' || labels.some((label) => /(?:^|\/)[类款项]$/.test(label)));
  const unit = codes.find(
    ({ text }) => text.trim().length >= 6 && !kind.columns.some((each) => each.role === 'code' && parts.length === 1),
  );
  if (column.role !== 'name' && column.labels.some((label) => /单位(?:编码|代码)/.test(label))) return unit ?? NOTHING;
  const own = codes.filter((code) => code !== unit);
  if (parts.includes(column)) return parts.length === 1 ? joinPieces(own, () => '') : (own[parts.indexOf(column)] ?? NOTHING);
  const texts = kind.columns.filter(
    ({ role, labels }) => role === 'text' && !labels.some((label) => /编码|代码|(?:^|\/)[类款项]$/.test(label)),
  );
  const behind = texts.filter((each) => ['amount', 'count'].includes(kind.columns[kind.columns.indexOf(each) - 1]?.role ?? ''));
  if (behind.includes(column)) return joinPieces(after);
  const [name, ...rest] = divideWords(words, texts.length - behind.length > 0);
  if (column.role === 'name') return name ?? NOTHING;
  return column === texts[0] ? joinPieces(rest) : NOTHING;
}

/** Name and description: parted by a space or a blank line; without a description all is the name. */
function divideWords(words: LooseRow['words'], described: boolean): Piece[] {
  if (!described) return [joinPieces(words.map(({ piece }) => piece))];
  const [first, ...others] = words;
  if (!first) return [];
  const sameLine = others.find(({ piece }) => piece.place.line === first.piece.place.line);
  const until = sameLine ? 0 : others.findIndex(({ apart }) => apart);
  const parted = sameLine || until < 0 ? 1 : until + 1;
  return [joinPieces(words.slice(0, parted).map(({ piece }) => piece)), ...words.slice(parted).map(({ piece }) => piece)];
}
