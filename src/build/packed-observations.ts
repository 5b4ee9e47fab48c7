/**
 * Observations as a list of numbers and the texts that these stand for: a large archive has millions of them, whose
 * names of fields, units and funds would be written, and held after reading, millions of times.
 */
import type { Fact, Observation } from '../domain/archive.ts';
import type { Decimal } from '../domain/decimal.ts';

export interface PackedObservations {
  readonly texts: readonly string[];
  /** Of each observation the value of each field: a text's number, -1 for none, or the number itself, or two of a decimal. */
  readonly rows: readonly number[];
}

/** Facts, their observations by their numbers in the packed list. */
export interface PackedFact extends Omit<Fact, 'best' | 'others'> {
  readonly best: number;
  readonly others: readonly number[];
}

const NOTHING = -1;

/** Which number each field is written as. What is optional is not there at all where there is none. */
const FIELDS: Readonly<Record<keyof Observation, 'text' | 'optional' | 'number' | 'decimal'>> = {
  unit: 'text',
  year: 'number',
  stage: 'text',
  basis: 'text',
  direction: 'text',
  fund: 'text',
  use: 'text',
  classification: 'text',
  version: 'optional',
  code: 'text',
  label: 'text',
  measure: 'text',
  value: 'decimal',
  scale: 'text',
  scope: 'text',
  origin: 'text',
  disclosure: 'text',
  cell: 'text',
};

const KEYS = Object.keys(FIELDS) as (keyof Observation)[];

export function packObservations(observations: Iterable<Observation>): PackedObservations {
  const texts = new Map<string, number>();
  const rows: number[] = [];
  for (const observation of observations) {
    for (const key of KEYS) {
      const value = observation[key];
      if (value === undefined) rows.push(NOTHING);
      else if (typeof value === 'number') rows.push(value);
      else if (typeof value === 'object') rows.push(value.coefficient, value.places);
      else {
        const index = texts.get(value) ?? texts.size;
        if (index === texts.size) texts.set(value, index);
        rows.push(index);
      }
    }
  }
  return { texts: [...texts.keys()], rows };
}

export function unpackObservations({ texts, rows }: PackedObservations): Observation[] {
  const observations: Observation[] = [];
  let at = 0;
  const next = (): number => {
    at += 1;
    return rows[at - 1] ?? NOTHING;
  };
  while (at < rows.length) {
    const observation: Partial<Record<keyof Observation, string | number | Decimal | undefined>> = {};
    for (const key of KEYS) {
      const first = next();
      const kind = FIELDS[key];
      if (kind === 'optional' && first === NOTHING) continue;
      observation[key] = kind === 'number' ? first : kind === 'decimal' ? { coefficient: first, places: next() } : texts[first];
    }
    observations.push(observation as Observation);
  }
  return observations;
}

/** Facts with their observations. */
export function packClaims(claims: readonly Fact[]) {
  const all = new Set(claims.flatMap(({ best, others }) => [best, ...others]));
  const numbers = new Map([...all].map((each, index) => [each, index]));
  const numberOf = (each: Observation): number => numbers.get(each) ?? 0;
  return {
    packed: packObservations(all),
    claims: claims.map((fact): PackedFact => ({ ...fact, best: numberOf(fact.best), others: fact.others.map(numberOf) })),
  };
}

export function unpackClaims({ packed, claims }: ReturnType<typeof packClaims>): readonly Fact[] {
  const all = unpackObservations(packed);
  const numbered = (index: number): Observation => {
    const observation = all[index];
    if (!observation) throw new Error(`no observation ${index}`);
    return observation;
  };
  return claims.map((fact): Fact => ({ ...fact, best: numbered(fact.best), others: fact.others.map(numbered) }));
}
