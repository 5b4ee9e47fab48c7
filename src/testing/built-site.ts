/** The project's own site, built once for all tests that read it. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, temporaryFolder } from './commands.ts';
import { BUILT_SITE, buildSiteOf } from './site.ts';

export async function setup(): Promise<(() => void) | undefined> {
  if (process.env[BUILT_SITE] !== undefined) return undefined;
  const temporary = temporaryFolder();
  process.env[BUILT_SITE] = await buildSiteOf(PROJECT, join(temporary, 'site'));
  return () => rmSync(temporary, { recursive: true, force: true });
}
