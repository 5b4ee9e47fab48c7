import { countVerdicts } from '../archive/verdicts.ts';
import type { Archive } from '../domain/archive.ts';
import { count } from './amount.ts';
import { disclosureLine, newestFirst, unitsByRegion } from './lines.ts';
import type { HomePage, Link } from './page.ts';
import { searchHref } from './select.ts';

const LATEST = 6;
/** Beyond it the first page counts units by province and leaves naming them to their own page. */
const MANY_UNITS = 60;

export function homePage(archive: Archive): HomePage {
  const disclosures = [...archive.disclosures.values()].sort(newestFirst);
  const tables = disclosures.flatMap((each) => each.tables).filter(({ state }) => state === 'printed' || state === 'empty');
  const figures = tables
    .flatMap(({ rows }) => rows)
    .reduce((sum, { cells }) => sum + [...cells.values()].filter(({ value }) => value).length, 0);
  const statements = disclosures.reduce((sum, each) => sum + each.statements.length, 0);
  const { total, ok, rounding, fail } = countVerdicts(disclosures.flatMap(({ checks }) => checks));
  const years = disclosures.map(({ year }) => year);
  const { title, description } = archive.facts;
  return {
    frame: { title: title.zh, description: description.zh, path: '/', crumbs: [] },
    heading: title.zh,
    description: description.zh,
    queries: exampleQueries(archive),
    holdings: [
      { label: '单位', text: count(archive.units.size), unit: '个', href: '/units/' },
      {
        label: '公开文件',
        text: count(disclosures.length),
        unit: '份',
        note: [yearsInWords(years)],
      },
      { label: '表格', text: count(tables.length), unit: '张', note: [`共 ${count(figures)} 个数字`] },
      { label: '正文数字', text: count(statements), unit: '个', note: ['逐个录入，可与表格对照'] },
    ],
    agreement: [
      `我们核对了 ${count(total)} 处合计、占比和增减：`,
      { strong: `${count(ok)} 处相符` },
      rounding > 0 ? `，${count(rounding)} 处因四舍五入相差末位` : '',
      fail > 0 ? `，${count(fail)} 处原件本身不符` : '',
      '。',
    ],
    regions: archive.units.size > MANY_UNITS ? unitsByRegion(archive).map((region) => ({ ...region, units: [] })) : unitsByRegion(archive),
    latest: disclosures.slice(0, LATEST).map((each) => disclosureLine(archive, each, { withUnit: true })),
  };
}

/** What the search box suggests. */
export function exampleQueries({ facts }: Archive): Link[] {
  return facts.exampleQueries.map((text) => ({ text, href: searchHref(text) }));
}

function yearsInWords(years: readonly number[]): string {
  const [last, first] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? `${first} 年` : `${first}—${last} 年`;
}
