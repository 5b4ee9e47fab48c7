/** Where the bundle of the pages is entered from outside. It is bundled itself, and Astro's parts of it with it. */
import { StaticPaths } from 'astro:static-paths';
import { createApp } from 'astro/app/entrypoint';
import type { PageCode } from './page-renderer.ts';

const app = createApp({ streaming: false });

export const addresses: PageCode['addresses'] = () => new StaticPaths(app).getAll();
export const render: PageCode['render'] = (request, routeData) => app.render(request, { routeData });
