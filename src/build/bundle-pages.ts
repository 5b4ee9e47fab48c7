/**
 * Bundles the pages with Astro, which is asked for no page: the bundle is taken out of its hands, to be rendered from
 * any number of times. It does so as an adapter for another place where pages are made; all of it is its public API.
 */
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import { type AstroIntegration, build } from 'astro';
import { ASTRO_OPTIONS } from './astro-options.ts';
import { ASSETS, PROGRAM } from './page-renderer.ts';
import { injectPages } from './page-routes.ts';

/** Plain data, since it goes to another process. */
export interface BundleTask {
  readonly kind: 'bundle';
  /** The generator's own folder. */
  readonly root: string;
  readonly archiveRoot: string;
  /** The path under which the site stands. */
  readonly base: string;
  /** Of the addresses of the languages that are not the archive's own. */
  readonly languages: readonly string[];
  /** An empty one, below the generator's own: elsewhere Astro would keep its half-made bundle in one place for all processes. */
  readonly folder: string;
}

/** The process is Astro's for as long as it lasts: it asks for surroundings of its own. */
export async function bundlePages({ root, archiveRoot, base, languages, folder }: BundleTask): Promise<void> {
  process.env.MINGZHANG_ARCHIVE = archiveRoot;
  // Astro resolves its packages and keeps its types below the current folder.
  process.chdir(root);
  const cacheDir = `${folder}.cache`;
  await build({
    ...ASTRO_OPTIONS,
    configFile: false,
    root,
    base,
    outDir: join(folder, ASSETS),
    cacheDir,
    logLevel: 'error',
    integrations: [mdx(), takenOut(folder, languages)],
  }).finally(() => rmSync(cacheDir, { recursive: true, force: true }));
}

function takenOut(folder: string, languages: readonly string[]): AstroIntegration {
  const name = 'mingzhang-bundle';
  return {
    name,
    hooks: {
      'astro:config:setup': ({ injectRoute, updateConfig }) => {
        injectPages(languages, injectRoute);
        const entry = { build: { rolldownOptions: { input: join(import.meta.dirname, 'renderer-entry.ts') } } };
        const configEnvironment = (environment: string) => (environment === 'prerender' ? entry : undefined);
        updateConfig({ vite: { plugins: [{ name, configEnvironment }] } });
      },
      'astro:config:done': ({ setAdapter }) =>
        setAdapter({
          name,
          entrypointResolution: 'auto',
          adapterFeatures: { buildOutput: 'static' },
          supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
        }),
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer({
          name,
          setup: async () => renameSync(join(folder, ASSETS, '.prerender'), join(folder, PROGRAM)),
          getStaticPaths: async () => [],
          render: () => Promise.reject(new Error('no page was asked for')),
        }),
    },
  };
}
