import { describe, expect, it } from 'vitest';
import { gridText } from '../../testing/grid-text.ts';
import { parseText } from './parse-text.ts';

function read(text: string) {
  return parseText(text).blocks.map((block) => (block.type === 'grid' ? gridText(block) : block.text));
}

describe('plain text', () => {
  it('is a paragraph a line, blanks within kept', () => {
    expect(read('  清河镇2024年预算\r\n\r\n201 03 01  行政运行   10.00 0 10.00\n')).toEqual([
      '清河镇2024年预算',
      '201 03 01  行政运行   10.00 0 10.00',
    ]);
  });

  it('has a row a line where lines have tabs', () => {
    expect(read('表一\n项 目\t预算数\n\n一、财政拨款\t339.43\t\n合计\t339.43\n注：无')).toEqual([
      '表一',
      ['项 目 | 预算数 | ', '一、财政拨款 | 339.43 | ', '合计 | 339.43 | '],
      '注：无',
    ]);
  });

  it('has a cell a line where each stands behind its own tab', () => {
    const table =
      '单位\n\t分\n\n值\n\t内容\n\t得分\n\n区教育局\n\t70\n\t入学工作\n\t\n\n\t\n\t\n\t宣传工作\n\t\n\n区综合\n\n执法局\n\t60\n\t巡查\n\t\n';
    expect(read(`附件2：\n\n评分细则\n\n${table}\n完`)).toEqual([
      '附件2：',
      '评分细则',
      ['单位 | 分值 | 内容 | 得分', '区教育局 | 70 | 入学工作 | ', ' |  | 宣传工作 | ', '区综合执法局 | 60 | 巡查 | '],
      '完',
    ]);
  });

  it('is no table in a list of contents or for one tab', () => {
    expect(read('一、概况.....\t(1)\n二、预算表……\t(12)\n编制单位：清河镇\t单位：万元\n')).toEqual([
      '一、概况..... (1)',
      '二、预算表…… (12)',
      '编制单位：清河镇 单位：万元',
    ]);
  });

  it('counts lines from one, and pages where they are marked', () => {
    const marked = parseText('[page 1]\n甲\n[page 2]\n乙\t1\t2\n');
    expect(marked.pages).toBe(2);
    expect(marked.blocks.map(({ place }) => place)).toEqual([
      { page: 1, line: 2 },
      { page: 2, line: 4 },
    ]);
    expect(parseText('甲\f乙\n丙').blocks.map(({ place }) => place)).toEqual([
      { page: 1, line: 1 },
      { page: 2, line: 1 },
      { page: 2, line: 2 },
    ]);
    expect(parseText('甲').pages).toBeUndefined();
  });
});
