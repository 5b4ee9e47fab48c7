/** What all sheets of a workbook share: their names and parts, its strings, and how cells are formatted. */
import { parseXml } from '../xml.ts';
import type { ZipPackage } from '../zip.ts';
import { builtinFormat } from './builtin-formats.ts';

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly hidden: boolean }[];
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  /** Days are counted from 1904, as old Macintosh programs did. */
  readonly from1904: boolean;
}

export interface CellStyle {
  readonly format: string;
  readonly bordered: boolean;
}

export function readWorkbook(zip: ZipPackage): Workbook {
  const targets = new Map<string, string>();
  if (zip.has('xl/_rels/workbook.xml.rels'))
    parseXml((take) => zip.read('xl/_rels/workbook.xml.rels', take), {
      open: (name, attribute) => {
        if (name === 'Relationship') targets.set(attribute('Id') ?? '', attribute('Target') ?? '');
      },
      close: () => undefined,
      text: () => undefined,
    });
  const sheets: { name: string; part: string; hidden: boolean }[] = [];
  let from1904 = false;
  parseXml((take) => zip.read('xl/workbook.xml', take), {
    open: (name, attribute) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const target = targets.get(attribute('id') ?? '') ?? '';
      const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      // Sheets of charts hold no cells.
      if (zip.has(part) && /worksheets\//.test(part))
        sheets.push({ name: attribute('name') ?? '', part, hidden: /hidden/i.test(attribute('state') ?? '') });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { sheets, strings: readStrings(zip), styles: readStyles(zip), from1904 };
}

function readStrings(zip: ZipPackage): string[] {
  const strings: string[] = [];
  const part = zip.names.find((name) => /^xl\/sharedstrings\.xml$/i.test(name));
  if (!part) return strings;
  let text = '';
  let inText = false;
  let phonetic = 0;
  parseXml((take) => zip.read(part, take), {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic++;
      if (name === 't') inText = true;
    },
    close: (name) => {
      if (name === 'si') strings.push(text);
      if (name === 'rPh') phonetic--;
      if (name === 't') inText = false;
    },
    text: (piece) => {
      if (inText && phonetic === 0) text += piece;
    },
  });
  return strings;
}

function readStyles(zip: ZipPackage): CellStyle[] {
  const styles: CellStyle[] = [];
  if (!zip.has('xl/styles.xml')) return styles;
  const formats = new Map<number, string>();
  const borders: boolean[] = [];
  let list = '';
  parseXml((take) => zip.read('xl/styles.xml', take), {
    open: (name, attribute) => {
      if (/^(numFmts|borders|cellXfs|cellStyleXfs|dxfs)$/.test(name)) list = name;
      if (list === 'numFmts' && name === 'numFmt') formats.set(Number(attribute('numFmtId')), attribute('formatCode') ?? 'General');
      if (list === 'borders' && name === 'border') borders.push(false);
      if (list === 'borders' && /^(left|right|top|bottom|start|end)$/.test(name) && (attribute('style') ?? 'none') !== 'none')
        borders[borders.length - 1] = true;
      if (list === 'cellXfs' && name === 'xf') {
        const id = Number(attribute('numFmtId') ?? 0);
        styles.push({ format: formats.get(id) ?? builtinFormat(id), bordered: borders[Number(attribute('borderId') ?? 0)] ?? false });
      }
    },
    close: (name) => {
      if (name === list) list = '';
    },
    text: () => undefined,
  });
  return styles;
}
