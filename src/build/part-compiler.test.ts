import { expect, it } from 'vitest';
import type { Archive } from '../domain/archive.ts';
import { PartCompiler } from './part-compiler.ts';

const part = (disclosures: number): Archive =>
  ({ disclosures: new Map(Array.from({ length: disclosures }, (_, index) => [String(index), {}])) }) as unknown as Archive;

it('remembers a part until it is asked for it', async () => {
  const compiler = await PartCompiler.load();
  const one = part(60);
  compiler.remember('one', one);
  expect(compiler.recall('two')).toBeUndefined();
  expect(compiler.recall('one')).toBe(one);
  expect(compiler.recall('one')).toBeUndefined();
});

it('remembers no more than there is room for, and what came last', async () => {
  const compiler = await PartCompiler.load();
  for (const key of ['one', 'two', 'three']) compiler.remember(key, part(60));
  expect(compiler.recall('one')).toBeUndefined();
  expect(compiler.recall('two')).toBeDefined();
  compiler.remember('four', part(1000));
  expect(compiler.recall('three')).toBeUndefined();
  expect(compiler.recall('four')).toBeDefined();
});
