/** One printed figure: number, blank, dash or permitted word; anything else, and what it looks like. */
import type { Cell } from '../domain/archive.ts';
import { decimal } from '../domain/decimal.ts';
import type { ColumnRole } from '../domain/declarations.ts';
import { formatNumber, type NumberFormat, PLAIN_NUMBERS, parseNumber } from '../domain/number-format.ts';

const DASHES = new Set(['-', '–', '—', '——', '--', '－', '/']);

/** Why a cell is no figure, and what to do. */
export const FIGURE_FAULTS = {
  'full-width': { zh: '里面有全角数字或符号，请改成半角，如 339.43', en: 'full-width characters; write 339.43' },
  'unit-in-cell': {
    zh: '数字后面带着单位，请只写数字，单位写在文件头的 scale',
    en: 'a unit stands behind the number; write the number alone',
  },
  'chinese-numeral': { zh: '是中文数字，请照原表写阿拉伯数字', en: 'Chinese numerals; write digits' },
  'negative-style': { zh: '负数的写法不能计算，请写成 -339.43', en: 'a negative in another style; write -339.43' },
  formula: { zh: '看来是公式，请写算出来的数字', en: 'a formula; write its result' },
  invisible: { zh: '夹着看不见的字符或全角空格，请清空这一格重新输入', en: 'an invisible character; empty the cell and type it again' },
  separator: { zh: '逗号、空格或小数点放错了位置，请写成 6150.64', en: 'separators in wrong places; write 6150.64' },
  percent: {
    zh: '这一栏是金额，不应有百分号，请对照原件看是不是录错了栏',
    en: 'a percentage in a column of amounts; check whether it slipped into the wrong column',
  },
  'too-long': { zh: '数字太长，无法精确计算，请核对', en: 'too long to be exact; check it' },
  text: { zh: '请改成数字；没有数字就留空，印着横线就写 -', en: 'write a number, leave a blank blank, or - where a dash is printed' },
} as const;

export type FigureFault = keyof typeof FIGURE_FAULTS;

/** Why, with examples as this archive prints its numbers. */
export function figureAdvice(fault: FigureFault, numbers: NumberFormat): { advice: string; adviceEn: string } {
  const { zh, en } = FIGURE_FAULTS[fault];
  if (numbers === PLAIN_NUMBERS) return { advice: zh, adviceEn: en };
  const [fall, small, large] = [decimal(-33943, 2), decimal(33943, 2), decimal(615064, 2)].map((value) => formatNumber(value, numbers));
  const printed = (advice: string): string =>
    advice
      .replace('-339.43', fall ?? '')
      .replace(/(?<!\d)339\.43/, small ?? '')
      .replace('6150.64', large ?? '');
  return { advice: printed(zh), adviceEn: printed(en) };
}

export function parseFigure(
  raw: string,
  field: number,
  role: ColumnRole,
  words: readonly string[],
  numbers: NumberFormat,
): Cell | FigureFault {
  if (raw === '') return blankCell(field);
  // A no-break space is not to be seen, and other programs stumble over it.
  const text = raw.replace(/^[ \t\n\u3000]+|[ \t\n\u3000]+$/g, '');
  if (text === '') return { raw, content: 'blank', field };
  if (DASHES.has(text)) return { raw, content: 'dash', field };
  if (words.includes(text)) return { raw, content: 'words', field };
  const digits = role === 'percent' && text.endsWith('%') ? text.slice(0, -1) : text;
  const value = parseNumber(digits, numbers);
  if (value) return { raw, content: 'number', value, field };
  return /^-?[\d.,]+[%％]$/.test(text) && role !== 'percent' ? 'percent' : resemblance(text, numbers);
}

const BLANKS: Cell[] = [];

/** Most cells of a budget are blank: one object serves all of a column. */
function blankCell(field: number): Cell {
  BLANKS[field] ??= { raw: '', content: 'blank', field };
  return BLANKS[field];
}

function resemblance(text: string, { decimal: point, negative }: NumberFormat): FigureFault {
  if (/\p{Cf}|\u00a0|\u3000/u.test(text)) return 'invisible';
  if (/^[=＝@]|^[+＋](?!\d)/.test(text)) return 'formula';
  // Declared brackets hold something else than a number.
  if (negative.includes('(1)') && /^\([\d.,'’\s]+\)$/.test(text)) return 'separator';
  if (/^[△▲−－(（]\s*[\d.,]+\s*[)）]?$|^[\d.,]+[-－−]$/.test(text)) return 'negative-style';
  if (/[０-９．，％]/.test(text)) return 'full-width';
  if (/^[\d.,\s]+(亿元|万元|千元|元|人|辆|个|台|套|%)$/.test(text)) return 'unit-in-cell';
  if (/^[零〇一二两三四五六七八九十百千万亿点壹贰叁肆伍陆柒捌玖拾佰仟]+(元|万元)?[整正]?$/.test(text)) return 'chinese-numeral';
  if ((point === '.' ? /^-?\d+(\.\d+)?$/ : /^-?\d+(,\d+)?$/).test(text)) return 'too-long';
  if (/^-?[\d.,'’，\s]+$/.test(text)) return 'separator';
  return 'text';
}
