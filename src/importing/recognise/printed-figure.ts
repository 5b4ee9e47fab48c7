/** What a cell prints, in the form that a table's CSV has. */
import { parseDecimal } from '../../domain/decimal.ts';

/** A number as the archive writes it (`6,150.64` → `6150.64`, `△3.5` → `-3.5`), a dash or a blank; undefined where it is something else. */
export function printedFigure(text: string): string | undefined {
  // Two figures with a space between them are not one.
  if (/\d[\s\u3000]+\d/.test(text)) return undefined;
  const plain = text.replace(/[\s\u3000]+/g, '').replaceAll('，', ',');
  if (plain === '') return '';
  if (/^(-|–|—|——|--|－|\/)$/.test(plain)) return '-';
  const negative = /^(?:[△▲－−]|-)/.test(plain) || /^[(（].*[)）]$/.test(plain);
  const bare = plain.replace(/^[-△▲－−+(（]+|[)）]+$/g, '').replace(/[¥￥]/g, '');
  const percent = /[%％]$/.test(bare);
  const digits = bare.replace(/[%％]$/, '');
  const ungrouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : digits;
  if (!/^\d+(\.\d+)?$/.test(ungrouped) || !parseDecimal(ungrouped)) return undefined;
  return `${negative ? '-' : ''}${ungrouped}${percent ? '%' : ''}`;
}

export function isFigure(text: string): boolean {
  const figure = printedFigure(text);
  return figure !== undefined && figure !== '' && figure !== '-';
}

/** A figure, also one with its unit of money behind it. */
export function isAmount(text: string): boolean {
  return isFigure(text.replace(/\s*(?:万元|千元|元)$/, ''));
}
