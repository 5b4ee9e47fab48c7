/**
 * One code across versions of its classification. As published, a series breaks where its code changed its meaning;
 * on a comparable basis the figures of former codes stand in, as far as a crosswalk bridges the change.
 */
import type { Archive, Observation } from '../domain/archive.ts';
import { codesAbove } from '../domain/codes.ts';
import type { Classification, Crosswalk, CrosswalkEntry, Stage } from '../domain/declarations.ts';
import { type Exact, exact, plus, product } from '../domain/exact.ts';
import { seriesKey } from './observations.ts';

/** How a code of one version came to be that of another; of two versions that nothing joins, `broken`. */
export type Bridge = 'same' | 'bridged' | 'broken';

/** A row of a crosswalk, and where it is from. */
export interface BridgeStep {
  readonly crosswalk: Crosswalk;
  readonly entry: CrosswalkEntry;
}

/** A former code and the part of its amount that counts. */
interface Contribution {
  readonly code: string;
  readonly share: Exact;
}

export interface Descent {
  readonly bridge: Bridge;
  /** Rows of crosswalks that were followed, or that say why nothing can be. */
  readonly steps: readonly BridgeStep[];
  readonly from: readonly Contribution[];
}

/** A year and stage of one code. */
export interface ComparablePoint {
  readonly year: number;
  readonly stage: Stage;
  readonly scale: string;
  /** The version that its document uses. */
  readonly version: string | undefined;
  readonly bridge: Bridge;
  readonly steps: readonly BridgeStep[];
  /** The figure that stands under the same code in its document, whatever that meant then. */
  readonly published?: Observation;
  /** The figure in the terms of the wanted version; absent where the bridge is broken. */
  readonly comparable?: {
    readonly value: Exact;
    readonly inputs: readonly { readonly observation: Observation; readonly share: Exact }[];
    /** Former codes for which the document prints nothing. */
    readonly absent: readonly string[];
  };
}

const ONE: Exact = { coefficient: 1n, places: 0 };

type Classified = Pick<Archive, 'classifications' | 'crosswalks'>;

/** What a code of a version was in a former one. */
export function descentOf(archive: Classified, classification: string, code: string, version: string, former: string): Descent {
  const unchanged: Descent = { bridge: 'same', steps: [], from: [{ code, share: ONE }] };
  if (version === former) return unchanged;
  const path = pathBetween(archive.crosswalks, classification, former, version);
  if (!path) {
    const later = pathBetween(archive.crosswalks, classification, version, former) !== undefined;
    const same = later
      ? descentOf(archive, classification, code, former, version).bridge === 'same'
      : keepsItsName(archive, classification, code, former, version);
    return same ? unchanged : { bridge: 'broken', steps: [], from: [] };
  }
  const steps: BridgeStep[] = [];
  let codes: readonly Contribution[] = [{ code, share: ONE }];
  for (const crosswalk of path.toReversed()) {
    const before: Contribution[] = [];
    for (const each of codes) {
      const { entries, from } = predecessors(archive, crosswalk, each.code);
      steps.push(...entries.filter((entry) => !steps.some((step) => step.entry === entry)).map((entry) => ({ crosswalk, entry })));
      if (!from) return { bridge: 'broken', steps, from: [] };
      before.push(...from.map((former) => ({ code: former.code, share: product(each.share, former.share) })));
    }
    codes = gathered(before);
  }
  return steps.length === 0 ? unchanged : { bridge: 'bridged', steps, from: codes };
}

/** Whether a code means the same in two versions; of a version that nobody names that is taken for granted. */
export function meansTheSame(archive: Classified, classification: string, code: string, a: string, b: string): boolean {
  return code === '' || descentOf(archive, classification, code, a, b).bridge === 'same';
}

/** What a code was one version before, and the rows that say so; without `from` nobody says. */
function predecessors(
  archive: Classified,
  crosswalk: Crosswalk,
  code: string,
): { readonly entries: readonly CrosswalkEntry[]; readonly from?: readonly Contribution[] } {
  const entries = crosswalk.entries.filter(({ to }) => to === code);
  if (entries.length > 0) {
    const from = entries.flatMap((entry) =>
      entry.from !== undefined && entry.share ? [{ code: entry.from, share: exact(entry.share) }] : [],
    );
    return from.length === entries.length ? { entries, from } : { entries };
  }
  const moved = crosswalk.entries.filter(({ from }) => from === code);
  if (moved.length > 0) return { entries: moved };
  const [older, newer] = [crosswalk.from, crosswalk.to].map((version) =>
    archive.classifications.get(`${crosswalk.classification}/${version}`),
  );
  const crossing = crosswalk.entries.filter(
    ({ from, to }) => from !== undefined && to !== undefined && isWithin(from, code, older) !== isWithin(to, code, newer),
  );
  if (crossing.length > 0) {
    // Something moved in or out from under it: what it is now, it was in its parts.
    const parts = leavesOf(code, newer).map((leaf) => predecessors(archive, crosswalk, leaf));
    const from = parts.flatMap((part) => part.from ?? []);
    return parts.length > 0 && parts.every((part) => part.from) ? { entries: crossing, from } : { entries: crossing };
  }
  const same = keepsItsName(archive, crosswalk.classification, code, crosswalk.from, crosswalk.to);
  return same ? { entries: [], from: [{ code, share: ONE }] } : { entries: [] };
}

function isWithin(code: string, above: string, classification: Classification | undefined): boolean {
  return code === above || codesAbove(code, classification).includes(above);
}

/** The codes below a code that have none below themselves. */
function leavesOf(code: string, classification: Classification | undefined): string[] {
  const codes = [...(classification?.codes.values() ?? [])];
  const parents = new Set(codes.map(({ parent }) => parent));
  return codes.flatMap((each) =>
    each.code !== code && !parents.has(each.code) && isWithin(each.code, code, classification) ? [each.code] : [],
  );
}

/**
 * The figures of one code of one unit over years and stages, oldest first. `observations` are those of the unit;
 * `like` is any of the series wanted, of the version in whose terms all are to be put.
 */
export function comparableSeries(archive: Classified, observations: readonly Observation[], like: Observation): ComparablePoint[] {
  const { classification, version, code } = like;
  if (classification === undefined || version === undefined || code === '') return [];
  const inCode = (of: string): string => seriesKey({ ...like, code: of });
  const sameSeries = observations.filter((each) => seriesKey({ ...each, code }) === inCode(code));
  const byDocument = Map.groupBy(sameSeries, ({ year, stage, version: used }) => `${year}|${stage}|${used ?? ''}`);
  const points = [...byDocument.values()].flatMap((printed): ComparablePoint[] => {
    const [first] = printed;
    if (!first) return [];
    const published = printed.find((each) => each.code === code);
    const descent: Descent =
      first.version === undefined
        ? { bridge: 'broken', steps: [], from: [] }
        : descentOf(archive, classification, code, version, first.version);
    const inputs = descent.from.flatMap(({ code: former, share }) => {
      const observation = printed.find((each) => each.code === former);
      return observation ? [{ observation, share }] : [];
    });
    if (!published && inputs.length === 0) return [];
    const scale = (published ?? inputs[0]?.observation ?? first).scale;
    const alike = inputs.length > 0 && inputs.every(({ observation }) => observation.scale === scale);
    const absent = descent.from.map((each) => each.code).filter((each) => !inputs.some(({ observation }) => observation.code === each));
    const value = inputs
      .map(({ observation, share }) => product(exact(observation.value), share))
      .reduce(plus, { coefficient: 0n, places: 0 });
    return [
      {
        year: first.year,
        stage: first.stage,
        scale,
        version: first.version,
        bridge: descent.bridge,
        steps: descent.steps,
        ...(published ? { published } : {}),
        ...(alike && descent.bridge !== 'broken' ? { comparable: { value, inputs, absent } } : {}),
      },
    ];
  });
  return points.sort((a, b) => a.year - b.year || STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
}

const STAGES: readonly Stage[] = ['proposed', 'approved', 'adjusted', 'executed'];

/** A place in a series between two years where the version changes. */
export interface SeriesBreak {
  readonly before: Observation;
  readonly after: Observation;
  readonly bridge: Bridge;
  readonly steps: readonly BridgeStep[];
}

/** Where a published series changes its classification, with what is known of it. Totals have no code and no breaks. */
export function breaksIn(archive: Classified, series: readonly Observation[]): SeriesBreak[] {
  return series.slice(1).flatMap((after, index): SeriesBreak[] => {
    const before = series[index];
    const { classification, version, code } = after;
    if (!before?.version || !classification || !version || code === '' || before.version === version) return [];
    const { bridge, steps } = descentOf(archive, classification, code, version, before.version);
    return [{ before, after, bridge, steps }];
  });
}

/** Crosswalks from one version to another, in order; the fewest that do. */
function pathBetween(crosswalks: readonly Crosswalk[], classification: string, from: string, to: string): Crosswalk[] | undefined {
  const own = crosswalks.filter((each) => each.classification === classification);
  const reached = new Set([from]);
  let paths: Crosswalk[][] = [[]];
  while (paths.length > 0) {
    const next: Crosswalk[][] = [];
    for (const path of paths) {
      for (const crosswalk of own.filter((each) => each.from === (path.at(-1)?.to ?? from) && !reached.has(each.to))) {
        if (crosswalk.to === to) return [...path, crosswalk];
        reached.add(crosswalk.to);
        next.push([...path, crosswalk]);
      }
    }
    paths = next;
  }
  return undefined;
}

/** Both versions list the code under a name that they share. */
function keepsItsName({ classifications }: Classified, classification: string, code: string, a: string, b: string): boolean {
  const [first, second] = [a, b].map((version) => classifications.get(`${classification}/${version}`)?.codes.get(code));
  if (!first || !second) return false;
  const names = new Set([first.label, ...first.variants]);
  return [second.label, ...second.variants].some((name) => names.has(name));
}

/** A former code may come by two ways. */
function gathered(contributions: readonly Contribution[]): Contribution[] {
  return [...Map.groupBy(contributions, ({ code }) => code)].map(([code, each]) => ({
    code,
    share: each.map(({ share }) => share).reduce(plus),
  }));
}
