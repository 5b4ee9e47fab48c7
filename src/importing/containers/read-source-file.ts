/** A published file, whatever its form, as one document. */
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { readExcel } from './excel/read-excel.ts';
import { extensionNotice, type Form, recogniseForm } from './form.ts';
import { parseHtml } from './html.ts';
import { type Notice, notice } from './notices.ts';
import { parseText } from './parse-text.ts';
import { readPdf } from './pdf/read-pdf.ts';
import type { Reading } from './reading.ts';
import { readWord } from './word/read-word.ts';

/** Megabytes. The largest published budgets with a text layer have a tenth of it. */
export const MOST_MEGABYTES = 200;

/**
 * Reads a PDF, Word, Excel, HTML or text file, chosen by its content. A file that cannot be read is a refusal that says
 * why and what to do; it throws only for faults of this program.
 */
export async function readSourceFile(path: string): Promise<Reading> {
  const read = await readBytes(path);
  if ('code' in read) return { refusal: read };
  const recognised = recogniseForm(read);
  if (recognised.refusal) return { refusal: recognised.refusal };
  const { form, text = '' } = recognised;
  const reading = await readForm(form, read, text);
  if (reading.refusal) return reading;
  if (reading.document.blocks.length === 0) return { refusal: notice('document-empty') };
  const extension = extensionNotice(extname(path).toLowerCase(), form);
  return extension ? { ...reading, notices: [extension, ...reading.notices] } : reading;
}

async function readForm(form: Form, bytes: Uint8Array, text: string): Promise<Reading> {
  switch (form) {
    case 'pdf':
      return readPdf(bytes);
    case 'word':
      return readWord(bytes);
    case 'excel':
      return readExcel(bytes);
    case 'html':
      return { document: parseHtml(text), notices: [] };
    case 'text':
      return { document: parseText(text), notices: [] };
  }
}

async function readBytes(path: string): Promise<Uint8Array | Notice> {
  try {
    const file = await open(path);
    try {
      const facts = await file.stat();
      if (facts.isDirectory()) return notice('file-is-folder');
      if (facts.size > MOST_MEGABYTES * 1024 * 1024)
        return notice('file-too-large', { size: String(Math.round(facts.size / 1024 / 1024)), most: String(MOST_MEGABYTES) });
      return new Uint8Array(await file.readFile());
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === 'ENOENT') return notice('file-missing');
    if (code === 'EISDIR') return notice('file-is-folder');
    if (code === undefined) throw error;
    return notice('file-unreadable', { reason: code });
  }
}
