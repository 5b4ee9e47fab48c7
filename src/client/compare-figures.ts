/** Brings the figures of one measure or code. In a snapshot `offline-compare-figures.ts` takes the place of this file. */
import { parseSubject, type Subject } from '../comparison/figure.ts';
import { joined, type Offer, offerOf, parseOffer, partsFor } from '../comparison/parts.ts';

const FOLDER = '/compare/figures/';
const loading = new Map<string, Promise<unknown>>();

/** What can be chosen; of a subject that is kept in parts without its figures. */
export async function loadOffer(id: string, parted: boolean): Promise<Offer> {
  return parted ? parseOffer(await load(`${id}/choices`)) : offerOf(await loadSubject(id, false, []));
}

/** The figures of `units`, perhaps with those of others; of all where none is named. */
export async function loadSubject(id: string, parted: boolean, units: readonly string[]): Promise<Subject> {
  const parts = parted && units.length > 0 ? partsFor(units, await loadOffer(id, parted)) : undefined;
  const [first, ...others] = await Promise.all((parts ?? []).map(async (part) => parseSubject(await load(`${id}/${part}`))));
  return first ? joined([first, ...others]) : parseSubject(await load(id));
}

function load(name: string): Promise<unknown> {
  const known = loading.get(name);
  if (known) return known;
  const content = fetched(`${FOLDER}${name}.json`);
  loading.set(name, content);
  // A reader who was offline may try again.
  content.catch(() => loading.delete(name));
  return content;
}

async function fetched(address: string): Promise<unknown> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}

/** Where a page of the site is: on the web, at its address. */
export function pageAddress(path: string): string {
  return path;
}
