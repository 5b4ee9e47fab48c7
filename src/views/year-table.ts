/** One thing after another, year by year: what was approved and what was executed stand apart, and gaps stay gaps. */
import type { Observation } from '../domain/archive.ts';
import { compare, isZero, toDrawing } from '../domain/decimal.ts';
import type { Stage } from '../domain/declarations.ts';
import { withoutNumbering } from '../domain/printed-name.ts';
import { ancestorsOf, classificationFor } from './accounts.ts';
import { currencyOf, digits, scaleName } from './amount.ts';
import { codeHref, codeName, codesInUse } from './code.ts';
import type { Edition } from './edition.ts';
import { fundName, yearLabel } from './names.ts';
import type { YearTable, YearTableRow } from './page.ts';
import { cellHref, STAGE_ORDER } from './select.ts';
import { changeInWords, changeOf } from './year-change.ts';

interface Line {
  readonly label: string;
  readonly href?: string;
  readonly level: number;
  /** Of one thing, at most one for each year and stage. */
  readonly series: readonly Observation[];
}

/** What the money was for, by the highest codes, the largest of the last year first; nothing of a single year. */
export function functionYears(edition: Edition, observations: readonly Observation[]): YearTable | undefined {
  const lines = byCode(edition, observations)
    .filter(({ above }) => above.length === 0)
    .toSorted((a, b) => byLatest(a.series, b.series));
  const { title } = edition.language.yearTable;
  return yearTable(
    edition,
    'function-years',
    title,
    lines.map((line) => ({ ...line, level: 0 })),
    { trends: true },
  );
}

/** Every code of the lowest level, below its highest code. */
export function itemYears(edition: Edition, observations: readonly Observation[]): YearTable | undefined {
  const purpose = purposeOf(edition);
  const all = byCode(edition, observations);
  const lowest = Math.max(0, ...all.map(({ above }) => above.length));
  if (lowest === 0) return undefined;
  const items = all.filter(({ above }) => above.length === lowest);
  const classes = new Map(all.map((line) => [line.code, line]));
  const lines = [...Map.groupBy(items, ({ code, above }) => above[0] ?? code)].flatMap(([code, own]): Line[] => [
    {
      label: codeName(edition, purpose, code),
      href: codeHref(edition, purpose, code),
      level: 0,
      series: classes.get(code)?.series ?? [],
    },
    ...own.map((item) => ({ ...item, level: 1, label: inFull(edition, item) })),
  ]);
  return yearTable(edition, 'item-years', edition.language.yearTable.items, lines, { trends: false });
}

/** 三公 in all and in parts, and 机关运行经费, which is printed beside it; nothing of a single year. */
export function threePublicYears(edition: Edition, observations: readonly Observation[]): YearTable | undefined {
  const { language } = edition;
  const own = observations.filter(
    ({ classification, use, fund, measure }) =>
      classification === 'three-public' && use === undefined && fund !== 'government-fund' && measure === 'amount',
  );
  const lines = [...Map.groupBy(own, ({ code }) => code)]
    .map(([code, series]) => ({
      code,
      level: code === '' ? 0 : code.startsWith('vehicle-') ? 2 : 1,
      label: language.threePublic[code] ?? code,
      series: best(series),
    }))
    .filter(({ code, series }) => code === '' || series.some(({ value }) => !isZero(value)));
  if (!lines.some(({ series }) => series.some(({ value }) => !isZero(value)))) return undefined;
  const order = Object.keys(language.threePublic);
  lines.sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
  const operation = best(
    observations.filter(
      ({ classification, code, measure }) => classification === 'indicator' && code === 'agency-operation' && measure === 'amount',
    ),
  );
  if (!operation.some(({ value }) => !isZero(value)))
    return yearTable(edition, 'three-public-years', language.yearTable.threePublic, lines, { trends: true });
  const beside = { label: language.yearTable.agencyOperation, level: 0, series: operation };
  return yearTable(edition, 'three-public-years', language.yearTable.threePublicAndOperation, [...lines, beside], { trends: true });
}

interface CodeLine extends Omit<Line, 'level'> {
  readonly code: string;
  /** The codes above it, from the highest. */
  readonly above: readonly string[];
}

/** The classification that says what the money is for. */
function purposeOf({ archive }: Edition): string {
  return classificationFor(archive, 'purpose') ?? 'functional';
}

/** Spending by what it is for, in the order of the codes. */
function byCode(edition: Edition, observations: readonly Observation[]): CodeLine[] {
  const purpose = purposeOf(edition);
  const codes = new Set(codesInUse(edition.archive, purpose));
  const own = observations.filter(
    ({ classification, direction, use, code, measure }) =>
      classification === purpose && direction === 'expenditure' && use === undefined && measure === 'amount' && codes.has(code),
  );
  return [...Map.groupBy(own, ({ code }) => code)]
    .map(([code, series]) => ({
      code,
      above: ancestorsOf(edition.archive, purpose, code),
      label: codeName(edition, purpose, code),
      href: codeHref(edition, purpose, code),
      series: best(series),
    }))
    .filter(({ series }) => series.some(({ value }) => !isZero(value)))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** 一般行政管理事务 alone does not say of what: there is one below most 款. */
function inFull(edition: Edition, { code, label }: CodeLine): string {
  const purpose = purposeOf(edition);
  const above = ancestorsOf(edition.archive, purpose, code).at(-1);
  const section = above === undefined ? label : codeName(edition, purpose, above);
  return section === label || section === above ? label : edition.language.yearTable.item(section, label);
}

/** For each year and stage the figure of the widest fund: what a document says of all money comes before its parts. */
function best(observations: readonly Observation[]): Observation[] {
  const rank = ({ fund }: Observation): number => (WIDEST.indexOf(fund) + WIDEST.length + 1) % (WIDEST.length + 1);
  return [...Map.groupBy(observations, ({ year, stage }) => `${year}|${stage}`).values()]
    .flatMap((same) => same.toSorted((a, b) => rank(a) - rank(b))[0] ?? [])
    .sort((a, b) => a.year - b.year || STAGE_ORDER.indexOf(a.stage) - STAGE_ORDER.indexOf(b.stage));
}

const WIDEST = ['all', 'fiscal-appropriation', 'general-public'];

function byLatest(a: readonly Observation[], b: readonly Observation[]): number {
  const [last, other] = [a.at(-1), b.at(-1)];
  if (!last || !other) return 0;
  return other.year - last.year || compare(other.value, last.value);
}

function yearTable(
  edition: Edition,
  id: string,
  title: string,
  lines: readonly Line[],
  { trends }: { readonly trends: boolean },
): YearTable | undefined {
  const { language } = edition;
  const all = lines.flatMap(({ series }) => series);
  const [first] = all;
  const years = [...new Set(all.map(({ year }) => year))].sort((a, b) => a - b);
  if (!first || years.length < 2) return undefined;
  const columns = years.map((year) => ({
    year: yearLabel(edition, year),
    stages: STAGE_ORDER.filter((stage) => all.some((each) => each.year === year && each.stage === stage)).map((stage) => ({
      stage,
      name: language.stages[stage],
    })),
  }));
  const places = years.flatMap((year, index) => (columns[index]?.stages ?? []).map(({ stage }) => ({ year, stage })));
  const stages = STAGE_ORDER.filter((stage) => places.some((place) => place.stage === stage));
  const funds = (stage: Stage): string[] =>
    [...new Set(all.filter((each) => each.stage === stage).map(({ fund }) => fund))].map((fund) => fundName(edition, fund));
  const row = ({ label, href, level, series }: Line): YearTableRow => {
    const last = series.at(-1);
    const before = last && series.find(({ year, stage }) => year === last.year - 1 && stage === last.stage);
    const moved = last && before && last.year === years.at(-1) ? changeOf(edition.archive, before, last) : undefined;
    return {
      label: withoutNumbering(label),
      ...(href ? { href } : {}),
      level,
      cells: places.map(({ year, stage }) => {
        const found = series.find((each) => each.year === year && each.stage === stage);
        return (
          found && { text: digits(edition, found.value), href: cellHref(edition, found), origin: found.origin, zero: isZero(found.value) }
        );
      }),
      ...(trends
        ? {
            trend: places.map(({ year, stage }) => {
              const found = series.find((each) => each.year === year && each.stage === stage);
              return { label: language.yearAndStage(yearLabel(edition, year), stage), value: found ? toDrawing(found.value) : null, stage };
            }),
            change: moved && 'difference' in moved ? language.yearTable.change(changeInWords(edition, moved.difference)) : '',
          }
        : {}),
    };
  };
  const [latest, previous] = [years.at(-1), years.at(-2)];
  return {
    id,
    title,
    note: [
      ...stages.map((stage) => language.yearTable.stage(language.stages[stage], language.list(funds(stage)))),
      language.scaleNote(scaleName(edition, first.scale, currencyOf(edition, first))),
    ].join(language.yearTable.separator),
    columns,
    ...(trends && latest !== undefined && previous === latest - 1
      ? { changeHead: language.yearTable.changeHead(yearLabel(edition, latest), yearLabel(edition, previous)) }
      : {}),
    ...(trends ? { trendHead: language.yearTable.trend } : {}),
    rows: lines.map(row),
    gaps:
      places.length > 0 && lines.some(({ series }) => series.length > 0 && series.length < places.length) ? language.yearTable.gaps : '',
  };
}
