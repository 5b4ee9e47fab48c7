/** Brings the figures of one measure or code. In a snapshot `offline-compare-figures.ts` takes the place of this file. */
import { parseSubject, type Subject } from '../comparison/figure.ts';

const FOLDER = '/compare/figures/';
const loading = new Map<string, Promise<Subject>>();

export function loadSubject(id: string): Promise<Subject> {
  const known = loading.get(id);
  if (known) return known;
  const subject = load(`${FOLDER}${id}.json`);
  loading.set(id, subject);
  // A reader who was offline may try again.
  subject.catch(() => loading.delete(id));
  return subject;
}

async function load(address: string): Promise<Subject> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return parseSubject(await answer.json());
}

/** Where a page of the site is: on the web, at its address. */
export function pageAddress(path: string): string {
  return path;
}
