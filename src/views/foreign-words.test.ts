import { expect, it } from 'vitest';
import { markForeignWords, standsOut } from './foreign-words.ts';

const marked = (inside: string): string => markForeignWords(`<html><title>海宁</title><body>${inside}</body></html>`, 'zh-CN');

it('marks words of the other script where they stand, with what belongs to them', () => {
  expect(marked('<p>By 海宁市 2023年单位预算, page 2</p>')).toContain('<p>By <span lang="zh-CN">海宁市 2023年单位预算</span>, page 2</p>');
});

it('leaves titles, attributes, scripts and choices alone', () => {
  const untouched = '<a title="表 > 单位">x</a><script type="application/json">{"a":"元"}</script><option>海宁</option>';
  expect(marked(untouched)).toBe(`<html><title>海宁</title><body>${untouched}</body></html>`);
});

it('is for pages in another script', () => {
  expect(standsOut('zh-CN', 'en')).toBe(true);
  expect(standsOut('zh-CN', 'zh-TW')).toBe(false);
  expect(standsOut('en', 'zh-CN')).toBe(false);
});
