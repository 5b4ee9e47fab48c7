/** How to cite a page. The day of access is the reader's: the script on the page fills it in. */
import { citations } from '../citation/citation.ts';
import { type CitedWork, shortVersion } from '../citation/cited-work.ts';
import { archiveTitle, type Edition } from './edition.ts';
import type { CitationView } from './page.ts';

export function citationView(work: CitedWork, of: CitationView['of']): CitationView {
  const texts = citations(work);
  return {
    work,
    of,
    forms: [
      { id: 'gbt7714', name: 'GB/T 7714—2015', text: texts.gbt7714, block: false },
      { id: 'apa', name: 'APA', text: texts.apa, block: false },
      { id: 'bibtex', name: 'BibTeX', text: texts.bibtex, block: true },
      { id: 'csl', name: 'CSL-JSON', text: texts.csl, block: true },
    ],
  };
}

/** What a picture of a chart says of where it comes from. `version` is the page's, where it has one of its own. */
export function pictureSource(edition: Edition, version = edition.archive.digest): string {
  return edition.language.chart.pictureSource(archiveTitle(edition), shortVersion(version));
}
