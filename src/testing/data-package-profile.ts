/**
 * What the profiles of the Data Package standard, version 2.0, demand, retold from
 * https://datapackage.org/profiles/2.0/datapackage.json (and dataresource.json, tableschema.json, which it contains):
 * every constraint of a package, of its resources and of table schemas for the types of fields that an archive has.
 * Stricter in one thing: an unknown type of field, which the profile's list of alternatives refuses too, is named.
 */
const PATH = {
  type: 'string',
  pattern: '^((?=[^./~])(?!file:)((?!\\/\\.\\.\\/)(?!\\\\)(?!:\\/\\/).)*|(http|ftp)s?:\\/\\/.*)$',
} as const;

const strings = { type: 'array', items: { type: 'string' } } as const;

const licenses = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    anyOf: [{ required: ['name'] }, { required: ['path'] }],
    properties: { name: { type: 'string', pattern: '^([-a-zA-Z0-9._])+$' }, path: PATH, title: { type: 'string' } },
  },
} as const;

const sources = {
  type: 'array',
  items: {
    type: 'object',
    minProperties: 1,
    properties: { title: { type: 'string' }, path: PATH, email: { type: 'string', format: 'email' }, version: { type: 'string' } },
  },
} as const;

const missingValues = {
  anyOf: [
    strings,
    {
      type: 'array',
      items: { type: 'object', required: ['value'], properties: { value: { type: 'string' }, label: { type: 'string' } } },
    },
  ],
} as const;

const named = {
  name: { type: 'string' },
  title: { type: 'string' },
  description: { type: 'string' },
  missingValues,
  rdfType: { type: 'string' },
} as const;

const required = { type: 'object', properties: { required: { type: 'boolean' }, unique: { type: 'boolean' } } } as const;

/** Either another type, or with the properties of this one. */
const fieldOf = (type: string, own: object = {}): object => ({
  anyOf: [{ properties: { type: { not: { const: type } } } }, { properties: { ...named, constraints: required, ...own } }],
});

const field = {
  type: 'object',
  required: ['name', 'type'],
  properties: { type: { enum: ['string', 'number', 'integer', 'boolean', 'date'] } },
  allOf: [
    fieldOf('string', { format: { enum: ['default', 'email', 'uri', 'binary', 'uuid'] } }),
    fieldOf('number', {
      format: { enum: ['default'] },
      bareNumber: { type: 'boolean' },
      decimalChar: { type: 'string' },
      groupChar: { type: 'string' },
    }),
    fieldOf('integer', { format: { enum: ['default'] }, bareNumber: { type: 'boolean' }, groupChar: { type: 'string' } }),
    fieldOf('boolean', { trueValues: { ...strings, minItems: 1 }, falseValues: { ...strings, minItems: 1 } }),
    fieldOf('date', { format: { type: 'string' } }),
  ],
} as const;

const foreignKey = {
  type: 'object',
  required: ['fields', 'reference'],
  oneOf: [
    {
      properties: {
        fields: strings,
        reference: {
          type: 'object',
          required: ['fields'],
          properties: { resource: { type: 'string' }, fields: { ...strings, minItems: 1, uniqueItems: true } },
        },
      },
    },
    {
      properties: {
        fields: { type: 'string' },
        reference: {
          type: 'object',
          required: ['fields'],
          properties: { resource: { type: 'string' }, fields: { type: 'string' } },
        },
      },
    },
  ],
} as const;

const tableSchema = {
  type: 'object',
  required: ['fields'],
  properties: {
    $schema: { type: 'string' },
    fields: { type: 'array', minItems: 1, items: field },
    primaryKey: { oneOf: [{ ...strings, minItems: 1, uniqueItems: true }, { type: 'string' }] },
    uniqueKeys: { type: 'array', minItems: 1, uniqueItems: true, items: { ...strings, minItems: 1, uniqueItems: true } },
    foreignKeys: { type: 'array', minItems: 1, items: foreignKey },
    missingValues,
  },
} as const;

const resource = {
  type: 'object',
  oneOf: [{ required: ['name', 'data'] }, { required: ['name', 'path'] }],
  properties: {
    $schema: { type: 'string' },
    name: { type: 'string' },
    path: { oneOf: [PATH, { type: 'array', minItems: 1, items: PATH }] },
    type: { type: 'string', enum: ['table'] },
    title: { type: 'string' },
    description: { type: 'string' },
    homepage: { type: 'string', format: 'uri' },
    sources,
    licenses,
    format: { type: 'string' },
    mediatype: { type: 'string', pattern: '^(.+)/(.+)$' },
    encoding: { type: 'string' },
    bytes: { type: 'integer' },
    hash: { type: 'string', pattern: '^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$' },
    schema: tableSchema,
  },
} as const;

export const DATA_PACKAGE_PROFILE = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['resources'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: { type: 'string' },
    id: { type: 'string' },
    title: { type: 'string' },
    description: { type: 'string' },
    homepage: { type: 'string', format: 'uri' },
    version: { type: 'string' },
    created: { type: 'string', format: 'date-time' },
    contributors: {
      type: 'array',
      minItems: 1,
      items: {
        minProperties: 1,
        properties: {
          title: { type: 'string' },
          path: PATH,
          email: { type: 'string', format: 'email' },
          organization: { type: 'string' },
          roles: { ...strings, minItems: 1 },
        },
      },
    },
    keywords: { ...strings, minItems: 1 },
    image: { type: 'string' },
    licenses,
    sources,
    resources: { type: 'array', minItems: 1, items: resource },
  },
} as const;
