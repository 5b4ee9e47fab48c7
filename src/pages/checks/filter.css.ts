/** The filter of this page as a style sheet of its own, since each archive has its own units. */
import { currentArchive } from '../../archive/current.ts';
import { checksPage } from '../../views/checks.ts';
import { differencesOf, filterSheet } from '../../views/differences.ts';
import { ownEdition } from '../../views/editions.ts';

export function GET(): Response {
  return new Response(filterSheet(differencesOf(checksPage(ownEdition(currentArchive())))), {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
}
