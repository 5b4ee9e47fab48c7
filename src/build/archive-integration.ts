/** Hands the compiled archive to the pages; in development, again after each saved file. */
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { compileFolder } from '../archive/compile.ts';
import { hasCurrentArchive, setCurrentArchive } from '../archive/current.ts';
import { writeFrontMatterCompletion } from './front-matter-completion.ts';
import { LiveArchive } from './live-archive.ts';

/** `root` is the archive's folder, which may lie outside the project. */
export function archiveIntegration(root: string): AstroIntegration {
  let project = root;
  return {
    name: 'mingzhang-archive',
    hooks: {
      'astro:config:setup': async ({ command, config }) => {
        project = fileURLToPath(config.root);
        // The build command has checked the archive before it starts Astro; then it is here already.
        // The preview compiles it when its server is there.
        if (command !== 'dev' && !hasCurrentArchive()) setCurrentArchive(await compileFolder(root));
      },
      'astro:server:setup': async ({ server, logger }) => {
        const live = new LiveArchive(root, {
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
