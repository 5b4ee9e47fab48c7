/**
 * Scripts come after the first picture. All of them are convenience, and on a slow telephone both their way through the
 * network and their work would hold up what the reader came for. A page names its modules in elements that a browser
 * does not run; the one script that it does run loads them as soon as the page has been painted.
 */
import { createHash } from 'node:crypto';

/** A module is taken out of the page when it has run: then whoever tests or drives the page knows. */
export const LOADER =
  "requestAnimationFrame(()=>setTimeout(()=>document.querySelectorAll('[data-module]').forEach((e)=>import(e.dataset.module).then(()=>e.remove()))))";

/** By which the policy knows it. */
export const LOADER_DIGEST = createHash('sha256').update(LOADER).digest('base64');

/** A page as Astro prints it, with its modules left to the loader. */
export function withLateScripts(html: string): string {
  return html.replaceAll('<script type="module" src="', '<script type="text/plain" data-module="');
}
