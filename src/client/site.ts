/** What every page does when scripts run. All of it is convenience: nothing is missing without. */
import { offerCiting } from './cite.ts';
import { offerCopying } from './copy.ts';
import { watchSheets } from './sheets.ts';
import { listenForSlash } from './shortcut.ts';
import { suggestWhileTyping } from './suggestions.ts';

watchSheets(document.querySelectorAll<HTMLElement>('[data-sheet]'));
offerCopying(document.querySelectorAll<HTMLButtonElement>('[data-copy]'));
listenForSlash(document);
suggestWhileTyping(document.querySelectorAll<HTMLFormElement>('[data-search-form]'));
for (const block of document.querySelectorAll<HTMLElement>('[data-citation]')) offerCiting(block);
