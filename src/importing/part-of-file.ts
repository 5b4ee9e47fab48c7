/** The part of a file that a person says is the document: pages of a PDF, sheets of a workbook. */
import type { SourceDocument } from './source-document.ts';

export interface Part {
  /** First and last page, from 1. */
  readonly pages?: readonly [number, number];
  /** Names of sheets. */
  readonly sheets?: readonly string[];
}

/** `12-20` or `5`. */
export function parsePages(text: string): readonly [number, number] | undefined {
  const [, first, last = first] = /^([1-9]\d{0,4})(?:[-–—]([1-9]\d{0,4}))?$/.exec(text.trim()) ?? [];
  if (first === undefined || last === undefined) return undefined;
  return Number(first) <= Number(last) ? [Number(first), Number(last)] : undefined;
}

/** The document without its other parts; why not, in plain words, where it has no such part. */
export function partOf(document: SourceDocument, { pages, sheets }: Part): SourceDocument | { readonly refusal: string } {
  if (pages === undefined && sheets === undefined) return document;
  if (sheets !== undefined) {
    const known = [...new Set(document.blocks.flatMap(({ place }) => place.sheet ?? []))];
    if (known.length === 0) return { refusal: '这份文件不是 Excel 工作簿，没有工作表。去掉 --sheets；是 PDF，用 --pages 指定页。' };
    const unknown = sheets.filter((sheet) => !known.includes(sheet));
    if (unknown.length > 0) return { refusal: `没有名叫“${unknown.join('”“')}”的工作表，或者它是空的。有这些：${known.join('、')}。` };
    return { ...document, blocks: document.blocks.filter(({ place }) => place.sheet !== undefined && sheets.includes(place.sheet)) };
  }
  const [first, last] = pages ?? [0, 0];
  const numbers = document.blocks.flatMap(({ place }) => place.page ?? []);
  if (numbers.length === 0) return { refusal: '这份文件没有页码，不能用 --pages。是 Excel 工作簿，用 --sheets 指定工作表。' };
  const most = Math.max(document.form === 'pdf' ? (document.pages ?? 0) : 0, ...numbers);
  const blocks = document.blocks.filter(({ place }) => place.page !== undefined && place.page >= first && place.page <= last);
  if (blocks.length === 0) return { refusal: `第 ${first}–${last} 页没有文字。这份文件有 ${most} 页。` };
  return { ...document, blocks };
}
