/** The day that a snapshot is said to be of. No clock: the same archive makes the same bytes on any day. */
import type { Archive } from '../domain/archive.ts';

/**
 * The day of SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/), else the latest that a
 * document was published, taken or corrected, else the year of the latest document. Throws a RangeError where it is no number.
 */
export function snapshotDate(archive: Archive, sourceDateEpoch: string | undefined): string {
  if (sourceDateEpoch !== undefined && sourceDateEpoch !== '') {
    if (!/^\d{1,11}$/.test(sourceDateEpoch)) throw new RangeError('SOURCE_DATE_EPOCH 应为自 1970 年起的秒数');
    return new Date(Number(sourceDateEpoch) * 1000).toISOString().slice(0, 10);
  }
  const documents = [...archive.disclosures.values()];
  const days = documents.flatMap(({ published, source, corrections }) =>
    [published, source.taken, ...corrections.map(({ date }) => date)].filter((day) => day !== undefined),
  );
  // A year alone stands before each of its days, and after every day of earlier years.
  return [...days, ...documents.map(({ year }) => String(year)), '1970'].sort().at(-1) ?? '';
}

export function isDay(date: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(date);
}
