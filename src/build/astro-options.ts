/** What Astro is told, whether it serves a preview or bundles the pages. */
import type { AstroUserConfig } from 'astro';

export const ASTRO_OPTIONS = {
  trailingSlash: 'always',
  // Nothing inline, so that the Content-Security-Policy needs no exception.
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
} satisfies AstroUserConfig;
