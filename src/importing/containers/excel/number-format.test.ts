import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from './number-format.ts';

describe('a number in a cell', () => {
  it.each([
    // Stored, format, as shown. Held against LibreOffice Calc where the two agree on Excel.
    ['205.7', '0.00', '205.70'],
    ['205.69999999999999', 'General', '205.7'],
    ['1.005', '0.00', '1.01'],
    ['2.675', '0.00', '2.68'],
    ['999.995', '#,##0.00', '1,000.00'],
    ['1234567.891', '#,##0', '1,234,568'],
    ['-1234.565', '#,##0.00_);(#,##0.00)', '(1,234.57)'],
    ['-1234.565', '#,##0.00;[Red]-#,##0.00', '-1,234.57'],
    ['0', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-'],
    ['12.5', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '12.50'],
    ['0', '#,##0.00;-#,##0.00;', ''],
    ['0', '#,##0.00;-#,##0.00;"—"', '—'],
    ['0.1234', '0.00%', '12.34%'],
    ['0.5', '0%', '50%'],
    ['12', '0"万元"', '12万元'],
    ['2080505', '0000000', '2080505'],
    ['5', '00', '05'],
    ['1234567', '#,##0,', '1,235'],
    ['123456', '0!.0,', '12.3'],
    ['12345', '[>=10000]0.00,"千";0.00', '12.35千'],
    ['-5', '[>=10000]0.00,"千";0.00', '-5.00'],
    ['0.5', '#.##', '.5'],
    ['12', '0.0?', '12.0'],
    ['123456789012', 'General', '123456789012'],
    ['0.33333333333333331', 'General', '0.333333333'],
    ['1E-3', 'General', '0.001'],
    ['45292', 'yyyy"年"m"月"d"日"', '2024年1月1日'],
    ['45292', 'yyyy-mm-dd', '2024-01-01'],
    ['45292.5', 'yyyy/m/d h:mm', '2024/1/1 12:00'],
    ['60', 'yyyy/m/d', '1900/2/28'],
    ['1', '[$-804]yyyy"年"', '1900年'],
  ])('%s as %s is %s', (stored, format, shown) => {
    expect(formatNumber(stored, format, false)).toBe(shown);
  });

  it.each([
    ['1', '# ?/?'],
    ['1', '0.00E+00'],
    ['1', '[DBNum1]General'],
    ['x', '0'],
  ])('%s as %s is left to a person', (stored, format) => {
    expect(formatNumber(stored, format, false)).toBeUndefined();
  });

  it('counts days from 1904 where the workbook does', () => {
    expect(formatNumber('43830', 'yyyy-mm-dd', true)).toBe('2024-01-01');
  });

  it('with as many places as it was typed with is what was typed', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 0, max: 4 }), (units, places) => {
        const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
        const whole = digits.slice(0, digits.length - places);
        const decimals = places === 0 ? '' : `.${digits.slice(digits.length - places)}`;
        const sign = units < 0n ? '-' : '';
        const format = places === 0 ? '0' : `0.${'0'.repeat(places)}`;
        // Excel stores the nearest binary fraction, with up to 17 digits.
        const stored = String(Number(`${sign}${whole}${decimals}`));
        expect(formatNumber(stored, format, false)).toBe(`${sign}${whole}${decimals}`);
        expect(formatNumber(stored, `#,##${format}`, false)?.replaceAll(',', '')).toBe(`${sign}${whole}${decimals}`);
      }),
    );
  });
});
