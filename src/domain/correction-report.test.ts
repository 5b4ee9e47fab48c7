import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillReport, reportAddress } from './correction-report.ts';

const form = { title: '更正：预算，{name}', body: '格子：{cell}\n网页上的数：{figure}\n网址：{address}\n应当是：' };
const part = { name: '支出表，合计', cell: 'expenditure.total.total', figure: '339.43', address: 'https://budgets.example/#a' };

describe('a report', () => {
  it('names the cell and its figure', () => {
    expect(fillReport(form, part)).toEqual({
      title: '更正：预算，支出表，合计',
      body: '格子：expenditure.total.total\n网页上的数：339.43\n网址：https://budgets.example/#a\n应当是：',
    });
  });

  it('leaves blank what the reader has to say', () => {
    expect(fillReport(form, { address: '/a/' }).body).toBe('格子：\n网页上的数：\n网址：/a/\n应当是：');
  });

  it('does not fill in what is already filled in', () => {
    expect(fillReport(form, { ...part, name: '{figure}' }).title).toBe('更正：预算，{figure}');
  });
});

describe('its address', () => {
  it('arrives as it was written, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (title, body) => {
        const address = new URL(reportAddress('https://forge.example/new?labels=data&title={title}&body={body}', { title, body }));
        expect(address.searchParams.get('title')).toBe(title);
        expect(address.searchParams.get('body')).toBe(body);
        expect(address.searchParams.get('labels')).toBe('data');
      }),
    );
  });

  it('of a letter divides lines as letters do', () => {
    expect(reportAddress('mailto:budgets@example.org?subject={title}&body={body}', { title: 'A & B', body: 'x\ny' })).toBe(
      'mailto:budgets@example.org?subject=A%20%26%20B&body=x%0D%0Ay',
    );
  });
});
