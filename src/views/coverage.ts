/** What the archive has and lacks: unit × year × table, each cell a state, nothing silently missing. */
import type { Archive, Disclosure } from '../domain/archive.ts';
import type { Profile } from '../domain/declarations.ts';
import { documentName, TYPE_NAMES } from '../language/views.zh-CN.ts';
import { count } from './amount.ts';
import { newestFirst } from './lines.ts';
import type { CoverageCell, CoveragePage, CoverageState, Link, Phrase } from './page.ts';
import { disclosureHref } from './select.ts';

const STATES: Readonly<Record<CoverageState, { sign: string; name: string }>> = {
  printed: { sign: '●', name: '已录入' },
  empty: { sign: '○', name: '原件为空表' },
  'not-included': { sign: '×', name: '原件没有' },
  'not-transcribed': { sign: '…', name: '尚未录入' },
  absent: { sign: '', name: '不适用' },
};

/** What a document can lack; an empty table that is printed as such is there. */
const LACKING: ReadonlySet<CoverageState> = new Set(['not-included', 'not-transcribed']);

const SAID = { empty: '原件就是空表', 'not-included': '原件没有', 'not-transcribed': '尚未录入' } as const;

/** Beyond it a board lists only documents that lack something, and of those no more than are read. */
const MANY_ROWS = 60;
const MOST_ROWS = 200;

/** Units whose missing years are named; of the others it is said how many they are. */
const NAMED_GAPS = 12;

type Board = CoveragePage['boards'][number];
type BoardRow = Board['rows'][number];
type Others = CoveragePage['others'][number];

export function coveragePage(archive: Archive): CoveragePage {
  const disclosures = [...archive.disclosures.values()].sort(byUnit(archive));
  const boards = [...archive.profiles.values()].flatMap((profile) => {
    const own = disclosures.filter((each) => each.profile === profile.id);
    return own.length > 0 ? [profileBoard(archive, profile, own)] : [];
  });
  const free = disclosures.filter(({ profile }) => profile === undefined || !archive.profiles.has(profile));
  const others = [...Map.groupBy(free, ({ type }) => type)].map(([type, own]): Others => {
    const gaps = gapsOf(archive, own);
    return {
      id: type,
      title: `${TYPE_NAMES[type]}（没有统一的表格规范）`,
      lines: own.map((disclosure) => ({
        unit: unitLink(archive, disclosure.unit),
        disclosure: disclosureLink(disclosure),
        tables: disclosure.tables.map((table) => ({ ...cell(disclosure, table), title: table.title })),
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
      title: '收录情况',
      description: '每个单位、每个年度、每张表，是已录入、空表、原件没有，还是尚未录入。',
      path: '/coverage/',
      crumbs: [],
    },
    heading: '还缺什么？',
    lede: [
      `${count(disclosures.length)} 份公开文件里，`,
      { strong: `${count(times('printed'))} 张表已录入` },
      ...(['empty', 'not-included', 'not-transcribed'] as const)
        .filter((state) => times(state) > 0)
        .map((state) => `，${count(times(state))} 张${SAID[state]}`),
      '。',
    ],
    legend: (Object.keys(STATES) as CoverageState[])
      .map((state) => ({ state, ...STATES[state], count: times(state) }))
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
function profileBoard(archive: Archive, profile: Profile, disclosures: readonly Disclosure[]): { board: Board; all: readonly BoardRow[] } {
  const extra = new Set(disclosures.flatMap(({ tables }) => tables.map(({ id, kind }) => kind?.id ?? id)));
  for (const kind of profile.tables) extra.delete(kind);
  const kinds = [...profile.tables, ...extra];
  const gaps = gapsOf(archive, disclosures);
  const all = disclosures.map(
    (disclosure): BoardRow => ({
      unit: unitLink(archive, disclosure.unit),
      year: String(disclosure.year),
      ...(disclosure.revision > 1 ? { note: `第 ${disclosure.revision} 次公开` } : {}),
      disclosure: disclosureLink(disclosure),
      cells: kinds.map((kind): CoverageCell => {
        const table = disclosure.tables.find(({ id, kind: own }) => (own?.id ?? id) === kind);
        return table ? cell(disclosure, table) : { state: 'absent', ...STATES.absent };
      }),
    }),
  );
  const lacking = all.length > MANY_ROWS ? all.filter(({ cells }) => cells.some(({ state }) => LACKING.has(state))) : all;
  const rows = lacking.slice(0, MOST_ROWS);
  const whole = all.length - lacking.length;
  const rest = lacking.length - rows.length;
  const unlisted = [
    ...(whole > 0 ? [`${count(whole)} 份文件的表都已录入，或原件就是空表，不逐行列出。`] : []),
    ...(rest > 0 ? [`另有 ${count(rest)} 份缺表的文件没有列出。`] : []),
  ].join('');
  const board = {
    id: profile.id,
    title: profile.title.zh,
    columns: kinds.map((kind) => archive.kinds.get(kind)?.title.zh ?? kind),
    rows,
    ...(unlisted ? { unlisted } : {}),
    ...(gaps ? { gaps } : {}),
  };
  return { board, all };
}

/** Between a unit's first and last year here, a year without a document is missing; one before is not known to be. */
function gapsOf(archive: Archive, disclosures: readonly Disclosure[]): Phrase | undefined {
  const lacking = [...Map.groupBy(disclosures, ({ unit }) => unit)].flatMap(([unit, own]) => {
    const years = new Set(own.map(({ year }) => year));
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const missing = Array.from({ length: last - first }, (_, index) => first + index).filter((year) => !years.has(year));
    return missing.length > 0 ? [{ unit: unitLink(archive, unit), years: yearsInWords(missing) }] : [];
  });
  if (lacking.length === 0) return undefined;
  const named = lacking.slice(0, NAMED_GAPS).flatMap(({ unit, years }, index) => [index === 0 ? '' : '；', unit, `缺 ${years}`]);
  const rest = lacking.length - NAMED_GAPS;
  return ['前后两年之间没有收录的：', ...named, rest > 0 ? `；另有 ${count(rest)} 个单位。` : '。'];
}

/** "2018、2020—2022 年" */
function yearsInWords(years: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run && year === run.last + 1) run.last = year;
    else runs.push({ first: year, last: year });
  }
  return `${runs.map(({ first, last }) => (first === last ? first : `${first}—${last}`)).join('、')} 年`;
}

function cell(disclosure: Disclosure, { id, state }: Disclosure['tables'][number]): CoverageCell {
  return { state, ...STATES[state], href: `${disclosureHref(disclosure.unit, disclosure.id)}#${id}` };
}

function unitLink(archive: Archive, unit: string): Link {
  return { href: `/units/${unit}/`, text: archive.units.get(unit)?.name ?? unit };
}

function disclosureLink(disclosure: Disclosure): Link {
  return { href: disclosureHref(disclosure.unit, disclosure.id), text: documentName(disclosure) };
}
