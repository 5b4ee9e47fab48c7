import { describe, expect, it } from 'vitest';
import { exampleLines } from './example-lines.ts';

describe('an example’s lines', () => {
  it('set the words that differ apart, whole', () => {
    expect(exampleLines('路灯维修,1.50', '路灯维修,1.00')).toEqual([{ before: '路灯维修,', differing: ['1.50'], after: '' }]);
  });

  it('name a character that nobody sees', () => {
    expect(exampleLines('a,b\u200bc,d', 'a,bc,d')).toEqual([{ before: 'a,', differing: ['b', { invisible: 'U+200B' }, 'c'], after: ',d' }]);
  });

  it('are plain where lines were added or taken away', () => {
    expect(exampleLines('a\nb\n', 'a')).toEqual([
      { before: 'a', differing: [], after: '' },
      { before: 'b', differing: [], after: '' },
    ]);
    expect(exampleLines('', 'a')).toEqual([]);
  });
});
