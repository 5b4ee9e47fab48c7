/**
 * Renders the pages of the project's own archive with the kept bundle into OUT/kept, and lets Astro build them by itself,
 * as its configuration says, into OUT/astro: `node rendered-both-ways.ts OUT`.
 */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { compileFolder } from '../archive/compile.ts';
import { setCurrentArchive } from '../archive/current.ts';
import { withBuildLock } from '../build/build-lock.ts';
import { keptRenderer, rendererOptions } from '../build/kept-renderer.ts';
import { ASSETS, PageRenderer } from '../build/page-renderer.ts';
import { linkInto } from '../build/part-store.ts';
import { PROJECT } from './commands.ts';

const [out = ''] = process.argv.slice(2);
const archive = await compileFolder(PROJECT);
setCurrentArchive(archive);

const options = rendererOptions(archive, { root: PROJECT, archiveRoot: PROJECT, progress: () => {} });
const bundle = await keptRenderer(options);
linkInto(bundle, ASSETS, join(out, 'kept'));
const renderer = await PageRenderer.open(bundle, options.base);
for (const page of await renderer.pages()) await renderer.write(page, join(out, 'kept'));

// Astro renames files of the generator's folder into its own, and can only do so on the same disk.
const pages = join(PROJECT, `.astro/pages-${process.pid}`);
process.chdir(PROJECT);
await withBuildLock(
  PROJECT,
  () => {},
  async () => {
    try {
      await build({ root: PROJECT, base: options.base, outDir: pages, cacheDir: `${pages}.cache`, logLevel: 'error' });
      cpSync(pages, join(out, 'astro'), { recursive: true });
    } finally {
      for (const folder of [pages, `${pages}.cache`]) rmSync(folder, { recursive: true, force: true });
    }
  },
);
process.exit(0);
