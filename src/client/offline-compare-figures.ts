/**
 * The figures of a measure or code in a snapshot, where nothing can be fetched: they come as scripts. It takes the place
 * of `compare-figures.ts` when the scripts of a snapshot are bundled.
 */
import { parseSubject, type Subject } from '../comparison/figure.ts';
import { type Offer, offerOf } from '../comparison/parts.ts';
import { siteFolder } from './site-folder.ts';

/** What a script of figures calls with what it holds. */
type Receiver = (id: string, content: unknown) => void;

const received = new Map<string, unknown>();
const loading = new Map<string, Promise<Subject>>();

/** On a disk the whole is as near as a part, and there are no parts. */
export async function loadOffer(id: string): Promise<Offer> {
  return offerOf(await loadSubject(id));
}

export function loadSubject(id: string): Promise<Subject> {
  (globalThis as { mingzhangFigures?: Receiver }).mingzhangFigures = (key, value) => void received.set(key, value);
  const known = loading.get(id);
  if (known) return known;
  const subject = new Promise<Subject>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${siteFolder}compare/figures/${id}.js`;
    script.addEventListener('load', () => resolve(parseSubject(received.get(id))));
    script.addEventListener('error', () => reject(new Error(`${script.src} cannot be read`)));
    document.head.append(script);
  });
  loading.set(id, subject);
  return subject;
}

/** `/units/x/2023-budget/#cell` → the file of that page on this disk. */
export function pageAddress(path: string): string {
  const [, page = '', anchor = ''] = /^\/([^#]*)(.*)$/.exec(path) ?? [];
  return `${siteFolder}${page}index.html${anchor}`;
}
