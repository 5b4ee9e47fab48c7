import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lattices } from './lattice.ts';
import type { Rule } from './page-marks.ts';

/** Lines of a grid of 100 × 20 fields, from field edge to field edge. */
function line(vertical: boolean, at: number, from: number, to: number): Rule {
  return { vertical, at: at * (vertical ? 100 : 20), from: from * (vertical ? 20 : 100), to: to * (vertical ? 20 : 100) };
}

function frame(columns: number, rows: number): Rule[] {
  return [line(true, 0, 0, rows), line(true, columns, 0, rows), line(false, 0, 0, columns), line(false, rows, 0, columns)];
}

function shape(rules: readonly Rule[]) {
  return lattices(rules).map(({ rows, columns, cells }) => ({
    rows,
    columns,
    cells: cells.map((c) => `${c.row},${c.column} ${c.rowSpan}×${c.columnSpan}`),
  }));
}

describe('a lattice', () => {
  it('has a cell for each field', () => {
    expect(shape([...frame(2, 2), line(true, 1, 0, 2), line(false, 1, 0, 2)])).toEqual([
      { rows: 2, columns: 2, cells: ['0,0 1×1', '0,1 1×1', '1,0 1×1', '1,1 1×1'] },
    ]);
  });

  it('joins fields that no line parts', () => {
    // 合计 over two columns, a name down two rows.
    expect(shape([...frame(3, 2), line(true, 1, 0, 2), line(true, 2, 1, 2), line(false, 1, 1, 3)])).toEqual([
      { rows: 2, columns: 3, cells: ['0,0 2×1', '0,1 1×2', '1,1 1×1', '1,2 1×1'] },
    ]);
  });

  it('takes the ends of lines for a side that is not drawn', () => {
    const open = [line(false, 0, 0, 3), line(false, 1, 0, 3), line(false, 2, 0, 3), line(true, 1, 0, 2), line(true, 2, 0, 2)];
    expect(shape(open)).toEqual([{ rows: 2, columns: 3, cells: ['0,0 1×1', '0,1 1×1', '0,2 1×1', '1,0 1×1', '1,1 1×1', '1,2 1×1'] }]);
  });

  it('is not cut by an underline that touches a border', () => {
    const table = [...frame(3, 2), line(true, 1, 0, 2), line(true, 2, 0, 2), line(false, 1, 0, 3)];
    expect(shape([...table, line(false, 1.7, 1, 1.6)])).toEqual(shape(table));
  });

  it('is two where two tables do not touch, and none for a box or a lone line', () => {
    const low = (rule: Rule): Rule =>
      rule.vertical ? { ...rule, from: rule.from + 200, to: rule.to + 200 } : { ...rule, at: rule.at + 200 };
    const table = [...frame(2, 1), line(true, 1, 0, 1)];
    expect(shape([...table, ...table.map(low)])).toHaveLength(2);
    expect(shape(frame(1, 1))).toEqual([]);
    expect(shape([line(false, 0, 0, 3)])).toEqual([]);
  });

  it('is the same drawn whole, in pieces, twice, or a hair off, in any order', () => {
    const table = fc.record({
      columns: fc.integer({ min: 2, max: 6 }),
      rows: fc.integer({ min: 1, max: 8 }),
      seed: fc.array(fc.boolean(), { minLength: 120, maxLength: 120 }),
    });
    fc.assert(
      fc.property(
        table,
        fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 1000 }),
        ({ columns, rows, seed }, jitter, turn) => {
          const pieces: Rule[] = [];
          for (let row = 0; row < rows; row++)
            for (let column = 0; column <= columns; column++)
              if (column === 0 || column === columns || seed[(row * 7 + column) % seed.length] || row === rows - 1)
                pieces.push(line(true, column, row, row + 1));
          for (let row = 0; row <= rows; row++) pieces.push(line(false, row, 0, columns));
          const expected = shape(pieces);
          const worn = pieces.flatMap((rule, index): Rule[] => {
            const off = jitter[index % jitter.length] ?? 0;
            const middle = (rule.from + rule.to) / 2;
            return [
              { ...rule, at: rule.at + off, to: middle + 1 },
              { ...rule, at: rule.at - off, from: middle + 2 },
              { ...rule, at: rule.at, from: middle },
            ];
          });
          const order = worn.map((rule, index) => ({ rule, key: (index * 7919 + turn) % 1009 })).sort((a, b) => a.key - b.key);
          expect(shape(order.map(({ rule }) => rule))).toEqual(expected);
          const cells = lattices(pieces)[0]?.cells ?? [];
          expect(cells.reduce((sum, { rowSpan, columnSpan }) => sum + rowSpan * columnSpan, 0)).toBe(
            expected[0] ? expected[0].rows * expected[0].columns : 0,
          );
        },
      ),
    );
  });
});
