/** What is drawn of a comparison: figures of one group, each bar with its own amount and year beside it. */
import { toDrawing } from '../domain/decimal.ts';
import { otherThanPlain } from '../domain/number-format.ts';
import type { ChartPoint, Drawing } from '../views/page.ts';
import type { ComparedCell, ComparedGroup, Comparison } from './comparison.ts';
import type { Subject } from './figure.ts';
import { fill, nameOf, printed, type Speech, termInWords, yearOf } from './words.ts';

/** More bars would be a wall; the table has them all. */
const MOST_UNITS = 6;
const MOST_YEARS = 4;

export interface ComparedDrawing {
  readonly drawing: Drawing;
  /** The drawing in words, for those who do not see it. */
  readonly summary: string;
}

/** One unit over its years, its stages apart; or several units, each with its years. Of one scale, always. */
export function drawingOf(comparison: Comparison, subject: Subject, speech: Speech): ComparedDrawing | undefined {
  const [first] = comparison.groups;
  if (!first) return undefined;
  const units = new Set(comparison.groups.flatMap(({ rows }) => rows.map(({ unit }) => unit)));
  return units.size === 1 ? yearsOfOne(comparison.groups, first, speech) : unitsOf(first, subject, speech);
}

function yearsOfOne(groups: readonly ComparedGroup[], first: ComparedGroup, speech: Speech): ComparedDrawing {
  const { scale } = first.terms;
  // Of several groups of one stage the first: their bars would look the same and are not.
  const drawn = [...Map.groupBy(groups, ({ terms }) => terms.stage).values()].flatMap(([group]) =>
    group && group.terms.scale === scale ? group : [],
  );
  const years = [...new Set(drawn.flatMap((group) => group.years))].sort((a, b) => a - b);
  const cellAt = (group: ComparedGroup, year: number): ComparedCell | undefined => group.rows[0]?.cells[group.years.indexOf(year)];
  const labelled = drawn.flatMap((group) =>
    years.flatMap((year) => {
      const cell = cellAt(group, year);
      return cell
        ? [
            fill(speech.words.point, {
              what: termInWords(speech, 'stage', group.terms.stage),
              year: yearOf(speech, year),
              amount: amountOf(cell, speech),
            }),
          ]
        : [];
    }),
  );
  return {
    drawing: {
      form: 'years',
      unit: termInWords(speech, 'scale', scale),
      categories: years.map((year) => yearOf(speech, year)),
      series: drawn.map((group) => ({
        label: termInWords(speech, 'stage', group.terms.stage),
        stage: group.terms.stage,
        points: years.map((year) => point(speech, cellAt(group, year))),
      })),
      ...otherThanPlain(speech.numbers),
      breaks: years.flatMap((year, category) => (drawn.some((group) => cellAt(group, year)?.refused) ? [{ category }] : [])),
    },
    summary: labelled.join(speech.words.semicolon),
  };
}

/** Every bar says its year, so that a unit whose years are others than its neighbour's has no empty room for them. */
function unitsOf({ rows, terms }: ComparedGroup, subject: Subject, speech: Speech): ComparedDrawing {
  const shown = rows.slice(0, MOST_UNITS);
  const own = shown.map(({ cells }) => cells.flatMap((cell) => cell ?? []).slice(-MOST_YEARS));
  const name = (unit: string): string => nameOf(speech, subject, unit).text;
  const bars = Math.max(...own.map(({ length }) => length));
  return {
    drawing: {
      form: 'parts',
      unit: termInWords(speech, 'scale', terms.scale),
      categories: shown.map(({ unit }) => name(unit)),
      series: Array.from({ length: bars }, (_, series) => ({
        label: termInWords(speech, 'stage', terms.stage),
        stage: terms.stage,
        points: own.map((cells) => {
          const cell = cells[series];
          return point(speech, cell, cell && fill(speech.words.ofYear, { year: yearOf(speech, cell.figure.year) }));
        }),
      })),
      ...otherThanPlain(speech.numbers),
      breaks: own.flatMap((cells, category) =>
        cells.flatMap(({ refused }, series) => (refused && series > 0 ? [{ category, series }] : [])),
      ),
    },
    summary: own
      .flatMap((cells, index) =>
        cells.map((cell) =>
          fill(speech.words.point, {
            what: name(shown[index]?.unit ?? ''),
            year: yearOf(speech, cell.figure.year),
            amount: amountOf(cell, speech),
          }),
        ),
      )
      .join(speech.words.semicolon),
  };
}

function point(speech: Speech, cell: ComparedCell | undefined, after = ''): ChartPoint {
  if (!cell) return { value: null, text: '' };
  const { value, origin, inputs } = cell.figure;
  return { value: toDrawing(value), text: `${printed(speech, value)}${after}`, origin: inputs ? 'derived' : origin };
}

function amountOf({ figure: { value, scale } }: ComparedCell, speech: Speech): string {
  return fill(speech.words.amount, { amount: printed(speech, value), scale: termInWords(speech, 'scale', scale) });
}
