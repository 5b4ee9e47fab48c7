/**
 * Whole documents from a small description, in any of the forms in which budgets are published, and what is true of them.
 *
 * A description is read line by line: `=== name` begins a page (a sheet of a workbook); lines between bars are a table, in
 * which `<` and `^` go on from the left and from above; the line of single letters under its head says what its columns
 * hold: c a code, n a name, v figures, o neither; anything else is a paragraph.
 */
import { excelFile, wordFile } from './made-files.ts';

export interface MadeDocument {
  readonly pages: readonly { readonly name: string; readonly blocks: readonly MadeBlock[] }[];
}

export type MadeBlock = string | MadeTable;

export interface MadeTable {
  readonly rows: readonly (readonly string[])[];
  /** How many of the rows are head. */
  readonly head: number;
  readonly holds: readonly string[];
}

/** A figure of a described table, and what it stands beside and under. */
export interface TrueFigure {
  readonly text: string;
  readonly codes: string;
  readonly name: string;
  readonly path: readonly string[];
}

export function parseMadeDocument(description: string): MadeDocument {
  const pages: { name: string; blocks: MadeBlock[] }[] = [{ name: '1', blocks: [] }];
  let table: { rows: string[][]; head: number; holds: string[] } | undefined;
  for (const line of description.split('\n')) {
    const blocks = pages.at(-1)?.blocks ?? [];
    if (!line.startsWith('|')) table = undefined;
    const [, name] = /^=== (.*)$/.exec(line) ?? [];
    if (name !== undefined) {
      if (blocks.length === 0) pages.pop();
      pages.push({ name, blocks: [] });
    } else if (line.startsWith('|')) {
      const cells = line.split('|').slice(1, -1).map(trimmed);
      if (!table) {
        table = { rows: [], head: 0, holds: [] };
        blocks.push(table);
      }
      if (cells.every((cell) => /^[cnvo]$/.test(cell))) {
        table.head = table.rows.length;
        table.holds = cells;
      } else table.rows.push(cells);
    } else if (line.trim() !== '') blocks.push(line);
  }
  return { pages };
}

/** Names may begin with the wide spaces that indent them. */
function trimmed(cell: string): string {
  return cell.replace(/^ +| +$/g, '');
}

export function trueFigures({ rows, head, holds }: MadeTable): TrueFigure[] {
  const wholes = withSpans(rows);
  return wholes.slice(head).flatMap((row, index) => {
    const own = rows[index + head] ?? [];
    return row.flatMap((text, column): TrueFigure[] => {
      if (holds[column] !== 'v' || !/\d/.test(text) || own[column] === '<' || own[column] === '^') return [];
      const name = holds.slice(0, column).lastIndexOf('n');
      let first = Math.max(0, name);
      while (holds[first - 1] === 'c') first -= 1;
      const codes = row.slice(first, Math.max(0, name)).filter((_, at) => own[first + at] !== '<');
      const path = wholes.slice(0, head).map((labels) => (labels[column] ?? '').replace(/[\s\u3000]/g, ''));
      const levels = path.filter((label, level) => label !== '' && label !== path[level - 1] && !/^[\d*=＋+－栏次-]+$/.test(label));
      // 合计 across code and name.
      const named = row[name] ?? '';
      return [{ text, codes: codes.filter((code) => /^\d+$/.test(code)).join(''), name: named, path: levels }];
    });
  });
}

/** What each place shows or is covered by. */
function withSpans(rows: readonly (readonly string[])[]): string[][] {
  const wholes: string[][] = [];
  for (const row of rows) {
    const whole: string[] = [];
    for (const [column, text] of row.entries()) {
      whole.push(text === '<' ? (whole[column - 1] ?? '') : text === '^' ? (wholes.at(-1)?.[column] ?? '') : text);
    }
    wholes.push(whole);
  }
  return wholes;
}

interface MadeCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly down: number;
  readonly along: number;
  readonly figure: boolean;
}

function cellsOf({ rows, holds, head }: MadeTable): MadeCell[] {
  return rows.flatMap((row, at) =>
    row.flatMap((text, column): MadeCell[] => {
      if (text === '<' || text === '^') return [];
      let along = 1;
      while (row[column + along] === '<') along += 1;
      let down = 1;
      while (rows[at + down]?.[column] === '^') down += 1;
      return [{ text, row: at, column, down, along, figure: at >= head && holds[column] === 'v' }];
    }),
  );
}

export function madeHtml({ pages }: MadeDocument, style = 'td{border:1px solid #000;padding:2px 6px}'): string {
  const block = (one: MadeBlock): string => {
    if (typeof one === 'string') return `<p>${escaped(one)}</p>`;
    const byRow = Map.groupBy(cellsOf(one), ({ row }) => row);
    const rows = one.rows.map((_, index) =>
      (byRow.get(index) ?? [])
        .map(({ text, down, along, figure }) => {
          const spans = `${down > 1 ? ` rowspan="${down}"` : ''}${along > 1 ? ` colspan="${along}"` : ''}`;
          return `<td${spans}${figure ? ' class="n"' : ''}>${escaped(text)}</td>`;
        })
        .join(''),
    );
    const line = (row: string): string => `<tr>${row}</tr>`;
    return `<table><thead>${rows.slice(0, one.head).map(line).join('')}</thead><tbody>${rows.slice(one.head).map(line).join('')}</tbody></table>`;
  };
  const body = pages.map(({ blocks }) => `<section>${blocks.map(block).join('\n')}</section>`).join('\n');
  return `<!doctype html><html><head><meta charset="utf-8"><style>body{font:10.5pt/1.5 "Noto Sans CJK SC";margin:0}p{margin:.4em 0}td{white-space:pre-wrap}table{border-collapse:collapse;width:100%}thead td{text-align:center}.n{text-align:right}section+section{break-before:page}${style}</style></head><body>${body}</body></html>`;
}

export function madeWord({ pages }: MadeDocument): Uint8Array {
  const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
  const block = (one: MadeBlock): string => {
    if (typeof one === 'string') return paragraph(one);
    const begun = cellsOf(one);
    const rows = one.rows.map((row, index) => {
      const cells = row.flatMap((text, column) => {
        const cell = begun.find((each) => each.column === column && each.row <= index && index < each.row + each.down);
        if (!cell || text === '<') return [];
        const merge = cell.down > 1 ? (cell.row === index ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : '';
        const span = cell.along > 1 ? `<w:gridSpan w:val="${cell.along}"/>` : '';
        return [`<w:tc><w:tcPr>${span}${merge}</w:tcPr>${paragraph(cell.row === index ? cell.text : '')}</w:tc>`];
      });
      return `<w:tr>${cells.join('')}</w:tr>`;
    });
    return `<w:tbl>${rows.join('')}</w:tbl>`;
  };
  return wordFile(pages.flatMap(({ blocks }) => blocks.map(block)).join(''));
}

/** Styles: 0 text, 1 `#,##0.00`, 2 `0.00`, 3 `0`, 4 `#,##0`; five on, the same with borders. */
const FORMATS = [0, 4, 2, 1, 3];
const STYLES = `<borders><border/><border><left style="thin"/><right style="thin"/></border></borders><cellXfs>${[0, 1]
  .flatMap((border) => FORMATS.map((format) => `<xf numFmtId="${format}" borderId="${border}"/>`))
  .join('')}</cellXfs>`;

/** Paragraphs are rows of their own; figures are numbers shown by a format. */
export function madeExcel({ pages }: MadeDocument, { bordered = true } = {}): Uint8Array {
  const sheets = pages.map(({ name, blocks }) => {
    const rows: string[] = [];
    const merges: string[] = [];
    const width = Math.max(1, ...blocks.flatMap((block) => (typeof block === 'string' ? [] : block.holds.length)));
    for (const block of blocks) {
      const top = rows.length;
      if (typeof block === 'string') {
        rows.push(`<row r="${top + 1}">${text(`A${top + 1}`, block, 0)}</row>`);
        if (width > 1) merges.push(`A${top + 1}:${letter(width - 1)}${top + 1}`);
        continue;
      }
      const begun = cellsOf(block);
      const byRow = Map.groupBy(begun, ({ row }) => row);
      block.rows.forEach((row, index) => {
        const number = top + index + 1;
        const cells = row.map((_, column) => {
          const cell = byRow.get(index)?.find((each) => each.column === column);
          const name = `${letter(column)}${number}`;
          if (cell && (cell.down > 1 || cell.along > 1)) merges.push(`${name}:${letter(column + cell.along - 1)}${number + cell.down - 1}`);
          const ground = bordered ? FORMATS.length : 0;
          const figure = /^-?\d[\d,]*(\.\d\d)?$/.test(cell?.text ?? '') && cell?.figure;
          if (!figure) return text(name, cell?.text ?? '', ground);
          const style = cell.text.includes('.') ? (cell.text.includes(',') ? 1 : 2) : cell.text.includes(',') ? 4 : 3;
          return `<c r="${name}" s="${ground + style}"><v>${cell.text.replaceAll(',', '')}</v></c>`;
        });
        rows.push(`<row r="${number}">${cells.join('')}</row>`);
      });
    }
    const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    return { name, xml: `<sheetData>${rows.join('')}</sheetData>${merged ? `<mergeCells>${merged}</mergeCells>` : ''}` };
  });
  return excelFile(sheets, STYLES);
}

function text(name: string, content: string, style: number): string {
  if (content === '') return `<c r="${name}" s="${style}"/>`;
  return `<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(content)}</t></is></c>`;
}

function letter(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : `${letter(Math.floor(column / 26) - 1)}${letter(column % 26)}`;
}

/** As copied out of a PDF: the cells of a row in a line, blank ones gone. */
export function madeText({ pages }: MadeDocument): string {
  const block = (one: MadeBlock): string =>
    typeof one === 'string' ? one : one.rows.map((row) => row.filter((cell) => !/^[<^]?$/.test(cell)).join(' ')).join('\n');
  return pages.map(({ blocks }) => blocks.map(block).join('\n')).join('\n\n\n\n\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
