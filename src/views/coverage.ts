/** What the archive has and lacks: unit × year × table, each cell a state, nothing silently missing. */
import type { Archive, Disclosure } from '../domain/archive.ts';
import type { Profile } from '../domain/declarations.ts';
import { type Edition, textOf } from './edition.ts';
import { newestFirst } from './lines.ts';
import { disclosureLink, yearLabel } from './names.ts';
import type { CoverageCell, CoveragePage, CoverageState, Phrase } from './page.ts';
import { disclosureHref, unitLink } from './select.ts';

const SIGNS: Readonly<Record<CoverageState, string>> = {
  printed: '●',
  empty: '○',
  'not-included': '×',
  'not-transcribed': '…',
  absent: '',
};

/** What a document can lack; an empty table that is printed as such is there. */
const LACKING: ReadonlySet<CoverageState> = new Set(['not-included', 'not-transcribed']);

/** Beyond it a board lists only documents that lack something, and of those no more than are read. */
const MANY_ROWS = 60;
const MOST_ROWS = 200;

/** Units whose missing years are named; of the others it is said how many they are. */
const NAMED_GAPS = 12;

type Board = CoveragePage['boards'][number];
type BoardRow = Board['rows'][number];
type Others = CoveragePage['others'][number];

export function coveragePage(edition: Edition): CoveragePage {
  const { archive, language } = edition;
  const words = language.coverage;
  const disclosures = [...archive.disclosures.values()].sort(byUnit(archive));
  const boards = [...archive.profiles.values()].flatMap((profile) => {
    const own = disclosures.filter((each) => each.profile === profile.id);
    return own.length > 0 ? [profileBoard(edition, profile, own)] : [];
  });
  const free = disclosures.filter(({ profile }) => profile === undefined || !archive.profiles.has(profile));
  const others = [...Map.groupBy(free, ({ type }) => type)].map(([type, own]): Others => {
    const gaps = gapsOf(edition, own);
    return {
      id: type,
      title: words.free(type),
      lines: own.map((disclosure) => ({
        unit: unitLink(edition, disclosure.unit),
        disclosure: disclosureLink(edition, disclosure),
        tables: disclosure.tables.map((table) => ({ ...cell(edition, disclosure, table), title: table.title })),
      })),
      ...(gaps ? { gaps } : {}),
    };
  });
  const states = [
    ...boards.flatMap(({ all }) => all.flatMap(({ cells }) => cells)),
    ...others.flatMap(({ lines }) => lines.flatMap(({ tables }) => tables)),
  ];
  const tally = Map.groupBy(states, ({ state }) => state);
  const times = (state: CoverageState): number => tally.get(state)?.length ?? 0;
  return {
    frame: {
      title: words.title,
      description: words.description,
      path: '/coverage/',
      crumbs: [],
    },
    heading: words.heading,
    lede: words.lede(disclosures.length, {
      printed: times('printed'),
      empty: times('empty'),
      'not-included': times('not-included'),
      'not-transcribed': times('not-transcribed'),
    }),
    legend: (Object.keys(SIGNS) as CoverageState[])
      .map((state) => ({ state, sign: SIGNS[state], name: words.states[state], count: times(state) }))
      .filter((each) => each.count > 0),
    boards: boards.map(({ board }) => board),
    others,
  };
}

/** Units stand together, in the order of their regions; within one, the newest document first. */
function byUnit({ units }: Archive): (a: Disclosure, b: Disclosure) => number {
  const place = ({ unit }: Disclosure): string => `${units.get(unit)?.region ?? ''}/${unit}`;
  return (a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : newestFirst(a, b));
}

/** The tables that the profile asks for, then any others that its disclosures have. */
function profileBoard(edition: Edition, profile: Profile, disclosures: readonly Disclosure[]): { board: Board; all: readonly BoardRow[] } {
  const words = edition.language.coverage;
  const extra = new Set(disclosures.flatMap(({ tables }) => tables.map(({ id, kind }) => kind?.id ?? id)));
  for (const kind of profile.tables) extra.delete(kind);
  const kinds = [...profile.tables, ...extra];
  const gaps = gapsOf(edition, disclosures);
  const all = disclosures.map(
    (disclosure): BoardRow => ({
      unit: unitLink(edition, disclosure.unit),
      year: yearLabel(edition, disclosure.year),
      ...(disclosure.revision > 1 ? { note: words.revision(disclosure.revision) } : {}),
      disclosure: disclosureLink(edition, disclosure),
      cells: kinds.map((kind): CoverageCell => {
        const table = disclosure.tables.find(({ id, kind: own }) => (own?.id ?? id) === kind);
        return table ? cell(edition, disclosure, table) : { state: 'absent', sign: SIGNS.absent, name: words.states.absent };
      }),
    }),
  );
  const lacking = all.length > MANY_ROWS ? all.filter(({ cells }) => cells.some(({ state }) => LACKING.has(state))) : all;
  const rows = lacking.slice(0, MOST_ROWS);
  const whole = all.length - lacking.length;
  const rest = lacking.length - rows.length;
  const unlisted = [...(whole > 0 ? [words.whole(whole)] : []), ...(rest > 0 ? [words.rest(rest)] : [])].join(
    edition.language.sentences.between,
  );
  const board = {
    id: profile.id,
    title: textOf(edition, profile.title),
    columns: kinds.map((kind) => kindName(edition, kind)),
    rows,
    ...(unlisted ? { unlisted } : {}),
    ...(gaps ? { gaps } : {}),
  };
  return { board, all };
}

/** Between a unit's first and last year here, a year without a document is missing; one before is not known to be. */
function gapsOf(edition: Edition, disclosures: readonly Disclosure[]): Phrase | undefined {
  const lacking = [...Map.groupBy(disclosures, ({ unit }) => unit)].flatMap(([unit, own]) => {
    const years = new Set(own.map(({ year }) => year));
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const missing = Array.from({ length: last - first }, (_, index) => first + index).filter((year) => !years.has(year));
    return missing.length > 0 ? [{ unit: unitLink(edition, unit), years: edition.language.years(runsOf(edition, missing)) }] : [];
  });
  if (lacking.length === 0) return undefined;
  return edition.language.coverage.gaps(lacking.slice(0, NAMED_GAPS), Math.max(0, lacking.length - NAMED_GAPS));
}

/** Years without a gap between them, as first and last. */
function runsOf(edition: Edition, years: readonly number[]): [first: string, last: string][] {
  const runs: { first: number; last: number }[] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run && year === run.last + 1) run.last = year;
    else runs.push({ first: year, last: year });
  }
  return runs.map(({ first, last }) => [yearLabel(edition, first), yearLabel(edition, last)]);
}

function kindName(edition: Edition, kind: string): string {
  const title = edition.archive.kinds.get(kind)?.title;
  return title ? textOf(edition, title) : kind;
}

function cell(edition: Edition, disclosure: Disclosure, { id, state }: Disclosure['tables'][number]): CoverageCell {
  const name = edition.language.coverage.states[state];
  return { state, sign: SIGNS[state], name, href: `${disclosureHref(edition, disclosure.unit, disclosure.id)}#${id}` };
}
