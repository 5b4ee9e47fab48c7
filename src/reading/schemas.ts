/**
 * The shape of every front matter and JSON file in an archive. Distrust happens here, once:
 * unknown fields are errors, and the rest of the program works with the types inferred below.
 */
import { z } from 'zod';
import { CODE } from '../domain/codes.ts';
import type { Text } from '../domain/finding.ts';
import { NEGATIVES } from '../domain/number-format.ts';

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

/** What an archive says of itself, in one language or more. Where Chinese is lacking, the first given stands in. */
const text = z
  .record(languageTag, written)
  .refine((given) => Object.keys(given).length > 0, '至少一种语言的文字，如 {"zh": "…"}｜text in at least one language, as {"en": "…"}')
  .transform((given): Text => ({ ...given, zh: given.zh ?? given.en ?? Object.values(given)[0] ?? '' }));

const currencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/, '三个大写字母的货币代码，如 CNY｜a currency code of three capital letters, such as CNY');
/** Letters, so that it can be told from a year before it and a revision after it. */
const typeId = z.string().regex(/^[a-z]+(-[a-z]+)*$/, '小写英文字母和连字符｜lower-case letters and hyphens');

export const DISCLOSURE_TYPES = ['budget', 'final-accounts', 'assessment', 'adjustment'] as const;
export const STAGES = ['proposed', 'approved', 'adjusted', 'executed'] as const;

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
    /** What amounts are in. Default: CNY, whose unit is 元. */
    currency: z
      .strictObject({
        code: currencyCode,
        symbol: z
          .string()
          .regex(/^[^\s\d.,()+-]+$/, '货币符号，如 $｜a sign such as $')
          .optional(),
        unit: text.optional(),
      })
      .optional(),
    /** How numbers are printed, and so how they stand in the CSVs. Default: 1,234.50 and -3.60. */
    numbers: z
      .strictObject({
        decimal: z.enum(['.', ',']).default('.'),
        /** What divides groups of digits. */
        group: z.enum([',', '.', ' ', "'"]).default(','),
        /** Digits in each group from the right, the last for all others; in India 3, 2. */
        groups: z.array(z.number().int().positive()).min(1).default([3]),
        /** How negatives are printed, the usual way first; -1 is always understood. */
        negative: z.array(z.enum(NEGATIVES)).min(1).default(['-1']),
      })
      .refine(({ decimal, group }) => decimal !== group, '小数点和千分位不同的符号｜another sign for decimals than for groups')
      .optional(),
    /** When fiscal years begin and how they are named. Default: calendar years. */
    fiscalYear: z
      .strictObject({
        /** Month and day. */
        firstDay: z
          .string()
          .regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/, '月和日，如 07-01｜month and day as 07-01')
          .default('01-01'),
        /** The year in the name: that in which it begins, that in which it ends, or both as 2024-25. */
        written: z.enum(['first', 'last', 'both']).default('first'),
        /** With {year}, {first}, {last}, {last2}. */
        label: written.optional(),
      })
      .refine(
        ({ firstDay, written: form }) => firstDay !== '01-01' || form !== 'both',
        '从 01-01 开始的年度只写一个年份｜one year, since it begins on 01-01',
      )
      .optional(),
    /** The government's own words for stages, by the id that table kinds and statements use. */
    stages: z.record(id, z.strictObject({ phase: z.enum(STAGES), name: text })).optional(),
    /** Its own kinds of documents, by the id that stands in paths. */
    disclosureTypes: z.record(typeId, z.strictObject({ type: z.enum(DISCLOSURE_TYPES), stage: id.optional(), name: text })).optional(),
    /** Its charts of accounts, by the name of their folder in data/classifications. */
    classifications: z
      .record(
        id,
        z.strictObject({
          name: text,
          /** What the money is for, or what it buys; one classification for each. */
          answers: z.enum(['purpose', 'nature']).optional(),
          /** Names of its levels, from the highest. */
          levels: z.array(text).default([]),
          /** Between the parts of a code that is printed in several columns. */
          join: z.enum(['', '.', '-']).default(''),
        }),
      )
      .optional(),
    /** Names of funds and of uses, by the ids that table kinds use. */
    funds: z.record(id, text).default({}),
    uses: z.record(id, text).default({}),
    /** Divisions of a budget by use, the plainest first, each with the uses that together are the whole. */
    divisions: z.array(z.array(id).min(2)).optional(),
  })
  .refine(({ scales, readingScale }) => readingScale === undefined || Object.hasOwn(scales, readingScale), {
    path: ['readingScale'],
    error: 'scales 里的一个金额单位｜one of the scales',
  });

export const DIRECTIONS = ['revenue', 'expenditure'] as const;
export const TABLE_STATES = ['printed', 'empty', 'not-included', 'not-transcribed'] as const;

export const unitSchema = z.strictObject({
  name: written,
  shortName: z.string().optional(),
  region: z.string().regex(CODE, '行政区划代码，见 data/regions.csv｜a code of data/regions.csv'),
  /** The code the finance bureau prints for it. */
  code: z.string().regex(CODE, '数字和字母组成的编码｜digits and letters').optional(),
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
  /** By default the archive's. */
  currency: currencyCode.optional(),
  /** Versions of classifications that it uses, where its profile does not say: `{"functional": "2021"}`. */
  classifications: z.record(id, id).default({}),
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
  /** Ours, or one that the archive declares. */
  stage: id.optional(),
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
  /** The label as printed, then its known variants; a two-level head is `upper/lower`; `{year}`, `{year-1}` stand for fiscal years. */
  labels: z.array(written).min(1),
  en: z.string().optional(),
  role: z.enum(['code', 'name', 'text', 'direction', 'amount', 'percent', 'count']),
  /** A printed table may leave it out. */
  optional: z.boolean().default(false),
  /** Printed once for the rows below it (a merged cell). */
  merged: z.boolean().default(false),
  /** Words that may stand where a figure is expected. */
  words: z.array(z.string()).default([]),
  /** False for a figure that is no amount of the budget, such as a difference of two others. */
  observed: z.boolean().default(true),
  /** In a column that says revenue or expenditure, the words printed for each. */
  directions: z.strictObject({ revenue: z.array(written).min(1), expenditure: z.array(written).min(1) }).optional(),
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
  error: (issue) => {
    const types = identities.map(({ shape }) => shape.type.value);
    return issue.code === 'invalid_union' ? `${types.join('、')}｜${types.join(', ')}` : undefined;
  },
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

const year = z.union([z.number().int(), z.string()], '年度，如 2024｜a fiscal year, as the archive writes them');

export const profileSchema = z.strictObject({
  ...schemaReference,
  title: text,
  /** Ours, or one that the archive declares. */
  type: typeId,
  /** First and last fiscal year it holds for: [2023, 2025], or as the archive writes them, ["2023-24", "2025-26"]. */
  years: z.tuple([year, year]),
  /** Classifications in force, by name: `{"functional": "2023"}`. */
  classifications: z.record(z.string(), z.string()).default({}),
  /** Kinds that a disclosure must have in its list, in whichever state. */
  tables: z.array(id),
});

/** Classification files: code, label, parent, definition. Variants are separated with `|`. */
export const CLASSIFICATION_COLUMNS = ['code', 'label', 'variants', 'parent', 'definition'] as const;
export const TRANSLATION_COLUMNS = ['text', 'translation'] as const;
export const REGION_COLUMNS = ['code', 'name', 'parent'] as const;
export const CROSSWALK_COLUMNS = ['from', 'to', 'share', 'reason'] as const;
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
