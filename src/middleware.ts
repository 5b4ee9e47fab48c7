/** Every page is made in the language of its address: its components find the words in `Astro.locals`. */
import type { MiddlewareHandler } from 'astro';
import { currentArchive } from './archive/current.ts';
import { editionAt } from './views/editions.ts';
import { markForeignWords, standsOut } from './views/foreign-words.ts';

export const onRequest: MiddlewareHandler = async ({ locals, url }, next) => {
  const archive = currentArchive();
  const edition = editionAt(archive, url.pathname);
  locals.edition = edition;
  const response = await next();
  const content = archive.facts.language;
  if (!standsOut(content, edition.language.tag) || !response.headers.get('content-type')?.includes('text/html')) return response;
  return new Response(markForeignWords(await response.text(), content), response);
};
