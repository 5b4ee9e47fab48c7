/** What every page does when scripts run. All of it is convenience: nothing is missing without. */
import { walkByKeys } from './cell-keys.ts';
import { offerPanel } from './cell-panel.ts';
import { offerCiting } from './cite.ts';
import { offerCopying } from './copy.ts';
import { watchSheets } from './sheets.ts';
import { listenForSlash } from './shortcut.ts';
import { suggestWhileTyping } from './suggestions.ts';

watchSheets(document.querySelectorAll<HTMLElement>('[data-sheet]'));
offerCopying(document.querySelectorAll<HTMLButtonElement>('[data-copy]'));
listenForSlash(document);
suggestWhileTyping(document.querySelectorAll<HTMLFormElement>('[data-search-form]'));
const [citing] = [...document.querySelectorAll<HTMLElement>('[data-citation]')].map(offerCiting);
const aside = document.querySelector<HTMLElement>('[data-cell-panel]');
if (aside && citing) {
  const panel = offerPanel(aside, citing);
  for (const sheet of document.querySelectorAll<HTMLElement>('[data-sheet]')) walkByKeys(sheet, panel);
}
// While editing only; a published site has no trace of it.
if (import.meta.env.DEV)
  void import('./editing.ts').then(({ markFindings }) => markFindings(document.querySelectorAll<HTMLElement>('[data-finding]')));
