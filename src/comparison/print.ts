/** A comparison as it stands on the page: sentence, chart, a table for each group, and why groups are apart. */
import type { Drawing } from '../views/page.ts';
import { type ComparedCell, type ComparedGroup, type Comparison, distinct } from './comparison.ts';
import { drawingOf } from './drawing.ts';
import type { ComparedFigure, Subject, VersionBridge } from './figure.ts';
import type { Refusal } from './gate.ts';
import { type Markup, markup, type Piece } from './markup.ts';
import { fill, nameOf, printed, type Speech, termInWords, termsInWords, yearOf } from './words.ts';

export interface Printing {
  readonly speech: Speech;
  readonly subject: Subject;
  /** What is compared: 支出合计, 2040250 事业运行. */
  readonly title: string;
  /** Before the ids of its elements, once on the page. */
  readonly id: string;
  /** Whether it has a chart. */
  readonly drawn: boolean;
  readonly heightOf: (drawing: Drawing) => number;
}

/** A break of classification, in the chart, in the table and beside its reason. */
const BREAK = '‖';

export function printComparison(comparison: Comparison, printing: Printing): Markup[] {
  const { speech, title, id } = printing;
  const { words } = speech;
  const { groups, figures } = comparison;
  if (groups.length === 0) return [markup('p', { class: 'lede' }, words.none)];
  const sentence = fill(groups.length === 1 ? words.oneGroup : words.summary, {
    title,
    figures: String(figures),
    groups: String(groups.length),
  });
  return [
    markup('p', { class: 'compared-summary' }, sentence),
    ...(comparison.bridged ? [markup('p', { class: 'quiet' }, words.changed)] : []),
    ...(printing.drawn ? chart(comparison, printing) : []),
    ...groups.map((group, index) => printGroup(group, { ...printing, id: `${id}-${index + 1}` }, index + 1, groups.length)),
  ];
}

function chart(comparison: Comparison, { speech, subject, title, id, heightOf }: Printing): Markup[] {
  const drawn = drawingOf(comparison, subject, speech);
  const [first] = comparison.groups;
  if (!drawn || !first) return [];
  const { drawing, summary } = drawn;
  const { words } = speech;
  const stages = drawing.form === 'years' && drawing.series.length > 1 ? drawing.series : [];
  const hollow = drawing.series.some(({ points }) =>
    points.some(({ origin = 'published', value }) => value !== null && origin !== 'published'),
  );
  const key = [
    ...stages.map(({ label, stage = 'executed' }) => markup('li', {}, bar(1, stage), label)),
    ...(hollow ? [markup('li', {}, bar(1, 'executed', 'derived'), words.hollow)] : []),
  ];
  return [
    markup(
      'figure',
      { class: `chart ${drawing.form}`, 'aria-labelledby': `${id}-chart`, 'data-chart': '' },
      markup(
        'figcaption',
        {},
        markup('h3', { id: `${id}-chart` }, title),
        markup(
          'p',
          { class: 'quiet' },
          `${fill(words.chartOf, { terms: stages.length > 0 ? words.allStages : termsInWords(speech, first.terms), scale: drawing.unit })}`,
        ),
        ...(key.length > 0 ? [markup('ul', { class: 'key', 'aria-label': words.key }, ...key)] : []),
        ...(drawing.breaks && drawing.breaks.length > 0 ? [markup('p', { class: 'quiet' }, `${BREAK} ${words.breakKey}`)] : []),
      ),
      markup(
        'div',
        { class: 'plot' },
        markup('svg', { class: 'room', width: '1', height: String(heightOf(drawing)), 'aria-hidden': 'true', focusable: 'false' }),
        markup('canvas', { role: 'img', 'aria-label': summary }),
      ),
      markup('span', { hidden: '', 'data-drawing': '' }, JSON.stringify(drawing)),
    ),
  ];
}

function bar(length: number, stage: string, origin = 'published'): Markup {
  return markup(
    'svg',
    { class: `bar stage-${stage} origin-${origin}`, 'aria-hidden': 'true', focusable: 'false' },
    markup('rect', { width: `${(length * 100).toFixed(2)}%`, height: '100%' }),
  );
}

function printGroup(group: ComparedGroup, printing: Printing, number: number, of: number): Markup {
  const { speech, id } = printing;
  const { words } = speech;
  const { terms, years, rows, more, apart, mixed } = group;
  const scale = termInWords(speech, 'scale', terms.scale);
  const heading =
    of > 1 ? fill(words.groupHeading, { n: String(number), terms: termsInWords(speech, terms) }) : termsInWords(speech, terms);
  return markup(
    'div',
    { class: 'compared-group' },
    markup('h3', { id }, heading),
    ...(apart.length > 0 ? [markup('p', { class: 'apart' }, markup('b', {}, words.apart), reasons(apart, speech, 'group'))] : []),
    markup(
      'div',
      { class: 'sheet', tabindex: '0', role: 'group', 'aria-labelledby': id, 'data-sheet': '' },
      markup(
        'table',
        { class: 'budget compared', 'aria-labelledby': id },
        markup(
          'thead',
          {},
          markup(
            'tr',
            {},
            markup('th', { scope: 'col', class: 'name pinned' }, fill(words.unitHead, { scale })),
            ...years.map((year) => markup('th', { scope: 'col', class: 'figure end' }, yearOf(speech, year))),
          ),
        ),
        markup(
          'tbody',
          {},
          ...rows.map(({ unit, cells }) =>
            markup(
              'tr',
              {},
              markup('th', { scope: 'row', class: 'name pinned' }, unitLink(unit, printing)),
              ...cells.map((cell) => markup('td', { class: 'figure' }, ...(cell ? cellContent(cell, printing) : [gap(speech)]))),
            ),
          ),
        ),
      ),
    ),
    ...(more > 0 ? [markup('p', { class: 'quiet' }, fill(words.more, { n: String(more) }))] : []),
    ...notes(group, printing),
    ...(mixed.length > 0 ? [markup('p', { class: 'apart' }, markup('b', {}, words.mixed), reasons(mixed, speech, 'rows'))] : []),
  );
}

function unitLink(unit: string, { speech, subject }: Printing): Markup {
  const { text, lang } = nameOf(speech, subject, unit);
  return markup('a', { href: `${speech.base}/units/${unit}/`, lang }, text);
}

function gap({ words }: Speech): Markup {
  return markup('span', { class: 'unseen' }, words.gap);
}

function cellContent({ figure, share, change, refused }: ComparedCell, { speech }: Printing): Piece[] {
  const { words } = speech;
  const beside = (text: string, kind = 'beside'): Markup => markup('span', { class: kind }, text);
  return [
    markup('a', { href: cellAddress(figure, speech) }, printed(speech, figure.value)),
    ...(figure.origin === 'published' || figure.inputs ? [] : [beside(words.origins[figure.origin], 'origin')]),
    ...(figure.inputs ? [beside(words.bridged, 'origin')] : []),
    ...(share ? [beside(fill(words.share, { share: `${printed(speech, share)}%` }))] : []),
    ...(change ? changeTexts(change, speech).map((text) => beside(text)) : []),
    ...(refused ? [beside(fill(words.broken, { sign: BREAK, year: yearOf(speech, refused.since) }))] : []),
  ];
}

/** Amount and rate on lines of their own, so that columns stay narrow. */
function changeTexts({ since, difference: { sign, size, rate } }: NonNullable<ComparedCell['change']>, speech: Speech): string[] {
  const { words } = speech;
  const said = (change: string): string => fill(words.change, { year: yearOf(speech, since), change });
  if (sign === '') return [said(words.unchanged)];
  return [said(`${sign}${printed(speech, size)}`), ...(rate ? [fill(words.rate, { rate: `${sign}${printed(speech, rate)}%` })] : [])];
}

function cellAddress({ unit, place }: Pick<ComparedFigure, 'unit' | 'place'>, { base }: Speech): string {
  return `${base}/units/${unit}/${place}`;
}

/** What stands behind breaks and behind figures on a comparable basis. */
function notes({ rows, years }: ComparedGroup, printing: Printing): Markup[] {
  const { speech } = printing;
  const { words } = speech;
  const breaks = distinct(rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.refused?.refusals ?? [])));
  const made = rows.flatMap(({ unit, cells }) =>
    cells.flatMap((cell, index) => (cell?.figure.inputs ? [{ unit, year: years[index] ?? 0, figure: cell.figure }] : [])),
  );
  const lines = [
    ...breaks.flatMap((why) => [
      markup('li', {}, `${BREAK} ${reasons([why], speech, 'years')}`),
      ...(why.bridge?.steps ?? []).map((step) => markup('li', { class: 'step' }, stepText(step, words))),
    ]),
    ...made.map(({ unit, year, figure }) =>
      markup(
        'li',
        {},
        unitLink(unit, printing),
        fill(words.made, { year: yearOf(speech, year), amount: printed(speech, figure.value) }),
        ...(figure.inputs ?? []).flatMap(({ code, share, value, place }, index): Piece[] => [
          index > 0 ? ' + ' : '',
          markup('a', { href: cellAddress({ unit, place }, speech) }, `${code} ${value}`),
          share === '1' ? '' : ` × ${share}`,
        ]),
        (figure.absent ?? []).length > 0 ? fill(words.absent, { codes: (figure.absent ?? []).join(words.comma) }) : '',
      ),
    ),
    ...(made.length > 0 ? distinctSteps(printing.subject.bridges) : []).map((step) =>
      markup('li', { class: 'step' }, stepText(step, words)),
    ),
  ];
  return lines.length > 0 ? [markup('ul', { class: 'changes compared-notes' }, ...lines)] : [];
}

function distinctSteps(bridges: readonly VersionBridge[]): readonly VersionBridge['steps'][number][] {
  return [...new Map(bridges.flatMap(({ steps }) => steps).map((step) => [JSON.stringify(step), step])).values()];
}

function stepText({ from, to, share, reason: why }: VersionBridge['steps'][number], words: Speech['words']): string {
  return fill(words.step, {
    from: from ?? words.begun,
    to: to ?? words.ended,
    share: share === undefined || share === '1' ? '' : ` × ${share}`,
    reason: why,
  });
}

/** Why figures are not compared, in a sentence. */
function reasons(list: readonly Refusal[], speech: Speech, between: 'group' | 'years' | 'rows'): string {
  const { words } = speech;
  const said = list.map(({ reason: term, a, b }) =>
    fill(words.reasons[term], {
      here: termInWords(speech, term, between === 'group' ? b : a),
      there: termInWords(speech, term, between === 'group' ? a : b),
    }),
  );
  return `${said.join(words.semicolon)}${words.stop}`;
}
