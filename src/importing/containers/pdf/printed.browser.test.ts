/** Tables as a browser prints them: a page of HTML and its PDF must be read alike, whatever their shape. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../testing/browser.ts';
import { gridText } from '../../../testing/grid-text.ts';
import type { Block } from '../../source-document.ts';
import { parseHtml } from '../html.ts';
import { readPdf } from './read-pdf.ts';

let browser: Browser | undefined;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser?.close());

interface Print {
  readonly landscape?: boolean;
  readonly headed?: boolean;
}

async function printed(html: string, { landscape = false, headed = false }: Print = {}) {
  const page = await browser?.newPage();
  if (!page) throw new Error('the browser opens before the first test');
  try {
    await page.setContent(html);
    const bytes = await page.pdf({
      format: 'A4',
      landscape,
      displayHeaderFooter: headed,
      headerTemplate: '<div style="font-size:9px;width:100%;text-align:center">清河镇2024年部门预算</div>',
      footerTemplate: '<div style="font-size:9px;width:100%;text-align:center">— <span class="pageNumber"></span> —</div>',
      margin: { top: '2cm', bottom: '2cm', left: '2cm', right: '2cm' },
    });
    return await readPdf(new Uint8Array(bytes));
  } finally {
    await page.close();
  }
}

/** With a border or, as three-line tables have, with hardly any. */
function documentOf(body: string, style = 'td,th{border:1px solid #000;padding:2px 6px}'): string {
  return `<!doctype html><html><head><meta charset="utf-8"><style>body{font:12pt/1.6 "Noto Sans CJK SC";margin:0}p{text-indent:2em;margin:0.5em 0}table{border-collapse:collapse;width:100%}.n{text-align:right}${style}</style></head><body>${body}</body></html>`;
}

function texts(blocks: readonly Block[] | undefined): (string | string[])[] {
  return (blocks ?? []).map((block) => (block.type === 'grid' ? gridText(block) : block.text));
}

const HEAD =
  '<thead><tr><th colspan="4">项目</th><th colspan="3">支出预算</th></tr><tr><th colspan="3">功能分类科目编码</th><th rowspan="2">功能分类科目名称</th><th rowspan="2">合计</th><th rowspan="2">基本支出</th><th rowspan="2">项目支出</th></tr><tr><th>类</th><th>款</th><th>项</th></tr></thead>';

function row(...[type, item, sub, name, ...figures]: readonly string[]): string {
  const codes = [type, item, sub].map((code) => `<td>${code}</td>`).join('');
  return `<tr>${codes}<td>${name}</td>${figures.map((figure) => `<td class="n">${figure}</td>`).join('')}</tr>`;
}

const BUDGET = `<h1>清河镇人民政府2024年部门预算</h1>
<p>清河镇人民政府2024年收入预算1,234.56万元，其中：财政拨款收入1,200.00万元，比上年执行数增加43.29万元，增长3.74%，主要原因是人员经费按照有关规定调整，以及新增道路养护项目。</p>
<p>支出预算1,234.56万元。</p>
<table>${HEAD}<tbody>
${row('201', '', '', '一般公共服务支出', '1,000.06', '800.00', '200.06')}
${row('201', '03', '01', '机关事业单位基本养老保险缴费支出', '1,000.06', '800.00', '—')}
<tr><td colspan="4">合计</td><td class="n">1,234.56</td><td class="n">1,034.50</td><td></td></tr></tbody></table>
<p>注：无。</p>`;

describe('a printed page', () => {
  it('is read as the page itself is', async () => {
    const html = documentOf(BUDGET);
    const expected = texts(parseHtml(html).blocks);
    expect(expected).toHaveLength(5);
    expect(texts((await printed(html)).document?.blocks)).toEqual(expected);
    expect(texts((await printed(html, { landscape: true })).document?.blocks)).toEqual(expected);
  });

  it('is read alike with narrow, dotted, doubled, shaded or half-missing borders', async () => {
    const expected = texts(parseHtml(documentOf(BUDGET)).blocks);
    for (const style of [
      'td,th{border:0.5px solid #999;padding:0 1px}td:nth-child(4){width:5em}',
      'td,th{border:1px dotted #000}',
      'table,td,th{border:3px double #000}',
      'td,th{border:1px solid #fff;background:#def}',
      'td,th{border:1px solid #000}tr>:first-child{border-left:none}tr>:last-child{border-right:none}',
      'table{border-collapse:separate;border-spacing:0}td,th{border:1px solid #000}',
      'body{font-size:7pt}td,th{border:1px solid #000;padding:0}',
      'td,th{border:1px solid #000;font-weight:bold;letter-spacing:1px}',
    ])
      expect(texts((await printed(documentOf(BUDGET, style))).document?.blocks), style).toEqual(expected);
  });

  it('reads labels set upright in narrow cells', async () => {
    const html = documentOf(
      '<table><tr><td rowspan="2" style="width:1em;word-break:break-all">财政拨款支出</td><td style="width:12em">基本支出</td><td class="n">10.00</td></tr><tr><td>项目支出</td><td class="n">2.50</td></tr></table>',
    );
    expect(texts((await printed(html)).document?.blocks)).toEqual([['财政拨款支出 2×1 | 基本支出 | 10.00', '项目支出 | 2.50']]);
  });

  it('has every cell of a table over many pages, its running heads apart', async () => {
    const rows = Array.from({ length: 300 }, (_, index) =>
      row('201', String(index % 100).padStart(2, '0'), '', `第${index}行`, `${index + 1}.00`, '0.00', `${index + 1}.00`),
    );
    const { document } = await printed(documentOf(`<table>${HEAD}${rows.join('')}</table>`), { landscape: true, headed: true });
    expect(document?.blocks.every(({ type }) => type === 'grid')).toBe(true);
    const lines = texts(document?.blocks).flat();
    for (let index = 0; index < 300; index++)
      expect(lines).toContain(`201 | ${String(index % 100).padStart(2, '0')} |  | 第${index}行 | ${index + 1}.00 | 0.00 | ${index + 1}.00`);
    expect(lines.filter((line) => line.startsWith('201'))).toHaveLength(300);
  });

  it('reads tables of made-up shapes as the browser lays them out', async () => {
    let seed = 20_240_101;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const names = ['行政运行', '一般行政管理事务', '其他社会保障和就业支出', '机关事业单位职业年金缴费支出', '合计'];
    const tables = Array.from({ length: 40 }, () => {
      const columns = 2 + random(7);
      const rows = 2 + random(6);
      const taken = Array.from({ length: rows }, () => Array<boolean>(columns).fill(false));
      const lines = taken.map((line, at) => {
        const cells: string[] = [];
        for (let column = 0; column < columns; column++) {
          if (line[column]) continue;
          // A first row and column without spans fix the widths and heights that a browser would else leave out.
          const spans = at > 0 && column > 0;
          let across = 1;
          while (spans && column + across < columns && !line[column + across] && random(5) === 0) across++;
          let down = 1;
          while (spans && at + down < rows && taken[at + down]?.slice(column, column + across).every((field) => !field) && random(6) === 0)
            down++;
          for (let r = at; r < at + down; r++) taken[r]?.fill(true, column, column + across);
          const figure = `${random(3) === 0 ? '-' : ''}${random(1000)},${String(random(1000)).padStart(3, '0')}.${String(random(100)).padStart(2, '0')}`;
          const text = [figure, names[random(names.length)], '', String(random(9)), '—'][random(5)];
          cells.push(
            `<td rowspan="${down}" colspan="${across}"${random(2) === 0 ? ' class="n"' : ''}>${at === 0 || column === 0 ? names[random(names.length)] : text}</td>`,
          );
        }
        return `<tr style="height:2em">${cells.join('')}</tr>`;
      });
      return `<table style="margin-bottom:2em;break-inside:avoid">${lines.join('')}</table>`;
    });
    const html = documentOf(tables.join(''));
    const expected = texts(parseHtml(html).blocks);
    expect(expected).toHaveLength(40);
    const found = texts((await printed(html, { landscape: true })).document?.blocks);
    for (const [index, table] of expected.entries()) expect(found[index], `table ${index}`).toEqual(table);
    expect(found).toHaveLength(40);
  });
});
