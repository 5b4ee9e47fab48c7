/** What came of reading a published file. */
import type { SourceDocument } from '../source-document.ts';
import type { Notice } from './notices.ts';

/** The document with what somebody should look at, or why it cannot be read. */
export type Reading =
  | { readonly document: SourceDocument; readonly notices: readonly Notice[]; readonly refusal?: undefined }
  | { readonly refusal: Notice; readonly document?: undefined; readonly notices?: undefined };
