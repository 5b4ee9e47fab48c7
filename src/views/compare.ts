/** The page of comparisons: what can be chosen, and, for those without script, every measure whole. */

import type { Comparison } from '../comparison/comparison.ts';
import { ALL, comparisonOf } from '../comparison/comparison.ts';
import type { Subject } from '../comparison/figure.ts';
import type { Speech } from '../comparison/words.ts';
import { scaleName } from './amount.ts';
import { classificationLinks, classificationName } from './code.ts';
import type { Edition } from './edition.ts';
import { contentLanguageOf } from './editions.ts';
import { fundName, useName } from './names.ts';
import type { Frame, Link } from './page.ts';
import { idParts, MEASURES, subjectTitle } from './subject-names.ts';
import { comparedCounts, partedSubjects, subjectIds, subjectOf } from './subjects.ts';

export interface ComparedSubject {
  readonly id: string;
  readonly title: string;
  readonly subject: Subject;
  readonly comparison: Comparison;
}

export interface ComparedChoice {
  readonly id: string;
  readonly title: string;
  /** Whether its figures are kept in parts. */
  readonly parted: boolean;
}

export interface ComparePage {
  readonly frame: Frame;
  /** What can be compared, in groups for a list of choices. */
  readonly choices: readonly { readonly name: string; readonly subjects: readonly ComparedChoice[] }[];
  /** What is shown before anything is chosen; absent in an archive without figures. */
  readonly first?: ComparedSubject;
  /** Every other measure. */
  readonly others: readonly ComparedSubject[];
  readonly codePages: readonly Link[];
  readonly speech: Speech;
}

const PATH = '/compare/';

export function comparePage(edition: Edition): ComparePage {
  const { archive, language } = edition;
  const words = language.compare;
  const byFolder = Map.groupBy(subjectIds(archive), (id) => idParts(id)[0]);
  const measures = byFolder.get(MEASURES) ?? [];
  const compared = (id: string): ComparedSubject => {
    const subject = subjectOf(archive, id);
    return { id, title: subjectTitle(edition, id), subject, comparison: comparisonOf(subject, ALL) };
  };
  const [first, ...others] = measures.map(compared);
  const parted = partedSubjects(archive);
  const choice = (id: string): ComparedChoice => ({ id, title: subjectTitle(edition, id), parted: parted.has(id) });
  return {
    frame: { title: words.title, description: words.description, path: PATH, crumbs: [] },
    choices: [
      { name: words.measures, subjects: measures.map(choice) },
      ...classificationLinks(edition).map(({ classification, text }) => ({
        name: words.codes(text),
        subjects: (byFolder.get(classification) ?? []).map(choice),
      })),
    ].filter(({ subjects }) => subjects.length > 0),
    ...(first ? { first } : {}),
    others,
    codePages: classificationLinks(edition).map(({ classification, href: to }) => ({
      href: to,
      text: classificationName(edition, classification),
    })),
    speech: speechOf(edition),
  };
}

function speechOf(edition: Edition): Speech {
  const { archive, language } = edition;
  const { facts } = archive;
  const counts = [...comparedCounts(archive).values()];
  const each = <Value extends string>(values: Iterable<Value>, name: (value: Value) => string): Record<string, string> =>
    Object.fromEntries([...new Set(values)].sort().map((value) => [value, name(value)]));
  return {
    words: language.compare.spoken,
    stages: language.stages,
    funds: each(
      counts.flatMap(({ funds }) => funds),
      (fund) => fundName(edition, fund),
    ),
    uses: each(
      counts.flatMap(({ uses }) => uses),
      (use) => useName(edition, use),
    ),
    scopes: language.scopes,
    scales: {
      ...each(
        counts.flatMap(({ things }) => things),
        (thing) => language.counted(thing),
      ),
      ...each(Object.keys(facts.scales), (scale) => scaleName(edition, scale, facts.currency.code)),
    },
    fiscalYear: facts.fiscalYear,
    numbers: facts.numbers,
    tag: language.tag,
    foreign: contentLanguageOf(edition) === undefined ? '' : facts.language,
    base: edition.base,
  };
}
