/**
 * The checks of the real documents against a reconciliation by hand: what differs in them, and nothing else.
 * Among it: 上虞 prints 205.07 for 187.53 + 17.53 and 8.37 for 5.30 + 3.08; 越城 prints 12.95 for 8.64 + 4.32, and
 * percentages of zero by zero both as 0% and as 100.00%; 广州 prints 0.87 once where two columns need it; 万里 repeats
 * another year's or another item's figure in two sentences, and areas that do not add up in three years.
 */
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { Verdict } from '../domain/finding.ts';
import { compileFolder } from './compile.ts';

const BY_HAND = {
  'beilun-migrant-services/2023-assessment': {
    checks: 38,
    fail: [],
    rounding: [],
    undefined: 0,
    'not-checkable': 0,
  },
  'guangzhou-migrant-affairs/2016-budget': {
    checks: 462,
    fail: ['three-public.basic.prior-total', 'three-public.total.prior-total'],
    rounding: [],
    undefined: 1,
    'not-checkable': 0,
  },
  'haining-migrant-services/2023-budget': {
    checks: 318,
    fail: [],
    rounding: [],
    undefined: 1,
    'not-checkable': 5,
  },
  // Tables in 元, text in 万元: an amount that is not a whole hundred of 元 is rounded in the text.
  'putuo-wanli-subdistrict/2023-budget': {
    checks: 749,
    fail: [
      'project-funds.公共服务设施运行经费.year',
      'statements.center-above',
      'statements.center-floor',
      'statements.item-2012902-growth',
      'statements.item-2080506-growth',
      'statements.item-2080506-planned',
    ],
    rounding: 31,
    undefined: 2,
    'not-checkable': 0,
  },
  'putuo-wanli-subdistrict/2024-budget': {
    checks: 854,
    fail: ['statements.center-above', 'statements.center-floor', 'statements.item-2210201-planned'],
    rounding: 29,
    undefined: 1,
    'not-checkable': 0,
  },
  'putuo-wanli-subdistrict/2025-budget': {
    checks: 788,
    fail: ['statements.center-above', 'statements.center-floor'],
    rounding: 31,
    undefined: 0,
    'not-checkable': 0,
  },
  'shangyu-new-residents/2024-budget': {
    checks: 383,
    fail: [],
    rounding: [
      'expenditure.204.total',
      'expenditure.20402.total',
      'expenditure.2040250.total',
      'expenditure.21011.personnel',
      'expenditure.21011.total',
      'expenditure.total.personnel',
      'general-public-budget.204.basic',
      'general-public-budget.20402.basic',
      'general-public-budget.2040250.basic',
      'general-public-budget.21011.basic',
      'general-public-budget.21011.personnel',
      'general-public-budget.21011.total',
      'general-public-budget.total.personnel',
      'statements.general-public-health',
      'statements.general-public-total',
    ],
    undefined: 0,
    'not-checkable': 0,
  },
  'yuecheng-migrant-services/2021-final-accounts': {
    checks: 134,
    fail: [],
    rounding: [
      'statements.fiscal-expenditure-growth',
      'statements.fiscal-revenue-growth',
      'statements.general-public-expenditure-growth',
      'statements.general-public-expenditure-structure',
      'statements.general-public-social-security',
      'statements.share-procurement-micro',
    ],
    undefined: 28,
    'not-checkable': 5,
  },
} as const;

const { disclosures } = await compileFolder(resolve(import.meta.dirname, '../..'));

it.each(Object.entries(BY_HAND))('%s', (key, expected) => {
  const checks = disclosures.get(key)?.checks ?? [];
  const cells = (verdict: Verdict): string[] => checks.flatMap((check) => (check.verdict === verdict ? [check.cell] : [])).sort();
  expect({
    checks: checks.length,
    fail: cells('fail'),
    rounding: typeof expected.rounding === 'number' ? cells('rounding').length : cells('rounding'),
    undefined: cells('undefined').length,
    'not-checkable': cells('not-checkable').length,
  }).toEqual(expected);
});

it('a table that the contents name and the body lacks is said to be missing', () => {
  const revenue = disclosures.get('haining-migrant-services/2023-budget')?.tables.find(({ id }) => id === 'revenue');
  expect(revenue).toMatchObject({ state: 'not-included', title: '2023年单位收入预算总表' });
});
