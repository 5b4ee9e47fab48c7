import { describe, expect, it } from 'vitest';
import { printedBasis } from './printed-basis.ts';

describe('what the printed words say beyond the stage', () => {
  it.each([
    [undefined, 'approved', false, ''],
    ['年初预算数', 'approved', false, ''],
    ['2022年预算', 'approved', false, ''],
    ['上年预算数', 'approved', false, ''],
    ['上年执行数', 'executed', false, ''],
    ['2022年当年预算执行数', 'executed', false, ''],
    ['全年执行数', 'executed', false, ''],
    ['支出决算', 'executed', false, '决算'],
    ['2020年度', 'executed', true, '决算'],
    [undefined, 'executed', true, '决算'],
    [undefined, 'executed', false, ''],
    // In the accounts of a year the budget is still a budget.
    ['年初预算', 'approved', true, ''],
    ['截止2022年12月31日', 'executed', false, '截至12月31日'],
    ['截至2023年8月31日', 'executed', false, '截至8月31日'],
    ['计划安排资金', 'approved', false, '计划安排资金'],
  ] as const)('%s, %s, accounts %s: “%s”', (basis, stage, closed, expected) => {
    expect(printedBasis(basis, stage, { closed })).toBe(expected);
  });
});
