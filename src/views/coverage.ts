/** What the archive has and lacks: unit × year × table, each cell a state, nothing silently missing. */
import type { Archive, Disclosure } from '../domain/archive.ts';
import type { Profile } from '../domain/declarations.ts';
import { TYPE_NAMES } from '../language/views.zh-CN.ts';
import { newestFirst } from './lines.ts';
import type { CoverageCell, CoveragePage, CoverageState } from './page.ts';
import { disclosureHref } from './select.ts';

const STATES: Readonly<Record<CoverageState, { sign: string; name: string }>> = {
  printed: { sign: '●', name: '已录入' },
  empty: { sign: '○', name: '原件为空表' },
  'not-included': { sign: '×', name: '原件没有' },
  'not-transcribed': { sign: '…', name: '尚未录入' },
  absent: { sign: '', name: '不适用' },
  missing: { sign: '－', name: '没有收录当年文件' },
};

type Board = CoveragePage['boards'][number];

export function coveragePage(archive: Archive): CoveragePage {
  const disclosures = [...archive.disclosures.values()].sort(newestFirst);
  const profiles = [...archive.profiles.values()].filter(({ id }) => disclosures.some(({ profile }) => profile === id));
  const boards = [
    ...profiles.map((profile) =>
      profileBoard(
        archive,
        profile,
        disclosures.filter((each) => each.profile === profile.id),
      ),
    ),
    ...disclosures.filter(({ profile }) => profile === undefined).map((each) => ownBoard(archive, each)),
  ];
  const cells = boards.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const count = (state: CoverageState): number => cells.filter((cell) => cell.state === state).length;
  return {
    frame: {
      title: '收录情况',
      description: '每个单位、每个年度、每张表，是已录入、空表、原件没有，还是尚未录入。',
      path: '/coverage/',
      crumbs: [],
    },
    heading: '还缺什么？',
    lede: [
      `${disclosures.length} 份公开文件里，`,
      { strong: `${count('printed')} 张表已录入` },
      `，${count('empty')} 张原件就是空表，${count('not-included')} 张原件没有，${count('not-transcribed')} 张尚未录入。`,
    ],
    legend: (Object.keys(STATES) as CoverageState[])
      .map((state) => ({ state, ...STATES[state], count: count(state) }))
      .filter(({ count: times }) => times > 0),
    boards,
  };
}

/** The tables that the profile asks for, then any others that its disclosures have. */
function profileBoard(archive: Archive, profile: Profile, disclosures: readonly Disclosure[]): Board {
  const others = new Set(disclosures.flatMap(({ tables }) => tables.map(({ id, kind }) => kind?.id ?? id)));
  for (const kind of profile.tables) others.delete(kind);
  const kinds = [...profile.tables, ...others];
  const rows = [...Map.groupBy(disclosures, ({ unit }) => unit)].flatMap(([unit, own]) =>
    yearsOf(own).map((year) =>
      row(
        archive,
        unit,
        year,
        own.find((each) => each.year === year),
        kinds,
      ),
    ),
  );
  return { id: profile.id, title: profile.title.zh, columns: kinds.map((kind) => archive.kinds.get(kind)?.title.zh ?? kind), rows };
}

/** From a unit's first to its last year here, newest first: a year between without a document is missing, one before is not. */
function yearsOf(disclosures: readonly Disclosure[]): number[] {
  const years = disclosures.map(({ year }) => year);
  const last = Math.max(...years);
  return Array.from({ length: last - Math.min(...years) + 1 }, (_, index) => last - index);
}

function row(
  archive: Archive,
  unit: string,
  year: number,
  disclosure: Disclosure | undefined,
  kinds: readonly string[],
): Board['rows'][number] {
  return {
    unit: unitLink(archive, unit),
    year: String(year),
    ...(disclosure ? { disclosure: { href: disclosureHref(unit, disclosure.id), text: disclosure.title } } : {}),
    cells: kinds.map((kind): CoverageCell => {
      if (!disclosure) return { state: 'missing', ...STATES.missing };
      const table = disclosure.tables.find(({ id, kind: own }) => (own?.id ?? id) === kind);
      return table ? cell(disclosure, table) : { state: 'absent', ...STATES.absent };
    }),
  };
}

function ownBoard(archive: Archive, disclosure: Disclosure): Board {
  return {
    id: `${disclosure.unit}-${disclosure.id}`,
    title: `${disclosure.title}（${TYPE_NAMES[disclosure.type]}，没有统一的表格规范）`,
    columns: disclosure.tables.map(({ title }) => title),
    rows: [
      {
        unit: unitLink(archive, disclosure.unit),
        year: String(disclosure.year),
        disclosure: { href: disclosureHref(disclosure.unit, disclosure.id), text: disclosure.title },
        cells: disclosure.tables.map((table) => cell(disclosure, table)),
      },
    ],
  };
}

function cell(disclosure: Disclosure, { id, state }: Disclosure['tables'][number]): CoverageCell {
  return { state, ...STATES[state], href: `${disclosureHref(disclosure.unit, disclosure.id)}#${id}` };
}

function unitLink(archive: Archive, unit: string) {
  return { href: `/units/${unit}/`, text: archive.units.get(unit)?.name ?? unit };
}
