/** One printed table and the kind that it is → the rows of its CSV, each cell with its place in the source. */
import type { Classification, ColumnKind, TableKind, TableState } from '../../domain/declarations.ts';
import type { Place } from '../source-document.ts';
import { codeBeforeName, readCode } from './codes.ts';
import { isColumnNumbers, possibleHeads } from './heads.ts';
import { type ColumnMatch, joinCodeParts, type PrintedColumn, printedColumns } from './match-columns.ts';
import type { KindMatch, MatchedSide } from './match-kind.ts';
import type { MatrixCell } from './matrix.ts';
import { joinPieces, NOTHING, type Piece, plainText, slicePiece } from './piece.ts';
import { isFigure, printedFigure } from './printed-figure.ts';
import type { PrintedTable } from './printed-tables.ts';
import { saysEmpty } from './titles.ts';

export interface DraftCell {
  /** As the CSV has it. */
  readonly text: string;
  /** What of the source it carries, with its numbers and place. */
  readonly piece: Piece;
  readonly guess?: string;
}

export interface DraftColumn {
  readonly label: string;
  readonly column?: ColumnKind;
  /** As printed, where the CSV has another label. */
  readonly printed?: string;
}

export interface DraftTable {
  readonly id: string;
  readonly kind?: TableKind;
  readonly title: string;
  readonly state: TableState;
  readonly scale?: string;
  readonly columns: readonly DraftColumn[];
  readonly rows: readonly (readonly DraftCell[])[];
  readonly statement?: string;
  readonly note?: string;
  readonly remark?: string;
  /** What an editor should look at: guesses, and what contradicts itself. */
  readonly doubts: readonly Doubt[];
  /** Title, labels, numbers of columns and notes: text of the table that is in no cell. */
  readonly texts: readonly Piece[];
  readonly place: Place;
  readonly pages: readonly number[];
}

export interface Doubt {
  readonly text: string;
  readonly place: Place;
}

export interface Declared {
  readonly classifications: readonly Classification[];
}

type TableBody = Pick<DraftTable, 'columns' | 'rows' | 'doubts'>;

export function draftTable(table: PrintedTable, match: KindMatch | undefined, id: string, declared: Declared): DraftTable {
  const body = match ? (match.sides ? longBody(match, match.sides) : plainBody(match, declared)) : unknownBody(table);
  const { kind } = match ?? {};
  const guessed: Doubt[] = match?.head.guess === undefined ? [] : [{ text: match.head.guess, place: table.place }];
  const doubts = [...(table.doubts ?? []), ...guessed, ...body.doubts];
  const printedFigures = body.rows.some((row) => row.some(({ text }, column) => isFigure(text) && isNumeric(body.columns[column])));
  const saying = table.notes.find(({ text }) => saysEmpty(text));
  const state: TableState = printedFigures ? 'printed' : 'empty';
  if (printedFigures && saying)
    doubts.push({
      text: `表下印着“${plainText(saying.text)}”，表里却有数字。已照印录入，请核对。`,
      place: Object.keys(saying.place).length > 0 ? saying.place : table.place,
    });
  if (!printedFigures && !saying) doubts.push({ text: '表里没有数字，也没有找到说明。请看原件为什么空着。', place: table.place });
  const padded = body.rows.flatMap((row) =>
    row.filter(({ guess }) => guess?.includes('少了零')).map(({ piece, text }) => `“${piece.text}”录作 ${text}`),
  );
  const notes = table.notes.filter((note) => state === 'printed' || note !== saying).map(({ text }) => plainText(text));
  return {
    id,
    ...(kind ? { kind } : {}),
    title: match?.head.title ?? table.name ?? kind?.title.zh ?? id,
    state,
    ...(table.scale ? { scale: table.scale } : {}),
    ...body,
    doubts,
    texts: [
      ...(table.title ? [table.title] : []),
      ...labelPieces(table, match?.head.depth),
      ...lineNumbers(table),
      ...table.repeated,
      ...table.notes,
    ],
    ...(state === 'empty' && saying ? { statement: plainText(saying.text) } : {}),
    ...(notes.length > 0 ? { note: notes.join('') } : {}),
    ...(padded.length > 0 ? { remark: `原表有的编码少印了零：${padded.join('，')}。` } : {}),
    place: table.place,
    pages: table.pages,
  };
}

function labelPieces({ rows, ...table }: PrintedTable, depth = possibleHeads({ rows, ...table })[0]?.depth ?? 0): Piece[] {
  const head = rows.filter((row, index) => index < depth || isColumnNumbers(row));
  return head.flatMap((row) => row.flatMap(({ begins, piece }) => (begins && piece.text !== '' ? [piece] : [])));
}

/** Numbers that only count the lines of a form (行次). */
function lineNumbers(table: PrintedTable): Piece[] {
  const [head] = possibleHeads(table);
  const columns = head?.paths.flatMap((path, at) => (isLineNumbers({ path }) ? [at] : [])) ?? [];
  return (head?.body ?? []).flatMap((row) =>
    columns.flatMap((at) => (row[at]?.begins && /^\d{1,3}$/.test(row[at].text) ? [row[at].piece] : [])),
  );
}

function isLineNumbers({ path }: Pick<PrintedColumn, 'path'>): boolean {
  return path.join('').endsWith('行次');
}

function isNumeric(column: DraftColumn | undefined): boolean {
  const role = column?.column?.role;
  return role === undefined ? column !== undefined : role === 'amount' || role === 'percent' || role === 'count';
}

/** One CSV row for a printed row. */
function plainBody({ head, matches, columns: printed, kind }: KindMatch, { classifications }: Declared): TableBody {
  const extra = printed.filter(
    (column) =>
      !isLineNumbers(column) &&
      !matches.some((match) => match.printed === column) &&
      (column.path.length > 0 || column.filling !== 'nothing'),
  );
  const all: (ColumnMatch | PrintedColumn)[] = [...matches, ...extra].sort((a, b) => first(a) - first(b));
  const columns = all.map((one) => draftColumn(one));
  const doubts: Doubt[] = [...labelDoubts(matches, head.body), ...extraDoubts(extra, head.body)];
  const codeMatch = matches.find(({ column }) => column.role === 'code');
  const nameMatch = matches.find(({ column }) => column.role === 'name');
  const single = kind.columns.filter(({ role }) => role === 'code').length === 1;
  const above = new Map<number, string>();
  const rows = head.body.flatMap((row): DraftCell[][] => {
    if (isColumnNumbers(row)) return [];
    const codeless = codeMatch && single ? nonCode(row, codeMatch.printed.at) : undefined;
    const nameCell = nameMatch && row[nameMatch.printed.at[0] ?? 0];
    const name = nameCell?.text || codeless?.text || '';
    const cells = all.map((one): DraftCell => {
      const at = 'printed' in one ? one.printed.at : one.at;
      const column = 'printed' in one ? one.column : undefined;
      if (single && column?.role === 'code') return codeless ? blankCell() : codeCell(row, at, name, classifications, above);
      if (column?.role === 'name' && codeless && (!nameCell?.text || nameCell.piece === codeless.piece))
        return { text: codeless.text, piece: codeless.piece };
      return valueCell(row[at[0] ?? 0], column);
    });
    for (const cell of cells) if (cell.guess) doubts.push({ text: cell.guess, place: cell.piece.place });
    return cells.every(({ text }) => text === '') ? [] : [cells];
  });
  return { columns, rows: wholeNames(divideCodes(rows, columns), columns), doubts };
}

/** Names that stand for several rows, broken over two lines: a line with nothing but a name is the beginning of the next. */
function wholeNames(rows: readonly DraftCell[][], columns: readonly DraftColumn[]): DraftCell[][] {
  const at = columns.findIndex(({ column }) => column?.role === 'name' && column.merged);
  if (at < 0) return [...rows];
  const whole: DraftCell[][] = [];
  let begun: DraftCell | undefined;
  for (const row of rows) {
    const name = row[at];
    const lone = name !== undefined && name.text !== '' && row.every(({ text }, index) => index === at || text === '');
    if (begun && name) {
      const piece = joinPieces([begun.piece, name.piece], () => '');
      const cell: DraftCell = { text: begun.text + name.text, piece, guess: `“${begun.text}”与下一行的“${name.text}”合成一个名称` };
      begun = undefined;
      whole.push(row.map((each, index) => (index === at ? cell : each)));
    } else if (lone) begun = name;
    else whole.push(row);
  }
  if (begun) whole.push(columns.map((_, index) => (index === at && begun ? begun : blankCell())));
  return whole;
}

/** A code column's cell that holds a name: 合计 across code and name. */
function nonCode(row: readonly MatrixCell[], at: readonly number[]): MatrixCell | undefined {
  return at
    .map((column) => row[column])
    .find((cell) => cell && cell.text !== '' && !/^[\d\s]+$/.test(cell.text) && !codeBeforeName(cell.text));
}

function codeCell(
  row: readonly MatrixCell[],
  at: readonly number[],
  name: string,
  classifications: readonly Classification[],
  above: Map<number, string>,
): DraftCell {
  const cells = at.map((column) => row[column]);
  // A code across the columns of its parts is printed once.
  const texts = cells.map((cell, index) => (index > 0 && cell?.piece === cells[index - 1]?.piece ? '' : (cell?.text ?? '')));
  const last = texts.findLastIndex((text) => text !== '');
  // 类 printed once and left blank for the rows below it.
  const filled = texts.map((text, index) => (text === '' && index < last ? (above.get(index) ?? '') : text));
  filled.forEach((text, index) => {
    if (text !== '') above.set(index, text);
    else above.delete(index);
  });
  const read = readCode(filled, name, classifications);
  const own = cells.filter((cell): cell is MatrixCell => cell?.begins === true && cell.text !== '');
  const piece: Piece = {
    text: own.map(({ text }) => text).join(' '),
    numbers: own.flatMap((cell) => cell.piece.numbers),
    place: own[0]?.piece.place ?? {},
  };
  const inherited = filled.some((text, index) => text !== '' && texts[index] === '');
  const guess = read?.guess ?? (inherited && read ? `编码只印了“${piece.text}”，前面的部分取自上一行，成为 ${read.code}` : undefined);
  return { text: read?.code ?? piece.text, piece, ...(guess ? { guess } : {}) };
}

/** Where code and name stand in one cell of the name column, they are parted. */
function divideCodes(rows: readonly DraftCell[][], columns: readonly DraftColumn[]): DraftCell[][] {
  const code = columns.findIndex(({ column }) => column?.role === 'code');
  const name = columns.findIndex(({ column }) => column?.role === 'name');
  if (code < 0 || name < 0) return [...rows];
  return rows.map((row) => {
    const from = [name, code].find((index) => codeBeforeName(row[index]?.text ?? ''));
    const read = from === undefined ? undefined : codeBeforeName(row[from]?.text ?? '');
    if (from === undefined || !read || (from === name && row[code]?.text !== '')) return row;
    const source = (row[from] as DraftCell).piece;
    const digits = source.numbers[0];
    const cut = (digits?.at ?? 0) + (digits?.number.text.length ?? 0);
    return row.map((cell, index) => {
      if (index === code) return { text: read.code, piece: slicePiece(source, 0, cut) };
      return index === name ? { text: read.name, piece: slicePiece(source, cut) } : cell;
    });
  });
}

function valueCell(cell: MatrixCell | undefined, column: ColumnKind | undefined): DraftCell {
  if (!cell?.begins || cell.text === '') return blankCell(cell?.piece.place);
  const numeric = column && (column.role === 'amount' || column.role === 'percent' || column.role === 'count');
  const figure = numeric || !column ? printedFigure(cell.text) : undefined;
  if (figure !== undefined) return { text: figure, piece: cell.piece };
  if (numeric && !column.words.includes(cell.text)) {
    const amount = /^([\d.,]+)(万元|元|千元)$/.exec(cell.text)?.[1];
    const bare = amount && printedFigure(amount);
    if (bare) return { text: bare, piece: cell.piece, guess: `印作“${cell.text}”，录成 ${bare}` };
    return { text: cell.text, piece: cell.piece, guess: `“${cell.text}”不是数字，却在“${column.labels[0] ?? column.id}”栏里` };
  }
  return { text: cell.text.replace(/<\/?(p|br|div|span)[^>]*>/g, ''), piece: cell.piece };
}

function blankCell(place: Place = {}): DraftCell {
  return { text: '', piece: { ...NOTHING, place } };
}

/** 收入 first, then 支出, one below the other. */
function longBody({ kind, head }: KindMatch, sides: readonly MatchedSide[]): TableBody {
  const used = new Map<ColumnKind, ColumnMatch>();
  for (const { matches } of sides) for (const match of matches) if (!used.has(match.column)) used.set(match.column, match);
  const amounts = kind.columns.filter((column) => used.has(column));
  const special = kind.columns.filter(({ role }) => role === 'direction' || role === 'name');
  const columns: DraftColumn[] = [
    ...special.map((column) => ({ label: column.labels[0] ?? column.id, column })),
    ...amounts.map((column) => draftColumn(used.get(column) as ColumnMatch)),
  ];
  // What no column of the kind is, is kept beside: no figure gets lost.
  const extra = sides.flatMap((side) =>
    side.amounts.filter((column) => column.filling === 'figures' && !side.matches.some(({ printed }) => printed === column)),
  );
  const { rows, doubts } = longRows(head.body, sides, amounts, special, extra);
  const labels = sides.flatMap(({ matches }) => labelDoubts(matches, head.body));
  return {
    columns: [...columns, ...extra.map((column) => draftColumn(column))],
    rows,
    doubts: [...labels, ...extraDoubts(extra, head.body), ...doubts],
  };
}

function longRows(
  body: readonly (readonly MatrixCell[])[],
  sides: readonly MatchedSide[],
  amounts: readonly ColumnKind[],
  special: readonly ColumnKind[],
  extra: readonly PrintedColumn[],
): Pick<TableBody, 'rows' | 'doubts'> {
  const doubts: Doubt[] = [];
  const rows: DraftCell[][] = [];
  for (const side of [...sides].sort((a, b) => Number(a.direction === 'expenditure') - Number(b.direction === 'expenditure'))) {
    for (const row of body) {
      if (isColumnNumbers(row)) continue;
      const name = row[side.name.at[0] ?? 0];
      const values = amounts.map((column) => {
        const match = side.matches.find((each) => each.column === column);
        return match ? valueCell(row[match.printed.at[0] ?? 0], column) : blankCell();
      });
      for (const column of extra) values.push(side.amounts.includes(column) ? valueCell(row[column.at[0] ?? 0], undefined) : blankCell());
      const named = name?.begins === true && name.text !== '';
      if (!named && values.every(({ text }) => text === '')) continue;
      if (!named) doubts.push({ text: '这一行有数字，没有名称。', place: values.find(({ text }) => text !== '')?.piece.place ?? {} });
      for (const cell of values) if (cell.guess) doubts.push({ text: cell.guess, place: cell.piece.place });
      rows.push([
        ...special.map((column): DraftCell => {
          if (column.role === 'direction') return { text: side.direction === 'revenue' ? '收入' : '支出', piece: NOTHING };
          return named && name ? { text: name.text, piece: name.piece } : blankCell();
        }),
        ...values,
      ]);
    }
  }
  return { rows, doubts };
}

/** A real table that no kind describes is drafted with its labels as printed: nothing is lost. */
function unknownBody(table: PrintedTable): TableBody {
  const [head] = possibleHeads(table);
  if (!head) {
    const columns = Array.from({ length: table.columns }, (_, index): DraftColumn => ({ label: `第${index + 1}栏` }));
    return { columns, rows: table.rows.map((row) => row.map((cell) => valueCell(cell, undefined))), doubts: [] };
  }
  const printed = joinCodeParts(printedColumns(head.paths, head.body)).filter((column) => !isLineNumbers(column));
  const rows = head.body
    .filter((row) => !isColumnNumbers(row))
    .map((row) =>
      printed.map(({ at }): DraftCell => {
        if (at.length === 1) return valueCell(row[at[0] ?? 0], undefined);
        return nonCode(row, at) ? valueCell(nonCode(row, at), undefined) : codeCell(row, at, '', [], new Map());
      }),
    )
    .filter((row) => row.some(({ text }) => text !== ''));
  const columns = printed.map(({ path }, index): DraftColumn => ({ label: path.join('/') || `第${index + 1}栏` }));
  return { columns, rows, doubts: [] };
}

function draftColumn(one: ColumnMatch | PrintedColumn): DraftColumn {
  if (!('printed' in one)) return { label: one.path.join('/') || `第${(one.at[0] ?? 0) + 1}栏` };
  const printed = one.printed.path.join('/');
  return { label: one.label, column: one.column, ...(printed === one.label ? {} : { printed }) };
}

function labelDoubts(matches: readonly ColumnMatch[], body: readonly (readonly MatrixCell[])[]): Doubt[] {
  return matches
    .filter(({ known }) => !known)
    .map(({ printed, label }) => ({ text: `栏目印作“${printed.path.join('/')}”，按“${label}”录入`, place: placeOf(body, printed) }));
}

function extraDoubts(extra: readonly PrintedColumn[], body: readonly (readonly MatrixCell[])[]): Doubt[] {
  return extra.map((column) => ({
    text: `不认识的栏目“${column.path.join('/') || '（空）'}”，照原样放进 CSV`,
    place: placeOf(body, column),
  }));
}

function placeOf(body: readonly (readonly MatrixCell[])[], { at }: PrintedColumn): Place {
  return body[0]?.[at[0] ?? 0]?.piece.place ?? {};
}

function first(one: ColumnMatch | PrintedColumn): number {
  return ('printed' in one ? one.printed.at[0] : one.at[0]) ?? 0;
}
