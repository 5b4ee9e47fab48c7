/** Hands the compiled archive to the pages of a preview, again after each saved file. */
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { compileFolder } from '../archive/compile.ts';
import { currentArchive, hasCurrentArchive, setCurrentArchive } from '../archive/current.ts';
import { ParsedTexts } from '../reading/parsed-texts.ts';
import { writeFrontMatterCompletion } from './front-matter-completion.ts';
import { LiveArchive } from './live-archive.ts';
import { injectPages, otherLanguages } from './page-routes.ts';

/** `root` is the archive's folder, which may lie outside the project. */
export function archiveIntegration(root: string): AstroIntegration {
  let project = root;
  const parsed = new ParsedTexts();
  return {
    name: 'mingzhang-archive',
    hooks: {
      'astro:config:setup': async ({ config, injectRoute }) => {
        project = fileURLToPath(config.root);
        if (!hasCurrentArchive()) setCurrentArchive(await compileFolder(root, parsed));
        injectPages(otherLanguages(currentArchive()), injectRoute);
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
