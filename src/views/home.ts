import { countAllVerdicts } from '../archive/verdicts.ts';
import { count } from './amount.ts';
import { type Edition, href, textOf } from './edition.ts';
import { disclosureLine, newestFirst, unitsByRegion } from './lines.ts';
import { yearLabel } from './names.ts';
import type { HomePage, Link } from './page.ts';
import { searchHref } from './select.ts';
import { countWords } from './verdict.ts';

const LATEST = 6;
/** Beyond it the first page counts units by province and leaves naming them to their own page. */
const MANY_UNITS = 60;

export function homePage(edition: Edition): HomePage {
  const { archive, language } = edition;
  const words = language.homePage;
  const disclosures = [...archive.disclosures.values()].sort(newestFirst);
  const tables = disclosures.flatMap((each) => each.tables).filter(({ state }) => state === 'printed' || state === 'empty');
  const figures = disclosures.reduce((sum, each) => sum + each.figures, 0);
  const statements = disclosures.reduce((sum, each) => sum + each.statements.length, 0);
  const counts = countAllVerdicts(disclosures);
  const years = disclosures.map(({ year }) => year);
  const title = textOf(edition, archive.facts.title);
  const description = textOf(edition, archive.facts.description);
  const regions = unitsByRegion(edition);
  return {
    frame: { title, description, path: '/', crumbs: [] },
    heading: title,
    description,
    queries: exampleQueries(edition),
    holdings: [
      {
        label: words.unitCount.label,
        text: count(archive.units.size),
        unit: words.unitCount.unit(archive.units.size),
        href: href(edition, '/units/'),
      },
      {
        label: words.documentCount.label,
        text: count(disclosures.length),
        unit: words.documentCount.unit(disclosures.length),
        note: years.length > 0 ? [words.span(yearLabel(edition, years.at(-1) ?? 0), yearLabel(edition, years[0] ?? 0))] : [],
      },
      {
        label: words.tableCount.label,
        text: count(tables.length),
        unit: words.tableCount.unit(tables.length),
        note: [words.tableCount.note(figures)],
      },
      {
        label: words.statementCount.label,
        text: count(statements),
        unit: words.statementCount.unit(statements),
        note: [words.statementCount.note],
      },
    ],
    agreement: words.agreement(countWords(counts)),
    regions: archive.units.size > MANY_UNITS ? regions.map(({ cities: _, ...region }) => ({ ...region, units: [] })) : regions,
    latest: disclosures.slice(0, LATEST).map((each) => disclosureLine(edition, each, { withUnit: true })),
  };
}

/** What the search box suggests. */
export function exampleQueries(edition: Edition): Link[] {
  return edition.archive.facts.exampleQueries.map((text) => ({ text, href: searchHref(edition, text) }));
}
