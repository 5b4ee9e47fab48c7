/** One printed figure: number, blank, dash or permitted word; anything else, and what it looks like. */
import type { Cell } from '../domain/archive.ts';
import type { ColumnRole } from '../domain/declarations.ts';
import { parseDecimal } from '../domain/decimal.ts';

const DASHES = new Set(['-', '–', '—', '——', '--', '－', '/']);

/** Why a cell is no figure; each has its advice in the rule `figure-not-readable`. */
export type FigureFault = 'full-width' | 'unit-in-cell' | 'chinese-numeral' | 'negative-style' | 'formula' | 'invisible' | 'separator' | 'text';

export function parseFigure(raw: string, field: number, role: ColumnRole, words: readonly string[]): Cell | FigureFault {
  const text = raw.trim();
  if (text === '') return { raw, content: 'blank', field };
  if (DASHES.has(text)) return { raw, content: 'dash', field };
  if (words.includes(text)) return { raw, content: 'words', field };
  const digits = role === 'percent' && text.endsWith('%') ? text.slice(0, -1) : text;
  const value = parseDecimal(digits);
  if (value) return { raw, content: 'number', value, field };
  return resemblance(text);
}

function resemblance(text: string): FigureFault {
  if (/\p{Cf}|\u00a0|\u3000/u.test(text)) return 'invisible';
  if (/^[=＝@]|^[+＋](?!\d)/.test(text)) return 'formula';
  if (/^[△▲−－(（]\s*[\d.,]+\s*[)）]?$/.test(text)) return 'negative-style';
  if (/[０-９．，]/.test(text)) return 'full-width';
  if (/^[\d.,\s]+(亿元|万元|千元|元|人|辆|个|台|套|%|％)$/.test(text)) return 'unit-in-cell';
  if (/^[零〇一二两三四五六七八九十百千万亿点]+(元|万元)?$/.test(text)) return 'chinese-numeral';
  if (/^[\d.,'’，\s]+$/.test(text)) return 'separator';
  return 'text';
}
