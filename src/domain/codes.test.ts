import { describe, expect, it } from 'vitest';
import { codeLevel, codesAbove, isCode } from './codes.ts';
import type { Classification } from './declarations.ts';

const listed = (codes: Readonly<Record<string, string | undefined>>): Classification => ({
  name: 'programs',
  version: '2024',
  codes: new Map(Object.entries(codes).map(([code, parent]) => [code, { code, label: code, variants: [], ...(parent ? { parent } : {}) }])),
});
const PROGRAMS = listed({ PW: undefined, 'PW.10': 'PW', 'PW.10.100': 'PW.10', '10': undefined, '1010': undefined });
const CHINESE = listed({ '204': undefined, '20402': '204', '2040250': '20402' });

describe('codes', () => {
  it.each([
    ['PW.10.100', PROGRAMS, ['PW.10', 'PW'], 2],
    ['1010', PROGRAMS, [], 0],
    ['PW.20.5', PROGRAMS, ['PW.20', 'PW'], 2],
    ['2040250', CHINESE, ['20402', '204'], 2],
    ['01.2-30', undefined, ['01.2', '01'], 2],
    ['2040250', undefined, ['204025', '20402', '2040', '204', '20', '2'], 2],
    ['ABC', undefined, [], 0],
  ])('%s stands below %s', (code, classification, above, level) => {
    expect(codesAbove(code, classification)).toEqual(above);
    expect(codeLevel(code, classification)).toBe(level);
  });

  it.each([
    ['PW.10.999', PROGRAMS, true],
    ['PW 10', PROGRAMS, false],
    ['2040250.0', CHINESE, false],
    ['20402A', CHINESE, false],
    ['2040250.0', undefined, false],
    ['2.04E+06', undefined, false],
    ['01.20', undefined, true],
    ['.1', undefined, false],
  ])('%s', (code, classification, sound) => expect(isCode(code, classification)).toBe(sound));

  it('that go round in a circle end', () => {
    expect(codesAbove('a', listed({ a: 'b', b: 'a' }))).toEqual(['b', 'a']);
  });
});
