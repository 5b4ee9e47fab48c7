/** Hands the compiled archive to the pages; in development, again after each saved file. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { compileFolder } from '../archive/compile.ts';
import { currentArchive, hasCurrentArchive, setCurrentArchive } from '../archive/current.ts';
import { ParsedTexts } from '../reading/parsed-texts.ts';
import { editionsOf } from '../views/editions.ts';
import { writeFrontMatterCompletion } from './front-matter-completion.ts';
import { LiveArchive } from './live-archive.ts';
import { currentPagePlan } from './page-plan.ts';

/** `root` is the archive's folder, which may lie outside the project. */
export function archiveIntegration(root: string): AstroIntegration {
  let project = root;
  const parsed = new ParsedTexts();
  return {
    name: 'mingzhang-archive',
    hooks: {
      'astro:config:setup': async ({ config, injectRoute }) => {
        project = fileURLToPath(config.root);
        // The build command has checked the archive before it starts Astro; then it is here already.
        if (!hasCurrentArchive()) setCurrentArchive(await compileFolder(root, parsed));
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
      'astro:server:setup': async ({ server, logger }) => {
        const live = new LiveArchive(root, parsed, {
          tell: (severity, line) => logger[severity === 'warning' ? 'warn' : severity](line),
          changed: () => {
            // Astro remembers which pages there are until its own content changes; ours has.
            for (const { name, hot } of Object.values(server.environments)) if (name !== 'client') hot.send('astro:content-changed', {});
            server.environments.client.hot.send({ type: 'full-reload' });
          },
        });
        const complete = (): void => writeFrontMatterCompletion(project, root);
        await live.begin();
        complete();
        server.watcher.add([`${root}/content`, `${root}/data`]);
        for (const event of ['add', 'change', 'unlink', 'unlinkDir'] as const)
          server.watcher.on(event, (path) => {
            const [top] = relative(root, path).split(sep);
            if (top !== 'content' && top !== 'data') return;
            live.saved();
            if (event !== 'change') complete();
          });
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
