import { describe, expect, it } from 'vitest';
import { gridText } from '../../../testing/grid-text.ts';
import { excelFile } from '../../../testing/made-files.ts';
import { readExcel } from './read-excel.ts';

/** Style 1: two places, 2: bordered text, 3: bordered, two places, grouped, 4: bordered date. */
const STYLES =
  '<numFmts><numFmt numFmtId="176" formatCode="#,##0.00_ "/></numFmts>' +
  '<borders><border/><border><left style="thin"/></border></borders>' +
  '<cellXfs><xf numFmtId="0" borderId="0"/><xf numFmtId="2" borderId="0"/><xf numFmtId="49" borderId="1"/><xf numFmtId="176" borderId="1"/><xf numFmtId="31" borderId="1"/></cellXfs>';

function read(xml: string, state?: string) {
  return readExcel(
    excelFile(
      [
        { name: '表一', xml: '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>首页</t></is></c></row></sheetData>' },
        { name: '预算', xml, ...(state ? { state } : {}) },
      ],
      STYLES,
      ['2024年部门预算', '单位：万元', '编码', '名称', '合计', '一般公共\n服务支出'],
    ),
  );
}

const SHEET = `<cols><col min="5" max="5" hidden="1"/></cols><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c></row>
<row r="2"><c r="C2" t="s"><v>1</v></c></row>
<row r="3"><c r="A3" s="2" t="s"><v>2</v></c><c r="B3" s="2" t="s"><v>3</v></c><c r="C3" s="2" t="s"><v>4</v></c><c r="D3" s="2"/></row>
<row r="4"><c r="A4" s="2" t="str"><f>"2"&amp;"01"</f><v>201</v></c><c r="B4" s="2" t="s"><v>5</v></c><c r="C4" s="3"><v>205.69999999999999</v></c><c r="D4" s="4"><v>45292</v></c><c r="E4"><v>9</v></c></row>
<row r="5" hidden="1"><c r="A5" s="2"><v>7</v></c></row>
<row r="6"><c r="A6" s="2"><v>208</v></c><c r="B6" s="2"/><c r="C6" s="3"><f>SUM(C4:C5)</f></c><c r="D6" s="3" t="e"><v>#REF!</v></c></row>
<row r="7"><c r="A7" t="inlineStr"><is><r><t>注：</t></r><r><t>无。</t></r></is></c></row>
</sheetData><mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="C3:D3"/><mergeCell ref="A4:A5"/></mergeCells>`;

describe('a workbook', () => {
  it('gives tables by their borders, figures as shown, titles and notes as lines', () => {
    const { document } = read(SHEET);
    expect(document?.blocks.map((block) => (block.type === 'grid' ? gridText(block) : block.text))).toEqual([
      '首页',
      '2024年部门预算',
      '单位：万元',
      ['编码 | 名称 | 合计 1×2', '201 | 一般公共服务支出 | 205.70 | 2024年1月1日', '208 |  |  | #REF!'],
      '注：无。',
    ]);
    expect(document?.pages).toBe(2);
  });

  it('says where everything stands', () => {
    const grid = read(SHEET).document?.blocks[3];
    expect(grid).toMatchObject({ type: 'grid', place: { sheet: '预算', cell: 'A3' } });
    expect(grid?.type === 'grid' && grid.cells.find(({ text }) => text === '205.70')?.place).toEqual({ sheet: '预算', cell: 'C4' });
  });

  it('says what is hidden, wrong, or not there', () => {
    expect(read(SHEET).notices?.map(({ message }) => message)).toEqual([
      '工作表“预算”的第 5 行是隐藏的，没有读。要用它们，请在 Excel 里取消隐藏后另存。',
      '工作表“预算”的 E 列是隐藏的，没有读。要用它们，请在 Excel 里取消隐藏后另存。',
      '工作表“预算”的 C6 是公式，文件里没有存它的结果。请用 Excel 打开，保存一次再导入。',
      '工作表“预算”的 D6 是错误值 #REF!。请对照原件。',
    ]);
    expect(read(SHEET, 'hidden').notices?.map(({ code }) => code)).toEqual(['sheet-hidden']);
  });

  it('without borders gives a table where rows have several cells', () => {
    const cell = (name: string, text: string): string => `<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const { document } = read(
      `<sheetData><row r="1">${cell('A1', '支出表')}</row><row r="2">${cell('A2', '名称')}${cell('B2', '金额')}</row><row r="3">${cell('A3', '一、人员')}</row><row r="4">${cell('A4', '工资')}<c r="B4" s="1"><v>1.5</v></c></row><row r="6">${cell('A6', '完')}</row></sheetData>`,
    );
    expect(document?.blocks.slice(1).map((block) => (block.type === 'grid' ? gridText(block) : block.text))).toEqual([
      '支出表',
      ['名称 | 金额', '一、人员 | ', '工资 | 1.50'],
      '完',
    ]);
  });

  it('that is broken, or endless, is refused', () => {
    expect(read('<sheetData><row></sheetData>').refusal?.code).toBe('document-broken');
    expect(readExcel(excelFile([])).refusal?.code).toBe('document-broken');
    const wide = `<sheetData>${Array.from({ length: 1100 }, (_, row) => `<row r="${row * 1 + 1}"><c r="A${row + 1}" s="2"><v>1</v></c><c r="XFD${row + 1}" s="2"/></row>`).join('')}</sheetData>`;
    expect(read(wide).refusal?.code).toBe('too-many-cells');
  });
});
