import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALENDAR_YEARS, type FiscalYears, fiscalYear, formatFiscalYear, parseFiscalYear } from './fiscal-year.ts';

const JULY: FiscalYears = { firstDay: '07-01', written: 'both', label: 'FY {first}–{last2}' };
const OCTOBER: FiscalYears = { firstDay: '10-01', written: 'last', label: 'FY{year}' };
const APRIL: FiscalYears = { firstDay: '04-01', written: 'first', label: '{first}/{last}' };
const ENGLISH: FiscalYears = { firstDay: '04-06', written: 'both', label: '{first}–{last2}' };

describe('a fiscal year', () => {
  it.each([
    [2024, CALENDAR_YEARS, { id: '2024', label: '2024', firstDay: '2024-01-01', lastDay: '2024-12-31' }],
    [2024, JULY, { id: '2024-25', label: 'FY 2024–25', firstDay: '2024-07-01', lastDay: '2025-06-30' }],
    [1999, JULY, { id: '1999-00', label: 'FY 1999–00', firstDay: '1999-07-01', lastDay: '2000-06-30' }],
    [2025, OCTOBER, { id: '2025', label: 'FY2025', firstDay: '2024-10-01', lastDay: '2025-09-30' }],
    [2024, APRIL, { id: '2024', label: '2024/2025', firstDay: '2024-04-01', lastDay: '2025-03-31' }],
    [2023, ENGLISH, { id: '2023-24', label: '2023–24', firstDay: '2023-04-06', lastDay: '2024-04-05' }],
    [2023, { ...APRIL, firstDay: '03-01' }, { id: '2023', label: '2023/2024', firstDay: '2023-03-01', lastDay: '2024-02-29' }],
  ])('%i', (year, years, expected) => expect(fiscalYear(year, years)).toEqual(expected));

  it.each([
    ['2024-26', JULY],
    ['2024', JULY],
    ['2024-25', CALENDAR_YEARS],
    ['24', CALENDAR_YEARS],
    ['', JULY],
  ])('%s is none', (text, years) => expect(parseFiscalYear(text, years)).toBeUndefined());

  it('is read as it is written, and follows the one before without a gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), fc.constantFrom(CALENDAR_YEARS, JULY, OCTOBER, APRIL, ENGLISH), (year, years) => {
        expect(parseFiscalYear(formatFiscalYear(year, years), years)).toBe(year);
        const next = fiscalYear(year + 1, years);
        expect(Date.parse(next.firstDay) - Date.parse(fiscalYear(year, years).lastDay)).toBe(86_400_000);
      }),
    );
  });
});
