import { expect, it } from 'vitest';
import { markForeignWords, standsOut } from './foreign-words.ts';

const marked = (html: string): string => markForeignWords(html, 'zh-CN');

it('marks words of the other script where they stand, with what belongs to them', () => {
  expect(marked('<p>By 海宁市 2023年单位预算, page 2</p>')).toContain('<p>By <span lang="zh-CN">海宁市 2023年单位预算</span>, page 2</p>');
});

it('marks an element whose whole content they are, but not one that says something in the page’s own language', () => {
  expect(marked('<td><span class="printed">合计</span></td>')).toContain('<td><span class="printed" lang="zh-CN">合计</span></td>');
  expect(marked('<a href="/x/" aria-label="Total">合计</a>')).toContain(
    '<a href="/x/" aria-label="Total"><span lang="zh-CN">合计</span></a>',
  );
  expect(marked('<b>201 公共安全</b>')).toContain('<b>201 <span lang="zh-CN">公共安全</span></b>');
});

it('takes a point between English words for what it is', () => {
  expect(marked('<a href="#a">Total · Revenue</a> · 合计 · 总计')).toContain(
    '<a href="#a">Total · Revenue</a> · <span lang="zh-CN">合计 · 总计</span>',
  );
});

it('leaves titles, attributes, scripts and choices alone', () => {
  const untouched = '<a title="表 > 单位">x</a><script type="application/json">{"a":"元"}</script><option>海宁</option>';
  expect(marked(untouched)).toBe(untouched);
});

it('is for pages in another script', () => {
  expect(standsOut('zh-CN', 'en')).toBe(true);
  expect(standsOut('zh-CN', 'zh-TW')).toBe(false);
  expect(standsOut('en', 'zh-CN')).toBe(false);
});
