/** Fills the day of access into a page's citations, and cites the table, cell or statement that the reader chooses. */
import { citations } from '../citation/citation.ts';
import { type CitedWork, citedPart } from '../citation/cited-work.ts';

export interface Citing {
  /** Shows how the part is cited; without one, the page. */
  cite(part?: { readonly id: string; readonly name: string }): void;
  /** Of what is cited now. */
  address(): string;
  running(): string;
}

export function offerCiting(block: HTMLElement): Citing {
  const page = here(JSON.parse(block.dataset.citation ?? '') as CitedWork);
  let cited = page;
  const cite: Citing['cite'] = (part) => {
    cited = part ? citedPart(page, part.id, part.name) : page;
    const texts = citations(cited, today());
    for (const form of block.querySelectorAll<HTMLElement>('[data-form]'))
      form.textContent = texts[form.dataset.form as keyof typeof texts];
  };
  cite();
  return { cite, address: () => cited.address, running: () => citations(cited, today()).gbt7714 };
}

/** Absolute on the web, also where the archive does not say where it stands; a copy on a disk has no address of its own. */
function here(work: CitedWork): CitedWork {
  return work.address.startsWith('/') && /^https?:$/.test(location.protocol) ? { ...work, address: location.origin + work.address } : work;
}

/** The reader's own day. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
