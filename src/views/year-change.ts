/**
 * What changed since the year before. Figures are subtracted where the gate of the page of comparisons lets them, and
 * nowhere else; a change that the document states itself is quoted, with what it says it is against.
 */
import type { Difference, Refusal } from '../comparison/gate.ts';
import { changeBetween } from '../comparison/gate.ts';
import type { Archive, Observation, Statement } from '../domain/archive.ts';
import { type Decimal, isZero, negate } from '../domain/decimal.ts';
import type { Stage } from '../domain/declarations.ts';
import type { ChangeWords } from '../language/language.ts';
import { digits, type Numbering } from './amount.ts';
import { asPrinted, claimsOfUnit } from './select.ts';
import { bridgesOf, comparedFigure } from './subjects.ts';

export type YearChange =
  | { readonly kind: 'difference'; readonly base: Observation; readonly difference: Difference }
  /** `base` is what follows from the statement; `growth` is the rate that the document prints for it. */
  | { readonly kind: 'stated'; readonly base: Observation; readonly statement: Statement; readonly growth?: Statement }
  /** Both stand, and nothing is subtracted. */
  | { readonly kind: 'apart'; readonly base: Observation; readonly refusals: readonly Refusal[] };

/** What a plan, and what was executed, is best seen beside, where it can be compared with nothing. */
const BESIDE: Readonly<Record<'plan' | 'executed', readonly Stage[]>> = {
  plan: ['approved', 'adjusted', 'executed', 'proposed'],
  executed: ['adjusted', 'approved', 'executed', 'proposed'],
};

/**
 * From what `series` says of the year before to `current`: the difference, and what the document states of another
 * base; where there is neither, the figure that stands nearest and why it is not subtracted. Empty where nothing is known.
 */
export function yearChanges(archive: Archive, series: readonly Observation[], current: Observation): readonly YearChange[] {
  const before = series.filter(({ year }) => year === current.year - 1);
  const compared = before.map((base): YearChange => {
    const found = changeOf(archive, base, current);
    return 'difference' in found ? { kind: 'difference', base, ...found } : { kind: 'apart', base, ...found };
  });
  const alike = compared.filter(({ kind }) => kind === 'difference').slice(0, 1);
  const stated = before.filter((base) => base !== alike[0]?.base).flatMap((base) => statedChange(archive, base, current) ?? []);
  if (alike.length + stated.length > 0) return [...alike, ...stated.slice(0, 1)];
  const order = BESIDE[current.stage === 'executed' ? 'executed' : 'plan'];
  return compared.toSorted((a, b) => order.indexOf(a.base.stage) - order.indexOf(b.base.stage)).slice(0, 1);
}

/** From one figure to another of the same code, or of none. */
export function changeOf(archive: Archive, base: Observation, current: Observation): ReturnType<typeof changeBetween> {
  const [from, to] = [comparedFigure(archive, base), comparedFigure(archive, current)];
  const { classification, code } = current;
  const bridges = classification === undefined || from.version === to.version ? [] : bridgesOf(archive, classification, code, [from, to]);
  return changeBetween(from, to, bridges);
}

export function changeInWords(of: Numbering, { sign, size, rate }: Difference): ChangeWords {
  return { sign, size: digits(of, size), rate: rate && `${sign}${digits(of, rate)}%` };
}

/** As the document prints it; the rate too, where it prints one. */
export function statedInWords(of: Numbering, { statement, growth }: Extract<YearChange, { readonly kind: 'stated' }>): ChangeWords {
  const { value } = statement;
  const sign = value.coefficient > 0 ? '+' : value.coefficient < 0 ? '−' : '';
  const rate = growth && !isZero(growth.value) ? `${sign}${digits(of, magnitude(growth.value))}%` : undefined;
  return { sign, size: digits(of, magnitude(value)), rate };
}

function magnitude(value: Decimal): Decimal {
  return value.coefficient < 0 ? negate(value) : value;
}

/** The statement of the document of `current` from which `base`, or another claim of it, follows. */
function statedChange(archive: Archive, base: Observation, current: Observation): YearChange | undefined {
  const printed = asPrinted(base);
  const others = claimsOfUnit(archive, base.unit).find(({ best }) => best === printed)?.others ?? [];
  const derived = [printed, ...others].find(({ origin, disclosure }) => origin === 'derived' && disclosure === current.disclosure);
  const statements = archive.disclosures.get(`${current.unit}/${current.disclosure}`)?.statements ?? [];
  const statement = derived && statements.find(({ id }) => `statements.${id}` === derived.cell);
  if (!derived || !statement) return undefined;
  const growth = statements.find(
    ({ measure, cell, year, stage, basis }) =>
      measure === 'growth' && cell === statement.cell && year === statement.year && stage === statement.stage && basis === statement.basis,
  );
  return { kind: 'stated', base: derived, statement, ...(growth ? { growth } : {}) };
}
