import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SCAFFOLDING as words } from '../language/scaffolding-zh.ts';
import { type Choice, parseAnswer, type Question } from './question.ts';

const choices: readonly Choice[] = [
  { value: '330481', label: '海宁市' },
  { value: '330400', label: '嘉兴市' },
  { value: '440100', label: '广州市' },
];
const region: Question = { name: 'region', ask: () => '', choices: () => choices };
const answer = (typed: string, question = region) => parseAnswer(question, typed, {}, words);

it.each([
  ['a code', '330481'],
  ['a name', '海宁市'],
  ['its number', '1'],
  ['a part that only it has', '海宁'],
  ['spaces around', ' 330481　'],
])('a choice is named by %s', (_, typed) => {
  expect(answer(typed)).toEqual({ value: '330481' });
});

it('says what would do, where it will not do', () => {
  expect(answer('')).toEqual({ reason: '这一项必须填。' });
  expect(answer('杭州')).toEqual({ reason: '没有“杭州”。可以填：330481（海宁市）、330400（嘉兴市）、440100（广州市）。' });
  expect(answer('3304')).toEqual({ reason: '“3304”对应不止一个：330481（海宁市）、330400（嘉兴市）。请写全。' });
});

it('takes what is proposed for an empty answer, and several values where several may be', () => {
  expect(answer('', { ...region, preset: () => '440100' })).toEqual({ value: '440100' });
  expect(answer('1、广州, 嘉兴市', { ...region, many: true })).toEqual({ value: '330481,440100,330400' });
});

it('whatever is typed, the value is one of the choices', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const parsed = answer(typed);
      expect('reason' in parsed || choices.some(({ value }) => value === parsed.value)).toBe(true);
    }),
  );
});
