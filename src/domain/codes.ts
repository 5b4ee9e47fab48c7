/** The hierarchy of a classification's codes: as it declares it, or as the codes themselves say. */
import type { Classification } from './declarations.ts';

/** Digits in China, elsewhere also letters, points and hyphens. */
export const CODE = /^[0-9A-Za-z]+([.-][0-9A-Za-z]+)*$/;

/** What a spreadsheet makes of a code that it takes for a number. */
const SPOILT = /^\d+\.0+$|^\d(\.\d+)?[eE][+-]?\d+$/;

/** Whether a text can be a code: where a classification has digits only, so must its codes. */
export function isCode(text: string, classification: Classification | undefined): boolean {
  if (classification && hasDigitsOnly(classification)) return /^\d+$/.test(text);
  return CODE.test(text) && (classification?.codes.has(text) || !SPOILT.test(text));
}

/** What is wrong with what is no code, in words. */
export function codeFault(classification: Classification | undefined): {
  fault: string;
  faultEn: string;
  expected: string;
  expectedEn: string;
} {
  return classification && hasDigitsOnly(classification)
    ? { fault: '数字以外的字符', faultEn: 'other characters than digits', expected: '只有数字的编码', expectedEn: 'digits only' }
    : {
        fault: '不该有的字符',
        faultEn: 'characters that no code has',
        expected: '由数字、字母、点和连字符组成的编码',
        expectedEn: 'it with digits, letters, points and hyphens only, as the classification does',
      };
}

const digitsOnly = new WeakMap<Classification, boolean>();

function hasDigitsOnly(classification: Classification): boolean {
  const known =
    digitsOnly.get(classification) ??
    (classification.codes.size > 0 && [...classification.codes.keys()].every((code) => /^\d+$/.test(code)));
  digitsOnly.set(classification, known);
  return known;
}

/**
 * The codes above a code, nearest first: as the classification declares them. Of a code that it does not list, and
 * without a classification, what the code begins with: up to each point or hyphen, else each shorter run of digits.
 */
export function codesAbove(code: string, classification: Classification | undefined): string[] {
  const above: string[] = [];
  for (let entry = classification?.codes.get(code); entry?.parent && !above.includes(entry.parent); ) {
    above.push(entry.parent);
    entry = classification?.codes.get(entry.parent);
  }
  if (classification?.codes.has(code)) return above;
  const divided = /[.-]/.test(code);
  for (let length = code.length - 1; length > 0; length -= 1) {
    if (!divided || /[.-]/.test(code[length] ?? '')) above.push(code.slice(0, length));
  }
  return divided || /^\d+$/.test(code) ? above : [];
}

/** Depth for indentation, from 0; of digits that no classification lists, 3, 5 and 7 are 类, 款 and 项. */
export function codeLevel(code: string, classification: Classification | undefined): number {
  if (classification?.codes.has(code) || /[.-]/.test(code)) return codesAbove(code, classification).length;
  return /^\d+$/.test(code) ? Math.max(0, Math.floor((code.length - 3) / 2)) : 0;
}
