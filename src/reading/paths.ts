/** Where each kind of file of an archive belongs. A path that fits none is a fault. */
const ID = '[a-z0-9]+(?:-[a-z0-9]+)*';
/** Of a language, as in BCP 47. */
const TAG = '[a-z]{2,3}(?:-[A-Z][A-Za-z]+)?';
/** Year, type and revision: `2024-budget`, `2024-25-adopted-budget-r2`. Which years and types there are the archive says. */
const NAME = '\\d{4}(?:-\\d{2})?-[a-z]+(?:-[a-z]+)*(?:-r\\d+)?';

export const PATTERNS = {
  facts: /^data\/archive\.json$/,
  regions: /^data\/regions\.csv$/,
  acknowledged: /^data\/acknowledged\.csv$/,
  kind: new RegExp(`^data/table-kinds/(${ID})\\.json$`),
  profile: new RegExp(`^data/profiles/(${ID})\\.json$`),
  classification: new RegExp(`^data/classifications/(${ID})/(${ID})\\.csv$`),
  translations: new RegExp(`^data/translations/(${TAG})\\.csv$`),
  crosswalk: new RegExp(`^data/crosswalks/(${ID})--(${ID})\\.csv$`),
  table: new RegExp(`^data/disclosures/(${ID})/(${NAME})/(${ID})\\.csv$`),
  source: new RegExp(`^data/disclosures/(${ID})/(${NAME})/source/[^/]+$`),
  unit: new RegExp(`^content/units/(${ID})\\.mdx$`),
  disclosure: new RegExp(`^content/disclosures/(${ID})/(${NAME})\\.mdx$`),
  term: new RegExp(`^content/glossary/(${ID})\\.md$`),
  /** `about.mdx`, and `about.en.mdx` in another language. */
  page: new RegExp(`^content/pages/(${ID}(?:\\.${TAG})?)\\.mdx$`),
};

export const FACTS = 'data/archive.json';
export const REGIONS = 'data/regions.csv';
export const ACKNOWLEDGED = 'data/acknowledged.csv';

export const kindFile = (kind: string): string => `data/table-kinds/${kind}.json`;
export const profileFile = (profile: string): string => `data/profiles/${profile}.json`;
export const classificationFile = (name: string, version: string): string => `data/classifications/${name}/${version}.csv`;
export const disclosureFile = (unit: string, id: string): string => `content/disclosures/${unit}/${id}.mdx`;
export const unitFile = (unit: string): string => `content/units/${unit}.mdx`;
