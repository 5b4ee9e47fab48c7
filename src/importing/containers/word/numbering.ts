/** Automatic numbers of Word: `一、`, `（二）`, `3.` are nowhere in the text, but a reader sees them. */
import { parseXml } from '../xml.ts';
import type { ZipPackage } from '../zip.ts';

interface Level {
  start: number;
  format: string;
  /** `%1` stands for the number of the first level, `%2` of the second. */
  text: string;
  /** The paragraph style that carries it. */
  style: string | undefined;
}

export interface Numbering {
  /** The number before the next paragraph of this list and level; blank for bullets. */
  readonly next: (numberId: string, level: number) => string;
  /** What a paragraph style brings along. */
  readonly ofStyle: (style: string) => { readonly numberId: string; readonly level: number } | undefined;
}

export function readNumbering(zip: ZipPackage): Numbering {
  const abstracts = new Map<string, Level[]>();
  const lists = new Map<string, { abstract: string; starts: Map<number, number> }>();
  if (zip.has('word/numbering.xml')) {
    let levels: Level[] = [];
    let level: Level | undefined;
    let list: { abstract: string; starts: Map<number, number> } | undefined;
    let overridden = 0;
    parseXml((take) => zip.read('word/numbering.xml', take), {
      open: (name, attribute) => {
        const value = attribute('val') ?? '';
        if (name === 'abstractNum') {
          levels = [];
          abstracts.set(attribute('abstractNumId') ?? '', levels);
        } else if (name === 'lvl' && !list) {
          level = { start: 1, format: 'decimal', text: '', style: undefined };
          levels[Number(attribute('ilvl') ?? 0)] = level;
        } else if (name === 'num') {
          list = { abstract: '', starts: new Map() };
          lists.set(attribute('numId') ?? '', list);
        } else if (name === 'lvlOverride') overridden = Number(attribute('ilvl') ?? 0);
        else if (list && name === 'abstractNumId') list.abstract = value;
        else if (list && name === 'startOverride') list.starts.set(overridden, Number(value));
        else if (level && name === 'start') level.start = Number(value);
        else if (level && name === 'numFmt') level.format = value;
        else if (level && name === 'lvlText') level.text = value;
        else if (level && name === 'pStyle') level.style = value;
      },
      close: (name) => {
        if (name === 'num') list = undefined;
        if (name === 'lvl') level = undefined;
      },
      text: () => undefined,
    });
  }
  const styles = readStyles(zip);
  const counts = new Map<string, (number | undefined)[]>();

  return {
    next: (numberId, at) => {
      const list = lists.get(numberId);
      const levels = abstracts.get(list?.abstract ?? '');
      const level = levels?.[at];
      if (!list || !levels || !level) return '';
      // Lists of one definition count on together, unless one starts anew.
      const key = list.starts.size > 0 ? `list ${numberId}` : `abstract ${list.abstract}`;
      const count = counts.get(key) ?? [];
      counts.set(key, count);
      const startOf = (index: number): number => list.starts.get(index) ?? levels[index]?.start ?? 1;
      count[at] = (count[at] ?? startOf(at) - 1) + 1;
      count.length = at + 1;
      if (level.format === 'bullet' || level.format === 'none') return '';
      return level.text.replace(/%(\d)/g, (_, digit: string) => {
        const index = Number(digit) - 1;
        return numeral(count[index] ?? startOf(index), levels[index]?.format ?? 'decimal');
      });
    },
    ofStyle: (style) => {
      const found = styles.get(style);
      if (!found) return undefined;
      const levels = abstracts.get(lists.get(found.numberId)?.abstract ?? '');
      const linked = levels?.findIndex((level) => level?.style === style) ?? -1;
      return { numberId: found.numberId, level: linked >= 0 ? linked : found.level };
    },
  };
}

/** The list that each paragraph style names, itself or through the style that it is based on. */
function readStyles(zip: ZipPackage): Map<string, { numberId: string; level: number }> {
  const own = new Map<string, { numberId?: string; level?: number; base?: string }>();
  if (zip.has('word/styles.xml')) {
    let style: { numberId?: string; level?: number; base?: string } | undefined;
    parseXml((take) => zip.read('word/styles.xml', take), {
      open: (name, attribute) => {
        const value = attribute('val') ?? '';
        if (name === 'style') {
          style = {};
          own.set(attribute('styleId') ?? '', style);
        } else if (style && name === 'basedOn') style.base = value;
        else if (style && name === 'numId') style.numberId = value;
        else if (style && name === 'ilvl') style.level = Number(value);
      },
      close: (name) => {
        if (name === 'style') style = undefined;
      },
      text: () => undefined,
    });
  }
  const found = new Map<string, { numberId: string; level: number }>();
  for (const id of own.keys()) {
    let style = own.get(id);
    for (let depth = 0; style && style.numberId === undefined && depth < 10; depth++) style = own.get(style.base ?? '');
    if (style?.numberId !== undefined && style.numberId !== '0')
      found.set(id, { numberId: style.numberId, level: own.get(id)?.level ?? style.level ?? 0 });
  }
  return found;
}

/** A number in one of Word's formats (ST_NumberFormat); digits for those that budgets do not use. */
export function numeral(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'ideographDigital':
    case 'japaneseCounting':
    case 'taiwaneseCountingThousand':
      return chinese(value, '〇一二三四五六七八九', ['', '十', '百', '千']);
    case 'chineseLegalSimplified':
      return chinese(value, '零壹贰叁肆伍陆柒捌玖', ['', '拾', '佰', '仟']);
    case 'ideographTraditional':
      return '甲乙丙丁戊己庚辛壬癸'[value - 1] ?? String(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
    case 'decimalFullWidth':
      return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'lowerLetter':
    case 'upperLetter': {
      const letter = String.fromCodePoint(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
      return format === 'upperLetter' ? letter.toUpperCase() : letter;
    }
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperRoman':
      return roman(value);
    default:
      return String(value);
  }
}

function chinese(value: number, digits: string, units: readonly string[]): string {
  if (value <= 0 || value > 9999) return String(value);
  let text = '';
  let gap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += (gap ? '零' : '') + digits[digit] + units[power];
    gap = false;
  }
  // 十二, not 一十二.
  return value >= 10 && value < 20 && units[1] === '十' ? text.slice(1) : text;
}

function roman(value: number): string {
  const signs: readonly [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let text = '';
  for (const [worth, sign] of signs)
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  return text;
}
