import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromSpreadsheetSafe, spreadsheetSafe } from './spreadsheet-safe.ts';

describe('text in a spreadsheet', () => {
  it.each([
    ["=HYPERLINK('http://x')", "'=HYPERLINK('http://x')"],
    ['+86 571', "'+86 571"],
    ['-人员', "'-人员"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['＝1+1', "'＝1+1"],
    ["'=1", "''=1"],
    ['-1+1', "'-1+1"],
  ])('%j becomes %j', (text, safe) => expect(spreadsheetSafe(text)).toBe(safe));

  it.each(['-', '—', '——', '-3.60', '+5', '-1,234.50', '-12.5%', '人员经费', '', "'quoted'", 'a=b'])('%j stays', (text) =>
    expect(spreadsheetSafe(text)).toBe(text),
  );

  it('never begins like a formula, and gives back exactly what it was', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '1', '1,234', '.5', '%', '元', '—'), { maxLength: 6 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const safe = spreadsheetSafe(text);
        expect(fromSpreadsheetSafe(safe)).toBe(text);
        if (/^[=+\-@\t\r]/.test(safe)) expect(safe).toMatch(/^(?:[-—–]+|[-－—–―]+|[+-]?[\d,]+(\.\d+)?%?)$/);
      }),
      { numRuns: 2000 },
    );
  });
});
