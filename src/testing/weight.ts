/** What a phone must load before it can show a page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The file of a disclosure's page, in any language. */
export const DISCLOSURE = /(^|\/)units\/[^/]+\/(?!embed\/)[^/]+\/index\.html$/;

/** Bytes of a page and its style sheets, as hosts that compress send them; `folder` is the site's. */
export function weightOf(folder: string, html: string): number {
  const styles = [...html.matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g)].map(([, path = '']) => readFileSync(join(folder, path)));
  return [html, ...styles].reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0);
}
