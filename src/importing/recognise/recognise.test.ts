/** A made-up table printed in the ways that disclosures are, and read back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesOnDisk } from '../../reading/files.ts';
import { readArchive } from '../../reading/read-archive.ts';
import { PROJECT } from '../../testing/commands.ts';
import type { Block, Grid, GridCell, SourceDocument } from '../source-document.ts';
import { recognise } from './recognise.ts';

const read = readArchive(filesOnDisk(PROJECT));
/** A few kinds that are easily taken for each other. */
const kinds = new Map(
  ['shanghai-expenditure', 'shanghai-revenue', 'shanghai-general-public-budget', 'expenditure', 'government-fund'].flatMap((id) =>
    [...read.kinds].filter(([known]) => known === id),
  ),
);
const expected = { ...read, kinds, unitNames: ['清河镇便民服务中心'], year: 2024, type: 'budget' as const };

const CODES = [
  '204',
  '20402',
  '2040250',
  '2040299',
  '208',
  '20805',
  '2080505',
  '2080506',
  '210',
  '21011',
  '2101102',
  '221',
  '22102',
  '2210201',
  '2210203',
];
const names = new Map(CODES.map((code) => [code, read.classifications.get('functional/2023')?.codes.get(code)?.label ?? code]));
const figure = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 99_999_999 }).map((cents) => (cents / 100).toFixed(2)) },
  { weight: 1, arbitrary: fc.constantFrom('', '-', '0', '0.00', '12,345.60', '1,234,567.89') },
);
const table = fc.subarray(CODES, { minLength: 2 }).chain((codes) =>
  fc.record({
    rows: fc.tuple(...codes.map((code) => fc.tuple(fc.constant(code), fc.array(figure, { minLength: 3, maxLength: 3 })))),
    total: fc.array(figure, { minLength: 3, maxLength: 3 }),
    breaks: fc.array(fc.nat(CODES.length), { maxLength: 3 }),
    repeatHead: fc.boolean(),
    totalFirst: fc.boolean(),
    wrap: fc.boolean(),
  }),
);

type Line = readonly (readonly [text: string, columnSpan?: number, rowSpan?: number])[];

function grid(lines: readonly Line[], columns: number, page: number): Grid {
  const taken = new Set<string>();
  const cells: GridCell[] = [];
  lines.forEach((line, row) => {
    let column = 0;
    for (const [text, columnSpan = 1, rowSpan = 1] of line) {
      while (taken.has(`${row} ${column}`)) column += 1;
      cells.push({ row, column, rowSpan, columnSpan, text, place: { page } });
      for (let down = 0; down < rowSpan; down += 1)
        for (let along = 0; along < columnSpan; along += 1) taken.add(`${row + down} ${column + along}`);
      column += columnSpan;
    }
  });
  return { type: 'grid', cells, rows: lines.length, columns, place: { page } };
}

/** Codes in three columns, a head of three rows, the table over several pages. */
function printed({
  rows,
  total,
  breaks,
  repeatHead,
  totalFirst,
  wrap,
}: typeof table extends fc.Arbitrary<infer T> ? T : never): SourceDocument {
  const head: Line[] = [
    [
      ['项目', 4],
      ['支出预算', 3],
    ],
    [
      ['功能分类科目编码', 3],
      ['功能分类科目名称', 1, 2],
      ['合计', 1, 2],
      ['基本支出', 1, 2],
      ['项目支出', 1, 2],
    ],
    [['类'], ['款'], ['项']],
  ];
  const body: Line[] = rows.map(([code, figures]) => {
    const name = names.get(code) ?? '';
    const middle = Math.ceil(name.length / 2);
    return [
      [code.slice(0, 3)],
      [code.slice(3, 5)],
      [code.slice(5, 7)],
      [wrap ? `${name.slice(0, middle)}\n${name.slice(middle)}` : name],
      ...figures.map((text) => [text] as const),
    ];
  });
  const sum: Line = [['合　计', 4], ...total.map((text) => [text] as const)];
  const lines = totalFirst ? [sum, ...body] : [...body, sum];
  const cuts = [...new Set(breaks)].filter((cut) => cut > 0 && cut < lines.length).sort((a, b) => a - b);
  const parts = [0, ...cuts].map((from, index) => lines.slice(from, cuts[index] ?? lines.length));
  const blocks: Block[] = [
    { type: 'paragraph', text: '2024年部门支出预算总表', place: { page: 1 } },
    { type: 'paragraph', text: '编制部门：清河镇便民服务中心 单位：元', place: { page: 1 } },
    ...parts.map((part, index) => grid(index === 0 || repeatHead ? [...head, ...part] : part, 7, index + 1)),
  ];
  return { form: 'pdf', pages: parts.length, blocks };
}

describe('a table as printed', () => {
  it('is read back cell by cell, codes joined, over pages, with and without repeated heads', () => {
    fc.assert(
      fc.property(table, (made) => {
        const { tables, printed: source } = recognise(printed(made), expected);
        expect(tables).toHaveLength(1);
        const [found] = tables;
        expect(found?.kind?.id).toBe('shanghai-expenditure');
        const plain = (texts: readonly string[]): string[] => texts.map((text) => text.replaceAll(',', ''));
        const body = made.rows.map(([code, figures]) => [code, names.get(code) ?? '', ...plain(figures)]);
        const sum = ['', '合计', ...plain(made.total)];
        expect(found?.rows.map((row) => row.map(({ text }) => text))).toEqual(made.totalFirst ? [sum, ...body] : [...body, sum]);
        // No figure of the source is in two cells, and none is in none.
        const numbers = found?.rows.flatMap((row) => row.flatMap(({ piece }) => piece.numbers.map(({ number }) => number.id))) ?? [];
        expect(new Set(numbers).size).toBe(numbers.length);
        const texts = new Set(found?.texts.flatMap((piece) => piece.numbers.map(({ number }) => number.id)));
        expect(numbers.length + source.pieces.numbers.filter(({ id }) => texts.has(id)).length).toBe(source.pieces.numbers.length);
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});
