/**
 * What is not plain agreement, by disclosure, and what it can be filtered by. The filter needs no script: the page
 * has one input for each choice, and a style sheet made for this archive's own units hides what was not chosen.
 */
import type { Verdict } from '../domain/finding.ts';
import type { ArchiveCheckLine, ChecksPage, Link } from './page.ts';

/** Above it, disclosures are opened on demand. */
const ALL_OPEN = 200;
/** Lines that stand open from the start where not all do. */
const FIRST_OPEN = 50;

export interface Choice {
  /** Of the input that chooses it, once on the page. */
  readonly id: string;
  readonly sign?: string;
  readonly name: string;
  readonly count: number;
}

export interface VerdictCount {
  readonly verdict: Verdict;
  readonly sign: string;
  readonly name: string;
  readonly count: number;
}

export interface DifferenceGroup {
  /** The unit's id. */
  readonly unit: string;
  readonly unitName: string;
  readonly disclosure: Link;
  /** Those that occur, the gravest first. */
  readonly counts: readonly VerdictCount[];
  readonly lines: readonly ArchiveCheckLine[];
  readonly open: boolean;
}

export interface Differences {
  readonly total: number;
  readonly verdicts: readonly (Choice & { readonly verdict: Verdict })[];
  readonly units: readonly (Choice & { readonly unit: string })[];
  /** Those with the gravest first. */
  readonly groups: readonly DifferenceGroup[];
}

export function differencesOf({ lines, verdicts }: Pick<ChecksPage, 'lines' | 'verdicts'>): Differences {
  const countsOf = (some: readonly ArchiveCheckLine[]): VerdictCount[] =>
    // Lines come with the gravest verdict first, and so do their counts.
    [...Map.groupBy(some, ({ verdict }) => verdict)].flatMap(([verdict, { length: count }]) =>
      verdicts.filter((each) => each.verdict === verdict).map(({ sign, name }) => ({ verdict, sign, name, count })),
    );
  let before = 0;
  const groups = [...Map.groupBy(lines, ({ disclosure }) => disclosure.href)].flatMap(([, own]): DifferenceGroup[] => {
    const [first] = own;
    if (!first) return [];
    const open = lines.length <= ALL_OPEN || before === 0 || before + own.length <= FIRST_OPEN;
    before += own.length;
    return [{ unit: unitOf(first), unitName: first.unit.text, disclosure: first.disclosure, counts: countsOf(own), lines: own, open }];
  });
  return {
    total: lines.length,
    verdicts: countsOf(lines).map((each) => ({ ...each, id: `verdict-${each.verdict}` })),
    units: [...Map.groupBy(groups, ({ unit }) => unit)].map(([unit, own]) => ({
      id: `of-${unit}`,
      unit,
      name: own[0]?.unitName ?? unit,
      count: own.reduce((sum, { lines: { length } }) => sum + length, 0),
    })),
    groups,
  };
}

/** The rules of the filter. Its selectors hold ids of units and names of verdicts, which are lower-case ASCII with hyphens. */
export function filterSheet({ verdicts, units, groups }: Differences): string {
  // Only the form is searched for what is checked: a search of the whole page, once for each unit, takes seconds.
  const hide = (when: string, what: string): string => `.filter:has(#${when}:checked)~.found ${what}{display:none}`;
  const empty = units.flatMap(({ id, unit }) => {
    const has = new Set(groups.filter((group) => group.unit === unit).flatMap(({ counts }) => counts.map(({ verdict }) => verdict)));
    const lacking = verdicts.filter(({ verdict }) => !has.has(verdict)).map((choice) => `#${choice.id}`);
    return lacking.length > 0 ? [`.filter:has(#${id}:checked):has(:is(${lacking.join()}):checked)~.no-differences{display:block}`] : [];
  });
  return `${[
    ...verdicts.flatMap(({ id, verdict }) => [
      hide(id, `.difference:not([data-verdict="${verdict}"])`),
      hide(id, `.differences:not([data-verdicts~="${verdict}"])`),
    ]),
    ...units.map(({ id, unit }) => hide(id, `.differences:not([data-unit="${unit}"])`)),
    ...empty,
  ].join('\n')}\n`;
}

/** `/units/<unit>/` */
function unitOf({ unit }: ArchiveCheckLine): string {
  return unit.href.split('/')[2] ?? '';
}
