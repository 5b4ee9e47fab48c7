/** The shape of `npm run check -- --format json`, published at /schemas/report.schema.json. */
import { z } from 'zod';

const count = z.number().int().min(0);
const text = z.strictObject({ zh: z.string(), en: z.string().optional() });

export const reportSchema = z.strictObject({
  $schema: z.string().optional(),
  archive: z.string().describe('Title of the archive'),
  units: count,
  disclosures: count,
  checks: z
    .strictObject({ total: count, ok: count, rounding: count, fail: count, undefined: count, notCheckable: count })
    .describe('Sums by verdict'),
  errors: count.describe('Errors that nobody has acknowledged'),
  findings: z.array(
    z.strictObject({
      rule: z.string().describe('Permanent code of the rule'),
      severity: z.enum(['error', 'warning', 'info']),
      place: z.strictObject({
        file: z.string().describe('Relative to the archive'),
        line: z.number().int().min(1).optional(),
        column: z.number().int().min(1).optional().describe('Character within the line, from 1'),
        field: z.number().int().min(1).optional().describe('Field within the row of a CSV, from 1'),
      }),
      cell: z.string().optional().describe('unit/disclosure#table.row.column'),
      message: text,
      values: z.record(z.string(), z.string()),
      acknowledged: z.string().optional().describe('Why an editor let it stand'),
    }),
  ),
});

export type Report = z.infer<typeof reportSchema>;
