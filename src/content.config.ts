/** The few pages that an archive's editors write as MDX. Units, disclosures and terms are read by `src/reading`. */

import { defineCollection } from 'astro:content';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const archive = resolve(process.env.MINGZHANG_ARCHIVE ?? '.');

const pages = defineCollection({
  loader: glob({
    pattern: '*.{md,mdx}',
    generateId: ({ entry }) => entry.replace(/\.mdx?$/, ''),
    base: pathToFileURL(`${archive}/content/pages/`),
  }),
  schema: z.strictObject({ title: z.string().min(1), description: z.string().min(1) }),
});

export const collections = { pages };
