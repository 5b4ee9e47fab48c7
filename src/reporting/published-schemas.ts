/** JSON Schemas for editors and for programs that read reports, made from the schemas that check. */
import { z } from 'zod';
import { FIELD_WORDS } from '../language/fields-zh.ts';
import {
  archiveSchema,
  disclosureSchema,
  glossarySchema,
  pageSchema,
  profileSchema,
  tableKindSchema,
  unitSchema,
} from '../reading/schemas.ts';
import { reportSchema } from './report-schema.ts';

const PUBLISHED = {
  archive: archiveSchema,
  disclosure: disclosureSchema,
  glossary: glossarySchema,
  page: pageSchema,
  profile: profileSchema,
  report: reportSchema,
  'table-kind': tableKindSchema,
  unit: unitSchema,
} as const;

export type PublishedSchema = keyof typeof PUBLISHED;

/** The parts of a JSON Schema in which fields are described. */
interface Described {
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
  description?: string;
}

/** One schema as text; where our words describe a field, with them. */
export function publishedSchema(name: PublishedSchema): string {
  const schema = z.toJSONSchema(PUBLISHED[name], { io: 'input' });
  for (const [path, words] of Object.entries(FIELD_WORDS[name] ?? {})) {
    const field = path.split('.').reduce<Described | undefined>((at, part) => (at?.items ?? at)?.properties?.[part], schema as Described);
    if (!field) throw new Error(`${name} has no field ${path} to describe`);
    field.description = words;
  }
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** File name below `public/schemas/` → its content. */
export function publishedSchemas(): Record<string, string> {
  return Object.fromEntries(Object.keys(PUBLISHED).map((name) => [`${name}.schema.json`, publishedSchema(name as PublishedSchema)]));
}
