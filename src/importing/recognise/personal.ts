/** Where a source prints telephone numbers, identity numbers and names beside roles. They are not carried over. */
import { findPersonalData } from '../../reading/personal-data.ts';
import type { Place } from '../source-document.ts';
import type { Piece } from './piece.ts';

export interface PersonalPlace {
  /** With most of it left out. */
  readonly found: string;
  readonly place: Place;
}

export function personalPlaces(pieces: Iterable<Piece>): PersonalPlace[] {
  const places: PersonalPlace[] = [];
  for (const { text, place } of pieces) {
    findPersonalData('', text, ({ values }) => void places.push({ found: `${values.kind ?? '姓名'} ${values.found ?? ''}`, place }));
  }
  return places;
}

/** Text without what is personal, and whether anything was taken out. */
export function withoutPersonal(text: string): { text: string; removed: boolean } {
  let found = false;
  findPersonalData('', text, () => {
    found = true;
  });
  if (!found) return { text, removed: false };
  return { text: '', removed: true };
}
