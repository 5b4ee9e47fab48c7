/**
 * What the profiles of the Data Package standard, version 2.0, demand
 * (https://datapackage.org/profiles/2.0/datapackage.json, with dataresource, tabledialect and tableschema, which it
 * contains), in our own words: every constraint on a package, on its resources, and on table schemas for the types of
 * fields that an archive has.
 *
 * Stricter than the profile in two things, so that a slip of the pen is no property of our own: a type of field that no
 * archive has is refused, and so is a property that neither the standard nor `OWN` names.
 */

/** What an archive's packages say beyond the standard, which allows it. */
const OWN = {
  package: { generator: { type: 'string' }, issued: { type: 'string', format: 'date' } },
  resource: { scale: { type: 'string', minLength: 1 } },
} as const;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const texts = { type: 'array', items: text } as const;
const someTexts = { ...texts, minItems: 1 } as const;
const distinctTexts = { ...someTexts, uniqueItems: true } as const;

const PATH = {
  type: 'string',
  pattern: '^((?=[^./~])(?!file:)((?!\\/\\.\\.\\/)(?!\\\\)(?!:\\/\\/).)*|(http|ftp)s?:\\/\\/.*)$',
} as const;

function closed<Properties extends object>(properties: Properties, required: readonly (keyof Properties & string)[] = []) {
  return { type: 'object', properties, required, additionalProperties: false } as const;
}

const licenses = {
  type: 'array',
  minItems: 1,
  items: {
    ...closed({ name: { type: 'string', pattern: '^([-a-zA-Z0-9._])+$' }, path: PATH, title: text }),
    anyOf: [{ required: ['name'] }, { required: ['path'] }],
  },
} as const;

const sources = {
  type: 'array',
  items: { ...closed({ title: text, path: PATH, email: { type: 'string', format: 'email' }, version: text }), minProperties: 1 },
} as const;

/** Plain values, or values with labels; never both in one list. */
function valuesOf(value: object): object {
  return {
    anyOf: [
      { type: 'array', items: value },
      { type: 'array', items: closed({ value, label: text }, ['value']) },
    ],
  };
}

const missingValues = valuesOf(text);

/** Texts, or values of the type; never both in one list. */
function listed(value: object): object {
  const list = { type: 'array', minItems: 1, uniqueItems: true };
  return {
    oneOf: [
      { ...list, items: text },
      { ...list, items: value },
    ],
  };
}

function bounds(bound: object): object {
  return { minimum: bound, maximum: bound, exclusiveMinimum: bound, exclusiveMaximum: bound };
}

const format = { enum: ['default'] } as const;
const number = { type: 'number' } as const;
const integer = { type: 'integer' } as const;
const textOr = (value: object): object => ({ oneOf: [text, value] });

function fieldOf(type: string, own: object, constraints: object): object {
  const properties = {
    name: text,
    title: text,
    description: text,
    example: text,
    missingValues,
    rdfType: text,
    type: { const: type },
    constraints: closed({ required: flag, unique: flag, ...constraints }),
    ...own,
  };
  return closed(properties, ['name', 'type']);
}

const field = {
  oneOf: [
    fieldOf(
      'string',
      { format: { enum: ['default', 'email', 'uri', 'binary', 'uuid'] }, categories: valuesOf(text), categoriesOrdered: flag },
      { pattern: text, enum: distinctTexts, minLength: integer, maxLength: integer },
    ),
    fieldOf(
      'number',
      { format, bareNumber: flag, decimalChar: text, groupChar: text },
      { enum: listed(number), ...bounds(textOr(number)) },
    ),
    fieldOf(
      'integer',
      { format, bareNumber: flag, groupChar: text, categories: valuesOf(integer), categoriesOrdered: flag },
      { enum: listed(integer), ...bounds(textOr(integer)) },
    ),
    fieldOf('boolean', { format, trueValues: someTexts, falseValues: someTexts }, { enum: { type: 'array', minItems: 1, items: flag } }),
    fieldOf('date', { format: text }, { enum: distinctTexts, ...bounds(text) }),
  ],
} as const;

/** Several fields refer to as many, or one to one. */
function foreignKeyOf(fields: object, referred: object): object {
  return closed({ fields, reference: closed({ resource: text, fields: referred }, ['fields']) }, ['fields', 'reference']);
}

const tableSchema = closed(
  {
    $schema: text,
    fields: { type: 'array', minItems: 1, items: field },
    fieldsMatch: { type: 'array', items: { enum: ['exact', 'equal', 'subset', 'superset', 'partial'] } },
    primaryKey: { oneOf: [distinctTexts, text] },
    uniqueKeys: { type: 'array', minItems: 1, uniqueItems: true, items: distinctTexts },
    foreignKeys: { type: 'array', minItems: 1, items: { oneOf: [foreignKeyOf(texts, distinctTexts), foreignKeyOf(text, text)] } },
    missingValues,
  },
  ['fields'],
);

const resource = {
  ...closed({
    $schema: text,
    name: text,
    path: { oneOf: [PATH, { type: 'array', minItems: 1, items: PATH }] },
    data: {},
    type: { enum: ['table'] },
    title: text,
    description: text,
    homepage: { type: 'string', format: 'uri' },
    sources,
    licenses,
    format: text,
    mediatype: { type: 'string', pattern: '^(.+)/(.+)$' },
    encoding: text,
    bytes: integer,
    hash: { type: 'string', pattern: '^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$' },
    schema: tableSchema,
    ...OWN.resource,
  }),
  oneOf: [{ required: ['name', 'data'] }, { required: ['name', 'path'] }],
} as const;

export const DATA_PACKAGE_PROFILE = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...closed(
    {
      $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
      name: text,
      id: text,
      title: text,
      description: text,
      homepage: { type: 'string', format: 'uri' },
      version: text,
      created: { type: 'string', format: 'date-time' },
      contributors: {
        type: 'array',
        minItems: 1,
        items: {
          ...closed({
            title: text,
            path: PATH,
            email: { type: 'string', format: 'email' },
            givenName: text,
            familyName: text,
            organization: text,
            roles: someTexts,
          }),
          minProperties: 1,
        },
      },
      keywords: someTexts,
      image: text,
      licenses,
      sources,
      resources: { type: 'array', minItems: 1, items: resource },
      ...OWN.package,
    },
    ['resources'],
  ),
} as const;
