/** The printed tables cell by cell, for the database; elsewhere each table is a CSV of its own. */
import type { Archive, Cell, Column, Row, Table } from '../../domain/archive.ts';
import { baseAmount, minorPlaces, minorUnits } from '../base-amount.ts';
import { tableKey } from './documents.ts';
import { relation } from './relation.ts';

interface RowOf {
  /** Over the whole archive, from 1. */
  readonly number: number;
  readonly position: number;
  readonly table: string;
  readonly row: Row;
}

function* rowsOf(archive: Archive): Iterable<RowOf & { readonly of: Table }> {
  let number = 0;
  for (const disclosure of archive.disclosures.values()) {
    for (const table of disclosure.tables) {
      const key = tableKey(disclosure, table);
      for (const [index, row] of table.rows.entries()) {
        number += 1;
        yield { number, position: index + 1, table: key, row, of: table };
      }
    }
  }
}

export const rows = relation<RowOf>({
  name: 'rows',
  only: 'database',
  zh: '各表的行。',
  en: 'Rows of the printed tables.',
  key: ['row'],
  label: 'name',
  sources: rowsOf,
  columns: [
    {
      name: 'row',
      type: 'integer',
      zh: '编号，各版本可能不同',
      en: 'Number, which may differ between versions',
      of: ({ number }) => number,
    },
    {
      name: 'table',
      type: 'string',
      required: true,
      references: { relation: 'tables', column: 'table' },
      zh: '所在的表',
      en: 'Its table',
      of: ({ table }) => table,
    },
    {
      name: 'position',
      type: 'integer',
      required: true,
      zh: '第几行',
      en: 'Its place in the table, from 1',
      of: ({ position }) => position,
    },
    { name: 'key', type: 'string', required: true, zh: '格子名字里的行', en: 'Its part in the names of cells', of: ({ row }) => row.key },
    { name: 'name', type: 'string', required: true, zh: '印出的名称', en: 'Printed name', of: ({ row }) => row.name },
    { name: 'code', type: 'string', zh: '印出的编码', en: 'Printed code', of: ({ row }) => row.code },
    {
      name: 'level',
      type: 'integer',
      required: true,
      zh: '缩进的层次，从 0 起',
      en: 'Depth of indentation, from 0',
      of: ({ row }) => row.level,
    },
    { name: 'total', type: 'boolean', required: true, zh: '是不是合计行', en: 'Whether it is a total', of: ({ row }) => row.total },
    {
      name: 'direction',
      type: 'string',
      zh: 'revenue 收入，expenditure 支出',
      en: 'revenue or expenditure',
      of: ({ row }) => row.direction,
    },
  ],
});

interface CellOf {
  readonly archive: Archive;
  readonly row: number;
  readonly table: Table;
  readonly column: Column;
  readonly cell: Cell;
}

export const cells = relation<CellOf>({
  name: 'cells',
  only: 'database',
  zh: '各表的格子。空白、0.00 和横线是三回事。',
  en: 'Cells of the printed tables. A blank, 0.00 and a dash are three things.',
  key: ['row', 'column'],
  *sources(archive) {
    for (const { number, row, of } of rowsOf(archive)) {
      for (const column of of.columns) {
        const cell = row.cells.get(column.kind.id);
        if (cell) yield { archive, row: number, table: of, column, cell };
      }
    }
  },
  columns: [
    { name: 'row', type: 'integer', references: { relation: 'rows', column: 'row' }, zh: '所在的行', en: 'Its row', of: ({ row }) => row },
    { name: 'column', type: 'string', zh: '栏', en: 'Column id', of: ({ column }) => column.kind.id },
    {
      name: 'label',
      type: 'string',
      required: true,
      zh: '栏目，照原件',
      en: 'Printed label of the column',
      of: ({ column }) => column.label,
    },
    {
      name: 'content',
      type: 'string',
      required: true,
      zh: 'number 数字，blank 空白，dash 横线，words 文字',
      en: 'number, blank, dash or words',
      of: ({ cell }) => cell.content,
    },
    { name: 'printed', type: 'string', required: true, zh: '照原件', en: 'As printed', of: ({ cell }) => cell.raw },
    { name: 'value', type: 'decimal', zh: '数字', en: 'Figure', of: ({ cell }) => cell.value },
    {
      name: 'amount_minor',
      type: 'integer',
      zh: '金额，以表 archive 的 minor_per_one 分之一元计的整数',
      en: 'The amount as a whole number of the smallest part of the currency (minor_per_one of table archive)',
      of: ({ archive, table, column, cell }) => {
        const amount = column.kind.role === 'amount' && cell.value && baseAmount(cell.value, table.scale, archive.facts.scales);
        return amount ? minorUnits(amount, minorPlaces(archive)) : undefined;
      },
    },
  ],
});
