/** What was corrected in each document, as `data/corrections.csv` says it. */
import type { Correction } from '../domain/archive.ts';
import type { ReadArchive } from '../reading/read-archive.ts';

/** By unit and disclosure id joined with a slash; of each the latest first. */
export function correctionsOf({ corrections }: Pick<ReadArchive, 'corrections'>): ReadonlyMap<string, readonly Correction[]> {
  const entries = corrections.records.map(({ values: { cell: place, was, now, date, reason } }) => {
    const [document = '', cell = ''] = place.split('#');
    return { document, correction: { cell, was, now, date, reason } };
  });
  return new Map(
    [...Map.groupBy(entries, ({ document }) => document)].map(([document, own]) => [
      document,
      // Of one day, the later row is the later correction.
      own
        .map(({ correction }) => correction)
        .reverse()
        .sort((a, b) => (a.date === b.date ? 0 : a.date > b.date ? -1 : 1)),
    ]),
  );
}
