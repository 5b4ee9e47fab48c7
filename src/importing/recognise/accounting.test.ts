import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountFor, notFigure } from './accounting.ts';
import { Pieces } from './piece.ts';

const words = fc.array(
  fc.oneof(
    fc.constantFrom(
      '年',
      '月',
      '号',
      '万元',
      '（',
      '）',
      '、',
      '。',
      '第',
      '比上年增加',
      '电话：',
      '表',
      ' ',
      '％',
      '12,345.67',
      '2024',
      '0571-88886666',
      '〔2024〕5号',
    ),
    fc.integer({ min: 0, max: 999_999 }).map(String),
    fc.double({ min: 0, max: 9999, noNaN: true }).map((value) => value.toFixed(2)),
  ),
  { maxLength: 40 },
);

describe('the account of numbers', () => {
  it('has each number once, whatever the text and whatever was placed', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), fc.array(fc.nat(300), { maxLength: 60 }), (texts, picks) => {
        const pieces = new Pieces();
        for (const [line, parts] of texts.entries()) pieces.piece(parts.join(''), { line });
        const picked = picks.flatMap((pick) => pieces.numbers[pick] ?? []);
        const [cells, statements, others] = [picked.slice(0, 20), picked.slice(20, 40), picked.slice(40)];
        const account = accountFor(pieces.numbers, { cells, statements, texts: others, margins: [], personal: [] });
        expect(Object.values(account.counts).reduce((a, b) => a + b, 0)).toBe(account.total);
        expect(account.total).toBe(pieces.numbers.length);
        expect(account.unplaced).toHaveLength(account.counts.unplaced);
        for (const number of cells) expect(account.fates.get(number)).toBe('cell');
      }),
    );
  });

  it('misses no digit of a text', () => {
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('');
        const pieces = new Pieces();
        const piece = pieces.piece(text, {});
        const found = piece.numbers.map(({ number }) => number.text.replace(/\D/g, '')).join('');
        expect(found).toBe(piece.text.replace(/\D/g, ''));
      }),
    );
  });
});

describe('a number that is no figure', () => {
  const first = (text: string, index = 0) => {
    const number = new Pieces().piece(text, {}).numbers[index]?.number;
    return number && notFigure(number);
  };
  it.each([
    ['2024年预算', 0, 'year'],
    ['4.2023年部门预算表', 0, 'ordinal'],
    ['4.2023年部门预算表', 1, 'year'],
    ['截至2023年12月31日', 1, 'date'],
    ['穗财绩〔2015〕59 号', 1, 'document-number'],
    ['电话：0571-88886666', 1, 'contact'],
    ['990001-清河镇便民服务中心', 0, 'code'],
    ['单价50万元以上设备', 0, 'threshold'],
    ['（根据表 05 实际情况表述）', 0, 'ordinal'],
    ['支出 2024.00 万元', 0, undefined],
    ['增加 12 万元', 0, undefined],
  ] as const)('%s [%i]', (text, index, expected) => {
    expect(first(text, index)).toBe(expected);
  });
});
