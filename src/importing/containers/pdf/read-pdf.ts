/** A PDF with a text layer, page by page. The one file that knows pdf.js. */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { listOfPages, type Notice, notice } from '../notices.ts';
import type { Reading } from '../reading.ts';
import { layOut, type PageLayout } from './page-layout.ts';
import { type DrawingProgram, type FontFacts, readMarks } from './page-marks.ts';
import { blocksOf } from './paragraphs.ts';

const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Longer documents are refused before they fill the memory. */
export const MOST_PAGES = 2000;

/** `bytes` are taken over by pdf.js and cannot be used afterwards. */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const task = pdfjs.getDocument({
    data: bytes,
    cMapUrl: join(PACKAGE, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(PACKAGE, 'standard_fonts') + sep,
    wasmUrl: join(PACKAGE, 'wasm') + sep,
    useSystemFonts: false,
    disableFontFace: true,
    // Only this tells a font whose glyphs no one named from one that can be read.
    fontExtraProperties: true,
    isEvalSupported: false,
    // Pictures are not looked at, so they are not decoded.
    maxImageSize: 1,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const opened = await task.promise;
    if (opened.numPages > MOST_PAGES)
      return { refusal: notice('too-many-pages', { pages: String(opened.numPages), most: String(MOST_PAGES) }) };
    return await readPages(opened);
  } catch (error) {
    return { refusal: refusalOf(error) };
  } finally {
    await task.destroy();
  }
}

async function readPages(opened: pdfjs.PDFDocumentProxy): Promise<Reading> {
  const layouts: PageLayout[] = [];
  const without: number[] = [];
  const broken: number[] = [];
  const unnamed: number[] = [];
  const recognised: number[] = [];
  let glyphs = 0;
  let unreadable = 0;
  for (let number = 1; number <= opened.numPages; number++) {
    const marks = await pageMarks(opened, number);
    if (!marks) {
      broken.push(number);
      layouts.push({ width: 0, height: 0, parts: [] });
      continue;
    }
    const printed = marks.glyphs.filter(({ text }) => text.trim() !== '').length;
    if (printed === 0) without.push(number);
    if (marks.unreadable > 0) unnamed.push(number);
    if (marks.invisible * 2 > printed) recognised.push(number);
    glyphs += printed;
    unreadable += marks.unreadable;
    layouts.push(layOut(marks));
  }
  const pages = opened.numPages;
  if (broken.length === pages) return { refusal: notice('pdf-broken') };
  if (glyphs === 0) return { refusal: notice('pdf-without-text', { pages: String(pages) }) };
  // A bullet from a symbol font is nothing; a fifth of the text is the text.
  if (unreadable * 5 > glyphs) return { refusal: notice('pdf-unreadable-font', { pages: listOfPages(unnamed) }) };
  const notices: Notice[] = [];
  if (broken.length > 0) notices.push(notice('page-broken', { pages: listOfPages(broken) }));
  if (without.length > 0) notices.push(notice('page-without-text', { pages: listOfPages(without) }));
  if (unnamed.length > 0) notices.push(notice('page-unreadable-glyphs', { pages: listOfPages(unnamed), count: String(unreadable) }));
  if (recognised.length > 0) notices.push(notice('page-recognised', { pages: listOfPages(recognised) }));
  return { document: { form: 'pdf', pages, blocks: blocksOf(layouts) }, notices };
}

async function pageMarks(opened: pdfjs.PDFDocumentProxy, number: number) {
  try {
    const page = await opened.getPage(number);
    const program = (await page.getOperatorList()) as DrawingProgram;
    const facts = new Map<string, FontFacts>();
    const fontOf = (name: string): FontFacts => {
      const known = facts.get(name) ?? factsOf(page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined);
      facts.set(name, known);
      return known;
    };
    const marks = readMarks(program, page.getViewport({ scale: 1 }), fontOf);
    page.cleanup();
    return marks;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw error;
    return undefined;
  }
}

/** What pdf.js says of a font; its own types leave it open. */
interface LoadedFont {
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly defaultVMetrics?: readonly number[];
  readonly composite?: boolean;
  readonly isType3Font?: boolean;
  readonly toUnicode?: { readonly firstChar?: number; readonly lastChar?: number };
}

function factsOf(font: LoadedFont | undefined): FontFacts {
  return {
    vertical: font?.vertical ?? false,
    fontMatrix: font?.fontMatrix ?? [0.001, 0, 0, 0.001, 0, 0],
    defaultVMetrics: font?.defaultVMetrics,
    // Without a map from glyphs to characters pdf.js takes the glyph's number for the character: plausible nonsense.
    readable: !(font?.composite && font.toUnicode && 'firstChar' in font.toUnicode),
  };
}

function refusalOf(error: unknown): Notice {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return notice('pdf-encrypted');
  if (['InvalidPDFException', 'FormatError', 'UnknownErrorException', 'MissingPDFException'].includes(name)) return notice('pdf-broken');
  throw error;
}
