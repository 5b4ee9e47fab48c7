import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { parseCsv } from './csv.ts';

const scraps = fc.constantFrom('a', '合计', '1.50', ',', ',', '\n', '\n', ' ', '\t', ';', "'", '\u3000', '\ufeff', '\\', '#');

it('divides a text without quotes as PapaParse does', () => {
  fc.assert(
    fc.property(fc.array(scraps, { maxLength: 30 }), (parts) => {
      const text = `合计${parts.join('')}`;
      const { rows } = parseCsv('a.csv', text, () => {});
      const ends: number[] = [];
      const whole: string[][] = [];
      Papa.parse<string[]>(text, {
        delimiter: ',',
        newline: '\n',
        step: ({ data, meta }) => {
          whole.push(data);
          ends.push(meta.cursor);
        },
      });
      expect(rows.map(({ fields }) => fields)).toEqual(whole.slice(0, rows.length));
      expect(whole.slice(rows.length).every((fields) => fields.join() === '')).toBe(true);
      expect(rows.map(({ offset }) => offset)).toEqual([0, ...ends].slice(0, rows.length));
      for (const { line, offset } of rows) expect(text.slice(0, offset).split('\n')).toHaveLength(line);
    }),
  );
});
