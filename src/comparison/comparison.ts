/** What a reader chose to compare → groups of figures that may be compared, and why one group is not another. */
import { compare, type Decimal, percentOf } from '../domain/decimal.ts';
import type { Stage } from '../domain/declarations.ts';
import type { ComparedFigure, Subject, Terms } from './figure.ts';
import { changeBetween, type Difference, type Refusal, refusals, termsKey } from './gate.ts';

/** An empty list is all there are. */
export interface Choice {
  readonly units: readonly string[];
  readonly years: readonly number[];
  readonly stages: readonly Stage[];
  readonly funds: readonly string[];
  readonly basis: 'published' | 'comparable';
}

export const ALL: Choice = { units: [], years: [], stages: [], funds: [], basis: 'published' };

/** Beyond it rows are left out, the smallest amounts first, and the reader is asked to choose. */
export const MOST_ROWS = 40;

export interface ComparedCell {
  readonly figure: ComparedFigure;
  /** Per cent of the unit's whole expenditure on the same terms. */
  readonly share?: Decimal;
  /** Against the figure before it in the row. */
  readonly change?: { readonly since: number; readonly difference: Difference };
  /** Why there is no change against the figure before it. */
  readonly refused?: { readonly since: number; readonly refusals: readonly Refusal[] };
}

export interface ComparedRow {
  readonly unit: string;
  /** One for each year of the group; undefined where no document says. */
  readonly cells: readonly (ComparedCell | undefined)[];
}

/** Figures that may be compared with each other, but for breaks of classification within a row. */
export interface ComparedGroup {
  readonly terms: Terms;
  readonly years: readonly number[];
  /** The largest latest amount first. */
  readonly rows: readonly ComparedRow[];
  /** Rows left out. */
  readonly more: number;
  /** Why it is not the first group; empty for the first. */
  readonly apart: readonly Refusal[];
  /** Between rows: latest figures whose codes do not mean the same. */
  readonly mixed: readonly Refusal[];
}

export interface Comparison {
  readonly groups: readonly ComparedGroup[];
  readonly figures: number;
  /** Whether another basis would show anything else. */
  readonly bridged: boolean;
}

/** From the widest: what a document says of all money comes before its parts. */
const FUNDS = ['all', 'fiscal-appropriation', 'general-public'];
const STAGES: readonly Stage[] = ['approved', 'executed', 'adjusted', 'proposed'];

export function comparisonOf(subject: Subject, choice: Choice): Comparison {
  const wanted = chosen(onBasis(subject, choice.basis), choice);
  const groups = [...Map.groupBy(wanted, termsKey).values()].sort(byWeight);
  const kept = choice.funds.length > 0 ? groups : withoutRepeats(groups);
  const [first] = kept;
  const compared = kept.map((figures): ComparedGroup => {
    const [own] = figures;
    if (!own || !first?.[0]) throw new Error('a group has figures');
    return groupOf(figures, own, first[0], subject);
  });
  return {
    groups: compared,
    figures: compared.reduce((sum, { rows }) => sum + rows.reduce((all, { cells }) => all + cells.filter(Boolean).length, 0), 0),
    bridged: subject.comparable.length > 0,
  };
}

/** As published, or with the figures that crosswalks put together in the place of those that they change. */
export function onBasis({ figures, comparable }: Subject, basis: Choice['basis']): readonly ComparedFigure[] {
  if (basis === 'published') return figures;
  const fact = (each: ComparedFigure): string => `${each.unit}|${each.year}|${termsKey(each)}`;
  const bridged = new Set(comparable.map(fact));
  return [...figures.filter((each) => !bridged.has(fact(each))), ...comparable];
}

function chosen(figures: readonly ComparedFigure[], { units, years, stages, funds }: Choice): readonly ComparedFigure[] {
  const among = <Value>(list: readonly Value[], value: Value): boolean => list.length === 0 || list.includes(value);
  return figures.filter(
    ({ unit, year, stage, fund }) => among(units, unit) && among(years, year) && among(stages, stage) && among(funds, fund),
  );
}

/** Groups of many units and figures first; of the same size, the plainer terms. */
function byWeight(a: readonly ComparedFigure[], b: readonly ComparedFigure[]): number {
  const rank = (group: readonly ComparedFigure[]): string => {
    const [first] = group;
    const place = (list: readonly string[], value: string): number => (list.includes(value) ? list.indexOf(value) : list.length);
    return first ? `${place(STAGES, first.stage)}${place(FUNDS, first.fund)}${termsKey(first)}` : '';
  };
  const units = (group: readonly ComparedFigure[]): number => new Set(group.map(({ unit }) => unit)).size;
  return units(b) - units(a) || b.length - a.length || (rank(a) < rank(b) ? -1 : 1);
}

/**
 * A budget that is all from one fund is printed once as all money and once as that fund. A group whose every figure
 * stands, to the same amount, in a group that is shown already adds nothing but length.
 */
function withoutRepeats(groups: readonly (readonly ComparedFigure[])[]): readonly (readonly ComparedFigure[])[] {
  const shown = new Map<string, ComparedFigure>();
  const fact = ({ unit, year, stage, scope, use }: ComparedFigure): string => `${unit}|${year}|${stage}|${scope}|${use}`;
  return groups.filter((group) => {
    const repeated = group.every((each) => {
      const other = shown.get(fact(each));
      return other !== undefined && other.basis === each.basis && other.scale === each.scale && compare(other.value, each.value) === 0;
    });
    for (const each of group) if (!shown.has(fact(each))) shown.set(fact(each), each);
    return !repeated;
  });
}

function groupOf(figures: readonly ComparedFigure[], terms: Terms, first: Terms, { bridges }: Subject): ComparedGroup {
  const years = [...new Set(figures.map(({ year }) => year))].sort((a, b) => a - b);
  const units = [...Map.groupBy(figures, ({ unit }) => unit)].map(([unit, own]) => ({ unit, own, latest: latestOf(own) }));
  units.sort((a, b) => compare(b.latest.value, a.latest.value) || (a.unit < b.unit ? -1 : 1));
  const shown = units.slice(0, MOST_ROWS);
  const [largest, ...others] = shown.map(({ latest }) => latest);
  const mixed = others.flatMap((each) => (largest ? refusals(largest, each, bridges) : []));
  return {
    terms,
    years,
    rows: shown.map(({ unit, own }) => ({ unit, cells: cellsOf(own, years, bridges) })),
    more: units.length - shown.length,
    apart: refusals({ ...first, version: '' }, { ...terms, version: '' }, []),
    mixed: distinct(mixed),
  };
}

/** At least one figure is given. */
function latestOf(own: readonly ComparedFigure[]): ComparedFigure {
  return own.reduce((latest, each) => (each.year > latest.year ? each : latest));
}

function cellsOf(own: readonly ComparedFigure[], years: readonly number[], bridges: Subject['bridges']): ComparedRow['cells'] {
  let before: ComparedFigure | undefined;
  return years.map((year): ComparedCell | undefined => {
    const figure = own.find((each) => each.year === year);
    if (!figure) return undefined;
    const compared = before && changeBetween(before, figure, bridges);
    const since = before?.year ?? year;
    before = figure;
    const share = figure.whole && percentOf(figure.value, figure.whole);
    return {
      figure,
      ...(share ? { share } : {}),
      ...(compared && 'difference' in compared ? { change: { since, difference: compared.difference } } : {}),
      ...(compared && 'refusals' in compared ? { refused: { since, refusals: compared.refusals } } : {}),
    };
  });
}

/** One of each reason. */
export function distinct(list: readonly Refusal[]): Refusal[] {
  return [...new Map(list.map((each) => [`${each.reason}|${each.a}|${each.b}`, each])).values()];
}
