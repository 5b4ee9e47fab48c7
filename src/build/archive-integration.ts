/** Hands the compiled archive to the pages; in development, again after each saved file. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { AstroIntegration } from 'astro';
import { compileFolder } from '../archive/compile.ts';
import { currentArchive, hasCurrentArchive, setCurrentArchive } from '../archive/current.ts';
import { formatFinding } from '../rules/format.ts';
import { editionsOf, ownEdition } from '../views/editions.ts';
import { currentPagePlan } from './page-plan.ts';

const SAVED_TOGETHER_MS = 30;

/** `root` is the archive's folder, which may lie outside the project. */
export function archiveIntegration(root: string): AstroIntegration {
  return {
    name: 'mingzhang-archive',
    hooks: {
      'astro:config:setup': async ({ injectRoute }) => {
        // The build command has checked the archive before it starts Astro; then it is here already.
        if (!hasCurrentArchive()) setCurrentArchive(await compileFolder(root));
        for (const { base } of editionsOf(currentArchive()))
          if (base !== '') for (const page of pages()) injectRoute({ pattern: `${base}/${page.address}`, entrypoint: page.file });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const plan = currentPagePlan();
        if (!plan) return;
        setPrerenderer((usual) => ({
          ...usual,
          setup: async () => {
            await usual.setup?.();
            plan.bundled();
          },
          getStaticPaths: async () => plan.choose(await usual.getStaticPaths()),
          render: (request, options) => {
            plan.before(new URL(request.url).pathname);
            return usual.render(request, options);
          },
        }));
      },
      'astro:server:setup': ({ server, logger }) => {
        server.watcher.add([`${root}/content`, `${root}/data`]);
        let compiling = Promise.resolve();
        let waiting = false;
        const recompile = (path: string): void => {
          const [top] = relative(root, path).split(sep);
          // Several files saved together are compiled once.
          if ((top !== 'content' && top !== 'data') || waiting) return;
          waiting = true;
          compiling = compiling.then(async () => {
            await setTimeout(SAVED_TOGETHER_MS);
            waiting = false;
            const archive = await compileFolder(root);
            setCurrentArchive(archive);
            const { language } = ownEdition(archive);
            const open = archive.findings.filter(({ acknowledged }) => acknowledged === undefined);
            for (const finding of open) logger.error(formatFinding(finding, language.text));
            if (open.length === 0) logger.info(language.terminal.noErrors);
            server.environments.client.hot.send({ type: 'full-reload' });
          });
        };
        for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, recompile);
      },
    },
  };
}

const PAGES = join(import.meta.dirname, '../pages');

/** Every page of `src/pages`, each of which is made again in each other language. The one for wrong addresses has one address. */
function pages(): { address: string; file: string }[] {
  return readdirSync(PAGES, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.astro') && name !== '404.astro')
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((file) => ({
      file,
      address: relative(PAGES, file)
        .split(sep)
        .join('/')
        .replace(/(^|\/)index\.astro$|\.astro$/, ''),
    }));
}
