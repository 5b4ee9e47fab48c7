import { describe, expect, it } from 'vitest';
import { han, type MadePage, pdfFile } from '../../../testing/made-files.ts';
import type { Block } from '../../source-document.ts';
import { readPdf } from './read-pdf.ts';

/** A PDF of one line, 加密, that asks for a password (RC4, 128 bit, made with qpdf). */
const ENCRYPTED = `JVBERi0xLjcKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMyAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL1R5cGUgL09ialN0bSAvTGVuZ3RoIDM3NyAvRmlsdGVyIC9GbGF0ZURlY29kZSAvTiA1IC9GaXJzdCAyNyA+PgpzdHJlYW0K9U7lhPitK+Nc/Sad+MZVH/KyGhpyVM128tvj790CLido8GXidAbYYPcBGn1VJobgi52F4xx0eMaEmrsPdzrnD9690Q29bPY/VR8CCBlzt6hFXzSwtT59vfUGXvdCrlfou/V7wYRcf6s22UCKqbtUNccPu6qhXpqJh8j9um7HWp/XjYZESPcu8N7tzv9TdMdwxzWLgWwC/6xd3AE7v9wqFWWQQnXdJOEuiEbVFZzrp105ia6sur4w1+g2YtADi1wnfdeae3QBmdChb2WzVMsPUQ3Aq01VMypU8Pn89+nTAZaMgbym5Uxw80ILw3GQTNcL3ya+q4rUtjYwB2VHqmkesfeov9kIzyHGoyJtiX3GgPiZkfuZUqKtmepqfCN7oAf2io68MqHm68V37VpEUDrkiL6KTxquWYgXd5JSsqA0bJ5+sJLjQAWCb21xuuvaBTCn4hlTk9mSIiRBzKphXPAOHYJfqkpNF2AdcdryBC/uJztyFymkZpLg+2FlbmRzdHJlYW0KZW5kb2JqCjggMCBvYmoKPDwgL0xlbmd0aCA0NyAvRmlsdGVyIC9GbGF0ZURlY29kZSA+PgpzdHJlYW0Kp5ZQzVDjgEnok4img3nHlztq5J95Aykf83MTpwvSh1zWkrBEAPK9ODJ0ZPYoaJ5lbmRzdHJlYW0KZW5kb2JqCjkgMCBvYmoKPDwgL0ZpbHRlciAvU3RhbmRhcmQgL0xlbmd0aCAxMjggL08gPDBkYjU4NTVmYzUzMjY1NjllNzY1OTA2Y2FmNjRlNDQyOWE0YzIwZDZlOTk2ZmRlZjk2M2U5YjUwODBmOWUwODM+IC9QIC00IC9SIDMgL1UgPDMwZWFiY2I4ODZkNDM2ZWZkMTYxYWI3Yjk2YTc3OGZkMDEyMjQ1NmE5MWJhZTUxMzQyNzNhNmRiMTM0Yzg3YzQ+IC9WIDIgPj4KZW5kb2JqCjEwIDAgb2JqCjw8IC9UeXBlIC9YUmVmIC9MZW5ndGggNDEgL0ZpbHRlciAvRmxhdGVEZWNvZGUgL0RlY29kZVBhcm1zIDw8IC9Db2x1bW5zIDQgL1ByZWRpY3RvciAxMiA+PiAvVyBbIDEgMiAxIF0gL1Jvb3QgMSAwIFIgL1NpemUgMTEgL0lEIFs8MzE0MTU5MjY1MzU4OTc5MzIzODQ2MjY0MzM4MzI3OTU+PDMxNDE1OTI2NTM1ODk3OTMyMzg0NjI2NDMzODMyNzk1Pl0gL0VuY3J5cHQgOSAwIFIgPj4Kc3RyZWFtCnicY2IAAiZGBn4GJgYGQxDrEIjFwIhO/GeS/gNklQJlGc8zAABJTgR8CmVuZHN0cmVhbQplbmRvYmoKc3RhcnR4cmVmCjg2NQolJUVPRgo=`;

/** Filled boxes, thin, as word processors print the borders of cells. */
function borders(columns: readonly number[], rows: readonly number[]): string {
  const [left = 0, right = 0] = [columns[0], columns.at(-1)];
  const [top = 0, bottom = 0] = [rows[0], rows.at(-1)];
  return [
    ...columns.map((x) => `${x} ${bottom} 0.5 ${top - bottom} re f`),
    ...rows.map((y) => `${left} ${y} ${right - left} 0.5 re f`),
  ].join('\n');
}

const TABLE: MadePage['draw'] = [
  han('2024年部门支出预算总表', 200, 800, 16),
  han('编制部门：清河镇人民政府', 50, 770),
  han('单位：万元', 480, 770),
  borders([50, 100, 250, 350, 450], [760, 740, 720, 690]),
  han('编码', 55, 745),
  han('名称', 105, 745),
  han('合计', 255, 745),
  han('基本支出', 355, 745),
  han('201', 55, 725),
  han('一般公共服务支出', 105, 725),
  // Figures that fill their cells, so that only the rule stands between them.
  han('1,234,567,890.12', 253, 725),
  han('1,234,567,890.12', 353, 725),
  // A name broken by its cell.
  han('机关事业单位基本养老保险', 105, 708),
  han('缴费支出', 105, 694),
  han('-0.50', 315, 700),
].join('\n');

async function blocks(pages: readonly MadePage[]): Promise<readonly Block[]> {
  const reading = await readPdf(pdfFile(pages));
  if (reading.refusal) throw new Error(reading.refusal.message);
  return reading.document.blocks;
}

function texts(found: readonly Block[]): (string | string[][])[] {
  return found.map((block) => {
    if (block.type === 'paragraph') return block.text;
    const rows: string[][] = Array.from({ length: block.rows }, () => []);
    for (const cell of block.cells) rows[cell.row]?.push(cell.text);
    return rows;
  });
}

const READ = [
  '2024年部门支出预算总表',
  '编制部门：清河镇人民政府 单位：万元',
  [
    ['编码', '名称', '合计', '基本支出'],
    ['201', '一般公共服务支出', '1,234,567,890.12', '1,234,567,890.12'],
    ['', '机关事业单位基本养老保险缴费支出', '-0.50', ''],
  ],
];

describe('a PDF', () => {
  it('gives its ruled tables cell by cell, and the lines around them', async () => {
    expect(texts(await blocks([{ draw: TABLE }]))).toEqual(READ);
  });

  it('says where a cell stands, in points from the upper left', async () => {
    const grid = (await blocks([{ draw: TABLE }]))[2];
    expect(grid).toMatchObject({ type: 'grid', rows: 3, columns: 4, place: { page: 1 } });
    const box = grid?.type === 'grid' ? grid.cells[6]?.place.box : undefined;
    expect(box?.map((value) => Math.round(value))).toEqual([250, 102, 350, 122]);
  });

  it('is read as it is held, whether the page or the drawing is turned', async () => {
    expect(texts(await blocks([{ draw: TABLE, rotate: 90 }]))).toEqual(READ);
    expect(texts(await blocks([{ draw: TABLE, rotate: 180 }]))).toEqual(READ);
    expect(texts(await blocks([{ draw: `q 0 1 -1 0 842 0 cm\n${TABLE}\nQ`, width: 842, height: 595 }]))).toEqual(READ);
  });

  it('reads strokes as it reads boxes', async () => {
    const stroked = TABLE.replace(/^(\S+) (\S+) (\S+) (\S+) re f$/gm, (_, x, y, width, height) =>
      width === '0.5' ? `${x} ${y} m ${x} ${Number(y) + Number(height)} l S` : `${x} ${y} m ${Number(x) + Number(width)} ${y} l S`,
    );
    expect(stroked).not.toContain('re f');
    expect(texts(await blocks([{ draw: stroked }]))).toEqual(READ);
  });

  it('prints bold that is drawn twice once', async () => {
    const doubled = TABLE.replace(/^BT.*ET$/gm, (text) => `${text}\n1 0 0 1 0.3 0 cm\n${text}\n1 0 0 1 -0.3 0 cm`);
    expect(texts(await blocks([{ draw: doubled }]))).toEqual(READ);
  });

  it('keeps a watermark across the page out of its cells', async () => {
    const aslant = `q 0.7071 0.7071 -0.7071 0.7071 150 650 cm\n${han('内部资料', 0, 0, 30)}\nQ`;
    expect(texts(await blocks([{ draw: `${aslant}\n${TABLE}` }]))).toEqual([...READ, '内部资料']);
  });

  it('parts rows that only their figures part', async () => {
    const draw = [
      borders([50, 150, 300, 400], [760, 740, 680]),
      ...['名称', '合计', '其中'].map((text, index) => han(text, [55, 155, 305][index] ?? 0, 745)),
      ...['甲', '乙', '丙'].map((text, index) => han(text, 55, 725 - 18 * index)),
      ...['1.00', '2.00', '3.00'].map((text, index) => han(text, 200, 725 - 18 * index)),
      han('0.50', 340, 707),
    ].join('\n');
    expect(texts(await blocks([{ draw }]))).toEqual([
      [
        ['名称', '合计', '其中'],
        ['甲', '1.00', ''],
        ['乙', '2.00', '0.50'],
        ['丙', '3.00', ''],
      ],
    ]);
  });

  it('finds the columns of a table without rules', async () => {
    const row = (y: number, ...cells: readonly string[]): string =>
      cells.map((text, index) => (text === '' ? '' : han(text, [50, 120, 300, 400][index] ?? 0, y))).join('\n');
    const draw = [
      han('下表单位为万元。', 74, 800),
      row(760, '编码', '名称', '合计', '其中'),
      row(740, '201', '一般公共服务支出', '10.00', '4.00'),
      row(720, '208', '社会保障和就业支出', '', '2.50'),
      row(700, '210', '卫生健康支出', '3.00', '—'),
    ].join('\n');
    expect(texts(await blocks([{ draw }]))).toEqual([
      '下表单位为万元。',
      [
        ['编码', '名称', '合计', '其中'],
        ['201', '一般公共服务支出', '10.00', '4.00'],
        ['208', '社会保障和就业支出', '', '2.50'],
        ['210', '卫生健康支出', '3.00', '—'],
      ],
    ]);
  });

  it('joins the lines of a paragraph, over pages too, and leaves out what the margins repeat', async () => {
    const full = '本镇按照上级要求编制预算并公开接受社会监督主要用于保障机构运转和完成工作';
    const pages = Array.from({ length: 4 }, (_, index) => ({
      draw: [
        han('清河镇2024年部门预算', 220, 810, 9),
        han(full.slice(2), 74, 400),
        han(full, 50, 380),
        han(full, 50, 360),
        // The last page ends the paragraph that runs on from page to page.
        han(full, 50, 340),
        index === 3 ? han('共12.50万元。', 50, 320) : '',
        han(`— ${index + 1} —`, 280, 30, 9),
      ].join('\n'),
    }));
    const last = `${full.slice(2)}${full}${full}${full}共12.50万元。`;
    const found = texts(await blocks(pages));
    expect(found).toHaveLength(4);
    expect(found.at(-1)).toBe(last);
    expect(found.join('')).not.toContain('清河镇2024年部门预算');
    expect(found.join('')).not.toContain('—');
  });

  it('keeps a figure in the margin that is not the number of the page', async () => {
    const found = texts(await blocks([{ draw: `${han('合计', 50, 400)}${han('128.00', 280, 30)}` }, { draw: han('完', 50, 400) }]));
    expect(found).toContain('128.00');
  });

  it('without text is a scan, and is said to be', async () => {
    const reading = await readPdf(pdfFile([{ draw: '0 0 100 100 re f' }, { draw: '' }]));
    expect(reading.refusal).toMatchObject({ code: 'pdf-without-text', message: expect.stringContaining('2 页都没有文字') });
  });

  it('with some pages without text says which', async () => {
    const reading = await readPdf(pdfFile([{ draw: TABLE }, { draw: '' }, { draw: '' }, { draw: '' }, { draw: TABLE }]));
    expect(reading.notices?.map(({ message }) => message)).toEqual([
      '第 2–4 页没有文字：是空白页，或者是图片。请对照原件，有表就照着录入。',
    ]);
  });

  it('that recognition software made says that figures may be wrong', async () => {
    const reading = await readPdf(pdfFile([{ draw: TABLE.replaceAll('BT ', 'BT 3 Tr ') }]));
    expect(reading.notices?.map(({ code }) => code)).toEqual(['page-recognised']);
    expect(texts(reading.document?.blocks ?? [])).toEqual(READ);
  });

  it('whose fonts name no characters is refused, not read as nonsense', async () => {
    const reading = await readPdf(pdfFile([{ draw: TABLE }], { nameless: true }));
    expect(reading.refusal?.code).toBe('pdf-unreadable-font');
  });

  it('with a password, or broken, is refused', async () => {
    expect((await readPdf(new Uint8Array(Buffer.from(ENCRYPTED, 'base64')))).refusal?.code).toBe('pdf-encrypted');
    expect((await readPdf(new TextEncoder().encode('%PDF-1.7\nnothing more'))).refusal?.code).toBe('pdf-broken');
    const half = pdfFile([{ draw: TABLE }]).slice(0, 700);
    expect((await readPdf(half)).refusal?.code).toBe('pdf-broken');
  });
});
