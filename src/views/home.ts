import { countVerdicts } from '../archive/verdicts.ts';
import type { Archive } from '../domain/archive.ts';
import { disclosureLine, newestFirst, unitsByRegion } from './lines.ts';
import type { HomePage } from './page.ts';

const LATEST = 6;

export function homePage(archive: Archive): HomePage {
  const disclosures = [...archive.disclosures.values()].sort(newestFirst);
  const tables = disclosures.flatMap((each) => each.tables).filter(({ state }) => state === 'printed' || state === 'empty');
  const figures = tables
    .flatMap(({ rows }) => rows)
    .reduce((count, { cells }) => count + [...cells.values()].filter(({ value }) => value).length, 0);
  const statements = disclosures.reduce((count, each) => count + each.statements.length, 0);
  const { total, ok, rounding, fail } = countVerdicts(disclosures.flatMap(({ checks }) => checks));
  const years = disclosures.map(({ year }) => year);
  const { title, description, exampleQueries } = archive.facts;
  return {
    frame: { title: title.zh, description: description.zh, path: '/', crumbs: [] },
    heading: title.zh,
    description: description.zh,
    queries: exampleQueries.map((text) => ({ text, href: `/search/?q=${encodeURIComponent(text)}` })),
    holdings: [
      { label: '单位', text: String(archive.units.size), unit: '个', href: '/units/' },
      {
        label: '公开文件',
        text: String(disclosures.length),
        unit: '份',
        note: [years.length > 0 ? `${Math.min(...years)}—${Math.max(...years)} 年` : ''],
      },
      { label: '表格', text: String(tables.length), unit: '张', note: [`共 ${figures.toLocaleString('en-US')} 个数字`] },
      { label: '正文数字', text: statements.toLocaleString('en-US'), unit: '个', note: ['逐个录入，可与表格对照'] },
    ],
    agreement: [
      `我们核对了 ${total} 处合计：`,
      { strong: `${ok} 处相符` },
      rounding > 0 ? `，${rounding} 处因四舍五入相差末位` : '',
      fail > 0 ? `，${fail} 处原件本身不符` : '',
      '。',
    ],
    regions: unitsByRegion(archive),
    latest: disclosures.slice(0, LATEST).map((each) => disclosureLine(archive, each, { withUnit: true })),
  };
}
