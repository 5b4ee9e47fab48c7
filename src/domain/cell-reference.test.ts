import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatCellList, formatCellReference, parseCellList } from './cell-reference.ts';

const id = fc.stringMatching(/^[a-z0-9]{1,3}(-[a-z0-9]{1,3})?$/);
/** Keys of rows come from printed names, and may hold anything but nothing. */
const cell = fc
  .record({ table: fc.constantFrom('expenditure', 'revenue', 'statements'), row: fc.oneof(id, fc.string({ minLength: 1 })), column: id })
  .filter(({ table, row }) => table !== 'statements' || !row.endsWith('.'))
  .map(formatCellReference);

it('a list of cells is read as it was written', () => {
  fc.assert(
    fc.property(fc.array(cell), cell, (cells, of) => {
      expect(parseCellList(formatCellList(cells, of), of)).toEqual(cells);
    }),
  );
});

it('leaves out what the cells share with the one that they are listed beside', () => {
  const cells = ['expenditure.20402.total', 'expenditure.204.personnel', 'revenue.204.total', 'statements.total'];
  expect(formatCellList(cells, 'expenditure.204.total')).toBe('.20402.|..personnel|revenue.204.total|statements.total');
});
