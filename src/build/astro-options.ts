/** What Astro is told, whether it serves a preview or bundles the pages. */
import type { AstroUserConfig } from 'astro';

export const ASTRO_OPTIONS = {
  trailingSlash: 'always',
  // Nothing inline of its own accord: the Content-Security-Policy knows of the page's styles alone, see Head.astro.
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
} satisfies AstroUserConfig;
