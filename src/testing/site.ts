/** A site built and served as its readers get it. */
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join, sep } from 'node:path';
import { PROJECT, runCommand, startCommand, temporaryFolder } from './commands.ts';

export interface Site {
  /** The built files. */
  readonly folder: string;
  /** Without a slash at its end. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** The variable that names the project's own site where it is built already; nobody may change it. */
export const BUILT_SITE = 'MINGZHANG_TEST_SITE';

/** `archive` is the archive's folder; by default the project's own. */
export async function openSite(archive = PROJECT): Promise<Site> {
  const temporary = temporaryFolder();
  const built = archive === PROJECT ? process.env[BUILT_SITE] : undefined;
  const site = await serveSite(built ?? (await buildSiteOf(archive, join(temporary, 'site'))));
  return {
    ...site,
    close: async () => {
      await site.close();
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}

/** `folder` holds a built site. */
export async function serveSite(folder: string): Promise<Site> {
  const port = await freePort();
  const server = startCommand('serve', ['--out', folder, '--port', String(port)]);
  await Promise.race([
    once(server.stdout, 'data'),
    once(server, 'exit').then(([code]) => Promise.reject(new Error(`the server ended with ${code}`))),
  ]);
  return {
    folder,
    address: `http://localhost:${port}`,
    close: async () => {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
}

export async function buildSiteOf(archive: string, out: string): Promise<string> {
  const { code, output } = await runCommand('build', ['--archive', archive, '--out', out]);
  if (code !== 0) throw new Error(`the site was not built (exit code ${code}):\n${output}`);
  return out;
}

/** All files of a folder, relative to it, with forward slashes, sorted. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
}

/** `units/x/index.html` → `/units/x/` */
export function addressOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
