import { describe, expect, it } from 'vitest';
import type { Check } from '../domain/archive.ts';
import { parseDecimal, ZERO } from '../domain/decimal.ts';
import { PLAIN_NUMBERS } from '../domain/number-format.ts';
import { zhCN } from '../language/zh-CN.ts';
import { cellMark, checkInWords } from './verdict.ts';

const zh = { language: zhCN, archive: { facts: { numbers: PLAIN_NUMBERS } } };

const of = (text: string) => parseDecimal(text) ?? ZERO;

/** A check with its figures as printed; an input that begins with `-` and a space is taken away. */
function check(
  { operation = 'sum', verdict = 'fail' }: Partial<Check>,
  inputs: readonly string[],
  computed: string | undefined,
  stated: string | undefined,
): Check {
  return {
    rule: 'rows-do-not-sum',
    verdict,
    operation,
    cell: 'revenue.total.total',
    place: { file: '' },
    inputs: inputs.map((text, index) => ({
      cell: `revenue.${index}.total`,
      value: of(text.replace(/^- /, '')),
      sign: text.startsWith('- ') ? -1 : 1,
    })),
    ...(computed === undefined ? {} : { computed: of(computed) }),
    ...(stated === undefined ? {} : { stated: of(stated) }),
  };
}

describe('a sum in words', () => {
  it.each([
    [check({ verdict: 'rounding' }, ['187.53', '17.53'], '205.06', '205.07'), '187.53 + 17.53 = 205.06；印作 205.07，差 0.01'],
    [check({ verdict: 'ok' }, ['6000.00', '0.00', '150.64'], '6150.64', '6150.64'), '6,000.00 + 150.64 = 6,150.64'],
    [check({}, ['57.82', '0.00'], '57.82', '58.69'), '各分项合计 57.82；印作 58.69，差 0.87'],
    [check({}, ['0.00'], '0.00', '1.00'), '各分项合计 0.00；印作 1.00，差 1.00'],
    [check({}, ['0.87'], '0.87', undefined), '各分项合计 0.87；表中空白'],
    [check({}, ['5.00', '-2.00'], '3.00', '2.00'), '5.00 − 2.00 = 3.00；印作 2.00，差 1.00'],
    [check({ verdict: 'not-checkable' }, [], '0', '48.29'), '印作 48.29，没有可以相加的分项'],
    [check({ operation: 'part', verdict: 'ok' }, ['7.50', '1.37'], '8.87', '146.77'), '7.50 + 1.37 = 8.87，不超过 146.77'],
    [
      check({ operation: 'quotient', verdict: 'rounding' }, ['-3.60', '351.14', '- -3.60'], '-1.01', '-1.02'),
      '−3.60 ÷ (351.14 + 3.60) = −1.01%；印作 −1.02%，差 0.01 个百分点',
    ],
    [check({ operation: 'quotient', verdict: 'undefined' }, ['0.00', '0.00'], undefined, '100.00'), '印作 100.00%，除数为零，没有答案'],
    [check({ operation: 'equality', verdict: 'ok' }, ['412.00'], '412.00', '412.00'), '412.00，两处相同'],
    [check({ operation: 'equality' }, ['412.00'], '412.00', '411.00'), '另一处印作 412.00；此处印作 411.00，差 1.00'],
    [check({ operation: 'equality' }, [], '0', '411.00'), '另一处空白；此处印作 411.00'],
    [check({ operation: 'equality' }, ['412.00'], '412.00', undefined), '另一处印作 412.00；此处空白'],
  ])('%#', (given, words) => {
    expect(checkInWords(zh, given)).toBe(words);
  });
});

it('a cell’s mark has the sign of its verdict, and says why a difference stands', () => {
  const known = { ...check({}, ['57.82'], '57.82', '58.69'), acknowledged: '原件少印一格。' };
  expect(cellMark(zh, known)).toEqual({
    verdict: 'fail',
    sign: '≠',
    text: '各分项合计 57.82；印作 58.69，差 0.87。对不上。原件少印一格。',
  });
  expect(cellMark(zh, check({ verdict: 'not-checkable' }, [], '0', '48.29'))?.sign).toBe('？');
  expect(cellMark(zh, check({ verdict: 'ok' }, ['1'], '1', '1'))).toBeUndefined();
});
