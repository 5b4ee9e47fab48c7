/** How to cite a page. The day of access is the reader's: the script on the page fills it in. */
import { citations } from '../citation/citation.ts';
import type { CitedWork } from '../citation/cited-work.ts';
import type { CitationView } from './page.ts';

export function citationView(work: CitedWork): CitationView {
  const texts = citations(work);
  return {
    work,
    forms: [
      { id: 'gbt7714', name: 'GB/T 7714—2015', text: texts.gbt7714, block: false },
      { id: 'apa', name: 'APA', text: texts.apa, block: false },
      { id: 'bibtex', name: 'BibTeX', text: texts.bibtex, block: true },
      { id: 'csl', name: 'CSL-JSON', text: texts.csl, block: true },
    ],
  };
}
