import { describe, expect, it } from 'vitest';
import { gridText } from '../../../testing/grid-text.ts';
import { wordFile } from '../../../testing/made-files.ts';
import { numeral } from './numbering.ts';
import { readWord } from './read-word.ts';

const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const tc = (inside: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
const table = (...rows: readonly string[][]): string => `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
const LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const SUBLIST = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>';
const NUMBERING =
  '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
const STYLES =
  '<w:styles><w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>';

function read(body: string, parts?: Readonly<Record<string, string>>) {
  const reading = readWord(wordFile(body, parts));
  return reading.document?.blocks.map((block) => (block.type === 'grid' ? gridText(block) : block.text));
}

describe('a Word document', () => {
  it('gives tables with merged cells, across and down', () => {
    const body = table(
      [tc(p('项目'), '<w:vMerge w:val="restart"/>'), tc(p('支出'), '<w:gridSpan w:val="2"/>')],
      [tc(p(''), '<w:vMerge/>'), tc(p('基本')), tc(p('项目'))],
      [tc(p('人员') + p('经费')), tc(p('1.00')), tc(p('2.00'))],
    );
    expect(read(`${p('表一')}${body}${p('注：无')}`)).toEqual([
      '表一',
      ['项目 2×1 | 支出 1×2', '基本 | 项目', '人员经费 | 1.00 | 2.00'],
      '注：无',
    ]);
  });

  it('writes out the numbers that Word counts itself', () => {
    const body =
      p('职能', LIST) + p('一级', SUBLIST) + p('二级', SUBLIST) + p('机构', LIST) + p('三级', SUBLIST) + p('说明', '<w:pStyle w:val="b"/>');
    expect(read(body, { 'word/numbering.xml': NUMBERING, 'word/styles.xml': STYLES })).toEqual([
      '一、职能',
      '（1）一级',
      '（2）二级',
      '二、机构',
      '（1）三级',
      '三、说明',
    ]);
    expect([1, 10, 12, 20, 21, 105, 110].map((value) => numeral(value, 'chineseCounting'))).toEqual([
      '一',
      '十',
      '十二',
      '二十',
      '二十一',
      '一百零五',
      '一百一十',
    ]);
    expect(numeral(4, 'upperRoman') + numeral(27, 'lowerLetter') + numeral(3, 'decimalEnclosedCircle')).toBe('IVaa③');
  });

  it('reads a revised document as accepted, and says so', () => {
    const body =
      `<w:p><w:r><w:t>支出</w:t></w:r><w:del><w:r><w:delText>100.00</w:delText></w:r></w:del><w:ins><w:r><w:t>90.00</w:t></w:r></w:ins><w:r><w:t>万元</w:t></w:r></w:p>${table([tc(p('甲')), tc(p('1'))])}`.replace(
        '</w:tr></w:tbl>',
        `</w:tr><w:tr><w:trPr><w:del/></w:trPr>${tc(p('乙'))}${tc(p('2'))}</w:tr></w:tbl>`,
      );
    expect(read(body)).toEqual(['支出90.00万元', ['甲 | 1']]);
    expect(readWord(wordFile(body)).notices?.map(({ code }) => code)).toEqual(['tracked-changes']);
  });

  it('reads text boxes once, nested tables as tables, and nothing hidden', () => {
    const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const drawn = `<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>${box('框内')}</mc:Choice><mc:Fallback>${box('框内')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const hidden = '<w:p><w:r><w:t>看得见</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r></w:p>';
    const nested = table([tc(p('左')), tc(table([tc(p('甲')), tc(p('1'))]) + p('下'))]);
    expect(read(drawn + hidden + nested)).toEqual(['正文', '框内', '看得见', '左', ['甲 | 1'], '下']);
  });

  it('without text, or broken, is refused', () => {
    const picture = '<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>';
    expect(readWord(wordFile(picture)).refusal?.code).toBe('document-only-pictures');
    expect(readWord(wordFile(p('文') + picture)).notices?.map(({ code }) => code)).toEqual(['pictures-skipped']);
    expect(readWord(wordFile('<w:p>')).refusal?.code).toBe('document-broken');
    expect(readWord(wordFile(p('文')).slice(0, 300)).refusal?.code).toBe('zip-broken');
  });
});
