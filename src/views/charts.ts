/** Observations → charts, each with the table that says the same. */
import type { Observation } from '../domain/archive.ts';
import { type Decimal, isZero, subtract, sum, toDrawing, ZERO } from '../domain/decimal.ts';
import { fundName, ORIGIN_NAMES, STAGE_NAMES, yearAndStage } from '../language/views.zh-CN.ts';
import { amount, digits, share } from './amount.ts';
import type { Chart, ChartRow, ChartSeries } from './page.ts';
import { cellHref, STAGE_ORDER } from './select.ts';

/** Beyond six, parts are summed and opened on demand. */
const MOST_PARTS = 6;

/** Years with a gap longer than this are not filled in: the axis would say nothing else. */
const LONGEST_GAP = 10;

/** Grouped columns over fiscal years, a series for each stage; missing years are gaps. */
export function yearsChart(id: string, title: string, series: readonly Observation[]): Chart | undefined {
  const [first] = series;
  const last = series.at(-1);
  if (!first || !last) return undefined;
  const span = last.year - first.year + 1;
  const years =
    span <= LONGEST_GAP ? Array.from({ length: span }, (_, index) => first.year + index) : [...new Set(series.map(({ year }) => year))];
  const stages = STAGE_ORDER.filter((stage) => series.some((each) => each.stage === stage));
  const drawn = stages.map(
    (stage): ChartSeries => ({
      label: STAGE_NAMES[stage],
      stage,
      points: years.map((year) => {
        const found = series.find((each) => each.year === year && each.stage === stage);
        return found ? { value: toDrawing(found.value), text: digits(found.value), origin: found.origin } : { value: null, text: '' };
      }),
    }),
  );
  const longest = Math.max(...series.map(({ value }) => toDrawing(value)));
  const rows = series.map(
    (each): ChartRow => ({
      label: yearAndStage(each.year, each.stage),
      ...rowNote(each),
      text: digits(each.value),
      amountHref: cellHref(each),
      ...(longest > 0 ? { bar: toDrawing(each.value) / longest } : {}),
      origin: each.origin,
      stage: each.stage,
    }),
  );
  return {
    id,
    title,
    note: `${fundName(first.fund)}，单位：${first.scale}`,
    summary: `${series.map((each) => `${yearAndStage(each.year, each.stage)}${each.origin === 'derived' ? '（推算）' : ''} ${amount(each)}`).join('；')}。`,
    drawing: { form: 'years', unit: first.scale, categories: years.map(String), series: drawn },
    head: ['年度与口径', first.scale],
    rows,
  };
}

/** What the document calls it, where that says more than the year and the stage do; and what is not printed in a table. */
function rowNote({ basis, stage, origin }: Observation): { note?: string } {
  const plain = basis === undefined || basis === STAGE_NAMES[stage] || /^\d{4}\s?年$/.test(basis);
  const notes = [...(plain ? [] : [`原件称“${basis}”`]), ...(origin === 'published' ? [] : [ORIGIN_NAMES[origin]])];
  return notes.length > 0 ? { note: notes.join('，') } : {};
}

const UNLISTED = '原件没有列明';

export interface Part {
  readonly label: string;
  readonly href?: string;
  readonly observation: Observation;
}

/** Horizontal bars of one whole, the largest first, with their shares. */
export function partsChart(id: string, title: string, kind: string, parts: readonly Part[], whole: Decimal): Chart | undefined {
  const [first] = parts;
  if (!first) return undefined;
  const { scale, year, stage, fund } = first.observation;
  const shown = parts.length > MOST_PARTS ? parts.slice(0, MOST_PARTS - 1) : parts;
  const others = parts.slice(shown.length);
  const othersTotal = sum(others.map(({ observation }) => observation.value));
  const unlisted = remainder(parts, whole);
  const longest = Math.max(...[...parts.map(({ observation }) => observation.value), othersTotal, unlisted].map(toDrawing));
  const row = ({ label, href, observation }: Part): ChartRow => {
    const percent = share(observation.value, whole);
    return {
      label,
      ...(href ? { href } : {}),
      text: digits(observation.value),
      amountHref: cellHref(observation),
      ...(percent ? { share: percent } : {}),
      ...(longest > 0 ? { bar: toDrawing(observation.value) / longest } : {}),
      origin: observation.origin,
      stage: observation.stage,
    };
  };
  const unlistedShare = share(unlisted, whole);
  const unlistedRow: ChartRow = {
    label: UNLISTED,
    text: digits(unlisted),
    ...(unlistedShare ? { share: unlistedShare } : {}),
    ...(longest > 0 ? { bar: toDrawing(unlisted) / longest } : {}),
    stage,
  };
  const restLabel = `其余 ${others.length} 项`;
  const points = [
    ...shown.map(({ label, observation }) => ({ label, value: observation.value })),
    ...(others.length > 0 ? [{ label: restLabel, value: othersTotal }] : []),
    ...(isZero(unlisted) ? [] : [{ label: UNLISTED, value: unlisted }]),
  ];
  return {
    id,
    title,
    note: `${yearAndStage(year, stage)}，${fundName(fund)}，单位：${scale}`,
    summary: `${points.map(({ label, value }) => `${label} ${digits(value)} ${scale}，占 ${share(value, whole) ?? '—'}`).join('；')}。`,
    drawing: {
      form: 'parts',
      unit: scale,
      categories: points.map(({ label }) => label),
      series: [{ label: STAGE_NAMES[stage], stage, points: points.map(({ value }) => ({ value: toDrawing(value), text: digits(value) })) }],
    },
    head: [kind, scale, '占比'],
    rows: [...shown.map(row), ...(isZero(unlisted) ? [] : [unlistedRow])],
    ...(others.length > 0
      ? {
          rest: {
            label: `${restLabel}，共 ${digits(othersTotal)} ${scale}，占 ${share(othersTotal, whole) ?? '—'}`,
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
