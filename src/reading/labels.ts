/** Labels and names as they are compared. */
import { withoutNumbering } from '../domain/printed-name.ts';

/** Labels are compared without white space and with half-width brackets and quotation marks made alike. */
export function plainLabel(label: string): string {
  // The same few thousand labels come back in every disclosure.
  const known = plainLabels.get(label);
  if (known !== undefined) return known;
  const plain = label
    .replace(/[\s\u3000]+/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/["”“]/g, '”')
    .replaceAll(':', '：');
  if (plainLabels.size > 50_000) plainLabels.clear();
  plainLabels.set(label, plain);
  return plain;
}

/** A name without the numbering that some tables print before it: 一、一般公共服务支出. */
export function plainName(name: string): string {
  return plainLabel(withoutNumbering(name.trim()));
}

const plainLabels = new Map<string, string>();

/** Zero-width and control characters, but for the line breaks of a cell. */
const INVISIBLE = /[\p{Cf}\p{Cc}]/u;

export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text) && INVISIBLE.test(text.replace(/[\n\t]/g, ''));
}

export function visible(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cf}\p{Cc}]/gu, '');
}
