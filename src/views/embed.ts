/** What other sites' pages can show of ours: one page for each document, unit and code, on which an anchor names what is shown. */
import { addressOf } from '../export/addresses.ts';
import { type Edition, href } from './edition.ts';
import type { Chart, CodePage, DisclosurePage, UnitPage, YearTable } from './page.ts';

export function unitEmbeds({ years, composition, projects, yearTables, items }: UnitPage): {
  readonly charts: readonly Chart[];
  readonly tables: readonly YearTable[];
} {
  return {
    charts: [years, ...composition, projects].filter((chart) => chart !== undefined),
    tables: [...yearTables, items].filter((table) => table !== undefined),
  };
}

/** The address of the page, and how another page shows a part of it. */
export interface EmbedView {
  readonly href: string;
  readonly code: string;
}

/** Nothing where the page has nothing to show: no page is made for it. */
export function disclosureEmbed(edition: Edition, page: DisclosurePage): EmbedView | undefined {
  const first = page.rubrics[0]?.id ?? page.tables.find(({ state }) => state === 'printed')?.id;
  return first === undefined ? undefined : embedOf(edition, page.frame, first);
}

export function unitEmbed(edition: Edition, page: UnitPage): EmbedView | undefined {
  const { charts, tables } = unitEmbeds(page);
  const first = charts[0] ? `chart-${charts[0].id}` : tables[0]?.id;
  return first === undefined ? undefined : embedOf(edition, page.frame, first);
}

export function codeEmbed(edition: Edition, page: CodePage): EmbedView | undefined {
  const [first] = page.years;
  return first && embedOf(edition, page.frame, `chart-${first.id}`);
}

function embedOf(edition: Edition, { path, title }: { readonly path: string; readonly title: string }, anchor: string): EmbedView {
  const to = `${href(edition, path)}embed/`;
  const address = `${addressOf(edition.archive.facts, to)}#${encodeURI(anchor)}`;
  const quoted = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const { height } = edition.language.embed;
  return { href: to, code: `<iframe src="${address}" title="${quoted}" width="100%" height="${height}" loading="lazy"></iframe>` };
}

/** The page that an embedded part is taken from, for search engines; undefined where the site's address is not known. */
export function wholePageAddress(edition: Edition, path: string): string | undefined {
  const { facts } = edition.archive;
  return facts.baseUrl && addressOf(facts, href(edition, path));
}
