import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, normalise, parseQuery, printedPattern, runs, spaced, tokens, unspaced } from './search-text.ts';

describe('the normal form', () => {
  it.each([
    ['６，１５０．６４ 万元', '6150.64万元'],
    ['“三公”经费', '三公经费'],
    ['“三公” 经费', '三公经费'],
    ['流动\n人口', '流动人口'],
    ['IC 卡', 'ic卡'],
    ['2023 年 1,234,567.89', '2023年1234567.89'],
    ['Data  Package v2', 'data package v2'],
    ['因公出国（境）', '因公出国(境)'],
    ['居\u200b住证', '居住证'],
  ])('%j → %j', (text, normal) => expect(normalise(text)).toBe(normal));

  it('traditional characters become those of the archive', () => {
    expect(normalise('流動人口', new Map([['動', '动']]))).toBe('流动人口');
  });

  it('is its own normal form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const normal = normalise(text);
        return normalise(normal) === normal;
      }),
      { examples: [['1,0 00'], ['“1”,000'], ["1','000"]] },
    );
  });
});

describe('words', () => {
  it('are single Han characters and whole numbers', () => {
    expect(tokens('2016年6150.64万元')).toEqual(['2016', '年', '6150.64', '万', '元']);
    expect(tokens('ic卡业务')).toEqual(['ic', '卡', '业', '务']);
    expect(runs('安(款)支出6.5,元')).toEqual([['安'], ['款'], ['支', '出', '6.5'], ['元']]);
  });

  it('a query is words that must all be there; quotation marks keep an order', () => {
    expect(parseQuery('海宁 人员经费')).toEqual(['海宁', '人员经费']);
    expect(parseQuery('“海宁 人员” 经费')).toEqual(['海宁人员', '经费']);
    expect(parseQuery(' ，。 ')).toEqual([]);
  });
});

describe('finding', () => {
  it.each([
    ['6150.64', '150.64', false],
    ['6150.64', '6150', false],
    ['6150.64', '6150.64', true],
    ['2040250', '204025', false],
    ['共6150.64万元', '6150.64', true],
    ['339.43。', '339.43', true],
    ['1.5.2', '5.2', false],
    ['ic卡', 'i', false],
  ])('in %j %j: %j', (text, term, found) => expect(contains(normalise(text), term)).toBe(found));

  it('marks what is printed, through quotation marks and commas', () => {
    expect('“三公”经费 0.20'.match(printedPattern('三公经费'))).toEqual(['三公”经费']);
    expect('合计 6,150.64'.match(printedPattern('6150.64'))).toEqual(['6,150.64']);
    expect('合计 6,150.64'.match(printedPattern('150.64'))).toBeNull();
  });

  it('finds in the normal form whatever was cut from the text at words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('年', '经费', '6,150.64', '“三公”', ' ', '、', 'IC', '2040250'), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        (parts, a, b) => {
          const [from, to] = [a % parts.length, b % parts.length].sort((x, y) => x - y) as [number, number];
          const cut = normalise(parts.slice(from, to + 1).join(' '));
          return cut === '' || contains(normalise(parts.join(' ')), cut);
        },
      ),
    );
  });
});

describe('text for the index', () => {
  it('has its words apart, and numbers whole', () => {
    expect(spaced('共6150.64万元，ic卡v1.5 x。')).toBe('共 6150ｐ64 万 元 ， ic 卡 v1ｐ5 x 。');
    expect(spaced('年.5 5..5 1.1a')).toBe('年 . 5 5 . . 5 1ｐ1a');
  });

  it('is the text again, and every run of it words that follow each other', () => {
    const printed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[年元〇é .,，。¶a1-9（）]*$/u),
      fc.stringMatching(/^[1a.é 年]*$/u),
    );
    fc.assert(
      fc.property(printed, (text) => {
        const normal = normalise(text);
        expect(unspaced(spaced(normal))).toBe(normal);
        const indexed = ` ${spaced(normal)} `;
        for (const run of runs(normal)) expect(indexed).toContain(` ${spaced(run.join(' '))} `);
      }),
      { numRuns: 2000 },
    );
  });
});
