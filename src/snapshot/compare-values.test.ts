import { describe, expect, it } from 'vitest';
import { compareFields, compareLines, compareRecords } from './compare-values.ts';

describe('fields', () => {
  it.each([
    [{ a: 1 }, { a: 1 }, []],
    [{ a: 'x' }, { a: 'y' }, ['a: x → y']],
    [{ a: { b: 1 } }, { a: {} }, ['a.b: 1 → ']],
    [{ list: ['a', 'c'] }, { list: ['a', 'b', 'c'] }, ['list[1]:  → b']],
    [
      { list: [{ id: 'x', t: 1 }] },
      {
        list: [
          { id: 'y', t: 2, u: ['p', 'q'] },
          { id: 'x', t: 1 },
        ],
      },
      ['list[y]:  → id: y，t: 2，u: [p、q]'],
    ],
    [{ list: [{ id: 'x' }, { id: 'y' }] }, { list: [{ id: 'y' }, { id: 'x' }] }, ['list: order']],
    [{ list: [{ t: 1 }] }, { list: [{ t: 2 }] }, ['list[0].t: 1 → 2']],
    [{ a: ['x'] }, { a: 'x' }, ['a: [x] → x']],
  ])('%j and %j', (before, after, expected) => {
    const found = compareFields(before, after);
    expect(
      found.map(({ type, place, before: from = '', after: to = '' }) =>
        type === 'order' ? `${place}: order` : `${place}: ${from} → ${to}`,
      ),
    ).toEqual(expected);
  });
});

describe('records', () => {
  const head = ['code', 'label'];

  it('go by their key, and in another order they are in another order', () => {
    const old = [head, ['1', 'a'], ['2', 'b']];
    expect(compareRecords(old, [head, ['2', 'b'], ['1', 'a']])).toEqual([{ type: 'order', place: [] }]);
    expect(compareRecords(old, [head, ['0', 'z'], ['1', 'a'], ['2', 'c']])).toEqual([
      { type: 'cell', place: ['2', 'label'], before: 'b', after: 'c' },
      { type: 'row-added', place: ['0'], after: '0 | z' },
    ]);
  });
});

describe('lines', () => {
  it('count from the top of their file, and a line in the place of another is one change', () => {
    expect(compareLines('a\nb\nc', 'a\nx\nc\nd', (line) => `line ${line}`, { old: 10, now: 20 })).toEqual([
      { type: 'text', place: ['line 22'], before: 'b', after: 'x' },
      { type: 'text', place: ['line 24'], after: 'd' },
    ]);
  });
});
