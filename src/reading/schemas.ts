/**
 * The shape of every front matter and JSON file in an archive. Distrust happens here, once:
 * unknown fields are errors, and the rest of the program works with the types inferred below.
 */
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '小写英文字母、数字和连字符｜lower-case ASCII letters, digits and hyphens');
const isoDate = z.iso.date('日期，如 2024-02-13｜a date as 2024-02-13');
const written = z.string().regex(/\S/, '不为空的文字｜text that is not blank');
/** Never another scheme: an address becomes a link. */
const address = z.url({ protocol: /^https?$/, error: '以 https:// 或 http:// 开头的网址｜an address beginning with https:// or http://' });
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, '64 位十六进制数字｜64 hexadecimal digits');
/** BCP 47: a language, perhaps with its script or region. */
const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, '语言代码，如 zh-CN、en｜a language tag such as en or zh-CN');
const text = z.strictObject({ zh: written, en: written.optional() });

/** Lets an editor's program complete and check the file: `../../public/schemas/…`. */
const schemaReference = { $schema: z.string().optional() };

export const archiveSchema = z
  .strictObject({
    ...schemaReference,
    title: text,
    description: text,
    publisher: z.string().optional(),
    language: languageTag,
    languages: z.array(languageTag).default([]),
    licence: z.strictObject({ name: z.string(), url: address }),
    baseUrl: address.optional(),
    correctionsUrl: address.optional(),
    /** Names of scales as printed, and how many of the currency's units one is: `{"元": 1, "万元": 10000}`. */
    scales: z.record(z.string(), z.number().int().positive()),
    /** The scale, one of these, in which pages say amounts that are printed in a finer one: 164978640 元 as 16497.86 万元. */
    readingScale: z.string().optional(),
    /** Searches offered on the home page. */
    exampleQueries: z.array(z.string()).max(5).default([]),
  })
  .refine(({ scales, readingScale }) => readingScale === undefined || Object.hasOwn(scales, readingScale), {
    path: ['readingScale'],
    error: 'scales 里的一个金额单位｜one of the scales',
  });

export const DISCLOSURE_TYPES = ['budget', 'final-accounts', 'assessment', 'adjustment'] as const;
export const STAGES = ['proposed', 'approved', 'adjusted', 'executed'] as const;
export const DIRECTIONS = ['revenue', 'expenditure'] as const;
export const TABLE_STATES = ['printed', 'empty', 'not-included', 'not-transcribed'] as const;

export const unitSchema = z.strictObject({
  name: written,
  shortName: z.string().optional(),
  region: z.string().regex(/^\d{6}$/, '六位行政区划代码，见 data/regions.csv｜a six-digit code of data/regions.csv'),
  /** The code the finance bureau prints for it. */
  code: z.string().regex(/^\d+$/, '只有数字的编码｜digits only').optional(),
  aliases: z.array(z.string()).default([]),
  formerNames: z.array(z.string()).default([]),
  /** The body it reports to, by name as printed, or the id of a unit in the archive. */
  parent: z.string().optional(),
  nature: z.string().optional(),
});

const source = z.strictObject({
  form: z.enum(['pdf', 'word', 'excel', 'html', 'text']),
  file: z.string().optional(),
  url: address.optional(),
  sha256: sha256.optional(),
  taken: isoDate.optional(),
});

const tableEntry = z.strictObject({
  id,
  /** The table kind; the id itself where the two are the same. Only a table that is not there may have none. */
  kind: id.optional(),
  title: written,
  state: z.enum(TABLE_STATES).default('printed'),
  scale: z.string().optional(),
  /** What is printed instead of figures, word for word. */
  statement: z.string().optional(),
  /** A printed note, word for word. */
  note: z.string().optional(),
  /** A remark of this archive's editors. */
  remark: z.string().optional(),
});

export const disclosureSchema = z.strictObject({
  title: written,
  profile: id.optional(),
  scope: z.enum(['unit', 'department']),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, '三个大写字母的货币代码，如 CNY｜a currency code of three capital letters, such as CNY')
    .default('CNY'),
  scale: z.string().optional(),
  number: z.string().optional(),
  publisher: z.string().optional(),
  published: isoDate.optional(),
  replaces: z.string().optional(),
  /** Why the total is more or less than before, as the document says: without a full stop, without figures. */
  reason: written.optional(),
  source,
  tables: z.array(tableEntry).default([]),
});

export const glossarySchema = z.strictObject({
  term: written,
  en: z.string().optional(),
  aliases: z.array(z.string()).default([]),
  /** One sentence, shown where the term occurs. */
  short: written,
  related: z.array(id).default([]),
});

export const pageSchema = z.strictObject({ title: written, description: written });

/** What a figure is about; columns say it over rows, rows over the table. */
const dimensions = {
  direction: z.enum(DIRECTIONS).optional(),
  stage: z.enum(STAGES).optional(),
  /** The exact words printed for the stage. */
  basis: z.string().optional(),
  /** Years from the disclosure's own: -1 is the year before. */
  yearOffset: z.number().int().optional(),
  fund: id.optional(),
  /** What the money is for: personnel, operating, projects, … */
  use: id.optional(),
  classification: id.optional(),
  code: z.string().optional(),
};

const columnSchema = z.strictObject({
  id,
  /** The label as printed, then its known variants; a two-level head is `upper/lower`. */
  labels: z.array(written).min(1),
  en: z.string().optional(),
  role: z.enum(['code', 'name', 'text', 'direction', 'amount', 'percent', 'count']),
  /** A printed table may leave it out. */
  optional: z.boolean().default(false),
  /** Printed once for the rows below it (a merged cell). */
  merged: z.boolean().default(false),
  /** Words that may stand where a figure is expected. */
  words: z.array(z.string()).default([]),
  ...dimensions,
});

const rowSchema = z.strictObject({
  id,
  labels: z.array(z.string()).default([]),
  /** The row that carries the unit's own name. */
  unitName: z.boolean().default(false),
  level: z.number().int().min(0).default(0),
  total: z.boolean().default(false),
  ...dimensions,
});

const identities = [
  /** In every row, `total` = the sum of `parts`. */
  z.strictObject({ type: z.literal('row-sum'), total: id, parts: z.array(id).min(2) }),
  /** Each code = the sum of the codes printed under it, and `total` (a row) = the sum of the highest. */
  z.strictObject({
    type: z.literal('roll-up'),
    total: id.optional(),
    columns: z.array(id).optional(),
    highestOnly: z.boolean().default(false),
  }),
  /** A declared row = the sum of other declared rows, those that are printed. */
  z.strictObject({ type: z.literal('rows-sum'), total: id, parts: z.array(id).min(1), columns: z.array(id).optional() }),
  /** A declared row = the sum of all rows that are not declared: a list with its total. `under` limits it to rows after that row, up to the next declared one. */
  z.strictObject({ type: z.literal('list-sum'), total: id, under: id.optional(), columns: z.array(id).optional() }),
  /** Declared rows that print the same figures. */
  z.strictObject({ type: z.literal('same-rows'), rows: z.array(id).min(2), columns: z.array(id).optional() }),
  /** Within each run of rows with the same `by`, `total` = the sum of `parts`. */
  z.strictObject({ type: z.literal('group-sum'), by: id, total: id, parts: id }),
  /** One cell = a cell of another table of the disclosure. */
  z.strictObject({
    type: z.literal('same-cell'),
    row: z.string(),
    column: id,
    other: z.strictObject({ kind: id, row: z.string(), column: id }),
  }),
  /** Rows that both tables print, matched by code or by name, agree in the two columns. */
  z.strictObject({
    type: z.literal('same-column'),
    by: z.enum(['code', 'name']),
    column: id,
    direction: z.enum(DIRECTIONS).optional(),
    other: z.strictObject({ kind: id, column: id }),
  }),
  /** In every row, the `parts` (其中) are not more than `total`. */
  z.strictObject({ type: z.literal('at-most'), total: id, parts: z.array(id).min(1) }),
  /** In every row, `value` (a percentage) = `part` / `whole`. */
  z.strictObject({ type: z.literal('ratio'), value: id, part: id, whole: id }),
] as const;

const identitySchema = z.discriminatedUnion('type', identities, {
  error: (issue) => (issue.code === 'invalid_union' ? identities.map(({ shape }) => shape.type.value).join('、') : undefined),
});

export const tableKindSchema = z.strictObject({
  ...schemaReference,
  title: text,
  /** Columns that name a row, the first that is filled; by default the codes, then the name. */
  key: z.array(id).optional(),
  /** A row without a code is coded by its name: projects, suppliers. */
  codeFromName: z.boolean().default(false),
  columns: z.array(columnSchema).min(1),
  rows: z.array(rowSchema).default([]),
  identities: z.array(identitySchema).default([]),
  direction: dimensions.direction,
  stage: dimensions.stage,
  fund: dimensions.fund,
  use: dimensions.use,
  classification: dimensions.classification,
});

export const profileSchema = z.strictObject({
  ...schemaReference,
  title: text,
  type: z.enum(DISCLOSURE_TYPES),
  /** First and last year it holds for. */
  years: z.tuple([z.number().int(), z.number().int()]),
  /** Classifications in force, by name: `{"functional": "2023"}`. */
  classifications: z.record(z.string(), z.string()).default({}),
  /** Kinds that a disclosure must have in its list, in whichever state. */
  tables: z.array(id),
});

/** Classification files: code, label, parent, definition. Variants are separated with `|`. */
export const CLASSIFICATION_COLUMNS = ['code', 'label', 'variants', 'parent', 'definition'] as const;
export const TRANSLATION_COLUMNS = ['text', 'translation'] as const;
export const REGION_COLUMNS = ['code', 'name', 'parent'] as const;
export const ACKNOWLEDGED_COLUMNS = ['rule', 'cell', 'reason', 'checked_by'] as const;
export const STATEMENT_COLUMNS = [
  'id',
  'section',
  'subject',
  'measure',
  'value',
  'unit',
  'year',
  'stage',
  'basis',
  'direction',
  'fund',
  'classification',
  'code',
  'use',
  'cell',
  'of',
  'parts',
] as const;
export const STATEMENT_MEASURES = ['amount', 'change', 'growth', 'share', 'completion', 'count'] as const;
