/** Where each kind of file of an archive belongs. A path that fits none is a fault. */
const ID = '[a-z0-9]+(?:-[a-z0-9]+)*';
/** Of a language, as in BCP 47. */
const TAG = '[a-z]{2,3}(?:-[A-Z][A-Za-z]+)?';
const TYPES = 'budget|final-accounts|assessment|adjustment';

export const PATTERNS = {
  facts: /^data\/archive\.json$/,
  regions: /^data\/regions\.csv$/,
  acknowledged: /^data\/acknowledged\.csv$/,
  kind: new RegExp(`^data/table-kinds/(${ID})\\.json$`),
  profile: new RegExp(`^data/profiles/(${ID})\\.json$`),
  classification: new RegExp(`^data/classifications/(${ID})/(${ID})\\.csv$`),
  translations: new RegExp(`^data/translations/(${TAG})\\.csv$`),
  crosswalk: new RegExp(`^data/crosswalks/${ID}--${ID}\\.csv$`),
  table: new RegExp(`^data/disclosures/(${ID})/(\\d{4}-(?:${TYPES})(?:-r\\d+)?)/(${ID})\\.csv$`),
  source: new RegExp(`^data/disclosures/(${ID})/(\\d{4}-(?:${TYPES})(?:-r\\d+)?)/source/[^/]+$`),
  unit: new RegExp(`^content/units/(${ID})\\.mdx$`),
  disclosure: new RegExp(`^content/disclosures/(${ID})/((\\d{4})-(${TYPES})(?:-r(\\d+))?)\\.mdx$`),
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
