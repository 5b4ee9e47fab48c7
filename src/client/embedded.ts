/** A page that is made to stand in another: links lead out of the frame, and by itself it shows how it is framed. */
import { offerCopying } from './copy.ts';
import { watchSheets } from './sheets.ts';

watchSheets(document.querySelectorAll<HTMLElement>('[data-sheet]'));
for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href]'))
  if (!link.getAttribute('href')?.startsWith('#')) link.target = '_blank';

const source = document.querySelector<HTMLAnchorElement>('[data-embed-source]');
const code = document.querySelector<HTMLElement>('[data-embed-code]');
offerCopying(document.querySelectorAll<HTMLButtonElement>('[data-copy]'));
show();
addEventListener('hashchange', show);

function show(): void {
  if (source) source.hash = location.hash;
  const place = code?.querySelector('[data-copy-source]');
  // Within another page nobody asks how.
  if (!code || !place || window.top !== window) return;
  const shown = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const title = [shown?.textContent, document.querySelector('h1')?.textContent]
    .map((text) => text?.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  const frame = document.createElement('iframe');
  frame.src = location.href;
  frame.title = title.join('，');
  frame.width = '100%';
  frame.height = code.dataset.embedCode ?? '';
  frame.loading = 'lazy';
  place.textContent = frame.outerHTML;
  code.hidden = false;
}
