/** What a file is, by its first bytes and not by its name. */
import { decodeText, startsWith } from './bytes.ts';
import { type Notice, notice } from './notices.ts';
import { openZip, ZipRefusal } from './zip.ts';

export type Form = 'pdf' | 'word' | 'excel' | 'html' | 'text';

export const FORM_NAMES: Readonly<Record<Form, string>> = {
  pdf: ' PDF',
  word: ' Word 文档',
  excel: ' Excel 工作簿',
  html: '网页（HTML）',
  text: '纯文本',
};

/** Extensions that each form goes by. */
const EXTENSIONS: Readonly<Record<Form, readonly string[]>> = {
  pdf: ['.pdf'],
  word: ['.docx', '.docm'],
  excel: ['.xlsx', '.xlsm'],
  html: ['.html', '.htm', '.xhtml', '.shtml', '.mht'],
  text: ['.txt', '.tsv', '.text', '.md'],
};

export type Recognised =
  | { readonly form: Form; readonly text?: string; readonly refusal?: undefined }
  | { readonly refusal: Notice; readonly form?: undefined };

/** The form of a file, and for text its characters; or why there is no reader for it. */
export function recogniseForm(bytes: Uint8Array): Recognised {
  if (bytes.length === 0) return { refusal: notice('file-empty') };
  // Some servers put blank lines or a few bytes before the mark; readers of PDF look within the first kilobyte.
  if (startsWith(bytes, '%PDF-') || headText(bytes).includes('%PDF-')) return { form: 'pdf' };
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return zipForm(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return { refusal: oleRefusal(bytes) };
  for (const [signature, refusal] of SIGNATURES) if (startsWith(bytes, signature)) return { refusal: refusal() };
  const text = decodeText(bytes, declaredCharset(bytes));
  if (text === undefined) return { refusal: notice('file-unknown-form') };
  if (/^\s*$/.test(text)) return { refusal: notice('document-empty') };
  if (/^\s*\{\\rtf/.test(text)) return { refusal: notice('form-rtf') };
  return { form: looksLikeHtml(text) ? 'html' : 'text', text };
}

/** A notice when the extension promises another form. */
export function extensionNotice(extension: string, form: Form): Notice | undefined {
  if (extension === '' || EXTENSIONS[form].includes(extension)) return undefined;
  return notice('wrong-extension', { extension, form: FORM_NAMES[form] });
}

const SIGNATURES: readonly (readonly [string | readonly number[], () => Notice])[] = [
  ['Rar!', () => notice('form-archive', { kind: 'RAR' })],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], () => notice('form-archive', { kind: '7z' })],
  [[0x1f, 0x8b], () => notice('form-archive', { kind: 'GZIP' })],
  [[0x89, 0x50, 0x4e, 0x47], () => notice('form-picture', { kind: 'PNG' })],
  [[0xff, 0xd8, 0xff], () => notice('form-picture', { kind: 'JPEG' })],
  ['GIF8', () => notice('form-picture', { kind: 'GIF' })],
  ['BM', () => notice('form-picture', { kind: 'BMP' })],
  ['II*\0', () => notice('form-picture', { kind: 'TIFF' })],
  ['MM\0*', () => notice('form-picture', { kind: 'TIFF' })],
  ['CAJ', () => notice('form-caj')],
  ['HN\xc8\0', () => notice('form-caj')],
];

function headText(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
}

function zipForm(bytes: Uint8Array): Recognised {
  try {
    const { names, text } = openZip(bytes);
    const main = /PartName="\/?(?:[^"]*)"\s+ContentType="([^"]*\.main\+xml)"|ContentType="([^"]*\.main\+xml)"/;
    const type = names.includes('[Content_Types].xml')
      ? (main
          .exec(text('[Content_Types].xml') ?? '')
          ?.slice(1)
          .find(Boolean) ?? '')
      : '';
    if (/wordprocessingml|ms-word/.test(type)) return { form: 'word' };
    if (/spreadsheetml|ms-excel/.test(type))
      return names.some((name) => /workbook\.bin$/.test(name)) ? { refusal: notice('form-xls') } : { form: 'excel' };
    if (/presentationml|ms-powerpoint/.test(type)) return { refusal: notice('form-powerpoint') };
    if (names.includes('word/document.xml')) return { form: 'word' };
    if (names.includes('xl/workbook.xml')) return { form: 'excel' };
    if (names.includes('OFD.xml')) return { refusal: notice('form-ofd') };
    if (names.includes('mimetype') && /opendocument/.test(text('mimetype') ?? '')) return { refusal: notice('form-odf') };
    const files = names.filter((name) => !name.endsWith('/') && !name.startsWith('__MACOSX/'));
    const shown = files.slice(0, 8).join('、') || '（空的）';
    return { refusal: notice('form-zip', { names: files.length > 8 ? `${shown} 等 ${files.length} 个文件` : shown }) };
  } catch (error) {
    if (error instanceof ZipRefusal) return { refusal: error.notice };
    throw error;
  }
}

/** Which program wrote an OLE file: its directory holds the names of its streams in UTF-16. */
function oleRefusal(bytes: Uint8Array): Notice {
  const has = (name: string): boolean => {
    const wide = Buffer.from(name, 'utf16le');
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(wide);
  };
  if (has('EncryptedPackage')) return notice('form-office-encrypted');
  if (has('WordDocument')) return notice('form-doc');
  if (has('Workbook') || has('Book')) return notice('form-xls');
  return notice('form-ole');
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  return /<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 4096)),
  )?.[1];
}

function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 4096);
  return (
    /<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<table[\s>]|<meta\s/i.test(head) ||
    (/^\s*</.test(head) && /<(div|p|tr|td|span|font)[\s>]/i.test(head))
  );
}
