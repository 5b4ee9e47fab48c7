/** Questions put to the open data, as they stand on its page. Each is run by a test. */
import type { Text } from '../domain/finding.ts';

export interface SampleQuery {
  readonly title: Required<Text>;
  readonly tool: 'sqlite' | 'duckdb' | 'shell';
  readonly text: string;
}

/** Each body's total, one row a unit, year and stage: no part of a total stands beside it. */
const TOTALS = `direction = 'expenditure' AND classification = 'functional'
  AND code IS NULL AND use IS NULL AND fund = 'all' AND measure = 'amount'`;

export const SAMPLE_QUERIES: readonly SampleQuery[] = [
  {
    title: { zh: '各单位历年支出总额，每个数带着它的出处', en: 'Each unit’s total expenditure, with the cell it came from' },
    tool: 'sqlite',
    text: `SELECT observations.unit, observations.year, stage, value, observations.scale,
  disclosures.address || '#' || cell AS address
FROM observations JOIN disclosures USING (disclosure)
WHERE ${TOTALS}
ORDER BY observations.unit, observations.year, stage;`,
  },
  {
    title: { zh: '一张表的每一行每一格，照原件', en: 'A printed table, cell by cell' },
    tool: 'sqlite',
    text: `SELECT tables.title, rows.position, rows.name, cells.label, cells.printed
FROM cells JOIN rows USING (row) JOIN tables USING ("table")
WHERE tables.kind = 'expenditure'
ORDER BY tables."table", rows.position
LIMIT 100;`,
  },
  {
    title: { zh: '各年各大类共支出多少，精确到分', en: 'Spending by class of function and year, exact' },
    tool: 'duckdb',
    text: `SELECT year, stage, code, any_value(label) AS label, count(DISTINCT unit) AS units, sum(amount) AS amount
FROM 'observations.parquet'
WHERE direction = 'expenditure' AND classification = 'functional' AND length(code) = 3
  AND use IS NULL AND fund = 'all' AND measure = 'amount'
GROUP BY year, stage, code ORDER BY year, stage, code;`,
  },
];
