/** Amounts as people read them. */
import type { Observation } from '../domain/archive.ts';
import { compare, type Decimal, formatDecimal, percentOf, times } from '../domain/decimal.ts';
import type { ArchiveFacts } from '../domain/declarations.ts';
import type { Exact } from '../domain/exact.ts';
import { shownNumber } from '../domain/number-format.ts';
import type { Edition } from './edition.ts';
import { asPrinted } from './select.ts';

/** An archive that prints numbers in its own way: an edition is of one. */
export interface Numbering {
  readonly archive: { readonly facts: Pick<ArchiveFacts, 'numbers'> };
}

/** `6,150.64`, `−3.60`; `6 150,64` where the archive's government prints it so. */
export function digits({ archive }: Numbering, value: Decimal | Exact): string {
  return shownNumber(value, archive.facts.numbers);
}

/** `1,271` of things that are counted: no figure of the archive, but a word of the interface. */
export function count(things: number): string {
  return formatDecimal({ coefficient: things, places: 0 }, { grouping: true });
}

/** `6,150.64 万元` */
export function amount(edition: Edition, { value, scale }: Pick<Observation, 'value' | 'scale'>): string {
  return edition.language.amount(digits(edition, value), scale);
}

/** The printed name of a scale, with what it means where readers of the language would not know. */
export function scaleName({ archive, language }: Edition, scale: string, currency: string): string {
  return language.scale(scale, archive.facts.scales[scale], currency);
}

/** The amount in whole units of its currency, where the printed scale says little to readers of the language. */
export function wholeUnits(edition: Edition, observation: Observation): string | undefined {
  const units = edition.archive.facts.scales[observation.scale];
  if (units === undefined || units === 1) return undefined;
  const { value, scale } = asPrinted(observation);
  const coefficient = BigInt(value.coefficient) * BigInt(edition.archive.facts.scales[scale] ?? 1);
  const one = 10n ** BigInt(value.places);
  const whole: Exact = coefficient % one === 0n ? { coefficient: coefficient / one, places: 0 } : { coefficient, places: value.places };
  return edition.language.inUnits(digits(edition, whole), currencyOf(edition, observation));
}

/** The currency that an observation's document is in. */
export function currencyOf({ archive }: Edition, { unit, disclosure }: Pick<Observation, 'unit' | 'disclosure'>): string {
  return archive.disclosures.get(`${unit}/${disclosure}`)?.currency ?? '';
}

/** `18.6%`, or nothing for a share of zero. */
export function share(of: Numbering, part: Decimal, whole: Decimal): string | undefined {
  const percent = percentOf(part, whole, 1);
  return percent && `${digits(of, percent)}%`;
}

/** How many of each hundred: whole ones, and one decimal below ten. */
export function ofHundred(of: Numbering, part: Decimal, whole: Decimal): string | undefined {
  // Rounded once: 4.146 of a hundred is 4.1, not 4.15 and then 4.2.
  const percent = percentOf(part, whole, compare(times(part, 10), whole) < 0 ? 1 : 0);
  return percent && digits(of, percent);
}
