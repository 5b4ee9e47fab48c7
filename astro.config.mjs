// @ts-check
import { resolve } from 'node:path';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { archiveIntegration } from './src/build/archive-integration.ts';

const archive = resolve(process.env.MINGZHANG_ARCHIVE ?? import.meta.dirname);

export default defineConfig({
  trailingSlash: 'always',
  // Nothing inline, so that the Content-Security-Policy needs no exception.
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
  integrations: [mdx(), archiveIntegration(archive)],
});
