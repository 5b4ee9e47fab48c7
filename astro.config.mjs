// @ts-check
import { resolve } from 'node:path';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { archiveIntegration } from './src/build/archive-integration.ts';
import { ASTRO_OPTIONS } from './src/build/astro-options.ts';

const archive = resolve(process.env.MINGZHANG_ARCHIVE ?? import.meta.dirname);

export default defineConfig({ ...ASTRO_OPTIONS, integrations: [mdx(), archiveIntegration(archive)] });
