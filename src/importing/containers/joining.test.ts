import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFigure, joinCellLines, joinLines } from './joining.ts';

const figure = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.constantFrom('', '.00', '.5', '.125'))
  .map(([whole, decimals]) => `${whole.toString().replace(/\B(?=(\d{3})+$)/g, ',')}${decimals}`);

describe('lines that a layout broke', () => {
  it.each([
    ['机关事业单位基本养老', '保险缴费支出', '机关事业单位基本养老保险缴费支出'],
    ['比上年增加', '43.29万元', '比上年增加43.29万元'],
    ['164,978,64', '0', '164,978,640'],
    ['1,234,567.', '89', '1,234,567.89'],
    ['General', 'budget', 'General budget'],
    ['1.00', '2.00', '1.00 2.00'],
    ['12', '34', '12 34'],
  ])('%s + %s', (before, after, joined) => {
    expect(joinLines(before, after)).toBe(joined);
  });

  it('never make one figure of two', () => {
    fc.assert(
      fc.property(figure, figure, (one, other) => {
        expect(joinLines(one, other)).toBe(`${one} ${other}`);
        expect(joinCellLines([one, other])).toBe(`${one}\n${other}`);
      }),
    );
  });

  it('mend a figure cut anywhere between its groups', () => {
    fc.assert(
      fc.property(figure, fc.nat(), (whole, at) => {
        const cut = 1 + (at % Math.max(1, whole.length - 1));
        const [before, after] = [whole.slice(0, cut), whole.slice(cut)];
        // A piece that is a figure by itself stays one: nobody can tell.
        if (after !== '' && !isFigure(before)) expect(joinLines(before, after)).toBe(whole);
      }),
    );
  });

  it('of a cell close up in a name and stay apart in a list', () => {
    expect(joinCellLines(['功能分类', '科目名称'])).toBe('功能分类科目名称');
    expect(joinCellLines(['1.完成培训', '2.完成检查，', '按时报送'])).toBe('1.完成培训\n2.完成检查，按时报送');
    expect(joinCellLines(['一句。', '又一句。'])).toBe('一句。\n又一句。');
  });
});
