/**
 * Observations as a list of numbers and the texts that these stand for: a large archive has millions of them, whose
 * names of fields, units and funds would be written, and held after reading, millions of times.
 */
import type { Fact, Observation } from '../domain/archive.ts';
import type { Decimal } from '../domain/decimal.ts';

export interface PackedObservations {
  readonly texts: readonly string[];
  /** Lists of fields: not all observations have the same. */
  readonly shapes: readonly (readonly (keyof Observation)[])[];
  /** Of each observation its shape, and each field's value: a text's number, -1 for none, or the number itself, or two of a decimal. */
  readonly rows: readonly number[];
}

/** Facts, their observations by their numbers in the packed list. */
export interface PackedFact extends Omit<Fact, 'best' | 'others'> {
  readonly best: number;
  readonly others: readonly number[];
}

const NUMBER: keyof Observation = 'year';
const DECIMAL: keyof Observation = 'value';
const NOTHING = -1;

export function packObservations(observations: Iterable<Observation>): PackedObservations {
  const texts = new Map<string, number>();
  const shapes = new Map<string, { readonly index: number; readonly keys: (keyof Observation)[] }>();
  const rows: number[] = [];
  for (const observation of observations) {
    const keys = Object.keys(observation) as (keyof Observation)[];
    const name = keys.join();
    const shape = shapes.get(name) ?? { index: shapes.size, keys };
    shapes.set(name, shape);
    rows.push(shape.index);
    for (const key of keys) {
      const value = observation[key];
      if (value === undefined) rows.push(NOTHING);
      else if (typeof value === 'number') rows.push(value);
      else if (typeof value === 'object') rows.push(value.coefficient, value.places);
      else {
        const index = texts.get(value) ?? texts.size;
        texts.set(value, index);
        rows.push(index);
      }
    }
  }
  return { texts: [...texts.keys()], shapes: [...shapes.values()].map(({ keys }) => keys), rows };
}

export function unpackObservations({ texts, shapes, rows }: PackedObservations): Observation[] {
  const observations: Observation[] = [];
  let at = 0;
  const next = (): number => {
    at += 1;
    return rows[at - 1] ?? 0;
  };
  while (at < rows.length) {
    const observation: Partial<Record<keyof Observation, string | number | Decimal | undefined>> = {};
    for (const key of shapes[next()] ?? []) {
      const first = next();
      observation[key] = key === NUMBER ? first : key === DECIMAL ? { coefficient: first, places: next() } : texts[first];
    }
    observations.push(observation as Observation);
  }
  return observations;
}

/** Facts and observations that may share some, so that they share them again when they are unpacked. */
export function packLedger(observations: readonly Observation[], claims: readonly Fact[]) {
  const all = new Set([...observations, ...claims.flatMap(({ best, others }) => [best, ...others])]);
  const numbers = new Map([...all].map((each, index) => [each, index]));
  const numberOf = (each: Observation): number => numbers.get(each) ?? 0;
  return {
    packed: packObservations(all),
    shown: observations.length,
    claims: claims.map((fact): PackedFact => ({ ...fact, best: numberOf(fact.best), others: fact.others.map(numberOf) })),
  };
}

export function unpackLedger({ packed, shown, claims }: ReturnType<typeof packLedger>): {
  readonly observations: readonly Observation[];
  readonly claims: readonly Fact[];
} {
  const all = unpackObservations(packed);
  const numbered = (index: number): Observation => {
    const observation = all[index];
    if (!observation) throw new Error(`no observation ${index}`);
    return observation;
  };
  return {
    observations: all.slice(0, shown),
    claims: claims.map((fact): Fact => ({ ...fact, best: numbered(fact.best), others: fact.others.map(numbered) })),
  };
}
