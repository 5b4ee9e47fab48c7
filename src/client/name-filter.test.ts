import { expect, it } from 'vitest';
import { normalise } from '../domain/search-text.ts';
import { matchNames } from './name-filter.ts';

const NAMES = ['绍兴市越城区流动人口服务管理中心', '海宁市流动人口服务管理中心', '越城区统计局', 'Budget Office (Haining)'].map((name) =>
  normalise(name),
);

function found(typed: string): { indexes: number[]; near: boolean } {
  const { found: each, near, count } = matchNames(NAMES, typed);
  const indexes = each.flatMap((is, index) => (is ? [index] : []));
  expect(count).toBe(indexes.length);
  return { indexes, near };
}

it('leaves the names that have all words that are typed', () => {
  expect(found('越城')).toEqual({ indexes: [0, 2], near: false });
  expect(found('流动人口 海宁')).toEqual({ indexes: [1], near: false });
  expect(found('ＢＵＤＧＥＴ haining')).toEqual({ indexes: [3], near: false });
});

it('knows a name by its abbreviation where no name has it as it is', () => {
  expect(found('越城流管中心')).toEqual({ indexes: [0], near: true });
  expect(found('统计局')).toEqual({ indexes: [2], near: false });
  expect(found('财政局')).toEqual({ indexes: [], near: false });
});
