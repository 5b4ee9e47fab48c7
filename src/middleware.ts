/** Every page is made in the language of its address: its components find the words in `Astro.locals`. */
import type { MiddlewareHandler } from 'astro';
import { currentArchive } from './archive/current.ts';
import { editionAt } from './views/editions.ts';

export const onRequest: MiddlewareHandler = ({ locals, url }, next) => {
  locals.edition = editionAt(currentArchive(), url.pathname);
  return next();
};
