import { describe, expect, it } from 'vitest';
import { gridText } from '../../testing/grid-text.ts';
import { parseHtml } from './html.ts';

function read(body: string) {
  return parseHtml(`<html><head><title>不读</title></head><body>${body}</body></html>`).blocks.map((block) =>
    block.type === 'grid' ? gridText(block) : block.text,
  );
}

describe('a web page', () => {
  it('gives paragraphs and tables as a browser lays them out', () => {
    expect(
      read(`<h1>清河镇2024年<br>部门预算</h1><p>&nbsp;&nbsp;收入<b>1.00</b>万元，
        支出1.00万元。</p><table><tr><th rowspan="2">项目</th><th colspan=2>合计</th></tr><tr><td>基本</td><td>项目</td></tr>
        <tr><td>人员<br>支出</td><td> 1.00 </td><td></td></tr></table>尾`),
    ).toEqual([
      '清河镇2024年',
      '部门预算',
      '收入1.00万元，支出1.00万元。',
      ['项目 2×1 | 合计 1×2', '基本 | 项目', '人员支出 | 1.00 | '],
      '尾',
    ]);
  });

  it('takes tables apart that only arrange the page', () => {
    expect(read('<table><tr><td><p>菜单</p></td><td><table><tr><td>甲</td><td>1</td></tr></table><p>注</p></td></tr></table>')).toEqual([
      '菜单',
      ['甲 | 1'],
      '注',
    ]);
    expect(read('<table><tr><td>框里的话</td></tr></table>')).toEqual(['框里的话']);
  });

  it('leaves out what nobody sees', () => {
    expect(
      read(
        '<script>var a=1</script><style>p{}</style><p style="display: none">藏</p><p hidden>藏</p><table><tr><td>甲</td><td style="display:none">藏</td><td>1</td></tr><tr style="display:none"><td>藏</td><td>0</td></tr></table><!-- 藏 -->',
      ),
    ).toEqual([['甲 | 1']]);
  });

  it('closes rows that say too little and cuts spans that say too much', () => {
    expect(read('<table><tr><td rowspan="9">甲</td><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>')).toEqual([
      ['甲 2×1 | 1 | 2', '3 | '],
    ]);
    expect(read('<table><tr><td rowspan="0">甲</td><td colspan="x">1</td></tr><tr><td>2</td></tr></table>')).toEqual([['甲 2×1 | 1', '2']]);
  });
});
