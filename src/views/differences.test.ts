import { describe, expect, it } from 'vitest';
import type { Verdict } from '../domain/finding.ts';
import { differencesOf, filterSheet } from './differences.ts';
import type { ArchiveCheckLine, ChecksPage } from './page.ts';

const VERDICTS: ChecksPage['verdicts'] = (['fail', 'rounding'] as const).map((verdict) => ({
  verdict,
  sign: '',
  name: verdict,
  explanation: '',
  count: 0,
}));

function line(unit: string, year: number, verdict: Verdict, id = `${unit}.${year}.${verdict}`): ArchiveCheckLine {
  const page = `/units/${unit}/${year}-budget/`;
  return {
    verdict,
    where: { href: page, text: '' },
    rule: { href: '', text: '' },
    inputs: '',
    sum: '',
    unit: { href: `/units/${unit}/`, text: unit },
    disclosure: { href: page, text: String(year) },
    id,
  };
}

const of = (...lines: ArchiveCheckLine[]) => differencesOf({ lines, verdicts: VERDICTS });

describe('differences', () => {
  it('stand by disclosure, those with the gravest first, with counts to choose by', () => {
    const { total, groups, units, verdicts } = of(
      line('b', 2024, 'fail'),
      line('a', 2024, 'rounding'),
      line('b', 2023, 'rounding'),
      line('b', 2024, 'rounding'),
    );
    expect(total).toBe(4);
    expect(groups.map(({ disclosure: { href }, lines }) => [href, lines.length])).toEqual([
      ['/units/b/2024-budget/', 2],
      ['/units/a/2024-budget/', 1],
      ['/units/b/2023-budget/', 1],
    ]);
    expect(units.map(({ unit, count }) => [unit, count])).toEqual([
      ['b', 3],
      ['a', 1],
    ]);
    expect(verdicts.map(({ verdict, count }) => [verdict, count])).toEqual([
      ['fail', 1],
      ['rounding', 3],
    ]);
  });

  it('are all open where they are few, and only the first ones where they are many', () => {
    const many = Array.from({ length: 210 }, (_, index) => line(`u${Math.floor(index / 30)}`, 2024, 'fail', `x${index}`));
    expect(of(...many.slice(0, 200)).groups.every(({ open }) => open)).toBe(true);
    expect(of(...many).groups.map(({ open }) => open)).toEqual([true, false, false, false, false, false, false]);
  });
});

it('the filter’s sheet says which choices together find nothing', () => {
  const sheet = filterSheet(of(line('a', 2024, 'fail'), line('b', 2024, 'rounding')));
  expect(sheet).toContain('.filter:has(#of-a:checked):has(:is(#verdict-rounding):checked)~.no-differences{display:block}');
  expect(sheet).not.toContain('#of-a:checked):has(:is(#verdict-fail');
});
