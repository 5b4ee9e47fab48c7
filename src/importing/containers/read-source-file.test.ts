import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordFile, zipOf } from '../../testing/made-files.ts';
import { listOfPages } from './notices.ts';
import { readSourceFile } from './read-source-file.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-source-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(name: string, content: Uint8Array | string) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return readSourceFile(path);
}

const ole = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le'), Buffer.alloc(600)]);
const word = wordFile('<w:p><w:r><w:t>清河镇</w:t></w:r></w:p>');
const gbk = Buffer.from([0xc7, 0xe5, 0xba, 0xd3, 0xd5, 0xf2]);

describe('a published file', () => {
  it.each<[string, Uint8Array | string, string, string]>([
    ['budget.docx', word, 'word', '清河镇'],
    ['budget.html', '<html><body><p>清河镇</p></body></html>', 'html', '清河镇'],
    ['budget.txt', '\uFEFF清河镇', 'text', '清河镇'],
    ['gbk.txt', gbk, 'text', '清河镇'],
    ['gb2312.htm', Buffer.concat([Buffer.from('<html><meta charset="gb2312"><p>'), gbk]), 'html', '清河镇'],
    ['utf-16.txt', Buffer.from('\uFEFF清河镇\r\n', 'utf16le'), 'text', '清河镇'],
    ['unmarked-utf-16.txt', Buffer.from('清河镇\r\n2024\r\n', 'utf16le'), 'text', '清河镇'],
  ])('%s is read by its content', async (name, content, form, first) => {
    const { document, notices } = await read(name, content);
    expect(document?.form).toBe(form);
    expect(document?.blocks[0]).toMatchObject({ type: 'paragraph', text: first });
    expect(notices).toEqual([]);
  });

  it('with a wrong extension is read as what it is, and that is said', async () => {
    const { document, notices } = await read('导出.xls', '<table><tr><td>甲</td><td>1.00</td></tr></table>');
    expect(document?.form).toBe('html');
    expect(notices?.map(({ message }) => message)).toEqual(['扩展名是 .xls，内容其实是网页（HTML），已按网页（HTML）来读。']);
    expect((await read('budget.pdf', word)).notices?.map(({ code }) => code)).toEqual(['wrong-extension']);
  });

  it.each<[string, Uint8Array | string, string, string]>([
    ['a.doc', ole('WordDocument'), 'form-doc', '另存为“Word 文档（.docx）”'],
    ['a.xls', ole('Workbook'), 'form-xls', '另存为“Excel 工作簿（.xlsx）”'],
    ['a.wps', ole('Contents'), 'form-ole', '另存为 .docx'],
    ['locked.xlsx', ole('EncryptedPackage'), 'form-office-encrypted', '去掉密码'],
    ['a.ofd', zipOf({ 'OFD.xml': '<ofd/>' }), 'form-ofd', '导出（或打印）为 PDF'],
    ['a.ods', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }), 'form-odf', '.xlsx'],
    ['a.zip', zipOf({ '预算/部门预算.pdf': 'x', 'b.xls': 'y' }), 'form-zip', '里面有：预算/部门预算.pdf、b.xls'],
    ['cut.docx', word.slice(0, 200), 'zip-broken', '重新下载'],
    ['a.rar', 'Rar!\x1a\x07\x00', 'form-archive', 'RAR 压缩包'],
    ['a.7z', Buffer.from('377abcaf271c0004', 'hex'), 'form-archive', '7z 压缩包'],
    ['a.jpg', Buffer.from('ffd8ffe000104a464946', 'hex'), 'form-picture', 'JPEG'],
    ['a.rtf', '{\\rtf1 x}', 'form-rtf', '.docx'],
    ['a.bin', Buffer.from([0, 1, 2, 3, 0, 255, 0, 254]), 'file-unknown-form', '认不出'],
    ['empty.pdf', '', 'file-empty', '0 字节'],
    ['blank.txt', ' \n\n', 'document-empty', '没有文字'],
    ['broken.pdf', '%PDF-1.4 nothing', 'pdf-broken', '重新下载'],
  ])('%s is refused with what to do', async (name, content, code, words) => {
    const { refusal } = await read(name, content);
    expect(refusal?.code).toBe(code);
    expect(refusal?.message).toContain(words);
  });

  it('that is missing, or a folder, is said to be', async () => {
    expect((await readSourceFile(join(folder, 'no.pdf'))).refusal?.code).toBe('file-missing');
    expect((await readSourceFile(folder)).refusal?.code).toBe('file-is-folder');
  });

  it('that inflates without end is refused before it fills the memory', async () => {
    // 16 MB of blanks from a few kilobytes; then a directory that promises more than is read.
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(16 * 1024 * 1024).fill(32) });
    expect((await read('bomb.docx', bomb)).refusal?.code).toBe('zip-too-large');
    const promising = Uint8Array.from(word);
    const view = new DataView(promising.buffer);
    for (let at = 0; at < promising.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true);
    expect((await read('promising.docx', promising)).refusal?.code).toBe('zip-too-large');
  });

  it('names pages as people write them', () => {
    expect(listOfPages([1, 3, 4, 6, 7, 8, 12])).toBe('1、3、4、6–8、12');
  });
});
