/** One worksheet, streamed: the cells that show something, borders, merged ranges, what is hidden. */
import { parseXml } from '../xml.ts';
import type { ZipPackage } from '../zip.ts';
import { formatNumber } from './number-format.ts';
import type { CellStyle, Workbook } from './workbook.ts';

export interface Sheet {
  /** Rows that show something or have borders, ascending; zero-based, as columns are. */
  readonly rows: readonly SheetRow[];
  readonly merged: readonly Range[];
  readonly hiddenColumns: readonly (readonly [number, number])[];
  readonly faults: readonly CellFault[];
}

export interface SheetRow {
  readonly index: number;
  readonly hidden: boolean;
  readonly texts: ReadonlyMap<number, string>;
  /** First and last column with a border; undefined when the row has none. */
  readonly bordered: readonly [number, number] | undefined;
}

export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface CellFault {
  readonly code: 'cell-error' | 'cell-without-value' | 'cell-number-format';
  readonly cell: string;
  readonly value: string;
}

/** More cells than any budget has; past it the file is refused. */
export const MOST_CELLS = 1_000_000;

export class TooManyCells extends Error {}

export function readSheet(zip: ZipPackage, part: string, { strings, styles, from1904 }: Workbook): Sheet {
  const rows: SheetRow[] = [];
  const merged: Range[] = [];
  const hiddenColumns: [number, number][] = [];
  const faults: CellFault[] = [];
  let row: { index: number; hidden: boolean; texts: Map<number, string>; bordered: [number, number] | undefined } | undefined;
  let nextRow = 0;
  let nextColumn = 0;
  let cell: { name: string; column: number; type: string; style: CellStyle | undefined; value: string; formula: boolean } | undefined;
  let taking = false;
  let phonetic = 0;
  let count = 0;

  const shown = (): string => {
    if (!cell) return '';
    const { type, value, style, name, formula } = cell;
    if (value === '') {
      if (formula) faults.push({ code: 'cell-without-value', cell: name, value: '' });
      return '';
    }
    if (type === 's') return strings[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (type === 'e') {
      faults.push({ code: 'cell-error', cell: name, value });
      return value;
    }
    if (type !== 'n') return value;
    const format = style?.format ?? 'General';
    const text = formatNumber(value, format === '@' ? 'General' : format, from1904);
    if (text !== undefined) return text;
    faults.push({ code: 'cell-number-format', cell: name, value: format });
    return formatNumber(value, 'General', from1904) ?? value;
  };

  parseXml((take) => zip.read(part, take), {
    open: (name, attribute) => {
      switch (name) {
        case 'col':
          if (/^(1|true)$/.test(attribute('hidden') ?? '') || attribute('width') === '0')
            hiddenColumns.push([Number(attribute('min')) - 1, Number(attribute('max')) - 1]);
          break;
        case 'row':
          nextRow = attribute('r') ? Number(attribute('r')) - 1 : nextRow;
          nextColumn = 0;
          row = {
            index: nextRow,
            hidden: /^(1|true)$/.test(attribute('hidden') ?? '') || attribute('ht') === '0',
            texts: new Map(),
            bordered: undefined,
          };
          nextRow++;
          break;
        case 'c': {
          const reference = attribute('r');
          const column = reference ? columnOf(reference) : nextColumn;
          nextColumn = column + 1;
          const style = styles[Number(attribute('s') ?? 0)];
          cell = {
            name: reference ?? cellName(row?.index ?? 0, column),
            column,
            type: attribute('t') ?? 'n',
            style,
            value: '',
            formula: false,
          };
          if (++count > 20 * MOST_CELLS) throw new TooManyCells();
          if (row && style?.bordered)
            row.bordered = [Math.min(row.bordered?.[0] ?? column, column), Math.max(row.bordered?.[1] ?? column, column)];
          break;
        }
        case 'f':
          if (cell) cell.formula = true;
          break;
        case 'rPh':
          phonetic++;
          break;
        case 'v':
        case 't':
          taking = phonetic === 0;
          break;
        case 'mergeCell': {
          const [from = '', to = from] = (attribute('ref') ?? '').split(':');
          if (from !== '') merged.push({ top: rowOf(from), left: columnOf(from), bottom: rowOf(to), right: columnOf(to) });
          break;
        }
      }
    },
    close: (name) => {
      if (name === 'v' || name === 't') taking = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'c') {
        const text = shown().replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
        if (row && cell && text.trim() !== '') row.texts.set(cell.column, text);
        cell = undefined;
      } else if (name === 'row' && row) {
        if (row.texts.size > 0 || row.bordered) rows.push(row);
        row = undefined;
      }
    },
    text: (piece) => {
      if (taking && cell) cell.value += piece;
    },
  });
  return { rows, merged, hiddenColumns, faults };
}

export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^\$?([A-Z]+)/.exec(reference)?.[1] ?? 'A') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function rowOf(reference: string): number {
  return Number(/\d+$/.exec(reference)?.[0] ?? 1) - 1;
}

/** `C` for 2. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** `C7` for row 6, column 2. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}
