/**
 * Word documents (.docx), from their XML: merged and nested cells, text boxes, automatic numbers; what revisions deleted
 * and what is marked hidden does not count. Of two drawings of one thing (AlternateContent) the first is read.
 */
import type { Block, GridCell } from '../../source-document.ts';
import { joinCellLines, tidy } from '../joining.ts';
import { type Notice, notice } from '../notices.ts';
import type { Reading } from '../reading.ts';
import { type CellSpan, placeCells } from '../table-cells.ts';
import { parseXml, XmlFault } from '../xml.ts';
import { openZip, ZipRefusal } from '../zip.ts';
import { readNumbering } from './numbering.ts';

interface Table {
  readonly rows: Row[];
}

interface Row {
  readonly cells: Cell[];
  before: number;
  deleted: boolean;
}

interface Cell {
  readonly parts: Part[];
  columnSpan: number;
  /** Goes on from the cell above. */
  continues: boolean;
}

/** A line of text, or a table within. */
type Part = string | Table;

interface OpenParagraph {
  text: string;
  style: string | undefined;
  numberId: string | undefined;
  level: number | undefined;
  /** Text boxes anchored in it, read after it. */
  readonly boxes: Part[];
}

/** Not text of the document: deletions, old formatting, field codes, the second drawing of one thing, readings of characters. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'Fallback',
  'pPrChange',
  'rPrChange',
  'tcPrChange',
  'trPrChange',
  'tblPrChange',
  'sectPr',
  'rt',
  'delInstrText',
]);

export function readWord(bytes: Uint8Array): Reading {
  try {
    const zip = openZip(bytes);
    const main = zip.names.find((name) => /^word\/document\d*\.xml$/.test(name));
    if (!main) return { refusal: notice('document-broken', { form: 'Word', reason: '缺少正文' }) };
    const numbering = readNumbering(zip);
    const body = readParts((take) => zip.read(main, take), numbering);
    for (const notes of ['word/footnotes.xml', 'word/endnotes.xml'])
      if (zip.has(notes)) body.parts.push(...readParts((take) => zip.read(notes, take), numbering).parts);
    const blocks = blocksOf(body.parts);
    if (blocks.length === 0 && body.pictures > 0) return { refusal: notice('document-only-pictures', { count: String(body.pictures) }) };
    const notices: Notice[] = [];
    if (body.revised) notices.push(notice('tracked-changes'));
    if (body.pictures > 0) notices.push(notice('pictures-skipped', { count: String(body.pictures) }));
    return { document: { form: 'word', pages: undefined, blocks }, notices };
  } catch (error) {
    if (error instanceof ZipRefusal) return { refusal: error.notice };
    if (error instanceof XmlFault) return { refusal: notice('document-broken', { form: 'Word', reason: error.message.slice(0, 60) }) };
    throw error;
  }
}

function readParts(
  feed: (take: (text: string) => void) => void,
  numbering: ReturnType<typeof readNumbering>,
): { parts: Part[]; pictures: number; revised: boolean } {
  const parts: Part[] = [];
  /** Where finished lines and tables go: the body, a cell, a text box. */
  const places: Part[][] = [parts];
  const paragraphs: OpenParagraph[] = [];
  const tables: Table[] = [];
  let skipping = 0;
  let inRunProperties = false;
  let inRowProperties = false;
  let hidden = false;
  let inText = false;
  let inPicture = false;
  let pictures = 0;
  let revised = false;

  const row = (): Row | undefined => tables.at(-1)?.rows.at(-1);
  const cell = (): Cell | undefined => row()?.cells.at(-1);
  const add = (text: string): void => {
    const paragraph = paragraphs.at(-1);
    if (paragraph && !hidden) paragraph.text += text;
  };
  const finish = (paragraph: OpenParagraph): void => {
    const own = paragraph.numberId !== undefined ? { numberId: paragraph.numberId, level: paragraph.level ?? 0 } : undefined;
    const list = own ?? (paragraph.style === undefined ? undefined : numbering.ofStyle(paragraph.style));
    const number = list && list.numberId !== '0' && paragraph.text.trim() !== '' ? numbering.next(list.numberId, list.level) : '';
    // Numbers set off by a figure need a space; `一、` and `（一）` stand close.
    const gap = /[\d.a-z]$/i.test(number) ? ' ' : '';
    const place = places.at(-1) ?? parts;
    place.push(...`${number}${number === '' ? '' : gap}${paragraph.text}`.split('\n').map(tidy), ...paragraph.boxes);
  };

  parseXml(feed, {
    open: (name, attribute) => {
      if (name === 'ins' || name === 'del' || name === 'moveFrom' || name === 'moveTo') revised = true;
      if (inRowProperties && name === 'del') {
        const open = row();
        if (open) open.deleted = true;
      }
      if (skipping > 0 || SKIPPED.has(name)) {
        skipping++;
        return;
      }
      const value = attribute('val');
      const paragraph = paragraphs.at(-1);
      switch (name) {
        case 'p':
          paragraphs.push({ text: '', style: undefined, numberId: undefined, level: undefined, boxes: [] });
          break;
        case 'pStyle':
          if (paragraph) paragraph.style = value;
          break;
        case 'numId':
          if (paragraph) paragraph.numberId = value;
          break;
        case 'ilvl':
          if (paragraph) paragraph.level = Number(value);
          break;
        case 'r':
          hidden = false;
          break;
        case 'rPr':
          inRunProperties = true;
          break;
        case 'vanish':
          // The paragraph mark may be hidden without its text being so.
          if (inRunProperties && value !== '0' && value !== 'false') hidden = true;
          break;
        case 't':
          inText = true;
          break;
        case 'tab':
        case 'ptab':
          if (!inRunProperties) add(' ');
          break;
        case 'br':
        case 'cr':
          add('\n');
          break;
        case 'noBreakHyphen':
          add('-');
          break;
        case 'sym':
          add('\uFFFD');
          break;
        case 'txbxContent':
          places.push(paragraph?.boxes ?? parts);
          break;
        case 'tbl': {
          const table: Table = { rows: [] };
          (places.at(-1) ?? parts).push(table);
          tables.push(table);
          break;
        }
        case 'tr':
          tables.at(-1)?.rows.push({ cells: [], before: 0, deleted: false });
          break;
        case 'trPr':
          inRowProperties = true;
          break;
        case 'gridBefore': {
          const open = row();
          if (open) open.before = Number(value ?? 0);
          break;
        }
        case 'tc': {
          const open: Cell = { parts: [], columnSpan: 1, continues: false };
          row()?.cells.push(open);
          places.push(open.parts);
          break;
        }
        case 'gridSpan': {
          const open = cell();
          if (open) open.columnSpan = Math.max(1, Number(value ?? 1));
          break;
        }
        case 'vMerge': {
          const open = cell();
          if (open) open.continues = value !== 'restart';
          break;
        }
        case 'pic':
        case 'imagedata':
          if (!inPicture) pictures++;
          inPicture = name === 'pic';
          break;
      }
    },
    close: (name) => {
      if (skipping > 0) {
        skipping--;
        return;
      }
      if (name === 'p') {
        const paragraph = paragraphs.pop();
        hidden = false;
        if (paragraph) finish(paragraph);
      } else if (name === 't') inText = false;
      else if (name === 'r') hidden = false;
      else if (name === 'rPr') inRunProperties = false;
      else if (name === 'trPr') inRowProperties = false;
      else if (name === 'pic') inPicture = false;
      else if (name === 'tc' || name === 'txbxContent') places.pop();
      else if (name === 'tbl') tables.pop();
    },
    text: (text) => {
      if (inText && skipping === 0) add(text);
    },
  });
  return { parts, pictures, revised };
}

function blocksOf(parts: readonly Part[]): Block[] {
  const blocks: Block[] = [];
  let tables = 0;
  const add = (part: Part): void => {
    if (typeof part === 'string') {
      if (part !== '') blocks.push({ type: 'paragraph', text: part, place: {} });
      return;
    }
    const rows = part.rows.filter((row) => !row.deleted);
    const arranges = rows.some((row) => row.cells.some((cell) => cell.parts.some((inner) => typeof inner !== 'string')));
    const placed = placeCells(spansOf(rows));
    if (arranges || placed.columns < 2) {
      for (const row of rows) for (const cell of row.cells) cell.parts.forEach(add);
      return;
    }
    if (placed.cells.every(({ text }) => text === '')) return;
    tables++;
    const place = { table: tables };
    const cells = placed.cells.map((cell): GridCell => ({ ...cell, place }));
    blocks.push({ type: 'grid', cells, rows: rows.length, columns: placed.columns, place });
  };
  parts.forEach(add);
  return blocks;
}

/** Word marks each cell that goes on from above; a span counts them. */
function spansOf(rows: readonly Row[]): CellSpan[][] {
  const columnsOf = (row: Row): { cell: Cell; column: number }[] => {
    let column = row.before;
    return row.cells.map((cell) => {
      const at = column;
      column += cell.columnSpan;
      return { cell, column: at };
    });
  };
  const laid = rows.map(columnsOf);
  return laid.map((row, index) => {
    const spans: CellSpan[] = [];
    const before = rows[index]?.before ?? 0;
    if (before > 0) spans.push({ rowSpan: 1, columnSpan: before, text: '' });
    for (const { cell, column } of row) {
      const above = laid[index - 1]?.some((other) => other.column === column);
      if (cell.continues && above) continue;
      let rowSpan = 1;
      while (laid[index + rowSpan]?.some((other) => other.column === column && other.cell.continues)) rowSpan++;
      const lines = cell.parts.filter((part) => typeof part === 'string');
      spans.push({ rowSpan, columnSpan: cell.columnSpan, text: joinCellLines(lines) });
    }
    return spans;
  });
}
