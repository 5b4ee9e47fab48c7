/** Observations → charts, each with the table that says the same. */
import type { Observation } from '../domain/archive.ts';
import { type Decimal, isZero, subtract, sum, toDrawing, ZERO } from '../domain/decimal.ts';
import { otherThanPlain } from '../domain/number-format.ts';
import { amount, currencyOf, digits, scaleName, share } from './amount.ts';
import type { Edition } from './edition.ts';
import { fundName, yearLabel } from './names.ts';
import type { Chart, ChartRow, ChartSeries } from './page.ts';
import { cellHref, STAGE_ORDER } from './select.ts';

/** Beyond six, parts are summed and opened on demand. */
const MOST_PARTS = 6;

/** Years with a gap longer than this are not filled in: the axis would say nothing else. */
const LONGEST_GAP = 10;

/** Grouped columns over fiscal years, a series for each stage; missing years are gaps. */
export function yearsChart(edition: Edition, id: string, title: string, series: readonly Observation[]): Chart | undefined {
  const [first] = series;
  const last = series.at(-1);
  if (!first || !last) return undefined;
  const { language } = edition;
  const scale = scaleName(edition, first.scale, currencyOf(edition, first));
  const span = last.year - first.year + 1;
  const years =
    span <= LONGEST_GAP ? Array.from({ length: span }, (_, index) => first.year + index) : [...new Set(series.map(({ year }) => year))];
  const stages = STAGE_ORDER.filter((stage) => series.some((each) => each.stage === stage));
  const drawn = stages.map(
    (stage): ChartSeries => ({
      label: language.stages[stage],
      stage,
      points: years.map((year) => {
        const found = series.find((each) => each.year === year && each.stage === stage);
        return found
          ? { value: toDrawing(found.value), text: digits(edition, found.value), origin: found.origin }
          : { value: null, text: '' };
      }),
    }),
  );
  const longest = Math.max(...series.map(({ value }) => toDrawing(value)));
  const rows = series.map(
    (each): ChartRow => ({
      label: language.yearAndStage(yearLabel(edition, each.year), each.stage),
      ...rowNote(edition, each),
      text: digits(edition, each.value),
      amountHref: cellHref(edition, each),
      ...(longest > 0 ? { bar: toDrawing(each.value) / longest } : {}),
      origin: each.origin,
      stage: each.stage,
    }),
  );
  return {
    id,
    title,
    note: language.chart.note([language.list([...new Set(series.map(({ fund }) => fundName(edition, fund)))]), language.scaleNote(scale)]),
    summary: language.chart.summary(
      series.map((each) => {
        const label = language.yearAndStage(yearLabel(edition, each.year), each.stage);
        return language.chart.point(each.origin === 'derived' ? language.chart.derived(label) : label, amount(edition, each));
      }),
    ),
    drawing: {
      form: 'years',
      unit: first.scale,
      categories: years.map((year) => yearLabel(edition, year)),
      series: drawn,
      ...otherThanPlain(edition.archive.facts.numbers),
    },
    head: [language.chart.yearHead, first.scale],
    rows,
  };
}

/** What the document calls it, where that says more than the year and the stage do; and what is not printed in a table. */
function rowNote({ language }: Edition, { basis, stage, origin }: Observation): { note?: string } {
  const plain = basis === undefined || basis === language.stages[stage] || /^\d{4}\s?\p{Script=Han}?$/u.test(basis);
  const notes = [...(plain ? [] : [language.chart.basis(basis)]), ...(origin === 'published' ? [] : [language.origins[origin]])];
  return notes.length > 0 ? { note: language.chart.note(notes) } : {};
}

export interface Part {
  readonly label: string;
  readonly href?: string;
  readonly observation: Observation;
}

/** Horizontal bars of one whole, the largest first, with their shares. */
export function partsChart(
  edition: Edition,
  { id, title, kind }: { readonly id: string; readonly title: string; readonly kind: string },
  parts: readonly Part[],
  whole: Decimal,
): Chart | undefined {
  const [first] = parts;
  if (!first) return undefined;
  const { language } = edition;
  const { year, stage, fund } = first.observation;
  const printed = first.observation.scale;
  const scale = scaleName(edition, printed, currencyOf(edition, first.observation));
  const shown = parts.length > MOST_PARTS ? parts.slice(0, MOST_PARTS - 1) : parts;
  const others = parts.slice(shown.length);
  const othersTotal = sum(others.map(({ observation }) => observation.value));
  const unlisted = remainder(parts, whole);
  const longest = Math.max(...[...parts.map(({ observation }) => observation.value), othersTotal, unlisted].map(toDrawing));
  const row = ({ label, href, observation }: Part): ChartRow => {
    const percent = share(edition, observation.value, whole);
    return {
      label,
      ...(href ? { href } : {}),
      text: digits(edition, observation.value),
      amountHref: cellHref(edition, observation),
      ...(percent ? { share: percent } : {}),
      ...(longest > 0 ? { bar: toDrawing(observation.value) / longest } : {}),
      origin: observation.origin,
      stage: observation.stage,
    };
  };
  const unlistedShare = share(edition, unlisted, whole);
  const unlistedRow: ChartRow = {
    label: language.chart.unlisted,
    text: digits(edition, unlisted),
    ...(unlistedShare ? { share: unlistedShare } : {}),
    ...(longest > 0 ? { bar: toDrawing(unlisted) / longest } : {}),
    stage,
  };
  const restLabel = language.chart.rest(others.length);
  const points = [
    ...shown.map(({ label, observation }) => ({ label, value: observation.value })),
    ...(others.length > 0 ? [{ label: restLabel, value: othersTotal }] : []),
    ...(isZero(unlisted) ? [] : [{ label: language.chart.unlisted, value: unlisted }]),
  ];
  return {
    id,
    title,
    note: language.chart.note([language.yearAndStage(yearLabel(edition, year), stage), fundName(edition, fund), language.scaleNote(scale)]),
    summary: language.chart.summary(
      points.map(({ label, value }) =>
        language.chart.part(label, amount(edition, { value, scale: printed }), share(edition, value, whole) ?? '—'),
      ),
    ),
    drawing: {
      form: 'parts',
      unit: printed,
      categories: points.map(({ label }) => label),
      series: [
        {
          label: language.stages[stage],
          stage,
          points: points.map(({ value }) => ({ value: toDrawing(value), text: digits(edition, value) })),
        },
      ],
      ...otherThanPlain(edition.archive.facts.numbers),
    },
    head: [kind, printed, language.chart.share],
    rows: [...shown.map(row), ...(isZero(unlisted) ? [] : [unlistedRow])],
    ...(others.length > 0
      ? {
          rest: {
            label: language.chart.restOf(
              restLabel,
              amount(edition, { value: othersTotal, scale: printed }),
              share(edition, othersTotal, whole) ?? '—',
            ),
            rows: others.map(row),
          },
        }
      : {}),
  };
}

/** What a table that lists only some parts (其中：…) leaves out; nothing where rounding explains the difference. */
function remainder(parts: readonly Part[], whole: Decimal): Decimal {
  const rest = subtract(whole, sum(parts.map(({ observation }) => observation.value)));
  return rest.coefficient > (parts.length + 1) / 2 ? rest : ZERO;
}
