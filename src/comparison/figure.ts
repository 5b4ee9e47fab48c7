/**
 * Figures that are to be set side by side, and the file that brings those of one subject into the browser: one file
 * for each measure or code, so that a reader loads no more than was asked for.
 */
import { type Decimal, formatDecimal, parseDecimal } from '../domain/decimal.ts';
import type { Stage } from '../domain/declarations.ts';

export type FigureOrigin = 'published' | 'stated' | 'derived';

/** What two figures of one subject must share to be compared, besides the version of their codes. */
export interface Terms {
  readonly stage: Stage;
  /** The words printed for the stage, as far as they say more than the stage does; else empty. */
  readonly basis: string;
  readonly scope: 'unit' | 'department';
  readonly fund: string;
  /** Empty for all uses. */
  readonly use: string;
  readonly scale: string;
  /** ISO 4217; empty for a count. */
  readonly currency: string;
  /** Of the classification; empty where codes play no part, or where the document does not say. */
  readonly version: string;
}

/** A former code's part in a figure that is put on a comparable basis. */
export interface FigureInput {
  readonly code: string;
  /** `0.7`; `1` for the whole. */
  readonly share: string;
  /** As it is printed there. */
  readonly value: string;
  readonly place: string;
}

export interface ComparedFigure extends Terms {
  readonly unit: string;
  readonly year: number;
  readonly value: Decimal;
  readonly origin: FigureOrigin;
  /** The cell: `2023-budget/#expenditure.total.total`, below its unit. */
  readonly place: string;
  /** What all expenditure of the unit is on the same terms, where its documents say so. */
  readonly whole?: Decimal;
  /** On a comparable basis: what it was put together from. */
  readonly inputs?: readonly FigureInput[];
  /** Former codes of which the document says nothing. */
  readonly absent?: readonly string[];
}

/** What is known of one code between two versions of its classification. */
export interface VersionBridge {
  readonly older: string;
  readonly newer: string;
  readonly bridge: 'same' | 'bridged' | 'broken';
  /** Rows of the crosswalk. */
  readonly steps: readonly { readonly from?: string; readonly to?: string; readonly share?: string; readonly reason: string }[];
}

/** All that is known of one measure or code. */
export interface Subject {
  /** `measures/total`, `functional/2040250`: also where its file stands. */
  readonly id: string;
  readonly figures: readonly ComparedFigure[];
  /** On a comparable basis: those that differ from what is published, in place of it. */
  readonly comparable: readonly ComparedFigure[];
  readonly bridges: readonly VersionBridge[];
  /** Names of units in the archive's language, and by the tag of another where they are translated. */
  readonly names: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** The name in the archive's own language, among those of a unit. */
export const OWN_NAME = '';

const ORIGINS: readonly FigureOrigin[] = ['published', 'stated', 'derived'];

type Packed = readonly [
  unit: number,
  terms: number,
  year: number,
  value: string,
  origin: number,
  place: string,
  whole: string | 0,
  ...bridged: readonly [] | readonly [inputs: readonly FigureInput[], absent: readonly string[]],
];

interface SubjectFile {
  readonly subject: string;
  readonly units: readonly (readonly [id: string, names: Readonly<Record<string, string>>])[];
  readonly terms: readonly Terms[];
  readonly figures: readonly Packed[];
  readonly comparable: readonly Packed[];
  readonly bridges: readonly VersionBridge[];
}

/** Plain JSON, one figure a line; decimals are strings. */
export function formatSubject({ id, figures, comparable, bridges, names }: Subject): string {
  const units = [...names];
  const numbers = new Map(units.map(([unit], number) => [unit, number]));
  const terms = new Map<string, number>();
  const numberOf = ({ stage, basis, scope, fund, use, scale, currency, version }: ComparedFigure): number => {
    const key = JSON.stringify({ stage, basis, scope, fund, use, scale, currency, version });
    const known = terms.get(key) ?? terms.size;
    terms.set(key, known);
    return known;
  };
  const packed = (each: ComparedFigure): string => {
    const whole = each.whole ? formatDecimal(each.whole) : 0;
    const line: Packed = [
      numbers.get(each.unit) ?? -1,
      numberOf(each),
      each.year,
      formatDecimal(each.value),
      ORIGINS.indexOf(each.origin),
      each.place,
      whole,
      ...(each.inputs ? ([each.inputs, each.absent ?? []] as const) : ([] as const)),
    ];
    return JSON.stringify(line);
  };
  const list = (name: string, lines: readonly string[]): string => `"${name}":[${lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''}]`;
  const [published, bridged] = [figures.map(packed), comparable.map(packed)];
  return `{${[
    `"subject":${JSON.stringify(id)}`,
    list(
      'units',
      units.map((each) => JSON.stringify(each)),
    ),
    list('terms', [...terms.keys()]),
    list('figures', published),
    list('comparable', bridged),
    list(
      'bridges',
      bridges.map((each) => JSON.stringify(each)),
    ),
  ].join(',\n')}}\n`;
}

/** The value of a file that our own build wrote. Throws where it is not one. */
export function parseSubject(content: unknown): Subject {
  const { subject, units, terms, figures, comparable, bridges } = content as SubjectFile;
  const unpacked = ([unit, kind, year, value, origin, place, whole, inputs, absent]: Packed): ComparedFigure => {
    const [id] = units[unit] ?? [];
    const own = terms[kind];
    const amount = parseDecimal(value);
    if (id === undefined || !own || !amount) throw new Error(`a figure of ${subject} cannot be read`);
    const total = whole === 0 ? undefined : parseDecimal(whole);
    return {
      ...own,
      unit: id,
      year,
      value: amount,
      origin: ORIGINS[origin] ?? 'published',
      place,
      ...(total ? { whole: total } : {}),
      ...(inputs ? { inputs, absent: absent ?? [] } : {}),
    };
  };
  return { id: subject, figures: figures.map(unpacked), comparable: comparable.map(unpacked), bridges, names: new Map(units) };
}
