/** JSON Schemas for editors and for programs that read reports, made from the schemas that check. */
import { z } from 'zod';
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

/** File name below `public/schemas/` → its content. */
export function publishedSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(PUBLISHED).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  );
}
